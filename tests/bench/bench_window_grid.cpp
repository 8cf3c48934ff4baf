// SPDX-License-Identifier: GPL-3.0-or-later
// P-4, P-5, P-7: the grid over a million attempts: first paint and memory, jumps, sorting.
#include "models/store/storethread.h"
#include "models/tables/recordtable.h"
#include "tests/bench/benchdata.h"
#include "tests/bench/benchtable.h"
#include "ui/common/grid/grid.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/style.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QThread>
#include <QTemporaryDir>

using namespace certdesk;
using namespace certdesk::bench;

namespace {

const QStringList shown = QStringLiteral("student_name student_state_id grade school_name course_name course_number certificate_name certificate_code "
                                         "exam_date outcome score proctor evidence findings verification")
                              .split(QLatin1Char(' '));

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1024 * 1024);
}

void waitFor(const std::function<bool()> &done)
{
    // Asleep in between: a thread that asks all the time would take the processor from the one that works.
    while (!done()) {
        QCoreApplication::processEvents();
        QThread::usleep(200);
    }
}

/// The cells as the view asks for them, all of them in memory.
class MemoryTable : public QAbstractTableModel
{
public:
    explicit MemoryTable(const RecordTable &like) : m_view(like.view())
    {
        m_rows.reserve(4096);
        for (int row = 0; row < 4096; ++row) {
            QStringList cells;
            for (int column = 0; column < m_view.columns.size(); ++column)
                cells.append(QStringLiteral("%1 %2").arg(m_view.columns[column].title).arg(row * 37 % 1000));
            m_rows.append(cells);
        }
    }
    int rowCount(const QModelIndex &) const override { return attempts; }
    int columnCount(const QModelIndex &) const override { return static_cast<int>(m_view.columns.size()); }
    QVariant headerData(int section, Qt::Orientation, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_view.columns.value(section).title) : QVariant();
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::DisplayRole)
            return m_rows[index.row() % 4096][index.column()];
        if (role == RecordTable::TypeRole)
            return static_cast<int>(m_view.columns[index.column()].type);
        return role == RecordTable::StatusRole ? QVariant(index.row() % 5 ? QStringLiteral("verified") : QStringLiteral("unverified")) : QVariant();
    }

private:
    View m_view;
    QVector<QStringList> m_rows;
};

struct Window
{
    explicit Window(StoreThread *store) : grid(new RecordTable(store, QStringLiteral("attempts")), QStringLiteral("bench"), nullptr)
    {
        grid.setDefaultColumns(shown);
        grid.resize(1366, 768);
        grid.show();
    }
    bool isPainted() const { return grid.table()->rowCount() > 0 && grid.table()->index(0, 0).data(RecordTable::LoadedRole).toBool(); }
    Grid grid;
};

double firstPaint(StoreThread *store, bool full)
{
    return milliseconds([&] {
        Window window(store);
        if (full) {
            window.grid.start();
            waitFor([&] { return window.isPainted(); });
        }
        window.grid.view()->viewport()->repaint();
    });
}

QVector<double> jumps(QTableView *view, RecordTable *table)
{
    QRandomGenerator random(7);
    QVector<double> times;
    const int range = view->verticalScrollBar()->maximum();
    for (int i = 0; i < 300; ++i) {
        const int place = static_cast<int>(random.bounded(static_cast<quint32>(range)));
        times.append(milliseconds([&] {
            view->verticalScrollBar()->setValue(place);
            view->viewport()->repaint();
            while (table && !table->index(view->rowAt(view->viewport()->height() - 1), 0).data(RecordTable::LoadedRole).toBool()) {
                QCoreApplication::processEvents();
                view->viewport()->repaint();
            }
        }));
        QCoreApplication::processEvents();
    }
    return times;
}

double ninetyNinth(QVector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() * 99 / 100];
}

/// Jumps in `view` over the rows in memory, with columns and size of the grid.
QVector<double> jumpsInMemory(QTableView *view, const Window &window)
{
    MemoryTable memory(*window.grid.table());
    view->setModel(&memory);
    for (int i = 0; i < memory.columnCount({}); ++i) {
        view->setColumnHidden(i, window.grid.view()->isColumnHidden(i));
        view->setColumnWidth(i, window.grid.view()->columnWidth(i));
    }
    view->verticalHeader()->setDefaultSectionSize(window.grid.view()->verticalHeader()->defaultSectionSize());
    view->verticalHeader()->hide();
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->resize(window.grid.view()->size());
    view->show();
    view->viewport()->repaint();
    const QVector<double> times = jumps(view, nullptr);
    view->setModel(nullptr);
    return times;
}

void measureJumps(Window &window)
{
    QTableView stock;
    GridView own;
    const QVector<double> yardstick = jumpsInMemory(&stock, window);
    const QVector<double> ownInMemory = jumpsInMemory(&own, window);
    const QVector<double> ours = jumps(window.grid.view(), window.grid.table());
    addRow(QStringLiteral("P-5 jump anywhere in 1,000,000 rows and repaint, median"), {median(ours), median(yardstick)}, 1.25);
    addRow(QStringLiteral("P-5 the same against our own view over rows in memory"), {median(ours), median(ownInMemory)}, 0);
    addRow(QStringLiteral("P-5 the same, 99th percentile"), {ninetyNinth(ours), ninetyNinth(yardstick)}, 0, QStringLiteral("ms"), 16);
}

double orderByAlone(const DatabaseUrl &url, const QString &sql)
{
    auto connection = must(Connection::open(url, Connection::Mode::ReadOnly));
    return milliseconds([&] {
        auto statement = connection->prepare(sql);
        qint64 sum = 0;
        while (statement->step())
            sum += statement->integer(0);
        if (sum == 0)
            qFatal("nothing was sorted");
    });
}

void measureSort(Window &window, const DatabaseUrl &url, const QString &column, const QString &sql)
{
    const auto ours = [&] {
        ViewQuery query = window.grid.table()->query();
        query.sort = QStringList{column};
        return milliseconds([&] {
            window.grid.table()->setQuery(query);
            waitFor([&] { return window.grid.table()->isComplete(); });
        });
    };
    addRow(QStringLiteral("P-7 sort 1,000,000 rows by %1").arg(column), alternately(3, ours, [&] { return orderByAlone(url, sql); }), 1.3);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? QByteArray("offscreen") : qgetenv("QT_QPA_PLATFORM"));
    QApplication application(argc, argv);
    QApplication::setStyle(new Style);
    QTemporaryDir folder;
    const DatabaseUrl url = *DatabaseUrl::parse(folder.filePath(QStringLiteral("grid.db")));
    writeAttempts(url);
    StoreThread store;
    must(store.open(url).result());
    must(store.signIn(QStringLiteral("bench"), QStringLiteral("heron lantern quartz")).result());
    QCoreApplication::processEvents();

    firstPaint(&store, false);
    const Pair paint = alternately(5, [&] { return firstPaint(&store, true); }, [&] { return firstPaint(&store, false); });
    addRow(QStringLiteral("P-4 grid of 1,000,000 attempts: first paint above an empty window"), {paint.ours - paint.yardstick, paint.yardstick}, 0, QStringLiteral("ms"), 300);
    Window window(&store);
    window.grid.view()->viewport()->repaint();
    const double before = residentMegabytes();
    window.grid.start();
    waitFor([&] { return window.grid.table()->isComplete(); });
    window.grid.view()->viewport()->repaint();
    addRow(QStringLiteral("P-4 memory above an empty window, all rows there"), {residentMegabytes() - before, before}, 0, QStringLiteral("MiB"), 32);
    measureJumps(window);
    addRow(QStringLiteral("P-4 memory after 300 jumps"), {residentMegabytes() - before, before}, 0, QStringLiteral("MiB"), 32);
    measureSort(window, url, QStringLiteral("exam_date"), QStringLiteral("SELECT id FROM attempt WHERE (entry_state IS NULL OR entry_state <> 'void') ORDER BY exam_first, id"));
    measureSort(window, url, QStringLiteral("certificate_name"), QStringLiteral("SELECT id FROM attempt WHERE (entry_state IS NULL OR entry_state <> 'void') ORDER BY certificate_name, id"));
    measureSort(window, url, QStringLiteral("student_name"),
                QStringLiteral("SELECT t.id FROM attempt t JOIN student s ON s.id = t.student_id WHERE (t.entry_state IS NULL OR t.entry_state <> 'void') ORDER BY s.last_name || ', ' || s.first_name, t.id"));
    measureSort(window, url, QStringLiteral("-row_number"), QStringLiteral("SELECT id FROM attempt WHERE (entry_state IS NULL OR entry_state <> 'void') ORDER BY row_number DESC, id"));
    return 0;
}
