// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace certdesk {

/// Fields that wait for a column: dragged onto one from here, dropped here to clear. A check says that the field has what it needs.
class FieldTray : public QListWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString field;
        QString text;
        bool isMet = false;
        bool isUsed = false; ///< by a column itself, not only its alternative
    };

    FieldTray(const char *objectName, const QString &accessible, QWidget *parent = nullptr);
    void setEntries(const QVector<Entry> &entries);
    QString currentField() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// A field was dragged off its column.
    void returned(int column);
    void fieldActivated(const QString &field);

protected:
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};

} // namespace certdesk
