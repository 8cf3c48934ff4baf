// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/viewreader.h"

#include "models/domain/progress.h"
#include "models/store/scopefilter.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace certdesk {

namespace {

/// Rows are read in statements of these sizes, so that each is compiled once; the last id fills up the rest.
constexpr qsizetype rowsOfPage = 64;
constexpr qsizetype rowsAStatement = 256;
constexpr qsizetype askedAfter = 4096; ///< ids between two questions whether they are still wanted

QString tr(const char *text)
{
    return QCoreApplication::translate("ViewReader", text);
}

/// FROM and WHERE of a query with its bound values.
struct Selection
{
    QString from;
    QStringList conditions;
    QVector<Value> values;

    QString where() const { return conditions.join(QLatin1String(" AND ")); }
};

QString scopePart(const View &view, const Scope &scope)
{
    return view.kind == EntityKind::None ? scopeConditionForTable(scope, view.table, QStringLiteral("t"))
                                         : scopeCondition(scope, view.kind, QStringLiteral("t"));
}

const ViewColumn &column(const View &view, const QString &name)
{
    const int index = view.columnIndex(name);
    if (index < 0)
        fail(Error::Kind::Invalid, QStringLiteral("NO-COLUMN"), tr("The list \"%1\" has no column \"%2\".").arg(view.name, name),
             tr("Its columns are listed by --help."));
    return view.columns[index];
}

QString escapedPattern(const QString &text)
{
    QString pattern = text;
    return pattern.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('%'), QLatin1String("\\%")).replace(QLatin1Char('_'), QLatin1String("\\_"));
}

QString asText(const ViewColumn &column)
{
    const bool isText = column.type == ColumnType::Text || column.type == ColumnType::Code || column.type == ColumnType::Status;
    return isText ? column.expression : QStringLiteral("CAST(%1 AS TEXT)").arg(column.expression);
}

void addFilter(Selection &selection, const View &view, const ViewFilter &filter)
{
    using Op = ViewFilter::Operator;
    if (filter.column == QLatin1String("id")) {
        // Chosen records, maybe more than a statement takes parameters: numbers need no quotes.
        QStringList ids;
        for (const Value &id : filter.values)
            ids.append(QString::number(id.integer()));
        return selection.conditions.append(ids.isEmpty() ? QStringLiteral("1 = 0") : QStringLiteral("t.id IN (%1)").arg(ids.join(QLatin1Char(','))));
    }
    const ViewColumn &found = column(view, filter.column);
    const QString &sql = found.expression;
    const auto bound = [&selection](const QString &condition, const Value &value) {
        selection.conditions.append(condition);
        selection.values.append(value);
    };
    switch (filter.op) {
    case Op::Equals:
        return filter.value.isEmpty() ? selection.conditions.append(sql + QLatin1String(" IS NULL")) : bound(sql + QLatin1String(" = ?"), filter.value);
    case Op::NotEquals:
        return bound(QStringLiteral("(%1 IS NULL OR %1 <> ?)").arg(sql), filter.value);
    case Op::Contains:
        return bound(QStringLiteral("LOWER(%1) LIKE ? ESCAPE '\\'").arg(asText(found)),
                     Value(QLatin1Char('%') + escapedPattern(filter.value.text().toLower()) + QLatin1Char('%')));
    case Op::StartsWith:
        return bound(QStringLiteral("LOWER(%1) LIKE ? ESCAPE '\\'").arg(asText(found)), Value(escapedPattern(filter.value.text().toLower()) + QLatin1Char('%')));
    case Op::AtLeast:
        return bound(sql + QLatin1String(" >= ?"), filter.value);
    case Op::AtMost:
        return bound(sql + QLatin1String(" <= ?"), filter.value);
    case Op::IsEmpty:
        return selection.conditions.append(sql + QLatin1String(" IS NULL"));
    case Op::IsNotEmpty:
        return selection.conditions.append(sql + QLatin1String(" IS NOT NULL"));
    case Op::OneOf: {
        selection.values.append(filter.values);
        const QString marks = QStringList(filter.values.size(), QStringLiteral("?")).join(QLatin1Char(','));
        return selection.conditions.append(filter.values.isEmpty() ? QStringLiteral("1 = 0") : QStringLiteral("%1 IN (%2)").arg(sql, marks));
    }
    }
}

void addSearch(Selection &selection, const View &view, const QString &search)
{
    if (search.trimmed().isEmpty())
        return;
    const Value pattern(QLatin1Char('%') + escapedPattern(search.trimmed().toLower()) + QLatin1Char('%'));
    QStringList parts;
    for (const ViewColumn &candidate : view.columns) {
        if (candidate.type != ColumnType::Text && candidate.type != ColumnType::Code && candidate.type != ColumnType::Status)
            continue;
        parts.append(QStringLiteral("LOWER(%1) LIKE ? ESCAPE '\\'").arg(candidate.expression));
        selection.values.append(pattern);
    }
    selection.conditions.append(QLatin1Char('(') + parts.join(QLatin1String(" OR ")) + QLatin1Char(')'));
}

QString orderOf(const View &view, const QStringList &wanted)
{
    QStringList parts;
    for (const QString &name : wanted.isEmpty() ? view.defaultSort : wanted) {
        const bool down = name.startsWith(QLatin1Char('-'));
        parts.append(column(view, down ? name.mid(1) : name).expression + (down ? QLatin1String(" DESC NULLS LAST") : QLatin1String(" NULLS FIRST")));
    }
    parts.append(QStringLiteral("t.id"));
    return parts.join(QLatin1String(", "));
}

/// A join changes which rows there are unless it is a left join, or follows a required reference of the listed record.
bool keepsRows(const View &view, const QString &join)
{
    if (join.startsWith(QLatin1String("LEFT ")))
        return true;
    static const QRegularExpression byReference(QStringLiteral("^JOIN \\w+ (\\w+) ON \\1\\.id = t\\.(\\w+)$"));
    const auto match = byReference.match(join);
    if (!match.hasMatch() || view.kind == EntityKind::None)
        return false;
    const EntityDef &def = entityDef(view.kind);
    const int field = def.find(QLatin1String(match.captured(2).toLatin1()));
    return field >= 0 && def.fields[field].required;
}

/// The joins of a view that `sql` needs: a million ids are read five times as fast without the others.
QString joinsFor(const View &view, QString sql)
{
    static const QRegularExpression start(QStringLiteral("\\s+(?=(?:LEFT )?JOIN )(?<!LEFT )"));
    const QStringList joins = view.joins.trimmed().split(start, Qt::SkipEmptyParts);
    QStringList needed;
    for (auto join = joins.crbegin(); join != joins.crend(); ++join) {
        const QString alias = join->section(QLatin1String(" ON "), 0, 0).section(QLatin1Char(' '), -1);
        if (keepsRows(view, *join) && !sql.contains(QRegularExpression(QStringLiteral("\\b%1\\.").arg(alias))))
            continue;
        needed.prepend(*join);
        sql += QLatin1Char(' ') + *join;
    }
    return needed.join(QLatin1Char(' '));
}

Selection selectionOf(const View &view, const ViewQuery &query, const Scope &scope, const QString &order = {})
{
    Selection selection;
    selection.conditions.append(scopePart(view, scope));
    if (!view.condition.isEmpty())
        selection.conditions.append(view.condition);
    if (!view.activeCondition.isEmpty() && !query.withArchived)
        selection.conditions.append(view.activeCondition);
    if (!view.yearColumn.isEmpty() && query.schoolYear != 0) {
        selection.conditions.append(view.yearColumn + QLatin1String(" = ?"));
        selection.values.append(Value(query.schoolYear));
    }
    for (const ViewFilter &filter : query.filters)
        addFilter(selection, view, filter);
    addSearch(selection, view, query.search);
    selection.from = view.table + QLatin1String(" t ") + joinsFor(view, selection.where() + QLatin1Char(' ') + order);
    return selection;
}

const View &viewOf(const ViewQuery &query)
{
    const View *view = viewByName(query.view);
    if (!view)
        fail(Error::Kind::Invalid, QStringLiteral("NO-LIST"), tr("There is no list \"%1\".").arg(query.view));
    return *view;
}

} // namespace

Result<QVector<qint64>> ViewReader::ids(const ViewQuery &query, const std::function<void(const QVector<qint64> &)> &head,
                                        const std::function<bool()> &isWanted)
{
    return m_session.read<QVector<qint64>>([&](Connection &connection) {
        const View &view = viewOf(query);
        const QString order = orderOf(view, query.sort);
        const Selection selection = selectionOf(view, query, m_session.scope(), order);
        auto statement = connection.prepare(QStringLiteral("SELECT t.id FROM %1 WHERE %2 ORDER BY %3").arg(selection.from, selection.where(), order));
        for (int i = 0; i < selection.values.size(); ++i)
            statement->bind(i + 1, selection.values[i]);
        QVector<qint64> ids;
        while (statement->step()) {
            ids.append(statement->integer(0));
            if (head && ids.size() == headSize)
                head(ids);
            if (isWanted && ids.size() % askedAfter == 0 && !isWanted())
                throw StoreFailure{Progress::cancelledError().value()};
        }
        return ids;
    });
}

Result<qint64> ViewReader::count(const ViewQuery &query)
{
    return m_session.read<qint64>([&](Connection &connection) {
        const View &view = viewOf(query);
        const Selection selection = selectionOf(view, query, m_session.scope());
        auto statement = connection.prepare(QStringLiteral("SELECT COUNT(*) FROM %1 WHERE %2")
                                                .arg(selection.from, selection.where()));
        for (int i = 0; i < selection.values.size(); ++i)
            statement->bind(i + 1, selection.values[i]);
        return statement->step() ? statement->integer(0) : 0;
    });
}

Result<QVector<ViewRow>> ViewReader::rows(const View &view, const QVector<qint64> &ids, const QVector<int> &columns)
{
    return m_session.read<QVector<ViewRow>>([&](Connection &connection) {
        QStringList names{QStringLiteral("t.id"), view.kind == EntityKind::None ? QStringLiteral("0") : QStringLiteral("t.version")};
        for (const int column : columns)
            names.append(view.columns[column].expression);
        const QString scope = scopePart(view, m_session.scope());
        const QString joins = joinsFor(view, names.join(QLatin1Char(' ')) + QLatin1Char(' ') + scope);
        QHash<qint64, ViewRow> found;
        for (qsizetype from = 0; from < ids.size();) {
            const qsizetype size = ids.size() - from <= rowsOfPage ? rowsOfPage : rowsAStatement;
            const qsizetype count = std::min(size, ids.size() - from);
            auto &statement = connection.prepared(QStringLiteral("SELECT %1 FROM %2 t %3 WHERE t.id IN (%4) AND %5")
                                                      .arg(names.join(QLatin1String(", ")), view.table, joins,
                                                           QStringList(size, QStringLiteral("?")).join(QLatin1Char(',')), scope));
            statement.reset();
            for (qsizetype i = 0; i < size; ++i)
                statement.bind(static_cast<int>(i) + 1, Value(ids[from + std::min(i, count - 1)]));
            while (statement.step()) {
                ViewRow row{statement.integer(0), statement.integer(1), {}};
                for (int i = 0; i < columns.size(); ++i)
                    row.values.append(statement.value(i + 2));
                found.insert(row.id, row);
            }
            statement.reset();
            from += count;
        }
        QVector<ViewRow> rows;
        rows.reserve(ids.size());
        for (const qint64 id : ids) {
            if (const auto row = found.constFind(id); row != found.cend())
                rows.append(*row);
        }
        return rows;
    });
}

} // namespace certdesk
