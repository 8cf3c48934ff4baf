// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/passwordoperation.h"

#include "models/operations/passphrases.h"
#include "models/operations/passwordmaker.h"
#include "models/operations/roster/passwordplanning.h"
#include "models/reports/csvwriter.h"
#include "models/reports/xlsxwriter.h"
#include "models/store/accounts/password.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

namespace certdesk {

namespace {

using Outcome = PasswordPlanRow::Outcome;

QString tr(const char *text)
{
    return QCoreApplication::translate("PasswordOperation", text);
}

QJsonObject json(const QMap<QString, int> &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject countsJson(const PlannedPasswordOperation &planned)
{
    return {{QStringLiteral("update"), planned.count(Outcome::Issue)},
            {QStringLiteral("create"), planned.count(Outcome::Create)},
            {QStringLiteral("skipped"), planned.count(Outcome::LeftOut)},
            {QStringLiteral("error"), planned.count(Outcome::Error)}};
}

bool isIssued(const PasswordPlanRow &row)
{
    return row.outcome == Outcome::Issue || row.outcome == Outcome::Create;
}

QVector<SheetColumn> listColumns()
{
    return {{QStringLiteral("last_name")}, {QStringLiteral("first_name")}, {QStringLiteral("role")}, {QStringLiteral("school_code")},
            {QStringLiteral("grade")},     {QStringLiteral("login")},      {QStringLiteral("password")}};
}

template <class Writer> Done writeRows(Writer &writer, const QVector<PasswordPlanRow> &rows, const QStringList &passwords)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const PasswordPlanRow &row = rows[i];
        writer.row({Value(row.lastName), Value(row.firstName), Value(row.role), Value(row.school), Value(row.grade), Value(row.login), Value(passwords[i])});
    }
    return writer.finish();
}

/// Readable by its owner alone (S-031): it is the one place where the passphrases stand.
Done writeList(const QString &path, const QVector<PasswordPlanRow> &rows, const QStringList &passwords)
{
    if (path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive)) {
        XlsxWriter writer(path);
        writer.sheet(QStringLiteral("passwords"), listColumns());
        return writeRows(writer, rows, passwords);
    }
    CsvWriter writer(path, listColumns());
    return writeRows(writer, rows, passwords);
}

Done checkRequest(const PasswordRequest &request)
{
    if (!request.students && !request.staff)
        return failure(Error::Kind::Invalid, QStringLiteral("C01"), tr("Nobody is chosen."), tr("Choose students, staff or both."));
    if (request.sharedPassword.isEmpty() == request.out.isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("C01"), tr("Either one shared password, or a list to write the passphrases to."));
    return request.sharedPassword.isEmpty() ? Done() : checkNewPassword(request.sharedPassword, {});
}

QVector<IssuedPassword> issuedPasswords(const QVector<PasswordPlanRow> &rows, const QStringList &hashes, bool mustChange)
{
    QVector<IssuedPassword> issued;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const PasswordPlanRow &row = rows[i];
        issued.append({row.outcome == Outcome::Create ? 0 : row.account, row.version, hashes[i], mustChange, row.person, row.personId, row.login.trimmed(),
                       (row.firstName + QLatin1Char(' ') + row.lastName).trimmed(), row.email, row.role});
    }
    return issued;
}

} // namespace

int PlannedPasswordOperation::count(PasswordPlanRow::Outcome outcome) const
{
    return static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [outcome](const PasswordPlanRow &row) { return row.outcome == outcome; }));
}

QMap<QString, int> PlannedPasswordOperation::leftOut() const
{
    QMap<QString, int> counts;
    for (const PasswordPlanRow &row : rows) {
        if (row.outcome == Outcome::LeftOut)
            ++counts[row.cause];
    }
    return counts;
}

QMap<QString, int> PlannedPasswordOperation::byRole() const
{
    QMap<QString, int> counts;
    for (const PasswordPlanRow &row : rows) {
        if (isIssued(row))
            ++counts[row.role];
    }
    return counts;
}

QMap<QString, int> PlannedPasswordOperation::byGrade() const
{
    QMap<QString, int> counts;
    for (const PasswordPlanRow &row : rows) {
        if (isIssued(row) && row.person == EntityKind::Student)
            ++counts[row.grade];
    }
    return counts;
}

Result<PlannedPasswordOperation> planPasswordOperation(Session &session, const PasswordRequest &request, Progress *)
{
    if (const auto allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    if (const auto checked = checkRequest(request); !checked)
        return tl::unexpected(checked.error());
    return makePasswordPlan(session, request);
}

Result<qint64> commitPasswordOperation(Session &session, const PlannedPasswordOperation &planned, Progress *progress)
{
    const PasswordRequest &request = planned.request;
    QVector<PasswordPlanRow> rows;
    QStringList passwords;
    for (const PasswordPlanRow &row : planned.rows) {
        if (row.outcome == Outcome::Error)
            return failure(Error::Kind::Refused, row.code, row.message, tr("Give one of them another login."));
        if (!isIssued(row))
            continue;
        rows.append(row);
        passwords.append(request.sharedPassword.isEmpty() ? generatePassphrase(passphraseLength(row.grade)) : request.sharedPassword);
    }
    if (rows.isEmpty())
        return 0;
    const auto hashes = hashPasswords(passwords, progress);
    if (!hashes)
        return tl::unexpected(hashes.error());
    // The list first: passwords that are nowhere to be read would lock everybody out.
    if (!request.out.isEmpty()) {
        if (const Done written = writeList(request.out, rows, passwords); !written)
            return tl::unexpected(written.error());
    }
    BatchInfo batch;
    batch.kind = QStringLiteral("passwords");
    batch.schoolYear = session.info().schoolYear;
    if (!request.school.isEmpty())
        batch.schools = {request.school};
    batch.counts = countsJson(planned);
    batch.outcomes = {{QStringLiteral("leftOut"), json(planned.leftOut())}, {QStringLiteral("byRole"), json(planned.byRole())}};
    IssuePasswords command(batch, issuedPasswords(rows, *hashes, request.mustChange), request.reason);
    const auto done = session.apply(command, progress);
    if (!done) {
        if (!request.out.isEmpty())
            QFile::remove(request.out);
        return tl::unexpected(done.error());
    }
    return command.batchId();
}

QJsonObject passwordOperationJson(const PlannedPasswordOperation &planned)
{
    QJsonArray errors;
    for (const PasswordPlanRow &row : planned.rows) {
        if (row.outcome == Outcome::Error)
            errors.append(QJsonObject{{QStringLiteral("login"), row.login}, {QStringLiteral("code"), row.code}, {QStringLiteral("message"), row.message}});
    }
    return {{QStringLiteral("operation"), QStringLiteral("passwords")},
            {QStringLiteral("rows"), planned.rows.size()},
            {QStringLiteral("counts"), countsJson(planned)},
            {QStringLiteral("leftOut"), json(planned.leftOut())},
            {QStringLiteral("byRole"), json(planned.byRole())},
            {QStringLiteral("byGrade"), json(planned.byGrade())},
            {QStringLiteral("errors"), errors}};
}

} // namespace certdesk
