// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificates/attemptfill.h"
#include "models/store/command.h"

namespace certdesk {

using AttemptFields = QVector<QPair<QByteArray, Value>>;
/// Writes the fields into the row; "exam_date" (a day number, or "2026-05-31" as far as it is known) stands for the three
/// fields of the exam date.
Done applyAttemptFields(Record &row, const AttemptFields &fields);

/// Enters a new attempt: fills what follows from the catalogues and the roster, refuses what the rules of severity REFUSE
/// forbid, gives it its row number. Entered by a teacher, it is that teacher's.
class AddAttempt : public Command
{
public:
    explicit AddAttempt(const AttemptFields &fields) : m_fields(fields) {}
    QString name() const override { return QStringLiteral("AddAttempt"); }
    Right right() const override { return Right::EnterAttempts; }
    void perform(Transaction &transaction) override;
    /// The stored row, and the choices that were left to the person.
    const AttemptFill &result() const { return m_result; }

private:
    AttemptFields m_fields;
    AttemptFill m_result;
};

/// Changes fields of a row and fills what follows. A key field of a verified row is refused with EV-06 unless confirmed; the
/// row is then to be verified again (T-054). `baseVersion` 0: whatever version is there.
class EditAttempt : public Command
{
public:
    EditAttempt(qint64 id, qint64 baseVersion, const AttemptFields &fields, bool confirmed = false)
        : m_id(id), m_baseVersion(baseVersion), m_fields(fields), m_confirmed(confirmed)
    {
    }
    QString name() const override { return QStringLiteral("EditAttempt"); }
    Right right() const override { return Right::EnterAttempts; }
    void perform(Transaction &transaction) override;
    const AttemptFill &result() const { return m_result; }
    const Record &before() const { return m_before; }

private:
    qint64 m_id;
    qint64 m_baseVersion;
    AttemptFields m_fields;
    bool m_confirmed;
    Record m_before;
    AttemptFill m_result;
};

/// Takes an edit of this session back, or makes it again: each field that still has the value it was given gets `to`; a
/// field that someone has written since is a conflict and nothing changes (T-094). Verification is not brought back.
class RestoreAttempt : public Command
{
public:
    RestoreAttempt(const Record &to, const Record &from) : m_to(to), m_from(from) {}
    QString name() const override { return QStringLiteral("RestoreAttempt"); }
    Right right() const override { return Right::EnterAttempts; }
    void perform(Transaction &transaction) override;

private:
    Record m_to;
    Record m_from;
};

/// Rows are never deleted (T-036): void with a reason, and back.
class VoidAttempt : public Command
{
public:
    VoidAttempt(const QVector<qint64> &ids, const QString &reason) : m_ids(ids), m_reason(reason) {}
    QString name() const override { return QStringLiteral("VoidAttempt"); }
    Right right() const override { return Right::EnterAttempts; }
    QString reason() const override { return m_reason; }
    void perform(Transaction &transaction) override;

private:
    QVector<qint64> m_ids;
    QString m_reason;
};

class UnvoidAttempt : public Command
{
public:
    explicit UnvoidAttempt(qint64 id) : m_id(id) {}
    QString name() const override { return QStringLiteral("UnvoidAttempt"); }
    Right right() const override { return Right::EnterAttempts; }
    void perform(Transaction &transaction) override;

private:
    qint64 m_id;
};

/// Stores a file once by its SHA-256 and links it to rows by page range (T-034). The same file and pages for two students
/// is refused (EV-04).
class AttachEvidence : public Command
{
public:
    struct File
    {
        QString name;
        QByteArray content;
        qint64 pages = 0;
        qint64 pageFrom = 0; ///< 0: the whole file
        qint64 pageTo = 0;
        QString source = QStringLiteral("scan");
    };
    AttachEvidence(const QVector<qint64> &attempts, const File &file) : m_attempts(attempts), m_file(file) {}
    QString name() const override { return QStringLiteral("AttachEvidence"); }
    Right right() const override { return Right::EnterAttempts; }
    void perform(Transaction &transaction) override;
    qint64 evidenceId() const { return m_evidence; }
    const QString &sha256() const { return m_sha256; }

private:
    QVector<qint64> m_attempts;
    File m_file;
    qint64 m_evidence = 0;
    QString m_sha256;
};

/// Marks rows as verified. Refused per row: no evidence (EV-01), no proctor (RQ-01), entered by the same person (EV-07), void.
/// With one row, or when none can be verified, the refusal is the command's; otherwise the others are skipped and listed.
class VerifyAttempts : public Command
{
public:
    struct Skipped
    {
        qint64 id = 0;
        qint64 rowNumber = 0;
        Error reason;
    };
    explicit VerifyAttempts(const QVector<qint64> &ids) : m_ids(ids) {}
    QString name() const override { return QStringLiteral("VerifyAttempts"); }
    Right right() const override { return Right::VerifyAttempts; }
    void perform(Transaction &transaction) override;
    const QVector<qint64> &verified() const { return m_verified; }
    const QVector<Skipped> &skipped() const { return m_skipped; }

private:
    QVector<qint64> m_ids;
    QVector<qint64> m_verified;
    QVector<Skipped> m_skipped;
};

class UnverifyAttempts : public Command
{
public:
    explicit UnverifyAttempts(const QVector<qint64> &ids) : m_ids(ids) {}
    QString name() const override { return QStringLiteral("UnverifyAttempts"); }
    Right right() const override { return Right::VerifyAttempts; }
    void perform(Transaction &transaction) override;

private:
    QVector<qint64> m_ids;
};

} // namespace certdesk
