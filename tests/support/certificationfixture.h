// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/eventdocument.h"
#include "models/operations/certification/certificationdesk.h"
#include "tests/support/testdatabase.h"

namespace certdesk::test {

/// A state "ST" and a district "D1", connected, with the people of certification and one published event "Spring" over the
/// rules CE-01 (FATAL) and RO-01 (WARNING). Today is 2027-05-31, the event runs from 05-01 (opening 05-10) to 06-30. State: "admin"
/// and "sam" (approver). District: "admin", "ana" and "ben" (certifiers), "rae" (reviewer).
class CertificationFixture
{
public:
    explicit CertificationFixture(Engine engine, const std::function<void(EventDocument &)> &change = {});

    static EventDocument document();
    static NewDatabase stateDefaults();
    void addPerson(const TestDatabase &database, const QString &name, const QString &role);
    /// A signed-in session; kept, so that asking twice is cheap.
    Session &at(const TestDatabase &database, const QString &name);
    Session &stateAdmin() { return at(state, QStringLiteral("admin")); }
    Session &approver() { return at(state, QStringLiteral("sam")); }
    Session &ana() { return at(district, QStringLiteral("ana")); }
    Session &ben() { return at(district, QStringLiteral("ben")); }
    Session &rae() { return at(district, QStringLiteral("rae")); }
    CertificationDesk desk(const QString &person) { return CertificationDesk(at(district, person)); }

    void member(const QString &person, const QString &role, const QString &school = {});
    /// The event of this name at the state, and its participation in either database.
    qint64 event(const QString &name = QStringLiteral("Spring"));
    qint64 atState(const QString &school = {});
    qint64 here(const QString &school = {});
    void setClock(const QString &day);
    void sync();

    /// Walks through all steps as this person, up to the submission.
    void review(const QString &person, const QString &school = {});
    void submit(const QString &person, const QString &school = {});
    /// "PST_SENT UST_COMPLETE": as the person's list shows it.
    QString statuses(const QString &person, const QString &school = {});
    /// Applies a command; the code of its refusal, empty when it was done.
    static QString refusalOf(Session &session, Command &command);
    int messages(const TestDatabase &database, const QString &person, const QString &process);
    int rows(const TestDatabase &database, EntityKind kind, const QString &condition);
    qint64 addWrongAttempt();

    TestDatabase state;
    TestDatabase district;
    qint64 category = 0;
    qint64 school = 0;
    qint64 student = 0;

private:
    void addGroup();
    QHash<QString, std::shared_ptr<Session>> m_sessions;
};

/// Fails the test with the message of an error.
template <class T> bool succeeded(const Result<T> &result)
{
    if (!result)
        qWarning("%s: %s %s", qPrintable(result.error().code), qPrintable(result.error().message), qPrintable(result.error().detail));
    return result.has_value();
}

} // namespace certdesk::test
