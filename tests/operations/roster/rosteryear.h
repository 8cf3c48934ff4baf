// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/rosteroperation.h"
#include "models/store/batch.h"
#include "models/store/contenthash.h"
#include "models/store/undo.h"
#include "tests/support/testdatabase.h"

#include <QTest>

namespace certdesk::test {

/// A high school "100" fed by the middle school "200", in the year before 2027-28; and what the tests of the roster
/// operations ask all the time.
struct RosterYear
{
    explicit RosterYear(Engine engine) : database(engine), session(database.session())
    {
        middle = school("200", "Birch Middle School", "06", "08", {});
        high = school("100", "Alder High School", "09", "12", QStringLiteral("{\"09\":[\"200\"]}"));
    }

    qint64 school(const char *code, const char *name, const char *low, const char *highest, const QString &feeders)
    {
        Record record(EntityKind::School);
        record.set("school_code", latin(code)).set("name", latin(name)).set("low_grade", latin(low)).set("high_grade", latin(highest));
        record.set("status", latin("active")).set("roster_source", latin("files")).set("feeders", Value(feeders));
        record.set("contact_name", latin("Pat Larch")).set("contact_email", latin("larch@district.example"));
        return insertRecord(*session, record);
    }
    qint64 student(const char *login, qint64 school, const char *grade, int graduatingYear)
    {
        Record record(EntityKind::Student);
        record.set("student_state_id", Value(QString::number(1000000001 + made++))).set("login", latin(login)).set("school_id", Value(school));
        record.set("first_name", latin("Robin")).set("last_name", Value(QString::fromLatin1(login).toUpper())).set("grade", latin(grade));
        record.set("graduating_year", Value(graduatingYear)).set("status", latin("active")).set("birth_date", Value(dayNumber(2012, 3, 4)));
        return insertRecord(*session, record);
    }
    qint64 assessment(qint64 student, const char *grade, const char *section, int number, const char *state = "scored", int year = 2027)
    {
        Record record(EntityKind::Assessment);
        record.set("student_id", Value(student)).set("school_year", Value(year)).set("grade", latin(grade)).set("section_name", latin(section));
        record.set("period_name", latin("Spring")).set("attempt_number", Value(number)).set("state", latin(state)).set("score", Value(61.5));
        return insertRecord(*session, record);
    }
    qint64 group(qint64 school, const char *name, int year, QVector<qint64> students)
    {
        Record record(EntityKind::Group);
        record.set("school_id", Value(school)).set("school_year", Value(year)).set("kind", latin("section")).set("group_name", latin(name)).set("status", latin("active"));
        const qint64 id = insertRecord(*session, record);
        for (const qint64 student : students) {
            Record member(EntityKind::Member);
            insertRecord(*session, member.set("group_id", Value(id)).set("student_id", Value(student)));
        }
        return id;
    }

    Result<PlannedRosterOperation> plan(const RosterRequest &request) { return planRosterOperation(*session, request, nullptr); }
    /// Plans and commits; the batch, 0 when there was nothing to do, -1 when it was refused.
    qint64 run(const RosterRequest &request)
    {
        const auto planned = plan(request);
        if (!planned) {
            refusal = planned.error();
            return -1;
        }
        last = *planned;
        const auto batch = commitRosterOperation(*session, *planned, nullptr);
        if (!batch)
            refusal = batch.error();
        return batch ? *batch : -1;
    }
    Record read(qint64 student) { return session->record(EntityKind::Student, student).value_or(Record(EntityKind::Student)); }
    QVector<Record> all(EntityKind kind) { return session->records(kind).value_or(QVector<Record>()); }
    QString hash() { return contentHash(*session)->sha256; }
    bool undo(qint64 batch, const UndoOptions &options = {})
    {
        UndoBatch command(batch, options);
        const auto done = session->apply(command);
        undone = command.plan();
        undoBatch = command.batchId();
        return done.has_value();
    }
    static Value latin(const char *text) { return Value(QString::fromLatin1(text)); }

    TestDatabase database;
    std::unique_ptr<Session> session;
    qint64 high = 0;
    qint64 middle = 0;
    int made = 0;
    PlannedRosterOperation last;
    Error refusal;
    UndoPlan undone;
    qint64 undoBatch = 0;
};

inline RosterRequest request(RosterRequest::Kind kind, const QStringList &students = {})
{
    RosterRequest wanted;
    wanted.kind = kind;
    wanted.students = students;
    wanted.reason = QStringLiteral("decided in the spring");
    return wanted;
}

} // namespace certdesk::test
