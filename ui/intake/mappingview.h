// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace certdesk {

class MappingTable;

/// The columns of the file; takes fields on any cell and on the headings, and opens the list of fields with Enter, F2, Space or a click
/// on the field. Delete clears.
class MappingView : public QTableView
{
    Q_OBJECT

public:
    MappingView(MappingTable *table, QWidget *parent = nullptr);
    void openList(int column);
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    MappingTable *m_table;
};

} // namespace certdesk
