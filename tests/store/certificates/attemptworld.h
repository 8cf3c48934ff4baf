// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certificates/attemptcommands.h"
#include "models/store/certificates/attemptlookup.h"
#include "tests/support/testdatabase.h"

namespace certdesk::test {

/// A small district with two yearly catalogues: "Web Design" has another number each year, "Nursing" two in one year, "Web
/// Associate" was recoded for 2026-27, and program P2 has one of the two certificates assigned.
struct AttemptWorld
{
    explicit AttemptWorld(Session &session) : session(session)
    {
        school = addSchool(session, QStringLiteral("100"));
        student = addStudent(session, school, QStringLiteral("0000000001"), QStringLiteral("Alder"), QStringLiteral("Robin"), QStringLiteral("11"));
        other = addStudent(session, school, QStringLiteral("0000000002"), QStringLiteral("Castellano"), QStringLiteral("José"), QStringLiteral("12"));
        teacher = addStaff(session, QStringLiteral("T1"), QStringLiteral("teacher"), QStringLiteral("Teach"), QStringLiteral("Toni"));
        proctor = addStaff(session, QStringLiteral("T2"), QStringLiteral("proctor"), QStringLiteral("Watch"), QStringLiteral("Wil"));
        course(2026, "8001", "Web Design", "P1");
        course(2027, "9001", "Web Design", "P2");
        course(2027, "7001", "Nursing", "P3");
        course(2027, "7002", "Nursing", "P3");
        certificate(2026, "OLD01", "Web Associate");
        const qint64 web = certificate(2027, "NEW01", "Web Associate");
        office = certificate(2027, "OFF01", "Office Bundle");
        Record program(EntityKind::Program);
        program.set("school_year", Value(2027)).set("program_code", text("P2")).set("program_name", text("Web"));
        const qint64 programId = insertRecord(session, program);
        Record link(EntityKind::ProgramCertificate);
        insertRecord(session, link.set("program_id", Value(programId)).set("certificate_id", Value(web)));
    }

    static Value text(const char *value) { return Value(QString::fromUtf8(value)); }

    void course(qint64 year, const char *number, const char *title, const char *program)
    {
        Record record(EntityKind::Course);
        record.set("school_year", Value(year)).set("course_number", text(number)).set("course_name", text(title)).set("program_code", text(program));
        insertRecord(session, record.set("is_cte", Value(1)));
    }
    qint64 certificate(qint64 year, const char *code, const char *title)
    {
        Record record(EntityKind::Certificate);
        record.set("school_year", Value(year)).set("certificate_code", text(code)).set("certificate_name", text(title));
        record.set("exam_family", text(title)).set("provider_name", text("Certiport")).set("pass_is_earned", Value(1));
        return insertRecord(session, record);
    }
    AttemptFields usual(const char *day = "2027-03-03") const
    {
        return {{"student_id", Value(student)}, {"course_name", text("Web Design")}, {"certificate_name", text("Web Associate")},
                {"exam_date", text(day)}, {"outcome", text("P")}, {"proctor_id", Value(proctor)}};
    }
    /// An account with one role; sign in with TestDatabase::password().
    std::unique_ptr<Session> as(const QString &name, const QString &role, qint64 staff = 0)
    {
        Record account(EntityKind::Account);
        account.set("name", Value(name)).set("staff_id", staff == 0 ? Value() : Value(staff));
        const auto accounts = session.records(EntityKind::Account);
        for (const Record &admin : *accounts) {
            if (admin.text("name") == QLatin1String("admin"))
                account.set("password_hash", admin["password_hash"]);
        }
        const qint64 id = insertRecord(session, account);
        Record given(EntityKind::AccountRole);
        insertRecord(session, given.set("account_id", Value(id)).set("role", Value(role)));
        auto opened = Session::open(session.url());
        if (!opened || !(*opened)->signIn(name, TestDatabase::password()))
            qFatal("%s cannot sign in", qPrintable(name));
        return std::move(*opened);
    }

    Session &session;
    qint64 school = 0;
    qint64 student = 0;
    qint64 other = 0;
    qint64 teacher = 0;
    qint64 proctor = 0;
    qint64 office = 0;
};

inline Result<Record> add(Session &session, const AttemptFields &fields)
{
    AddAttempt command(fields);
    const auto done = session.apply(command);
    return done ? Result<Record>(command.result().attempt) : Result<Record>(tl::unexpected(done.error()));
}

} // namespace certdesk::test
