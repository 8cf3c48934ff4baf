// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/fieldtray.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/intake/mappingtable.h"

#include <QDragEnterEvent>
#include <QMimeData>

namespace certdesk {

FieldTray::FieldTray(const char *objectName, const QString &accessible, QWidget *parent) : QListWidget(parent)
{
    named(this, objectName, accessible);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::CopyAction);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { Q_EMIT fieldActivated(item->data(Qt::UserRole).toString()); });
}

void FieldTray::setEntries(const QVector<Entry> &entries)
{
    const QString current = currentField();
    clear();
    for (const Entry &entry : entries) {
        auto *item = new QListWidgetItem(entry.text, this);
        item->setData(Qt::UserRole, entry.field);
        const Tone tone = entry.isMet ? Tone::Good : Tone::Neutral;
        item->setIcon(icons::icon(entry.isMet ? QStringLiteral("check") : QStringLiteral("dash"), theme::toneColour(tone, palette())));
        item->setToolTip(entry.isUsed ? tr("A column feeds this field") : entry.isMet ? tr("Not needed: another field stands for it") : tr("Drag it onto a column"));
        item->setData(Qt::AccessibleTextRole, entry.isMet ? tr("%1, met").arg(entry.text) : tr("%1, no column yet").arg(entry.text));
        QFont font = this->font();
        font.setBold(!entry.isMet);
        item->setFont(font);
        if (entry.field == current)
            setCurrentItem(item);
    }
}

QString FieldTray::currentField() const
{
    return currentItem() ? currentItem()->data(Qt::UserRole).toString() : QString();
}

QSize FieldTray::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 8};
}

QStringList FieldTray::mimeTypes() const
{
    return {fieldMimeType};
}

QMimeData *FieldTray::mimeData(const QList<QListWidgetItem *> &items) const
{
    auto *data = new QMimeData;
    if (!items.isEmpty())
        data->setData(fieldMimeType, items.first()->data(Qt::UserRole).toString().toUtf8());
    return data;
}

void FieldTray::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(fieldMimeType))
        event->acceptProposedAction();
}

void FieldTray::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->mimeData()->hasFormat(fieldMimeType))
        event->acceptProposedAction();
}

void FieldTray::dropEvent(QDropEvent *event)
{
    const QStringList parts = QString::fromUtf8(event->mimeData()->data(fieldMimeType)).split(QLatin1Char('\t'));
    if (parts.size() > 1)
        Q_EMIT returned(parts[1].toInt());
    event->acceptProposedAction();
}

} // namespace certdesk
