// SPDX-License-Identifier: GPL-3.0-or-later
// P-1, P-2, P-3: import of a roster, its dry run, its undo, on both engines. P-15: the same import of ten times the rows
// (--scale: of a million; else a tenth is compared with the whole).
#include "models/intake/plan.h"
#include "models/store/batch.h"
#include "models/store/contenthash.h"
#include "models/store/databasecreator.h"
#include "models/store/safekeeping.h"
#include "models/store/session.h"
#include "models/store/undo.h"
#include "tests/bench/benchtable.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUuid>
#include <ctime>
#include <utility>

using namespace certdesk;
using namespace certdesk::bench;

namespace {

constexpr int schools = 50;
int runs = 5;
int rows = 100000; ///< fewer only to look at a profile: the goals are for 100,000

template <class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

QString pick(const char *const *words, int count, int seed)
{
    return QString::fromUtf8(words[((seed * 7919) >> 3) % count]);
}

/// A roster of twenty columns, as an SIS exports it; invented people.
void writeRoster(const QString &path)
{
    static const char *const first[] = {"Robin", "Kim", "Sasha", "José", "Zoë", "Alex", "Jordan", "Maria", "Noah", "Ngọc", "Li", "Amina"};
    static const char *const last[] = {"Alder", "Birch", "Cedar", "O'Hawthorn", "Núñez", "Elm-Fir", "Juniper", "Larch", "Maple", "Oak", "Rowan"};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the roster");
    file.write("student_state_id,local_id,login,first_name,middle_name,last_name,birth_date,gender,email,school_code,grade,"
               "graduating_year,entry_date,phone,address,race,iep,section_504,el,lunch\n");
    for (int i = 0; i < rows; ++i) {
        const int grade = 9 + i % 4;
        const QString firstName = pick(first, std::size(first), i);
        const QString line =
            QStringLiteral("%1,%2,pupil%2,%3,%4,%5,%6-%7-%8,%9,").arg(3000000000LL + i).arg(100000 + i).arg(firstName, pick(first, std::size(first), i + 5), pick(last, std::size(last), i))
                .arg(2027 - 6 - grade).arg(1 + i % 12, 2, 10, QLatin1Char('0')).arg(1 + i % 28, 2, 10, QLatin1Char('0')).arg(i % 2 ? QLatin1String("F") : QLatin1String("M"))
            + QStringLiteral("pupil%1@d1.example,S%2,%3,%4,2026-08-%5,555-0%6,\"%7 Orchard Lane, Millbrook\",%8,%9,N,")
                  .arg(100000 + i).arg(100 + i % schools).arg(grade, 2, 10, QLatin1Char('0')).arg(2027 + 12 - grade).arg(10 + i % 18).arg(100 + i % 100).arg(1 + i % 900)
                  .arg(1 + i % 7).arg(i % 9 ? QLatin1String("N") : QLatin1String("Y"))
            + QStringLiteral("%1,%2\n").arg(i % 11 ? QLatin1String("N") : QLatin1String("Y"), i % 3 ? QLatin1String("F") : QLatin1String("P"));
        file.write(line.toUtf8());
    }
}

/// Milliseconds of processor time so far: on a machine that others use, too, it says more than the clock.
double processor()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

NewDatabase district()
{
    NewDatabase wanted;
    wanted.name = QStringLiteral("Bench District");
    wanted.code = QStringLiteral("D1");
    wanted.schoolYear = 2027;
    wanted.clockDay = QStringLiteral("2027-05-31");
    return wanted;
}

std::unique_ptr<Session> newDatabase(const DatabaseUrl &url)
{
    must(createDatabase(url, district()));
    auto session = must(Session::open(url));
    session->actAsProgram();
    QVector<RowChange> changes;
    const EntityDef &def = entityDef(EntityKind::School);
    for (int i = 0; i < schools; ++i)
        changes.append({RowChange::Operation::Create, EntityKind::School, 0, 0,
                        {{def.index("school_code"), Value(QStringLiteral("S%1").arg(100 + i))},
                         {def.index("name"), Value(QStringLiteral("School %1").arg(i))},
                         {def.index("low_grade"), Value(QStringLiteral("09"))},
                         {def.index("high_grade"), Value(QStringLiteral("12"))},
                         {def.index("status"), Value(QStringLiteral("active"))}}});
    ApplyChanges add(QStringLiteral("AddSchools"), Right::EditRoster, changes);
    must(session->apply(add));
    return session;
}

ImportPlan planOf(Session &session, const QString &path)
{
    const Table table = must(readTableFile(path));
    const ImportKind &kind = *importKind(QStringLiteral("students"));
    MappingOptions wanted;
    wanted.schoolYear = 2027;
    const Mapping mapping = matchColumns(table, kind, wanted);
    ImportOptions options;
    options.schoolYear = 2027;
    options.today = session.today();
    PresentData present;
    for (const EntityKind needed : recordsNeeded(kind))
        present.of(needed) = must(session.records(needed));
    return must(planImport(table, mapping, options, present));
}

qint64 import(Session &session, const QString &path, bool withPhases)
{
    ImportPlan plan;
    const double start = processor();
    const double planning = milliseconds([&] { plan = planOf(session, path); });
    if (plan.heldBack() > 0 || plan.isRefused())
        qFatal("the roster of the benchmark is not clean");
    const double planned = processor();
    BatchInfo info;
    info.kind = QStringLiteral("students");
    info.fileSha256 = plan.file.sha256;
    CommitBatch commit(QStringLiteral("ImportStudents"), Right::ImportRoster, info, plan.changes);
    const double writing = milliseconds([&] { must(session.apply(commit)); });
    if (withPhases)
        std::printf("  plan %.0f ms (processor %.0f), commit of %lld changes %.0f ms (processor %.0f)\n", planning, planned - start,
                    static_cast<long long>(plan.changes.size()), writing, processor() - planned);
    return commit.batchId();
}

/// The shell's .import of the same file into a table with the same indexes.
double shellImport(const QString &shell, const QString &csv, const QString &database)
{
    const QByteArray script =
        "CREATE TABLE student (student_state_id TEXT, local_id TEXT, login TEXT, first_name TEXT, middle_name TEXT, last_name TEXT, birth_date TEXT, "
        "gender TEXT, email TEXT, school_code TEXT, grade TEXT, graduating_year INTEGER, entry_date TEXT, phone TEXT, address TEXT, race TEXT, iep TEXT, "
        "section_504 TEXT, el TEXT, lunch TEXT);\n"
        "CREATE INDEX student_school_id ON student (school_code);\nCREATE INDEX student_state_id ON student (student_state_id);\n"
        "CREATE UNIQUE INDEX student_login ON student (login);\nCREATE INDEX student_name ON student (last_name, first_name);\n";
    QProcess prepare;
    prepare.start(shell, {database});
    prepare.write(script);
    prepare.closeWriteChannel();
    prepare.waitForFinished(-1);
    return milliseconds([&] {
        QProcess process;
        process.start(shell, {database});
        process.write(QStringLiteral(".mode csv\n.import --skip 1 \"%1\" student\n").arg(csv).toUtf8());
        process.closeWriteChannel();
        process.waitForFinished(-1);
        if (process.exitCode() != 0)
            qFatal("the sqlite3 shell failed");
    });
}

void measureSqlite(const QString &csv, const QTemporaryDir &folder)
{
    const QString shell = QStandardPaths::findExecutable(QStringLiteral("sqlite3"));
    QVector<double> imports;
    QVector<double> undos;
    QVector<double> dryRuns;
    int number = 0;
    const auto ours = [&] {
        DatabaseUrl url;
        url.path = folder.filePath(QStringLiteral("ours%1.db").arg(++number));
        double spent = 0;
        {
            auto session = newDatabase(url);
            qint64 batch = 0;
            spent = milliseconds([&] { batch = import(*session, csv, true); });
            imports.append(spent);
            dryRuns.append(milliseconds([&] { planOf(*session, csv); }));
            UndoBatch undo(batch, {});
            undos.append(milliseconds([&] { must(session->apply(undo)); }));
            if (undo.plan().kept != 0 || undo.plan().reverted < rows)
                qFatal("the undo kept something");
        }
        QFile::remove(url.path);
        return spent;
    };
    const auto yardstick = [&] {
        const QString path = folder.filePath(QStringLiteral("shell%1.db").arg(++number));
        const double spent = shell.isEmpty() ? 0 : shellImport(shell, csv, path);
        QFile::remove(path);
        return spent;
    };
    const Pair pair = alternately(runs, ours, yardstick);
    const double parsing = milliseconds([&] { must(readTableFile(csv)); });
    addRow(QStringLiteral("P-1 import of 100,000 roster rows / sqlite3 .import"), pair, 1.1);
    addRow(QStringLiteral("P-2 dry run against 100,000 students / parsing"), {median(dryRuns), parsing}, 0, QStringLiteral("ms"), 3000);
    addRow(QStringLiteral("P-3 undo of that import / the import"), {median(undos), median(imports)}, 1.0);
}

double importOf(int count, const QTemporaryDir &folder)
{
    const int before = std::exchange(rows, count);
    const QString csv = folder.filePath(QStringLiteral("scaled.csv"));
    writeRoster(csv);
    DatabaseUrl url;
    url.path = folder.filePath(QStringLiteral("scaled.db"));
    double spent = 0;
    {
        auto session = newDatabase(url);
        spent = milliseconds([&] { import(*session, csv, false); });
    }
    QFile::remove(url.path);
    rows = before;
    return spent;
}

void measureGrowth(const QTemporaryDir &folder, bool toAMillion)
{
    const int fewer = toAMillion ? rows : rows / 10;
    const Pair pair = alternately(toAMillion ? 1 : runs, [&] { return importOf(10 * fewer, folder); }, [&] { return importOf(fewer, folder); });
    addRow(QStringLiteral("P-15 import of %1 rows / of %2").arg(10 * fewer).arg(fewer), pair, 11.0);
}

void measurePostgresql(const QString &csv)
{
    const QString server = qEnvironmentVariable("CERTDESK_TEST_POSTGRESQL");
    if (server.isEmpty())
        return;
    const DatabaseUrl maintenance = must(DatabaseUrl::parse(server));
    DatabaseUrl url = maintenance;
    url.name = QStringLiteral("bench_") + QUuid::createUuid().toString(QUuid::Id128);
    must(Connection::open(maintenance, Connection::Mode::ReadWrite))->execute(QStringLiteral("CREATE DATABASE %1").arg(url.name));
    {
        auto session = newDatabase(url);
        qint64 batch = 0;
        const double imported = milliseconds([&] { batch = import(*session, csv, true); });
        UndoBatch undo(batch, {});
        const double undone = milliseconds([&] { must(session->apply(undo)); });
        addRow(QStringLiteral("P-1 the same import on PostgreSQL (no yardstick)"), {imported, 0}, 0);
        addRow(QStringLiteral("P-3 its undo on PostgreSQL / the import"), {undone, imported}, 1.0);
    }
    must(Connection::open(maintenance, Connection::Mode::ReadWrite))->execute(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(url.name));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto number = [&application](const char *option, int otherwise) {
        const QStringList arguments = application.arguments();
        const qsizetype at = arguments.indexOf(QLatin1String(option));
        return at > 0 && at + 1 < arguments.size() ? arguments[at + 1].toInt() : otherwise;
    };
    runs = number("--runs", runs);
    rows = number("--rows", rows);
    const QTemporaryDir folder;
    const QString csv = folder.filePath(QStringLiteral("roster.csv"));
    writeRoster(csv);
    addHead();
    measureSqlite(csv, folder);
    measureGrowth(folder, application.arguments().contains(QLatin1String("--scale")));
    if (!application.arguments().contains(QLatin1String("--sqlite")))
        measurePostgresql(csv);
    return 0;
}
