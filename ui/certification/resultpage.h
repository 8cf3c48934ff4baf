// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

class QTextBrowser;

namespace certdesk {

/// One report of the queue; opening it records that this person has viewed it (C-211).
class ResultPage : public Page
{
    Q_OBJECT

public:
    explicit ResultPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return m_title.isEmpty() ? tr("Report") : m_title; }
    QString sentence() const override { return m_sentence; }
    QList<QAction *> pageActions() const override { return {m_back, m_save}; }
    PageAddress address() const override { return m_address; }
    void open(const PageAddress &address) override;
    bool showsSchoolYear() const override { return false; }
    QString helpTopic() const override { return QStringLiteral("certification"); }
    QString printableHtml() const override;

private:
    void save();

    PageContext m_context;
    PageAddress m_address;
    QString m_title;
    QString m_sentence;
    QJsonObject m_document;
    QTextBrowser *m_text;
    QAction *m_back;
    QAction *m_save;
};

} // namespace certdesk
