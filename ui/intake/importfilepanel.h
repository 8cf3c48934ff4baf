// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace certdesk {

class FormSection;

/// Which file, and what is in it.
class ImportFilePanel : public QWidget
{
    Q_OBJECT

public:
    /// `kinds`: names of the kinds that this person may import.
    explicit ImportFilePanel(const QStringList &kinds, QWidget *parent = nullptr);

    QString kind() const;
    QString file() const;
    void setKind(const QString &kind);
    void setFile(const QString &file);
    static QString kindTitle(const QString &kind);

Q_SIGNALS:
    void changed();

private:
    void choose();
    QComboBox *m_kind;
    QLineEdit *m_file;
};

} // namespace certdesk
