// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/mappingview.h"

#include "models/operations/intake/fieldtitle.h"
#include "ui/common/announce.h"
#include "ui/intake/mappingtable.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QStyledItemDelegate>
#include <QTimer>

#include <functional>

namespace certdesk {

namespace {

/// Tells when a line of its list was chosen; moving through the closed box with the arrow keys chooses nothing yet.
class FieldBox : public QComboBox
{
public:
    FieldBox(QWidget *parent, std::function<void(FieldBox *)> chosen) : QComboBox(parent), m_chosen(std::move(chosen)) {}
    void hidePopup() override
    {
        const bool wasOpen = view()->isVisible();
        QComboBox::hidePopup();
        if (wasOpen)
            QTimer::singleShot(0, this, [this] { m_chosen(this); });
    }

private:
    std::function<void(FieldBox *)> m_chosen;
};

/// The list of fields of a heading.
class FieldDelegate : public QStyledItemDelegate
{
public:
    FieldDelegate(const MappingTable &table, QObject *parent) : QStyledItemDelegate(parent), m_table(table) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *self = const_cast<FieldDelegate *>(this);
        auto *box = new FieldBox(parent, [self](FieldBox *editor) {
            Q_EMIT self->commitData(editor);
            Q_EMIT self->closeEditor(editor);
        });
        named(box, "fieldOfColumnInput", MappingView::tr("Field of the column %1").arg(m_table.headerData(index.column(), Qt::Horizontal).toString()));
        box->addItem(MappingView::tr("not used"), QString());
        for (const QString &field : m_table.fields()) {
            const int holder = m_table.columnOf(field);
            const bool isTaken = holder >= 0 && holder != index.column();
            box->addItem(isTaken ? MappingView::tr("%1 (has a column)").arg(fieldTitle(field)) : fieldTitle(field), field);
        }
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *box = static_cast<QComboBox *>(editor);
        box->setCurrentIndex(qMax(0, box->findData(index.data(Qt::EditRole).toString())));
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        const QString field = static_cast<QComboBox *>(editor)->currentData().toString();
        if (field != m_table.fieldAt(index.column()))
            model->setData(index, field);
    }

private:
    const MappingTable &m_table;
};

bool isField(const QDropEvent *event)
{
    return event->mimeData()->hasFormat(fieldMimeType);
}

} // namespace

MappingView::MappingView(MappingTable *table, QWidget *parent) : QTableView(parent), m_table(table)
{
    named(this, "mappingTable", tr("Columns of the file and the fields they feed"));
    setModel(table);
    setItemDelegateForRow(MappingTable::FieldRow, new FieldDelegate(*table, this));
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked | QAbstractItemView::EditKeyPressed);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::CopyAction);
    setTabKeyNavigation(false);
    setWordWrap(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 17);
    horizontalHeader()->viewport()->setAcceptDrops(true);
    horizontalHeader()->viewport()->installEventFilter(this);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(true);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &MappingView::openList);
}

QSize MappingView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 80, verticalHeader()->length() + horizontalHeader()->sizeHint().height() + fontMetrics().height() * 3};
}

void MappingView::openList(int column)
{
    const QModelIndex index = m_table->index(MappingTable::FieldRow, column);
    setFocus();
    setCurrentIndex(index);
    edit(index);
}

void MappingView::keyPressEvent(QKeyEvent *event)
{
    const int column = currentIndex().column();
    if (state() != EditingState && column >= 0) {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space || event->key() == Qt::Key_F2) {
            openList(column);
            return;
        }
        if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
            m_table->wantField(column, {});
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void MappingView::dragEnterEvent(QDragEnterEvent *event)
{
    if (isField(event))
        event->acceptProposedAction();
}

void MappingView::dragMoveEvent(QDragMoveEvent *event)
{
    if (isField(event))
        event->acceptProposedAction();
}

void MappingView::dropEvent(QDropEvent *event)
{
    if (!isField(event))
        return;
    m_table->dropOnColumn(event->mimeData(), columnAt(event->position().toPoint().x()));
    event->acceptProposedAction();
}

bool MappingView::eventFilter(QObject *object, QEvent *event)
{
    if (object != horizontalHeader()->viewport())
        return QTableView::eventFilter(object, event);
    switch (event->type()) {
    case QEvent::DragEnter:
        dragEnterEvent(static_cast<QDragEnterEvent *>(event));
        return true;
    case QEvent::DragMove:
        dragMoveEvent(static_cast<QDragMoveEvent *>(event));
        return true;
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        if (isField(drop)) {
            m_table->dropOnColumn(drop->mimeData(), horizontalHeader()->logicalIndexAt(drop->position().toPoint().x()));
            drop->acceptProposedAction();
        }
        return true;
    }
    default:
        return QTableView::eventFilter(object, event);
    }
}

} // namespace certdesk
