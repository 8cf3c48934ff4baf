// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchdata.h"

#include "models/store/databasecreator.h"
#include "models/store/rowcodec.h"
#include "models/store/session.h"

namespace certdesk::bench {

namespace {

Value text(const QString &value)
{
    return Value(value);
}

class Filler
{
public:
    explicit Filler(Connection &connection) : m_connection(connection) {}

    void write(const Record &wanted)
    {
        Record record = wanted;
        record.organization = 1;
        record.version = 1;
        deriveFields(record);
        if (!m_rows || m_kind != record.kind) {
            finish();
            m_kind = record.kind;
            m_rows = std::make_unique<BulkInsert>(m_connection, QLatin1String(record.def().table), insertColumns(record.def()));
        }
        m_rows->put(Value(record.id));
        m_rows->put(Value(record.organization));
        m_rows->put(Value(record.version));
        m_rows->put(rowHash(record));
        for (const Value &value : std::as_const(record.values))
            m_rows->put(value);
        m_rows->endRow();
    }
    void finish()
    {
        if (m_rows)
            m_rows->finish();
        m_rows.reset();
    }

private:
    Connection &m_connection;
    EntityKind m_kind = EntityKind::None;
    std::unique_ptr<BulkInsert> m_rows;
};

Record record(EntityKind kind, qint64 id)
{
    Record made(kind);
    made.id = id;
    return made;
}

Record attempt(qint64 id)
{
    static const char *const certificates[] = {"CIW Internet Business Foundations", "IC3 Digital Literacy Level 1", "ServSafe Manager", "Web Associate"};
    Record row = record(EntityKind::Attempt, id);
    const qint64 kind = id % 4;
    row.set("row_number", Value(id)).set("student_id", Value(1 + (id * 7919) % students)).set("school_year", Value(2024 + id % 4));
    row.set("school_id", Value(1 + id % 40)).set("grade", text(QString::number(9 + kind))).set("course_number", text(QStringLiteral("90%1").arg(id % 90, 2, 10, QLatin1Char('0'))));
    row.set("course_name", text(QStringLiteral("Course of study number %1").arg(id % 90))).set("certificate_name", text(QString::fromLatin1(certificates[kind])));
    row.set("certificate_code", text(QStringLiteral("CERT%1").arg(kind, 3, 10, QLatin1Char('0')))).set("exam_family", text(QStringLiteral("family %1").arg(kind)));
    const qint64 day = dayNumber(2023, 8, 1) + (id * 31) % 1400;
    row.set("exam_first", Value(day)).set("exam_last", Value(day)).set("exam_precision", text(QStringLiteral("day")));
    row.set("outcome", text(id % 3 ? QStringLiteral("P") : QStringLiteral("F"))).set("score", Value(static_cast<double>(400 + id % 600)));
    row.set("proctor_id", Value(1 + id % 200)).set("entry_state", text(QStringLiteral("entered")));
    return row.set("verification", text(id % 5 ? QStringLiteral("verified") : QStringLiteral("unverified")));
}

} // namespace

void writeAttempts(const DatabaseUrl &url)
{
    NewDatabase wanted;
    wanted.name = QStringLiteral("Bench District");
    wanted.code = QStringLiteral("D1");
    wanted.schoolYear = 2027;
    wanted.adminName = QStringLiteral("bench");
    wanted.adminPassword = QStringLiteral("heron lantern quartz");
    must(createDatabase(url, wanted));
    auto session = must(Session::open(url));
    session->actAsProgram();
    Connection &connection = session->connection();
    connection.begin();
    Filler filler(connection);
    for (qint64 id = 1; id <= 40; ++id)
        filler.write(record(EntityKind::School, id).set("school_code", text(QStringLiteral("S%1").arg(id))).set("name", text(QStringLiteral("High School %1").arg(id))));
    for (qint64 id = 1; id <= 200; ++id)
        filler.write(record(EntityKind::Staff, id).set("staff_id", text(QString::number(id))).set("last_name", text(QStringLiteral("Proctor%1").arg(id))).set("first_name", text(QStringLiteral("Kim"))));
    for (qint64 id = 1; id <= students; ++id) {
        Record student = record(EntityKind::Student, id);
        student.set("school_id", Value(1 + id % 40)).set("student_state_id", text(QStringLiteral("%1").arg(id, 10, 10, QLatin1Char('0'))));
        filler.write(student.set("last_name", text(QStringLiteral("Alder%1").arg((id * 37) % students))).set("first_name", text(QStringLiteral("Robin"))));
    }
    for (qint64 id = 1; id <= attempts; ++id)
        filler.write(attempt(id));
    filler.finish();
    connection.commit();
    connection.execute(QStringLiteral("ANALYZE"));
}

} // namespace certdesk::bench
