// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certificates/attemptcommands.h"

#include "models/store/certificates/attemptentry.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AttemptCommands", text);
}

void setDefault(Record &row, const char *field, const char *value)
{
    if (!row.has(field))
        row.set(field, Value(QString::fromLatin1(value)));
}

bool isVerificationField(const QString &name)
{
    return name == QLatin1String("verification") || name == QLatin1String("verified_by") || name == QLatin1String("verified_at");
}

[[noreturn]] void failChanged()
{
    fail(Error::Kind::Conflict, QStringLiteral("CONFLICT"), tr("Someone else has changed this row since. Nothing was changed."),
         tr("Look at the newest version and decide again."));
}

} // namespace

void AddAttempt::perform(Transaction &transaction)
{
    AttemptEntry entry(transaction);
    Record row(EntityKind::Attempt);
    entry.apply(row, m_fields);
    if (!row.has("student_id"))
        fail(Error::Kind::Invalid, QStringLiteral("C01"), tr("No student is chosen."), tr("Find the student by ID or name."));
    transaction.get(EntityKind::Student, row.integer("student_id")); // within the scope
    const Person &person = transaction.person();
    row.set("entered_by", Value(person.name));
    if (person.scope.isLimitedToOwnRows() && person.scope.staffId() != 0)
        row.set("teacher_id", Value(person.scope.staffId()));
    setDefault(row, "source", "entry");
    setDefault(row, "entry_state", "entered");
    setDefault(row, "transfer", "not-sent");
    setDefault(row, "reporting", "not-due");
    row.set("verification", Value(QStringLiteral("unverified"))).set("verified_by", Value()).set("verified_at", Value());
    m_result = entry.prepared(row, Record(EntityKind::Attempt));
    m_result.attempt.set("row_number", Value(entry.nextRowNumber()));
    transaction.insert(m_result.attempt);
}

void EditAttempt::perform(Transaction &transaction)
{
    const AttemptEntry entry(transaction);
    m_before = entry.attempt(m_id);
    entry.requireOwnOrRight(m_before);
    if (m_before.text("entry_state") == QLatin1String("void"))
        fail(Error::Kind::Refused, QStringLiteral("T-036"), tr("Row %1 is void.").arg(m_before["row_number"].text()), tr("Take it back first."));
    if (m_baseVersion != 0 && m_baseVersion != m_before.version)
        failChanged();
    Record row = m_before;
    entry.apply(row, m_fields);
    m_result = entry.prepared(row, m_before);
    entry.storeEdited(m_before, m_result, m_confirmed);
}

void RestoreAttempt::perform(Transaction &transaction)
{
    const AttemptEntry entry(transaction);
    const Record before = entry.attempt(m_to.id);
    entry.requireOwnOrRight(before);
    Record row = before;
    for (int i = 0; i < row.values.size(); ++i) {
        if (m_to.values[i] == m_from.values[i] || isVerificationField(row.def().fields[i].key()))
            continue;
        if (row.values[i] != m_from.values[i])
            failChanged();
        row.values[i] = m_to.values[i];
    }
    AttemptFill fill{row, {}, {}};
    entry.storeEdited(before, fill, true);
}

void VoidAttempt::perform(Transaction &transaction)
{
    if (m_reason.trimmed().isEmpty())
        fail(Error::Kind::Invalid, QStringLiteral("C01"), tr("The reason is empty."), tr("Say why the row is void."));
    const AttemptEntry entry(transaction);
    for (const qint64 id : std::as_const(m_ids)) {
        Record row = entry.attempt(id);
        entry.requireOwnOrRight(row);
        if (row.text("entry_state") == QLatin1String("void"))
            fail(Error::Kind::Refused, QStringLiteral("T-036"), tr("Row %1 is void already.").arg(row["row_number"].text()));
        row.set("entry_state", Value(QStringLiteral("void"))).set("void_reason", Value(m_reason.trimmed()));
        transaction.update(row);
    }
}

void UnvoidAttempt::perform(Transaction &transaction)
{
    const AttemptEntry entry(transaction);
    Record row = entry.attempt(m_id);
    entry.requireOwnOrRight(row);
    const Record before = row;
    row.set("entry_state", Value(QStringLiteral("entered"))).set("void_reason", Value());
    entry.prepared(row, before); // it may have become a duplicate in the meantime
    transaction.update(row);
}

} // namespace certdesk
