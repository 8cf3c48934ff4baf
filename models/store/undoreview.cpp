// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/undoreview.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Undo", text);
}

QString nameOf(const UndoConflictGroup &group)
{
    const EntityDef &def = entityDef(group.kind);
    const QString name = QString::fromLatin1(def.name);
    return group.field < 0 ? name : name + QLatin1Char('.') + QLatin1String(def.fields[group.field].name);
}

} // namespace

QVector<UndoConflictGroup> undoConflictGroups(const UndoPlan &plan)
{
    QMap<std::tuple<int, int, int>, UndoConflictGroup> groups;
    QMap<std::tuple<int, int, int>, QHash<QString, int>> writers;
    for (int i = 0; i < plan.conflicts.size(); ++i) {
        const UndoConflict &conflict = plan.conflicts[i];
        const std::tuple<int, int, int> key{static_cast<int>(conflict.cause), static_cast<int>(conflict.kind), conflict.field};
        UndoConflictGroup &group = groups[key];
        group.cause = conflict.cause;
        group.kind = conflict.kind;
        group.field = conflict.field;
        group.conflicts.append(i);
        if (!conflict.laterPerson.isEmpty())
            ++writers[key][conflict.laterPerson];
        if (conflict.laterBatch != 0 && !group.laterBatches.contains(conflict.laterBatch))
            group.laterBatches.append(conflict.laterBatch);
        group.editedByHand += conflict.laterBatch == 0 && !conflict.laterPerson.isEmpty();
    }
    QVector<UndoConflictGroup> list;
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        const QHash<QString, int> &counts = writers[it.key()];
        it->persons = counts.keys();
        std::sort(it->persons.begin(), it->persons.end(), [&counts](const QString &left, const QString &right) {
            return std::pair(-counts[left], left) < std::pair(-counts[right], right);
        });
        std::sort(it->laterBatches.begin(), it->laterBatches.end());
        list.append(*it);
    }
    std::stable_sort(list.begin(), list.end(), [](const UndoConflictGroup &left, const UndoConflictGroup &right) { return left.conflicts.size() > right.conflicts.size(); });
    return list;
}

QString undoGroupInWords(const UndoConflictGroup &group)
{
    QStringList batches;
    for (const qint64 batch : group.laterBatches)
        batches.append(QString::number(batch));
    QString text;
    switch (group.cause) {
    case UndoConflict::Cause::Changed:
        text = tr("%1 was changed since in %2 records").arg(nameOf(group)).arg(group.conflicts.size());
        break;
    case UndoConflict::Cause::Referenced:
        text = tr("%1: %2 new records are needed by later data; archive them instead").arg(nameOf(group)).arg(group.conflicts.size());
        break;
    case UndoConflict::Cause::Missing:
        text = tr("%1: what %2 records were or named is not there any more").arg(nameOf(group)).arg(group.conflicts.size());
        break;
    case UndoConflict::Cause::Taken:
        text = tr("%1: the earlier key of %2 records belongs to others now").arg(nameOf(group)).arg(group.conflicts.size());
        break;
    }
    if (!group.persons.isEmpty())
        text += tr(", by %1").arg(group.persons.join(QLatin1String(", ")));
    if (!batches.isEmpty())
        text += tr(", in batch %1").arg(batches.join(QLatin1String(", ")));
    if (group.editedByHand > 0)
        text += tr(", %1 by hand").arg(group.editedByHand);
    return text;
}

QJsonArray undoGroupsJson(const QVector<UndoConflictGroup> &groups)
{
    QJsonArray list;
    for (const UndoConflictGroup &group : groups) {
        QJsonArray batches;
        for (const qint64 batch : group.laterBatches)
            batches.append(batch);
        const EntityDef &def = entityDef(group.kind);
        list.append(QJsonObject{{QStringLiteral("cause"), undoCauseName(group.cause)},
                                {QStringLiteral("entity"), QLatin1String(def.name)},
                                {QStringLiteral("field"), group.field < 0 ? QJsonValue() : QJsonValue(QLatin1String(def.fields[group.field].name))},
                                {QStringLiteral("count"), group.conflicts.size()},
                                {QStringLiteral("persons"), QJsonArray::fromStringList(group.persons)},
                                {QStringLiteral("batches"), batches},
                                {QStringLiteral("byHand"), group.editedByHand},
                                {QStringLiteral("canBeReverted"), group.canBeReverted()}});
    }
    return list;
}

} // namespace certdesk
