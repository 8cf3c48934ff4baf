// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/rules/ruleengine.h"
#include "tests/support/testdatabase.h"

#include <QTest>

namespace certdesk::test {

/// A district with lists, programs, providers and staff, into which each case brings one student with attempts.
/// Attempts are written "2026-03-03 outcome=F teacher=T1 …": a day or month, then fields of the record; `teacher` and `proctor`
/// take a staff id, `evidence` kinds joined by "+". Fields not named get values that no rule minds.
class RuleCase
{
public:
    explicit RuleCase(Engine engine);

    /// Returns the findings of the student's rows: "EX-10 FATAL 2: message", the row counted from 1.
    QStringList findings(const QStringList &student, const QStringList &attempts, const QString &rules, const QString &parameters = {});
    Session &session() { return *m_session; }
    qint64 school() const { return m_school; }
    qint64 student() const { return m_student; }
    qint64 row(int index) const { return m_firstRow + index - 1; }

private:
    void addLists();
    void addStaffOf(const QString &id, const QString &last, const QString &first, const QString &middle = {});
    void addSection(const QString &course, const QString &teacher);
    Record attempt(const QString &text);
    void addEvidence(qint64 attempt, const QString &kinds);
    qint64 addOne(EntityKind kind, const QVector<QPair<const char *, Value>> &fields);

    TestDatabase m_database;
    std::unique_ptr<Session> m_session;
    QHash<QString, qint64> m_staff;
    QHash<QString, qint64> m_sections;
    qint64 m_school = 0;
    qint64 m_student = 0;
    qint64 m_nextRow = 1;
    qint64 m_firstRow = 1;
    int m_evidence = 0;
    int m_students = 0;
};

} // namespace certdesk::test
