// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStyledItemDelegate>
#include <functional>

namespace certdesk {

/// Editors of a grid; painting is GridView's. A column without a factory of its own is a line edit.
class GridDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Factory = std::function<QWidget *(QWidget *parent, const QModelIndex &index)>;

    explicit GridDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) {}
    void setFactory(int column, Factory factory) { m_factories.insert(column, std::move(factory)); }
    /// The text an editor starts with when it is opened again after a refusal.
    void setTypedText(qint64 id, int column, const QString &text);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    void editorOpened(QWidget *editor, const QModelIndex &index) const;

private:
    QHash<int, Factory> m_factories;
    mutable QHash<QPair<qint64, int>, QString> m_typed;
};

} // namespace certdesk
