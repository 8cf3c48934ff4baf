// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certificates/attemptstory.h"

#include "models/store/certificates/attemptlookup.h"
#include "models/store/scopefilter.h"

#include <QSet>

namespace certdesk {

namespace {

QVector<AttemptStory::FindingLine> findingsOf(Connection &connection, qint64 attempt)
{
    QVector<AttemptStory::FindingLine> list;
    auto &statement = connection.prepared(QStringLiteral("SELECT rule_code, severity, message, fix FROM finding WHERE entity = 'attempt' AND record_id = ? "
                                                         "ORDER BY CASE severity WHEN 'REFUSE' THEN 0 WHEN 'FATAL' THEN 1 WHEN 'WARNING' THEN 2 ELSE 3 END, rule_code"));
    statement.query(Value(attempt));
    while (statement.step())
        list.append({statement.text(0), statement.text(1), statement.text(2), statement.text(3)});
    statement.reset();
    return list;
}

QVector<AttemptStory::Sitting> sittingsOf(Connection &connection, const Scope &scope, const Record &attempt)
{
    QVector<AttemptStory::Sitting> list;
    const QString family = attempt.has("exam_family") ? attempt.text("exam_family") : attempt.text("certificate_code");
    auto statement = connection.prepare(QStringLiteral("SELECT t.id, t.row_number, t.exam_first, t.exam_precision, t.outcome, t.verification, t.exam_last FROM attempt t "
                                                       "WHERE t.student_id = ? AND COALESCE(t.exam_family, t.certificate_code) = ? "
                                                       "AND (t.entry_state IS NULL OR t.entry_state <> 'void') AND %1 ORDER BY t.exam_first, t.id")
                                            .arg(scopeCondition(scope, EntityKind::Attempt, QStringLiteral("t"))));
    statement->query(attempt["student_id"], Value(family));
    Value last;
    while (statement->step()) {
        AttemptStory::Sitting sitting{statement->integer(0), statement->integer(1), statement->value(2), statement->text(3), statement->text(4), statement->text(5), {}};
        const bool isDay = sitting.day == statement->value(6);
        if (isDay && !last.isEmpty() && !sitting.day.isEmpty())
            sitting.gap = sitting.day.integer() - last.integer();
        last = isDay ? sitting.day : Value();
        list.append(sitting);
    }
    return list;
}

QVector<AttemptStory::EvidenceLine> evidenceOf(Connection &connection, const Scope &scope, qint64 attempt)
{
    QVector<AttemptStory::EvidenceLine> list;
    auto statement = connection.prepare(QStringLiteral("SELECT e.kind, e.file_name, e.line, l.page_from, l.page_to FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id "
                                                       "WHERE l.attempt_id = ? AND %1 ORDER BY l.id")
                                            .arg(scopeCondition(scope, EntityKind::EvidenceLink, QStringLiteral("l"))));
    statement->query(Value(attempt));
    while (statement->step())
        list.append({statement->text(0), statement->text(1), statement->text(2), statement->integer(3), statement->integer(4)});
    return list;
}

} // namespace

Result<AttemptStory> readAttemptStory(Session &session, qint64 id)
{
    const auto attempt = session.record(EntityKind::Attempt, id);
    if (!attempt)
        return failure(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), QString());
    return session.read<AttemptStory>([&](Connection &connection) {
        AttemptStory story;
        story.attempt = *attempt;
        story.findings = findingsOf(connection, id);
        story.sittings = sittingsOf(connection, session.scope(), *attempt);
        story.evidence = evidenceOf(connection, session.scope(), id);
        auto &student = connection.prepared(QStringLiteral("SELECT last_name || ', ' || first_name FROM student WHERE id = ?"));
        student.query((*attempt)["student_id"]);
        story.student = student.step() ? student.text(0) : QString();
        student.reset();
        return story;
    });
}

Result<AttemptFill> previewAttempt(Session &session, const AttemptFields &fields)
{
    Record row(EntityKind::Attempt);
    if (const Done applied = applyAttemptFields(row, fields); !applied)
        return tl::unexpected(applied.error());
    fillYears(row, Record(EntityKind::Attempt));
    return session.read<AttemptFill>([&](Connection &connection) {
        return fillAttempt(row, Record(EntityKind::Attempt), readAttemptFacts(connection, session.info().organization, row));
    });
}

Result<qint64> nextFinding(Session &session, const QVector<qint64> &ids, qsizetype from, bool backwards)
{
    return session.read<qint64>([&](Connection &connection) {
        QSet<qint64> found;
        auto statement = connection.prepare(QStringLiteral("SELECT DISTINCT record_id FROM finding WHERE entity = 'attempt'"));
        while (statement->step())
            found.insert(statement->integer(0));
        const qsizetype step = backwards ? -1 : 1;
        for (qsizetype i = from + step; i >= 0 && i < ids.size(); i += step) {
            if (found.contains(ids[i]))
                return ids[i];
        }
        return qint64{0};
    });
}

} // namespace certdesk
