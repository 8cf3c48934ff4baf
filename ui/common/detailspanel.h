// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QToolButton;
class QVBoxLayout;

namespace certdesk {

class TextLabel;
class ViewMemory;

/// A page's content with a panel at its right that can be closed and whose width is remembered (W-002).
class DetailsPanel : public QSplitter
{
    Q_OBJECT

public:
    /// `key` names page and panel in the memory: "students/details". Takes both widgets.
    DetailsPanel(QWidget *content, QWidget *details, const QString &title, const QString &key, ViewMemory *memory,
                 QWidget *parent = nullptr, bool openAtFirst = true);

    void setTitle(const QString &title);
    bool isOpen() const;
    void setOpen(bool open);
    void toggle() { setOpen(!isOpen()); }

Q_SIGNALS:
    void openChanged(bool open);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void remember();
    void restoreWidth();

    QWidget *m_panel;
    TextLabel *m_title;
    QString m_key;
    ViewMemory *m_memory;
    bool m_placed = false;
};

} // namespace certdesk
