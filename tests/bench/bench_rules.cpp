// SPDX-License-Identifier: GPL-3.0-or-later
// P-8: the whole rule catalogue on 1,000,000 attempts, and one changed student checked again.
#include "models/domain/names.h"
#include "models/store/databasecreator.h"
#include "models/store/rules/findingstore.h"
#include "models/store/rules/rulecatalogue.h"
#include "models/store/session.h"
#include "tests/bench/benchtable.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace certdesk;
using namespace certdesk::bench;

namespace {

constexpr int students = 100000;
constexpr int attemptsAStudent = 10;
constexpr int certificates = 80;
constexpr int courses = 180;
constexpr int programs = 60;
constexpr int teachers = 240;
constexpr int proctors = 70;
constexpr int runs = 3;

template <class T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Rows of one table, straight into the engine: what is measured is reading.
class Rows
{
public:
    Rows(Connection &connection, EntityKind kind, const QStringList &fields)
        : m_insert(connection, QLatin1String(entityDef(kind).table), QStringList{QStringLiteral("id"), QStringLiteral("org_id"), QStringLiteral("version"), QStringLiteral("hash")} + fields)
    {
    }
    void add(qint64 id, const QVector<Value> &values)
    {
        m_insert.put(Value(id));
        m_insert.put(Value(1));
        m_insert.put(Value(1));
        m_insert.put(QByteArray(16, '\1'));
        for (const Value &value : values)
            m_insert.put(value);
        m_insert.endRow();
    }
    ~Rows() { m_insert.finish(); }

private:
    BulkInsert m_insert;
};

QStringList names(const char *list)
{
    return QString::fromLatin1(list).split(QLatin1Char(' '));
}

Value word(const char *prefix, qint64 number)
{
    return Value(QStringLiteral("%1%2").arg(QLatin1String(prefix)).arg(number, 5, 10, QLatin1Char('0')));
}

void fillLists(Connection &connection)
{
    Rows(connection, EntityKind::School, names("school_code name")).add(1, {word("S", 1), word("School ", 1)});
    Rows staff(connection, EntityKind::Staff, names("staff_id first_name last_name name_key"));
    for (qint64 i = 1; i <= teachers + proctors; ++i)
        staff.add(i, {word("T", i), word("First", i), word("Last", i), Value(normalizedName(QStringLiteral("First%1 Last%1").arg(i, 5, 10, QLatin1Char('0'))))});
    Rows provider(connection, EntityKind::Provider, names("school_year provider_name pass_policy fail_policy"));
    Rows certificate(connection, EntityKind::Certificate, names("school_year certificate_code certificate_name provider_name exam_family pass_is_earned"));
    Rows course(connection, EntityKind::Course, names("school_year course_number course_name program_code is_cte"));
    Rows program(connection, EntityKind::Program, names("school_year program_code program_name"));
    Rows assigned(connection, EntityKind::ProgramCertificate, names("program_id certificate_id"));
    qint64 id = 0;
    for (const qint64 year : {2026, 2027}) {
        for (qint64 i = 0; i < 4; ++i)
            provider.add(++id, {Value(year), word("Provider", i), Value(QStringLiteral("report-or-pdf")), Value(QStringLiteral("none"))});
        for (qint64 i = 0; i < certificates; ++i)
            certificate.add((year - 2026) * 1000 + i + 1, {Value(year), word("C", i), word("Certificate ", i), word("Provider", i % 4), word("F", i), Value(1)});
        for (qint64 i = 0; i < courses; ++i)
            course.add((year - 2026) * 1000 + i + 1, {Value(year), word("80", i), word("Course ", i), word("P", i % programs), Value(1)});
        for (qint64 i = 0; i < programs; ++i)
            program.add((year - 2026) * 1000 + i + 1, {Value(year), word("P", i), word("Program ", i)});
        for (qint64 p = 0; p < programs; ++p) {
            for (qint64 c = 0; c < certificates; ++c)
                assigned.add(++id, {Value((year - 2026) * 1000 + p + 1), Value((year - 2026) * 1000 + c + 1)});
        }
    }
}

void fillStudents(Connection &connection)
{
    Rows student(connection, EntityKind::Student, names("student_state_id first_name middle_name last_name school_id grade birth_date status name_key"));
    Rows enrollment(connection, EntityKind::Enrollment, names("student_id school_year school_id entry_date"));
    Rows group(connection, EntityKind::Group, names("school_id school_year kind group_name course_number course_name"));
    Rows groupStaff(connection, EntityKind::GroupStaff, names("group_id staff_id"));
    Rows member(connection, EntityKind::Member, names("group_id student_id"));
    const qint64 born = dayNumber(2011, 3, 1);
    for (qint64 i = 1; i <= students / 25; ++i) {
        group.add(i, {Value(1), Value(2027), Value(QStringLiteral("section")), word("Section ", i), word("80", i % courses), word("Course ", i % courses)});
        groupStaff.add(i, {Value(i), Value(1 + i % teachers)});
    }
    qint64 id = 0;
    for (qint64 i = 1; i <= students; ++i) {
        const QString name = QStringLiteral("Robin%1 Wren Alder%1").arg(i);
        student.add(i, {word("30000", i), Value(QStringLiteral("Robin%1").arg(i)), Value(QStringLiteral("Wren")), Value(QStringLiteral("Alder%1").arg(i)), Value(1),
                        Value(QStringLiteral("10")), Value(born + i % 300), Value(QStringLiteral("active")), Value(normalizedName(name))});
        for (const qint64 year : {2026, 2027})
            enrollment.add(i * 2 + year - 2026, {Value(i), Value(year), Value(1), Value(dayNumber(static_cast<int>(year) - 1, 8, 20))});
        for (qint64 g = 0; g < 2; ++g)
            member.add(++id, {Value(1 + (i * 7 + g * 131) % (students / 25)), Value(i)});
    }
}

void fillAttempts(Connection &connection)
{
    Rows attempt(connection, EntityKind::Attempt,
                 names("row_number student_id typed_name school_year school_id grade course_number course_name program_code teacher_id certificate_name certificate_code exam_family "
                       "exam_first exam_last exam_precision outcome earned_on proctor_id source provider_name entry_state entered_by verification transfer reporting typed_name_key"));
    Rows evidence(connection, EntityKind::Evidence, names("sha256 kind"));
    Rows link(connection, EntityKind::EvidenceLink, names("attempt_id evidence_id"));
    for (qint64 i = 1; i <= 1000; ++i)
        evidence.add(i, {word("e", i), Value(QStringLiteral("report-line"))});
    const qint64 start = dayNumber(2025, 9, 1);
    const Value entered(QStringLiteral("entered")), day(QStringLiteral("day"));
    qint64 id = 0;
    for (qint64 round = 0; round < attemptsAStudent; ++round) {
        for (qint64 s = 1; s <= students; ++s) {
            const qint64 certificate = (s * 3 + round / 2) % certificates;
            const qint64 when = start + round * 60 + s % 25;
            const qint64 year = schoolYearOf(when);
            const bool passed = round % 2 == 1;
            const qint64 course = (s + round) % courses;
            attempt.add(++id, {Value(id), Value(s), s % 3 ? Value() : Value(QStringLiteral("Alder%1, Robin%1").arg(s)), Value(year), Value(1), Value(QStringLiteral("10")), word("80", course),
                               word("Course ", course), word("P", course % programs), Value(1 + s % teachers), word("Certificate ", certificate), word("C", certificate), word("F", certificate), Value(when),
                               Value(when), day, Value(passed ? QStringLiteral("P") : QStringLiteral("F")), passed ? Value(when) : Value(), Value(teachers + 1 + s % proctors),
                               Value(QStringLiteral("teacher")), word("Provider", certificate % 4), entered, word("user", s % teachers), Value(passed ? QStringLiteral("verified") : QStringLiteral("unverified")),
                               Value(QStringLiteral("not-sent")), Value(QStringLiteral("not-due")),
                               s % 3 ? Value() : Value(normalizedName(QStringLiteral("Alder%1, Robin%1").arg(s)))});
            if (passed)
                link.add(id, {Value(id), Value(1 + id % 1000)});
        }
    }
}

std::unique_ptr<Session> filledDatabase(const DatabaseUrl &url)
{
    NewDatabase wanted;
    wanted.name = QStringLiteral("Bench District");
    wanted.code = QStringLiteral("D1");
    wanted.schoolYear = 2027;
    wanted.clockDay = QStringLiteral("2027-05-31");
    must(createDatabase(url, wanted));
    auto session = must(Session::open(url));
    session->actAsProgram();
    session->connection().begin();
    fillLists(session->connection());
    fillStudents(session->connection());
    fillAttempts(session->connection());
    session->connection().commit();
    session->connection().execute(QStringLiteral("ANALYZE"));
    return session;
}

void measureCatalogue(Session &session)
{
    CheckRunResult last;
    const auto scan = [&] {
        auto statement = session.connection().prepare(QStringLiteral("SELECT COUNT(*) FROM attempt WHERE reporting = 'sent' OR note IS NOT NULL"));
        return milliseconds([&] { statement->step(); });
    };
    const auto catalogue = [&] { return milliseconds([&] { last = must(runRules(session, {})); }) / static_cast<double>(builtInRules().size()); };
    const Pair pair = alternately(runs, catalogue, scan);
    for (const RuleOutcome &outcome : last.result.rules) {
        std::printf("  %s %lld ms, %lld findings%s\n", qPrintable(outcome.code), static_cast<long long>(outcome.milliseconds), static_cast<long long>(outcome.findings),
                    outcome.error ? " (could not be checked)" : "");
    }
    addRow(QStringLiteral("P-8 a rule on 1,000,000 attempts / one bare scan"), pair, 1.0);
}

void measureRecheck(Session &session)
{
    Recheck recheck(session);
    QVector<double> times;
    QHash<QString, QVector<double>> byRule;
    QVector<Finding> findings;
    for (qint64 i = 0; i < 1000; ++i) {
        const QSet<qint64> student{1 + (i * 7919) % students};
        for (const Rule &rule : builtInRules()) {
            const double spent = milliseconds([&] { recheck.run(rule, student, findings); });
            if (i >= 10) {
                times.append(spent);
                byRule[rule.code].append(spent);
            }
        }
    }
    std::sort(times.begin(), times.end());
    for (auto it = byRule.begin(); it != byRule.end(); ++it) {
        std::sort(it->begin(), it->end());
        std::printf("  %s %.3f ms median, %.3f ms p99\n", qPrintable(it.key()), it->at(it->size() / 2), it->at(it->size() * 99 / 100));
    }
    addRow(QStringLiteral("P-8 one changed student, a rule (median)"), {times[times.size() / 2], 0}, 0, QStringLiteral("ms"), 1.0);
    addRow(QStringLiteral("P-8 one changed student, a rule (p99)"), {times[times.size() * 99 / 100], 0}, 0, QStringLiteral("ms"), 1.0);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    DatabaseUrl url;
    url.path = folder.filePath(QStringLiteral("bench.db"));
    // A database kept between runs, while somebody works on a rule.
    if (const QString kept = qEnvironmentVariable("CERTDESK_BENCH_RULES"); !kept.isEmpty())
        url.path = kept;
    auto session = QFile::exists(url.path) ? must(Session::open(url)) : filledDatabase(url);
    session->actAsProgram();
    addHead();
    measureCatalogue(*session);
    measureRecheck(*session);
    return 0;
}
