// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/retained.h"

#include "models/store/batch.h"

namespace certdesk {

namespace {

/// The signature on the last change of the year, which says why; one by an import has none yet, and gets it.
RowChange signature(const Record &enrollment, const Record &last, const QString &person, DayNumber today, const QString &note)
{
    const EntityDef &def = entityDef(EntityKind::GradeChange);
    if (last.id != 0 && last.text("kind") == QLatin1String("retain"))
        return {RowChange::Operation::Update, EntityKind::GradeChange, last.id, last.version, {{def.index("signed_by"), Value(person)}}, 0};
    RowChange change{RowChange::Operation::Create, EntityKind::GradeChange, 0, 0, {}, 0};
    const QVector<QPair<const char *, Value>> values{{"student_id", enrollment["student_id"]}, {"school_year", enrollment["school_year"]},
                                                     {"number", Value(last.integer("number") + 1)}, {"school_id", enrollment["school_id"]},
                                                     {"kind", Value(QStringLiteral("retain"))}, {"from_grade", enrollment["grade"]},
                                                     {"grade", enrollment["grade"]}, {"valid_from", Value(today)},
                                                     {"reason", Value(note.trimmed())}, {"signed_by", Value(person)}};
    for (const auto &[name, value] : values) {
        if (!value.isEmpty())
            change.fields.append({def.index(name), value});
    }
    return change;
}

} // namespace

Result<qint64> signRetained(Session &session, qint64 schoolYear, const QString &schoolCode, const QVector<qint64> &rows, const QString &note)
{
    const auto enrollments = session.records(EntityKind::Enrollment);
    const auto history = session.records(EntityKind::GradeChange);
    const auto schools = session.records(EntityKind::School);
    if (!enrollments || !history || !schools)
        return tl::unexpected(!enrollments ? enrollments.error() : !history ? history.error() : schools.error());
    QSet<qint64> wantedSchools;
    for (const Record &school : *schools) {
        if (schoolCode.isEmpty() || school.text("school_code") == schoolCode)
            wantedSchools.insert(school.id);
    }
    QHash<qint64, Record> last;
    for (const Record &change : *history) {
        const auto known = last.constFind(change.integer("student_id"));
        if (change.integer("school_year") == schoolYear && (known == last.cend() || known->integer("number") < change.integer("number")))
            last.insert(change.integer("student_id"), change);
    }
    QVector<RowChange> changes;
    for (const Record &enrollment : *enrollments) {
        const bool isRetained = enrollment.integer("school_year") == schoolYear && enrollment.text("decision") == QLatin1String("retain");
        if (!isRetained || enrollment.has("exit_date") || !wantedSchools.contains(enrollment.integer("school_id")))
            continue;
        const Record change = last.value(enrollment.integer("student_id"), Record(EntityKind::GradeChange));
        const bool isSigned = change.text("kind") == QLatin1String("retain") && change.has("signed_by");
        if (rows.isEmpty() ? !isSigned : rows.contains(enrollment.id))
            changes.append(signature(enrollment, change, session.person().name, session.today(), note));
    }
    if (changes.isEmpty())
        return 0;
    BatchInfo batch;
    batch.kind = QStringLiteral("retained");
    batch.schoolYear = schoolYear;
    if (!schoolCode.isEmpty())
        batch.schools = QStringList{schoolCode};
    CommitBatch command(QStringLiteral("SignRetained"), Right::BatchOperations, batch, changes);
    command.setReason(note);
    if (const auto done = session.apply(command); !done)
        return tl::unexpected(done.error());
    return command.batchId();
}

} // namespace certdesk
