// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/listexport.h"

#include "models/domain/progress.h"
#include "models/operations/celltext.h"
#include "models/reports/csvwriter.h"
#include "models/reports/xlsxwriter.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk {

namespace {

constexpr qsizetype rowsAStep = 1000;
constexpr int rowId = -1;

QString tr(const char *text)
{
    return QCoreApplication::translate("ListExport", text);
}

QVector<int> columnsOf(const View &view, const QStringList &names)
{
    QVector<int> columns;
    if (names.isEmpty()) {
        for (int i = 0; i < view.columns.size(); ++i)
            columns.append(i);
        return columns;
    }
    for (const QString &name : names) {
        const int index = view.columnIndex(name);
        if (index < 0 && name != QLatin1String("id"))
            fail(Error::Kind::Invalid, QStringLiteral("NO-COLUMN"), tr("The list \"%1\" has no column \"%2\".").arg(view.name, name),
                 tr("Its columns are: %1.").arg([&view] {
                     QStringList all;
                     for (const ViewColumn &column : view.columns)
                         all.append(column.name);
                     return all.join(QLatin1Char(' '));
                 }()));
        columns.append(index < 0 ? rowId : index);
    }
    return columns;
}

ListRows readPage(Session &session, const ListSelection &selection, Progress *progress)
{
    const View *view = viewByName(selection.query.view);
    if (!view)
        fail(Error::Kind::Invalid, QStringLiteral("NO-LIST"), tr("There is no list \"%1\".").arg(selection.query.view));
    ListRows page;
    page.columns = columnsOf(*view, selection.columns);
    ViewReader reader(session);
    QVector<qint64> ids = orFail(reader.ids(selection.query));
    page.total = ids.size();
    if (selection.limit >= 0 && selection.limit < ids.size())
        ids.resize(selection.limit);
    QVector<int> stored = page.columns;
    stored.removeAll(rowId);
    for (qsizetype from = 0; from < ids.size(); from += rowsAStep) {
        if (progress && progress->isCancelled())
            throw StoreFailure{Progress::cancelledError().value()};
        page.rows.append(orFail(reader.rows(*view, ids.mid(from, rowsAStep), stored)));
        if (progress)
            progress->report(tr("Reading"), page.rows.size(), ids.size());
    }
    if (const qsizetype at = page.columns.indexOf(rowId); at >= 0) {
        for (ViewRow &row : page.rows)
            row.values.insert(at, Value(row.id));
    }
    return page;
}

/// What left the database, without any of its values (S-031).
class NoteExport : public Command
{
public:
    NoteExport(const ListSelection &selection, qint64 rows, ExportFormat format) : m_selection(selection), m_rows(rows), m_format(format) {}
    QString name() const override { return QStringLiteral("Export"); }
    Right right() const override { return Right::Export; }
    void perform(Transaction &transaction) override
    {
        QJsonArray filters;
        for (const ViewFilter &filter : m_selection.query.filters)
            filters.append(filter.column);
        transaction.note(name(), {{QStringLiteral("list"), m_selection.query.view},
                                  {QStringLiteral("filteredBy"), filters},
                                  {QStringLiteral("columns"), QJsonArray::fromStringList(m_selection.columns)},
                                  {QStringLiteral("format"), m_format == ExportFormat::Csv ? QStringLiteral("csv") : QStringLiteral("xlsx")},
                                  {QStringLiteral("rows"), m_rows}});
    }

private:
    const ListSelection &m_selection;
    qint64 m_rows;
    ExportFormat m_format;
};

template <class Writer> void writeRows(Writer &writer, const View &view, const ListRows &page)
{
    for (const ViewRow &row : page.rows) {
        QVector<Value> cells;
        for (qsizetype i = 0; i < row.values.size(); ++i)
            cells.append(page.columns[i] == rowId ? row.values[i] : cellForExport(view.columns[page.columns[i]].type, row.values[i]));
        writer.row(cells);
    }
}

} // namespace

Result<ListRows> readList(Session &session, const ListSelection &selection, Progress *progress)
{
    return session.read<ListRows>([&](Connection &) { return readPage(session, selection, progress); });
}

Result<qint64> exportList(Session &session, const ListSelection &selection, ExportFormat format, const QString &path, Progress *progress)
{
    if (const Done allowed = session.require(Right::Export); !allowed)
        return tl::unexpected(allowed.error());
    const auto page = readList(session, selection, progress);
    if (!page)
        return tl::unexpected(page.error());
    const View &view = *viewByName(selection.query.view);
    QVector<SheetColumn> columns;
    for (const int column : page->columns)
        columns.append(column == rowId ? SheetColumn{QStringLiteral("id"), true}
                                       : SheetColumn{view.columns[column].name, isNumberColumn(view.columns[column].type)});
    // The file appears only after its journal entry is stored.
    const auto finish = [&](auto &writer) -> Result<qint64> {
        writeRows(writer, view, *page);
        NoteExport note(selection, page->rows.size(), format);
        if (const auto noted = session.apply(note, progress); !noted)
            return tl::unexpected(noted.error());
        if (const Done done = writer.finish(); !done)
            return tl::unexpected(done.error());
        return page->rows.size();
    };
    if (format == ExportFormat::Csv) {
        CsvWriter writer(path, columns);
        return finish(writer);
    }
    XlsxWriter writer(path);
    writer.sheet(view.name, columns);
    return finish(writer);
}

} // namespace certdesk
