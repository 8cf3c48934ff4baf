// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/recordtable.h"

#include "models/domain/day.h"
#include "models/tables/displaytext.h"
#include "models/tables/rowmailbox.h"

#include <QRegularExpression>

namespace certdesk {

namespace {

constexpr int glowMilliseconds = 1500;
/// Longer than from one step of the wheel to the next.
constexpr int restMilliseconds = 60;

} // namespace

RecordTable::RecordTable(StoreThread *store, const QString &view, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_mailbox(std::make_shared<RowMailbox>())
{
    const View *found = viewByName(view);
    Q_ASSERT_X(found, "RecordTable", "no view of that name");
    m_view = *found;
    m_query.view = view;
    for (const ViewColumn &column : m_view.columns) {
        const QString sibling = QString(column.name).replace(QLatin1String("_date"), QLatin1String("_precision"));
        m_precision.append(column.type == ColumnType::Day && sibling != column.name ? m_view.columnIndex(sibling) : -1);
    }
    QVector<int> all;
    for (int i = 0; i < m_view.columns.size(); ++i)
        all.append(i);
    setReadColumns(all);
    findRelatedKinds();
    m_glowTimer.setSingleShot(true);
    m_glowTimer.setInterval(glowMilliseconds);
    connect(&m_glowTimer, &QTimer::timeout, this, &RecordTable::stopGlow);
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(restMilliseconds);
    connect(&m_restTimer, &QTimer::timeout, this, &RecordTable::requestPages);
    connect(store, &StoreThread::changed, this, &RecordTable::onChanged);
}

RecordTable::~RecordTable()
{
    m_mailbox->close();
}

/// Kinds whose records show in the rows through joins and counts: their changes concern this table too.
void RecordTable::findRelatedKinds()
{
    QString sql = m_view.joins;
    for (const ViewColumn &column : m_view.columns)
        sql += QLatin1Char(' ') + column.expression;
    for (const EntityKind kind : entityKinds()) {
        const QString table = QLatin1String(entityDef(kind).table);
        if (kind != m_view.kind && sql.contains(QRegularExpression(QStringLiteral("(JOIN|FROM) %1 ").arg(table))))
            m_related.insert(kind);
    }
}

void RecordTable::setReadColumns(const QVector<int> &columns)
{
    QSet<int> wanted(columns.begin(), columns.end());
    for (const int column : columns) {
        if (m_precision[column] >= 0)
            wanted.insert(m_precision[column]);
    }
    QVector<int> sorted(wanted.begin(), wanted.end());
    std::sort(sorted.begin(), sorted.end());
    if (sorted == m_columns)
        return;
    m_columns = sorted;
    m_place.fill(-1, m_view.columns.size());
    for (int i = 0; i < m_columns.size(); ++i)
        m_place[m_columns[i]] = i;
    m_mailbox->startEpoch();
    m_onTheWay.clear();
    m_cache.clear();
    if (!m_ids.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RecordTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int RecordTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_view.columns.size());
}

const Value *RecordTable::pendingValue(qint64 id, int column) const
{
    const auto edits = m_edits.constFind(id);
    if (edits == m_edits.cend())
        return nullptr;
    for (auto edit = edits->crbegin(); edit != edits->crend(); ++edit) {
        if (edit->column == column)
            return &edit->value;
    }
    return nullptr;
}

const Value *RecordTable::value(int row, int column) const
{
    static const Value empty;
    const qint64 id = idAt(row);
    if (!m_edits.isEmpty()) {
        if (const Value *pending = pendingValue(id, column))
            return pending;
    }
    const CachedRow *cached = m_cache.row(id);
    if (!cached)
        return nullptr;
    return m_place[column] < 0 ? &empty : &cached->values[m_place[column]];
}

QString RecordTable::textOf(const CachedRow &row, int column) const
{
    const int place = m_place[column];
    if (place < 0)
        return {};
    if (m_precision[column] >= 0)
        return displayDay(row.values[place], row.values[m_place[m_precision[column]]].text());
    return displayText(m_view.columns[column].type, row.values[place]);
}

/// As a person would type it: a month stays a month.
QString RecordTable::editText(int row, int column) const
{
    const Value *found = value(row, column);
    if (!found)
        return {};
    const Value *precision = m_precision[column] >= 0 ? value(row, m_precision[column]) : nullptr;
    if (found->isInteger() && precision && precision->text() == QLatin1String("month"))
        return isoDay(*found).left(7);
    if (found->isInteger() && precision && precision->text() == QLatin1String("year"))
        return isoDay(*found).left(4);
    return displayText(m_view.columns[column].type, *found);
}

int RecordTable::marksOf(qint64 id, int column) const
{
    int marks = 0;
    if (m_glowing.contains(id) || m_glowingNext.contains(id))
        marks |= Glow;
    if (!m_edits.isEmpty() && pendingValue(id, column))
        marks |= Pending;
    if (!m_errors.isEmpty() && m_errors.contains({id, column}))
        marks |= Refused;
    return marks;
}

QVariant RecordTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_ids.size())
        return {};
    const qint64 id = m_ids[index.row()];
    const ViewColumn &column = m_view.columns[index.column()];
    switch (role) {
    case Qt::DisplayRole: {
        const Value *pending = m_edits.isEmpty() ? nullptr : pendingValue(id, index.column());
        if (pending)
            return displayText(column.type, *pending);
        const CachedRow *row = m_cache.row(id);
        return row ? textOf(*row, index.column()) : QString();
    }
    case ValueRole:
    case Qt::EditRole: {
        const Value *found = value(index.row(), index.column());
        if (role == ValueRole)
            return QVariant::fromValue(found ? *found : Value());
        return editText(index.row(), index.column());
    }
    case StatusRole: {
        const Value *found = column.type == ColumnType::Status ? value(index.row(), index.column()) : nullptr;
        return found ? found->text() : QString();
    }
    case TypeRole:
        return static_cast<int>(column.type);
    case IdRole:
        return id;
    case VersionRole: {
        const CachedRow *row = m_cache.row(id);
        return row ? row->version : 0;
    }
    case LoadedRole:
        return m_cache.contains(id);
    case GlowRole:
        return m_glowing.contains(id) || m_glowingNext.contains(id);
    case PendingRole:
        return pendingValue(id, index.column()) != nullptr;
    case MarksRole:
        return marksOf(id, index.column());
    case ErrorRole:
        return m_errors.value({id, index.column()});
    case Qt::TextAlignmentRole: {
        const bool isNumber = column.type == ColumnType::Integer || column.type == ColumnType::Real;
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft)));
    }
    default:
        return {};
    }
}

QVariant RecordTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section >= 0 && section < m_view.columns.size()) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return m_view.columns[section].title;
    } else if (orientation == Qt::Vertical && role == Qt::DisplayRole) {
        return section + 1;
    }
    return {};
}

Qt::ItemFlags RecordTable::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.isValid() && m_editCommand && !m_view.columns[index.column()].field.isEmpty())
        flags |= Qt::ItemIsEditable;
    return index.isValid() ? flags : Qt::NoItemFlags;
}

void RecordTable::forgetLeftRows()
{
    m_left = 0;
    Q_EMIT countsChanged();
}

void RecordTable::announceRow(qint64 id)
{
    const int row = rowOf(id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void RecordTable::stopGlow()
{
    const QSet<qint64> ended = m_glowing;
    m_glowing = m_glowingNext;
    m_glowingNext.clear();
    for (const qint64 id : ended)
        announceRow(id);
    if (!m_glowing.isEmpty())
        m_glowTimer.start();
}

} // namespace certdesk
