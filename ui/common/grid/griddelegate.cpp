// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/grid/griddelegate.h"

#include "models/tables/recordtable.h"
#include "ui/common/announce.h"
#include "ui/common/grid/choiceedit.h"

#include <QLineEdit>

namespace certdesk {

void GridDelegate::setTypedText(qint64 id, int column, const QString &text)
{
    m_typed.insert({id, column}, text);
}

QWidget *GridDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto factory = m_factories.constFind(index.column());
    QWidget *editor = factory == m_factories.cend() ? nullptr : (*factory)(parent, index);
    if (!editor)
        editor = new QLineEdit(parent);
    const QString title = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    named(editor, "cellEditor", title);
    const QString error = index.data(RecordTable::ErrorRole).toString();
    if (!error.isEmpty())
        editor->setToolTip(error);
    Q_EMIT editorOpened(editor, index);
    return editor;
}

void GridDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (!line)
        return QStyledItemDelegate::setEditorData(editor, index);
    if (line->isModified())
        return; // a refresh of the row never overwrites what is being typed
    const QString typed = m_typed.take({index.data(RecordTable::IdRole).toLongLong(), index.column()});
    line->setText(typed.isEmpty() ? index.data(Qt::EditRole).toString() : typed);
    line->selectAll();
}

void GridDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *choice = qobject_cast<ChoiceEdit *>(editor)) {
        const Choice *chosen = choice->chosen();
        const bool isSame = !choice->isModified() && choice->text() == index.data(Qt::EditRole).toString();
        if (!isSame)
            model->setData(index, chosen ? QVariant::fromValue(CellChoice{chosen->value, chosen->with}) : QVariant(choice->text()));
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, line->text());
    } else {
        QStyledItemDelegate::setModelData(editor, model, index);
    }
}

void GridDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

} // namespace certdesk
