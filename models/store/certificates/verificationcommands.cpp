// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certificates/attemptcommands.h"
#include "models/store/certificates/attemptentry.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("VerificationCommands", text);
}

Error refusal(const char *code, const QString &message, const QString &next)
{
    return Error{Error::Kind::Refused, QString::fromLatin1(code), message, next, {}};
}

qint64 evidenceItems(Connection &connection, qint64 attempt)
{
    auto &statement = connection.prepared(QStringLiteral("SELECT COUNT(*) FROM evidence_link WHERE attempt_id = ?"));
    statement.query(Value(attempt));
    const qint64 count = statement.step() ? statement.integer(0) : 0;
    statement.reset();
    return count;
}

/// The evidence policy of the row's provider for its outcome (T-032); without one, a report line or a PDF.
QString policyOf(Transaction &transaction, const Record &row)
{
    const QVector<Record> providers = transaction.findAll(EntityKind::Provider, {{"school_year", row["school_year"]}, {"provider_name", row["provider_name"]}});
    const char *field = row.text("outcome") == QLatin1String("F") ? "fail_policy" : "pass_policy";
    return providers.isEmpty() || !providers.first().has(field) ? QStringLiteral("report-or-pdf") : providers.first().text(field);
}

std::optional<Error> whyNotVerified(Transaction &transaction, const Record &row)
{
    const QString number = row["row_number"].text();
    if (row.text("entry_state") == QLatin1String("void"))
        return refusal("T-036", tr("Row %1 is void.").arg(number), tr("Verify the row that replaced it."));
    const QString policy = policyOf(transaction, row);
    if (policy != QLatin1String("none") && evidenceItems(transaction.connection(), row.id) == 0)
        return refusal("EV-01", tr("Row %1 has 0 evidence items; its policy \"%2\" asks for some.").arg(number, policy),
                       tr("Attach the score-report line or the PDF first."));
    if (!row.has("proctor_id") && !row.has("proctor_name"))
        return refusal("RQ-01", tr("Row %1 has no proctor.").arg(number), tr("Enter who proctored the exam; the teacher or the provider's report can tell."));
    if (AttemptEntry(transaction).enterer(row) == transaction.person().name)
        return refusal("EV-07", tr("You entered this version of row %1.").arg(number), tr("Someone else has to verify it."));
    return std::nullopt;
}

/// Blobs go in once; what is there already has the same bytes, because the key is their hash.
void storeFile(Connection &connection, const QString &sha256, const QByteArray &content)
{
    auto &statement = connection.prepared(QStringLiteral("INSERT INTO stored_file (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING"));
    statement.run(Value(sha256), content);
}

/// A picture of a certificate serves as its PDF does (EV-02).
QString kindOf(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix == QLatin1String("pdf"))
        return suffix;
    static const QStringList pictures{QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("tif"), QStringLiteral("tiff")};
    return pictures.contains(suffix) ? QStringLiteral("certificate") : QStringLiteral("file");
}

struct Link
{
    qint64 attempt = 0;
    qint64 student = 0;
    qint64 from = 0; ///< 0: the whole file
    qint64 to = 0;
};

/// Links of everybody: EV-04 holds across scopes, and its refusal names nobody.
QVector<Link> linksOf(Connection &connection, qint64 evidence)
{
    QVector<Link> links;
    auto &statement = connection.prepared(QStringLiteral("SELECT l.attempt_id, a.student_id, COALESCE(l.page_from, 0), COALESCE(l.page_to, l.page_from, 0) "
                                                         "FROM evidence_link l JOIN attempt a ON a.id = l.attempt_id WHERE l.evidence_id = ?"));
    statement.query(Value(evidence));
    while (statement.step())
        links.append({statement.integer(0), statement.integer(1), statement.integer(2), statement.integer(3)});
    statement.reset();
    return links;
}

void refuseOtherStudent(const Record &attempt, const Link &link, qint64 from, qint64 to)
{
    const bool meet = link.from == 0 || from == 0 || (from <= link.to && link.from <= std::max(from, to));
    if (link.student != attempt.integer("student_id") && meet)
        fail(Error::Kind::Refused, QStringLiteral("EV-04"), tr("This file is already the evidence of another student."),
             tr("Name the pages of each student, or attach the right file."));
}

} // namespace

void AttachEvidence::perform(Transaction &transaction)
{
    if (m_file.content.isEmpty())
        fail(Error::Kind::Invalid, QStringLiteral("EV-05"), tr("The file is empty."), tr("Choose another file."));
    m_sha256 = QString::fromLatin1(QCryptographicHash::hash(m_file.content, QCryptographicHash::Sha256).toHex());
    storeFile(transaction.connection(), m_sha256, m_file.content);
    // Outside the scope on purpose: a file that another person brought is the same file.
    auto &known = transaction.connection().prepared(QStringLiteral("SELECT id FROM evidence WHERE sha256 = ? AND line IS NULL AND org_id = ?"));
    known.query(Value(m_sha256), Value(transaction.context().organization));
    m_evidence = known.step() ? known.integer(0) : 0;
    known.reset();
    if (m_evidence == 0) {
        Record evidence(EntityKind::Evidence);
        evidence.set("sha256", Value(m_sha256)).set("kind", Value(kindOf(m_file.name))).set("file_name", Value(QFileInfo(m_file.name).fileName()));
        evidence.set("bytes", Value(static_cast<qint64>(m_file.content.size()))).set("source", Value(m_file.source));
        evidence.set("pages", m_file.pages > 0 ? Value(m_file.pages) : Value()).set("received_on", Value(transaction.today()));
        evidence.set("uploaded_by", Value(transaction.person().name));
        m_evidence = transaction.insert(evidence);
    }
    const AttemptEntry entry(transaction);
    for (const qint64 id : std::as_const(m_attempts)) {
        const Record attempt = entry.attempt(id);
        if (!transaction.person().may(Right::VerifyAttempts))
            entry.requireOwnOrRight(attempt);
        bool isLinked = false;
        for (const Link &link : linksOf(transaction.connection(), m_evidence)) {
            isLinked = isLinked || link.attempt == id;
            refuseOtherStudent(attempt, link, m_file.pageFrom, m_file.pageTo);
        }
        if (isLinked)
            continue;
        Record link(EntityKind::EvidenceLink);
        link.set("attempt_id", Value(id)).set("evidence_id", Value(m_evidence));
        link.set("page_from", m_file.pageFrom > 0 ? Value(m_file.pageFrom) : Value());
        link.set("page_to", m_file.pageTo > 0 ? Value(m_file.pageTo) : Value());
        transaction.insert(link);
    }
}

void VerifyAttempts::perform(Transaction &transaction)
{
    const AttemptEntry entry(transaction);
    for (const qint64 id : std::as_const(m_ids)) {
        Record row = entry.attempt(id);
        if (row.text("verification") == QLatin1String("verified"))
            continue;
        if (const auto reason = whyNotVerified(transaction, row)) {
            m_skipped.append({id, row.integer("row_number"), *reason});
            continue;
        }
        row.set("verification", Value(QStringLiteral("verified"))).set("verified_by", Value(transaction.person().name));
        row.set("verified_at", Value(transaction.now()));
        transaction.update(row);
        m_verified.append(id);
    }
    if (m_verified.isEmpty() && !m_skipped.isEmpty())
        throw StoreFailure{m_skipped.first().reason};
}

void UnverifyAttempts::perform(Transaction &transaction)
{
    for (const qint64 id : std::as_const(m_ids)) {
        Record row = transaction.get(EntityKind::Attempt, id);
        if (row.text("verification") == QLatin1String("unverified"))
            continue;
        row.set("verification", Value(QStringLiteral("unverified"))).set("verified_by", Value()).set("verified_at", Value());
        transaction.update(row);
    }
}

} // namespace certdesk
