// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certificates/attemptentry.h"

#include "models/domain/certificates/attemptchecks.h"
#include "models/store/certificates/attemptlookup.h"
#include "models/store/journalblock.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AttemptEntry", text);
}

void refuse(const std::optional<Error> &error)
{
    if (error)
        throw StoreFailure{*error};
}

/// What the program alone would have filled: the row without the automatic fields that the person wrote.
Record withoutAutomatic(const Record &row, const Record &before)
{
    Record plain = row;
    for (const char *field : automaticAttemptFields()) {
        if (row[field] != before[field])
            plain.set(field, before[field]);
    }
    return plain;
}

} // namespace

Done applyAttemptFields(Record &row, const AttemptFields &fields)
{
    for (const auto &[name, value] : fields) {
        const bool isDate = name == "exam_date" || name == "exam_first";
        const bool dated = isDate && (value.isInteger() ? (setExamDate(row, isoDay(value)), true) : setExamDate(row, value.text()));
        if (isDate && !dated)
            return failure(Error::Kind::Invalid, QStringLiteral("C03"), tr("\"%1\" is no exam date.").arg(value.text()),
                           tr("Use YYYY-MM-DD, or YYYY-MM when only the month is known."));
        if (!isDate)
            row[name.constData()] = value;
    }
    return {};
}

void AttemptEntry::apply(Record &row, const AttemptFields &fields) const
{
    orFail(applyAttemptFields(row, fields));
}

AttemptFill AttemptEntry::prepared(Record row, const Record &before) const
{
    fillYears(row, before);
    if (!row.has("school_year"))
        fail(Error::Kind::Invalid, QStringLiteral("C01"), tr("The exam date is empty, so the school year is not known."), tr("Enter the date, or the month."));
    Connection &connection = m_transaction.connection();
    const qint64 organization = m_transaction.context().organization;
    AttemptFill fill = fillAttempt(row, before, readAttemptFacts(connection, organization, row));
    requireAutomaticRight(withoutAutomatic(row, before), fill.attempt, before);
    const AttemptFacts facts = readAttemptFacts(connection, organization, fill.attempt);
    refuse(attemptchecks::examInFuture(fill.attempt, m_transaction.today()));
    refuse(attemptchecks::codeOfOther(fill.attempt, facts));
    if (fill.attempt["certificate_name"] != before["certificate_name"] || fill.attempt["certificate_code"] != before["certificate_code"])
        refuse(attemptchecks::unknownCertificate(fill.attempt, facts));
    requireAssigned(fill.attempt, before);
    refuse(attemptchecks::outcomeAgainstScore(fill.attempt));
    if (fill.attempt.has("typed_name") && fill.attempt["typed_name"] != before["typed_name"])
        refuse(attemptchecks::typedName(fill.attempt, m_transaction.get(EntityKind::Student, fill.attempt.integer("student_id"))));
    refuse(attemptchecks::duplicate(fill.attempt, m_transaction.findAll(EntityKind::Attempt, {{"student_id", fill.attempt["student_id"]}})));
    return fill;
}

/// T-083: a value other than the filled one needs the right. Saying what would be filled anyway needs none.
void AttemptEntry::requireAutomaticRight(const Record &filledAlone, const Record &row, const Record &before) const
{
    if (m_transaction.person().may(Right::EditAllAttempts))
        return;
    const AttemptFill alone = fillAttempt(filledAlone, before, readAttemptFacts(m_transaction.connection(), m_transaction.context().organization, row));
    for (const char *field : automaticAttemptFields()) {
        const bool isChoice = (QLatin1String(field) == QLatin1String("course_number") && !alone.courseCandidates.isEmpty())
                              || (QLatin1String(field) == QLatin1String("certificate_code") && !alone.certificateCandidates.isEmpty());
        if (row[field] != before[field] && alone.attempt.has(field) && row[field] != alone.attempt[field] && !isChoice)
            fail(Error::Kind::Denied, QStringLiteral("K17"), tr("\"%1\" is filled by the program; you lack the right to write another value.").arg(QLatin1String(field)),
                 tr("Ask a person with one of these roles: %1.").arg(rolesWith(Right::EditAllAttempts).join(QLatin1String(", "))));
    }
}

/// T-026: only certificates assigned to the program that year, unless the person has the right to take another; CE-04 then fires.
void AttemptEntry::requireAssigned(const Record &row, const Record &before) const
{
    const bool isOther = row["certificate_code"] != before["certificate_code"] || row["program_code"] != before["program_code"];
    if (!isOther || !row.has("certificate_code") || !row.has("program_code") || m_transaction.person().may(Right::EditAllAttempts))
        return;
    const QStringList assigned = assignedCertificates(m_transaction.connection(), m_transaction.context().organization, row.text("program_code"),
                                                      row.integer("school_year"));
    if (assigned.isEmpty() || assigned.contains(row.text("certificate_code")))
        return;
    fail(Error::Kind::Refused, QStringLiteral("CE-04"),
         tr("%1 has %2 certificates in %3, not %4.")
             .arg(row.text("program_code")).arg(assigned.size()).arg(schoolYearName(row.integer("school_year")), row.text("certificate_name")),
         tr("Choose one of them, or ask the program director to assign it."));
}

void AttemptEntry::requireOwnOrRight(const Record &row) const
{
    const Person &person = m_transaction.person();
    const bool isOwn = row.text("entered_by") == person.name || (person.scope.staffId() != 0 && row.integer("teacher_id") == person.scope.staffId());
    if (!isOwn && !person.may(Right::EditAllAttempts))
        fail(Error::Kind::Denied, QStringLiteral("K17"), tr("This row was entered by another person; you lack the right \"%1\".").arg(rightTitle(Right::EditAllAttempts)),
             tr("Ask a person with one of these roles: %1.").arg(rolesWith(Right::EditAllAttempts).join(QLatin1String(", "))));
}

void AttemptEntry::storeEdited(const Record &before, AttemptFill &fill, bool confirmed) const
{
    if (const auto drops = attemptchecks::dropsVerification(before, fill.attempt)) {
        if (!confirmed)
            throw StoreFailure{*drops};
        fill.attempt.set("verification", Value(QStringLiteral("re-verify")));
        fill.attempt.set("verified_by", Value()).set("verified_at", Value());
    }
    m_transaction.update(fill.attempt);
}

QString AttemptEntry::enterer(const Record &row) const
{
    auto statement = m_transaction.connection().prepare(QStringLiteral("SELECT person, operation, fields FROM journal WHERE entity = 'attempt' "
                                                                       "AND record_id = ? ORDER BY sequence DESC"));
    statement->query(Value(row.id));
    while (statement->step()) {
        if (statement->text(1) == QLatin1String("create"))
            return statement->text(0);
        const QJsonObject fields = QJsonDocument::fromJson(statement->text(2).toUtf8()).object();
        const QStringList names = fields.keys();
        if (std::any_of(names.cbegin(), names.cend(), isKeyAttemptField))
            return statement->text(0);
    }
    if (const auto block = blockOf(m_transaction.connection(), EntityKind::Attempt, row.id))
        return block->person;
    return row.text("entered_by");
}

qint64 AttemptEntry::nextRowNumber() const
{
    auto &statement = m_transaction.connection().prepared(QStringLiteral("SELECT COALESCE(MAX(row_number), 0) + 1 FROM attempt WHERE org_id = ?"));
    statement.query(Value(m_transaction.context().organization));
    const qint64 number = statement.step() ? statement.integer(0) : 1;
    statement.reset();
    return number;
}

} // namespace certdesk
