// SPDX-License-Identifier: GPL-3.0-or-later
// How a RecordTable turns a typed cell into a command. Edits of one row go one after the other, each with the version
// that the one before has left, so that quick typing is never its own conflict.
#include "models/tables/recordtable.h"

#include "models/domain/day.h"
#include "models/tables/displaytext.h"

#include <QCoreApplication>

namespace certdesk {

void RecordTable::makeEditable(Right right, const QString &commandName)
{
    const EntityKind kind = m_view.kind;
    Q_ASSERT(kind != EntityKind::None);
    m_editCommand = [this, kind, right, commandName](const CellEdit &edit) -> std::shared_ptr<Command> {
        const int field = entityDef(kind).find(QLatin1String(m_view.columns[edit.column].field.toLatin1()));
        RowChange change{RowChange::Operation::Update, kind, edit.id, edit.version, {{field, edit.value}}};
        return std::make_shared<ApplyChanges>(commandName, right, QVector<RowChange>{change});
    };
}

/// Dates that may be known to the month only stay the text they were typed as: the command reads them.
std::optional<Value> RecordTable::typedValue(int column, const QVariant &variant) const
{
    if (variant.userType() == qMetaTypeId<Value>())
        return variant.value<Value>();
    if (variant.userType() == qMetaTypeId<CellChoice>())
        return variant.value<CellChoice>().value;
    const QString text = variant.toString().trimmed();
    if (m_precision[column] >= 0) {
        if (const auto date = partialDate(text); date && date->precision != PartialDate::Precision::Day)
            return Value(text);
    }
    return valueFromText(m_view.columns[column].type, text, m_query.schoolYear);
}

bool RecordTable::setData(const QModelIndex &index, const QVariant &variant, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable) || !m_cache.contains(idAt(index.row())))
        return false;
    const std::optional<Value> typed = typedValue(index.column(), variant);
    const qint64 id = idAt(index.row());
    if (!typed) {
        const QString title = m_view.columns[index.column()].title;
        const Error error{Error::Kind::Invalid, QStringLiteral("C02"), tr("\"%1\" is no value for %2.").arg(variant.toString(), title),
                          tr("Type it again, or press Esc to keep what was there."), {}};
        m_errors.insert({id, index.column()}, error.message);
        Q_EMIT editFailed(CellEdit{id, 0, index.column(), Value(variant.toString())}, error);
        return false;
    }
    m_errors.remove({id, index.column()});
    CellEdit edit{id, 0, index.column(), *typed};
    if (variant.userType() == qMetaTypeId<CellChoice>())
        edit.with = variant.value<CellChoice>().with;
    if (edit.with.isEmpty() && (*typed == *value(index.row(), index.column()) || typed->text() == editText(index.row(), index.column())))
        return true;
    QVector<CellEdit> &queue = m_edits[id];
    queue.append(edit);
    Q_EMIT dataChanged(index, index);
    if (queue.size() == 1)
        sendNext(id);
    return true;
}

void RecordTable::sendNext(qint64 id)
{
    CellEdit &edit = m_edits[id].first();
    const CachedRow *row = m_cache.row(id);
    edit.version = row ? row->version : 0;
    const std::shared_ptr<Command> command = m_editCommand(edit);
    m_store->apply(command, this, [this, id, view = m_view, columns = m_columns](const Result<Change> &done) {
        if (!done) {
            finishEdit(id, tl::unexpected(done.error()));
            return;
        }
        const auto read = [id, view, columns](Session &session) -> Result<ViewRow> {
            const auto rows = ViewReader(session).rows(view, {id}, columns);
            if (!rows)
                return tl::unexpected(rows.error());
            return rows->isEmpty() ? ViewRow() : rows->first();
        };
        m_store->run<ViewRow>(this, read, [this, id](const Result<ViewRow> &row) { finishEdit(id, row); });
    });
}

void RecordTable::finishEdit(qint64 id, const Result<ViewRow> &result)
{
    QVector<CellEdit> &queue = m_edits[id];
    const CellEdit edit = queue.takeFirst();
    if (result && result->id == id && result->values.size() == m_columns.size())
        m_cache.put(*result);
    if (!result) {
        m_errors.insert({id, edit.column}, result.error().message);
        if (result.error().kind == Error::Kind::Conflict)
            readRows({id}, true);
    }
    const bool isLast = queue.isEmpty();
    if (isLast)
        m_edits.remove(id);
    announceRow(id);
    if (result)
        Q_EMIT editDone(id, edit.column);
    else
        Q_EMIT editFailed(edit, result.error());
    if (!isLast)
        sendNext(id);
}

} // namespace certdesk
