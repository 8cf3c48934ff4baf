// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scopefixture.h"

#include "models/store/accounts/accounts.h"

namespace certdesk::test {

namespace {

using E = EntityKind;

Value text(const QString &value)
{
    return Value(value);
}

qint64 addGroup(Session &session, qint64 school, qint64 staff, qint64 student, const QString &name)
{
    Record group(E::Group);
    group.set("school_id", Value(school)).set("school_year", Value(2027)).set("kind", text(QStringLiteral("section")));
    group.set("group_name", text(name)).set("course_number", text(QStringLiteral("CS1"))).set("section_number", text(name));
    const qint64 id = insertRecord(session, group);
    Record teaches(E::GroupStaff);
    teaches.set("group_id", Value(id)).set("staff_id", Value(staff));
    insertRecord(session, teaches);
    Record member(E::Member);
    member.set("group_id", Value(id)).set("student_id", Value(student));
    insertRecord(session, member);
    Record enrollment(E::Enrollment);
    enrollment.set("student_id", Value(student)).set("school_year", Value(2027)).set("school_id", Value(school)).set("grade", text(QStringLiteral("10")));
    insertRecord(session, enrollment);
    return id;
}

qint64 addAttempt(Session &session, int row, qint64 school, qint64 staff, qint64 student, const QString &word)
{
    Record attempt(E::Attempt);
    attempt.set("row_number", Value(row)).set("student_id", Value(student)).set("school_year", Value(2027)).set("school_id", Value(school));
    attempt.set("teacher_id", Value(staff)).set("certificate_code", text(QStringLiteral("IT100"))).set("certificate_name", text(QStringLiteral("Cert ") + word));
    attempt.set("note", text(word)).set("exam_first", Value(dayNumber(2027, 3, 1))).set("exam_last", Value(dayNumber(2027, 3, 1)));
    attempt.set("outcome", text(QStringLiteral("P"))).set("earned_on", Value(dayNumber(2027, 3, 1))).set("entered_by", text(QStringLiteral("clerk")));
    const qint64 id = insertRecord(session, attempt);
    Record evidence(E::Evidence);
    evidence.set("sha256", text(QStringLiteral("00") + word)).set("kind", text(QStringLiteral("pdf"))).set("file_name", text(word + QStringLiteral(".pdf")));
    evidence.set("uploaded_by", text(QStringLiteral("clerk")));
    const qint64 file = insertRecord(session, evidence);
    Record link(E::EvidenceLink);
    link.set("attempt_id", Value(id)).set("evidence_id", Value(file));
    insertRecord(session, link);
    return id;
}

/// A batch with an issue and a finding about the student, as an import and a check leave them.
void addBookkeeping(Session &session, int number, qint64 school, qint64 student, qint64 attempt, const QString &person, const QString &word)
{
    Connection &connection = session.connection();
    connection.begin();
    connection.prepared(QStringLiteral("INSERT INTO batch (id, kind, state, person, started_at, file_name) VALUES (?, 'students', 'committed', ?, 1, ?)"))
        .run(Value(number), Value(person), Value(word));
    connection.prepared(QStringLiteral("INSERT INTO issue (id, batch_id, school_id, row_number, code, value, message, state) VALUES (?, ?, ?, 2, 'C05', ?, ?, 'open')"))
        .run(Value(number), Value(number), Value(school), Value(word), Value(word));
    const auto finding = [&](int id, const char *entity, qint64 record) {
        connection.prepared(QStringLiteral("INSERT INTO finding (id, rule_code, severity, entity, record_id, record_key, message, found_at) VALUES (?, 'RO-01', 'WARNING', ?, ?, '{}', ?, 1)"))
            .run(Value(id), Value(QString::fromLatin1(entity)), Value(record), Value(word));
    };
    finding(2 * number, "student", student);
    finding(2 * number + 1, "attempt", attempt);
    // What comes later gets numbers of its own.
    for (const char *table : {"batch", "issue", "finding"})
        connection.prepared(QStringLiteral("INSERT INTO id_head (name, next_id) VALUES (?, 100) ON CONFLICT (name) DO UPDATE SET next_id = excluded.next_id"))
            .run(Value(QString::fromLatin1(table)));
    connection.commit();
}

void addCertification(Session &session)
{
    Record category(E::Category);
    category.set("name", text(QStringLiteral("Category ") + ScopeFixture::hiddenFromTeacher())).set("level", text(QStringLiteral("school")));
    category.set("active", Value::flag(true));
    const qint64 categoryId = insertRecord(session, category);
    Record event(E::Event);
    event.set("name", text(QStringLiteral("Event ") + ScopeFixture::hiddenFromTeacher())).set("school_year", Value(2027));
    event.set("status", text(QStringLiteral("published"))).set("category_id", Value(categoryId));
    const qint64 eventId = insertRecord(session, event);
    for (const auto &[school, word] : {QPair{QStringLiteral("100"), ScopeFixture::hiddenFromTeacher()},
                                       QPair{QStringLiteral("200"), ScopeFixture::hiddenFromTeacher() + ScopeFixture::hiddenFromSchool()}}) {
        Record participation(E::Participation);
        participation.set("event_id", Value(eventId)).set("organization_code", text(QStringLiteral("D1"))).set("school_code", text(school));
        participation.set("status", text(QStringLiteral("PST_NONE"))).set("round", Value(1)).set("reason", text(word)).set("decided_by", text(word));
        const qint64 id = insertRecord(session, participation);
        Record result(E::ResultEntry);
        result.set("participation_id", Value(id)).set("kind", text(QStringLiteral("validation"))).set("title", text(word));
        result.set("status", text(QStringLiteral("done"))).set("requested_by", text(QStringLiteral("clerk"))).set("requested_at", Value(id));
        insertRecord(session, result);
        Record member(E::CategoryMember);
        member.set("category_id", Value(categoryId)).set("person", text(word)).set("role", text(QStringLiteral("certifier")));
        member.set("organization_code", text(QStringLiteral("D1"))).set("school_code", text(school));
        insertRecord(session, member);
    }
    Record message(E::Message);
    message.set("person", text(QStringLiteral("clerk"))).set("process", text(QStringLiteral("certification")));
    message.set("title", text(ScopeFixture::hiddenFromTeacher() + ScopeFixture::hiddenFromSchool())).set("created_at", Value(1));
    insertRecord(session, message);
}

} // namespace

void addAccount(Session &session, const QString &name, const QString &role, const QStringList &schoolCodes, const QString &databaseLogin)
{
    NewAccount wanted;
    wanted.name = name;
    wanted.password = ScopeFixture::password();
    wanted.mustChange = false;
    wanted.roles = {{role, schoolCodes}};
    wanted.databaseLogin = databaseLogin;
    AddUser command(wanted);
    const auto done = session.apply(command);
    if (!done)
        qFatal("account %s: %s", qPrintable(name), qPrintable(done.error().message));
}

ScopeFixture::ScopeFixture(const TestDatabase &database)
{
    const auto program = database.programSession();
    Session &session = *program;
    const QString hidden = hiddenFromTeacher();
    const QString far = hidden + hiddenFromSchool();
    firstSchool = addSchool(session, QStringLiteral("100"));
    secondSchool = addSchool(session, QStringLiteral("200"));
    const qint64 ada = addStaff(session, QStringLiteral("S1"), QStringLiteral("ada"), QStringLiteral("Alder"), QStringLiteral("Ada"));
    const qint64 bea = addStaff(session, QStringLiteral("S2"), QStringLiteral("bea"), QStringLiteral("Birch") + hidden, QStringLiteral("Bea"));
    const qint64 cleo = addStaff(session, QStringLiteral("S3"), QStringLiteral("cleo"), QStringLiteral("Cedar") + far, QStringLiteral("Cleo"));
    for (const auto &[staff, school] : {QPair{ada, firstSchool}, QPair{bea, firstSchool}, QPair{cleo, secondSchool}}) {
        Record at(E::StaffSchool);
        at.set("staff_id", Value(staff)).set("school_id", Value(school));
        insertRecord(session, at);
    }
    ownStudent = addStudent(session, firstSchool, QStringLiteral("1000000001"), QStringLiteral("Fir"));
    otherStudent = addStudent(session, firstSchool, QStringLiteral("1000000002"), QStringLiteral("Gorse") + hidden);
    farStudent = addStudent(session, secondSchool, QStringLiteral("1000000003"), QStringLiteral("Hazel") + far);
    addGroup(session, firstSchool, ada, ownStudent, QStringLiteral("Own"));
    addGroup(session, firstSchool, bea, otherStudent, QStringLiteral("Other") + hidden);
    addGroup(session, secondSchool, cleo, farStudent, QStringLiteral("Far") + far);
    ownAttempt = addAttempt(session, 1, firstSchool, ada, ownStudent, QStringLiteral("own"));
    otherAttempt = addAttempt(session, 2, firstSchool, bea, otherStudent, hidden);
    farAttempt = addAttempt(session, 3, secondSchool, cleo, farStudent, far);
    addBookkeeping(session, 1, firstSchool, otherStudent, otherAttempt, QStringLiteral("bea"), hidden);
    addBookkeeping(session, 2, secondSchool, farStudent, farAttempt, QStringLiteral("cleo"), far);
    addCertification(session);
    addAccount(session, QStringLiteral("ada"), QStringLiteral("teacher"));
    addAccount(session, QStringLiteral("head"), QStringLiteral("administrator"), {QStringLiteral("100")});
    addAccount(session, QStringLiteral("clerk"), QStringLiteral("cte-director"));
    addAccount(session, QStringLiteral("tess"), QStringLiteral("it-department"));
    addAccount(session, QStringLiteral("bea-") + hidden, QStringLiteral("teacher"));
    addAccount(session, QStringLiteral("far-") + far, QStringLiteral("administrator"), {QStringLiteral("200")});
}

} // namespace certdesk::test
