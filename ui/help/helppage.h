// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/help/helpindex.h"

class QLineEdit;
class QListWidget;
class QTextBrowser;
class QUrl;

namespace certdesk {

/// Short pages with a search, and the list of all shortcuts (W-070, W-080). No network: links to the outside are shown only.
class HelpPage : public Page
{
    Q_OBJECT

public:
    struct Shortcut
    {
        QString keys;
        QString action;
    };

    HelpPage(const PageContext &context, std::function<QVector<Shortcut>()> shortcuts, QWidget *parent = nullptr);

    QString title() const override { return tr("Help"); }
    QString sentence() const override { return tr("F1 opens the help for the page you are on"); }
    bool showsSchoolYear() const override { return false; }
    PageAddress address() const override;
    void open(const PageAddress &address) override;
    void findInPage() override;
    QString printableHtml() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void search();
    void showTopic(const QString &name);
    void followLink(const QUrl &link);
    HelpTopic shortcutTopic() const;
    QString styled(const QString &html) const;

    std::function<QVector<Shortcut>()> m_shortcuts;
    QVector<HelpTopic> m_topics;
    QString m_current;
    QLineEdit *m_search;
    QListWidget *m_list;
    QTextBrowser *m_text;
};

} // namespace certdesk
