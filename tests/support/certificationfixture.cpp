// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificationfixture.h"

#include "models/store/accounts/password.h"
#include "models/store/certification/categorycommands.h"
#include "models/store/certification/eventcommands.h"
#include "models/store/migrator.h"
#include "models/store/mirror.h"

#include <QTest>

namespace certdesk::test {

namespace {

template <class T> void must(const Result<T> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s %s", what, qPrintable(result.error().code), qPrintable(result.error().message), qPrintable(result.error().detail));
}

void insert(Session &session, Record record)
{
    insertRecord(session, std::move(record));
}

} // namespace

NewDatabase CertificationFixture::stateDefaults()
{
    NewDatabase wanted = TestDatabase::defaults();
    wanted.isState = true;
    wanted.name = QStringLiteral("State of Test");
    wanted.code = QStringLiteral("ST");
    return wanted;
}

EventDocument CertificationFixture::document()
{
    EventDocument document;
    document.name = QStringLiteral("Spring");
    document.schoolYear = 2027;
    document.level = QStringLiteral("district");
    document.category = QStringLiteral("CTE");
    document.start = dayNumber(2027, 5, 1);
    document.opens = dayNumber(2027, 5, 10);
    document.end = dayNumber(2027, 6, 30);
    document.snapshotMethod = QStringLiteral("start");
    document.snapshotTime = QDateTime(QDate(2027, 6, 20), QTime(), Qt::UTC).toMSecsSinceEpoch();
    document.groups = {{QStringLiteral("G1"), true, true, true}};
    document.participants = {{QStringLiteral("D1"), {}}};
    return document;
}

CertificationFixture::CertificationFixture(Engine engine, const std::function<void(EventDocument &)> &change)
    : state(engine, stateDefaults()), district(engine)
{
    addPerson(state, QStringLiteral("sam"), QStringLiteral("state-approver"));
    for (const char *name : {"ana", "ben"})
        addPerson(district, QLatin1String(name), QStringLiteral("certifier"));
    addPerson(district, QStringLiteral("rae"), QStringLiteral("reviewer"));
    auto program = district.programSession();
    school = addSchool(*program, QStringLiteral("101"));
    student = addStudent(*program, school, QStringLiteral("S1"));
    EventDocument wanted = document();
    if (change)
        change(wanted);
    SaveCategory make({0, wanted.category, wanted.level, true});
    must(stateAdmin().apply(make), "category");
    category = make.id();
    PublishCategory publish(category);
    must(stateAdmin().apply(publish), "publish category");
    AddCategoryMember approve(true, category, QStringLiteral("sam"), QStringLiteral("approver"));
    must(stateAdmin().apply(approve), "approver");
    addGroup();
    SaveEvent save(0, wanted);
    must(stateAdmin().apply(save), "event");
    must(setStateDatabase(at(district, QStringLiteral("admin")), state.urlText()), "link");
    sync();
    for (const char *name : {"ana", "ben"})
        member(QLatin1String(name), QStringLiteral("certifier"));
    member(QStringLiteral("rae"), QStringLiteral("reviewer"));
    PublishEvent down(save.id());
    must(stateAdmin().apply(down), "publish");
    sync();
}

void CertificationFixture::addGroup()
{
    SaveRuleGroup group(true, {QStringLiteral("G1"), QStringLiteral("Certificates"), {}, true, {QStringLiteral("CE-01"), QStringLiteral("RO-01")}, true});
    must(stateAdmin().apply(group), "group");
}

void CertificationFixture::addPerson(const TestDatabase &database, const QString &name, const QString &role)
{
    static const QString hash = hashPassword(TestDatabase::password());
    auto program = database.programSession();
    Record account(EntityKind::Account);
    account.set("name", Value(name)).set("display_name", Value(name.left(1).toUpper() + name.mid(1))).set("password_hash", Value(hash));
    const qint64 id = insertRecord(*program, account);
    insert(*program, Record(EntityKind::AccountRole).set("account_id", Value(id)).set("role", Value(role)));
}

Session &CertificationFixture::at(const TestDatabase &database, const QString &name)
{
    auto &session = m_sessions[database.urlText() + name];
    if (!session) {
        auto opened = Session::open(database.url());
        must(opened, "open");
        session = std::move(*opened);
        must(session->signIn(name, TestDatabase::password()), "sign in");
    }
    return *session;
}

void CertificationFixture::member(const QString &person, const QString &role, const QString &schoolCode)
{
    Session &admin = at(district, QStringLiteral("admin"));
    AddCategoryMember add(false, *findCategory(admin, document().category), person, role, schoolCode);
    must(admin.apply(add), "member");
}

qint64 CertificationFixture::event(const QString &name)
{
    const auto found = findEvent(stateAdmin(), name);
    must(found, "event");
    return *found;
}

qint64 CertificationFixture::atState(const QString &schoolCode)
{
    const auto found = findParticipation(stateAdmin(), event(), schoolCode.isEmpty() ? QStringLiteral("D1") : QStringLiteral("D1 ") + schoolCode);
    must(found, "participation at the state");
    return *found;
}

qint64 CertificationFixture::here(const QString &schoolCode)
{
    Session &admin = at(district, QStringLiteral("admin"));
    const auto eventHere = findEvent(admin, QStringLiteral("Spring"));
    must(eventHere, "event here");
    const auto found = findOwnParticipation(admin, *eventHere, schoolCode);
    must(found, "participation here");
    return *found;
}

void CertificationFixture::setClock(const QString &day)
{
    for (const TestDatabase *database : {&state, &district}) {
        auto program = database->programSession();
        program->connection().begin();
        writeSetting(program->connection(), QStringLiteral("clock_day"), day);
        program->connection().commit();
    }
}

void CertificationFixture::sync()
{
    must(CertificationDesk(at(district, QStringLiteral("admin"))).synchronize(), "sync");
}

void CertificationFixture::review(const QString &person, const QString &schoolCode)
{
    const qint64 participation = here(schoolCode);
    CertificationDesk work = desk(person);
    must(work.start(participation), "start");
    must(work.run(participation, WizardStep::Validation, QStringLiteral("html")), "validate");
    const auto there = work.run(participation, WizardStep::StateValidation, QStringLiteral("html"));
    must(there, "state validation");
    must(work.view(*there), "view");
    if (!work.details(participation)->facts.needsSnapshot)
        return;
    const auto snapshot = work.snapshot(participation, false, QStringLiteral("html"));
    must(snapshot, "snapshot");
    must(work.view(*snapshot), "view snapshot");
}

void CertificationFixture::submit(const QString &person, const QString &schoolCode)
{
    review(person, schoolCode);
    must(desk(person).submit(here(schoolCode), {}), "submit");
}

QString CertificationFixture::statuses(const QString &person, const QString &schoolCode)
{
    const auto details = desk(person).details(here(schoolCode));
    must(details, "details");
    return statusCode(details->row.status) + QLatin1Char(' ') + statusCode(details->row.userStatus);
}

QString CertificationFixture::refusalOf(Session &session, Command &command)
{
    const auto done = session.apply(command);
    return done ? QString() : done.error().code;
}

int CertificationFixture::rows(const TestDatabase &database, EntityKind kind, const QString &condition)
{
    auto program = database.programSession();
    return static_cast<int>(recordsWhere(program->connection(), Scope::wholeDatabase(), kind, condition).size());
}

int CertificationFixture::messages(const TestDatabase &database, const QString &person, const QString &process)
{
    return rows(database, EntityKind::Message, QStringLiteral("t.person = '%1' AND t.process = '%2'").arg(person, process));
}

qint64 CertificationFixture::addWrongAttempt()
{
    auto program = district.programSession();
    Record attempt(EntityKind::Attempt);
    attempt.set("row_number", Value(1)).set("student_id", Value(student)).set("school_year", Value(2027)).set("school_id", Value(school));
    attempt.set("certificate_code", Value(QStringLiteral("NOT-LISTED"))).set("certificate_name", Value(QStringLiteral("Nothing")));
    attempt.set("exam_first", Value(dayNumber(2027, 3, 1))).set("exam_last", Value(dayNumber(2027, 3, 1))).set("outcome", Value(QStringLiteral("F")));
    return insertRecord(*program, attempt);
}

} // namespace certdesk::test
