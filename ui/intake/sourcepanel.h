// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace certdesk {

class Card;
class TextLabel;
struct FileOperation;

/// Which file, and what it is for; beside it what such a file needs, how it is exported, and a template of it.
class SourcePanel : public QWidget
{
    Q_OBJECT

public:
    /// `operations`: names of what this person may do.
    explicit SourcePanel(const QStringList &operations, QWidget *parent = nullptr);

    QString operation() const;
    QString file() const;
    void setOperation(const QString &operation);
    void setFile(const QString &file);

Q_SIGNALS:
    void changed();
    void templateWanted(bool filled);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildFileSelection();
    void choose();
    void tell();

    QComboBox *m_operation;
    QLineEdit *m_file;
    TextLabel *m_advice;
    TextLabel *m_needs;
    TextLabel *m_campus;
    TextLabel *m_powerSchool;
};

} // namespace certdesk
