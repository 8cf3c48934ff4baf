// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/roster/schoolyear.h"

#include "models/store/session.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString requireSchool(Session &session, qint64 school)
{
    const auto record = session.record(EntityKind::School, school);
    if (!record)
        fail(Error::Kind::NotFound, QStringLiteral("K13"), QCoreApplication::translate("Store", "The school is unknown, or not one of yours."));
    return record->text("school_code");
}

} // namespace

Result<QVector<BatchInfo>> readSchoolBatches(Session &session, qint64 school, qint64 schoolYear)
{
    return session.read<QVector<BatchInfo>>([&](Connection &connection) {
        const QString code = requireSchool(session, school);
        QVector<qint64> ids;
        auto &statement = connection.prepared(QStringLiteral(
            "SELECT id, schools FROM batch WHERE school_year = ? AND state IN ('committed', 'partly-undone') ORDER BY id DESC"));
        statement.query(Value(schoolYear));
        while (statement.step()) {
            const QStringList schools = statement.text(1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            if (schools.isEmpty() || schools.contains(code))
                ids.append(statement.integer(0));
        }
        statement.reset();
        QVector<BatchInfo> batches;
        for (const qint64 id : std::as_const(ids))
            batches.append(*loadBatch(connection, id));
        return batches;
    });
}

Result<QVector<SchoolIssue>> readSchoolIssues(Session &session, qint64 school)
{
    return session.read<QVector<SchoolIssue>>([&](Connection &connection) {
        const QString code = requireSchool(session, school);
        QVector<SchoolIssue> issues;
        auto &row = connection.prepared(QStringLiteral("SELECT i.id, i.batch_id, i.school_id, i.row_number, i.code, i.message, i.state, b.kind, b.schools "
                                                       "FROM issue i JOIN batch b ON b.id = i.batch_id WHERE i.state <> 'undone' ORDER BY i.id"));
        row.query();
        while (row.step()) {
            const QStringList schools = row.text(8).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            const bool isHere = row.integer(2) != 0 ? row.integer(2) == school : schools.isEmpty() || schools.contains(code);
            if (!isHere)
                continue;
            SchoolIssue found;
            found.issue.id = row.integer(0);
            found.issue.batch = row.integer(1);
            found.issue.school = row.integer(2);
            found.issue.row = row.integer(3);
            found.issue.code = row.text(4);
            found.issue.message = row.text(5);
            found.issue.state = row.text(6);
            found.batchKind = row.text(7);
            issues.append(found);
        }
        row.reset();
        return issues;
    });
}

} // namespace certdesk
