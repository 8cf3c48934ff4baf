// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/batchdraft.h"

#include "models/store/session.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Batch", text);
}

const QString draftState = QStringLiteral("draft");

/// Everybody signed in may keep the own half-done work; what a commit needs is asked at the commit.
class DraftCommand : public Command
{
public:
    Right right() const override { return Right::ImportRoster; }
    bool needsRight() const override { return false; }

protected:
    [[noreturn]] static void failMissing()
    {
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("This draft is not there any more, or belongs to somebody else."),
             tr("Look at the list of batches."));
    }
};

class SaveDraft : public DraftCommand
{
public:
    explicit SaveDraft(const BatchDraft &draft) : m_draft(draft) {}
    QString name() const override { return QStringLiteral("SaveDraft"); }
    void perform(Transaction &transaction) override
    {
        Connection &connection = transaction.connection();
        const Value content(QString::fromUtf8(QJsonDocument(m_draft.content).toJson(QJsonDocument::Compact)));
        if (m_draft.id != 0) {
            auto &statement = connection.prepared(QStringLiteral("UPDATE batch SET draft = ?, file_name = ?, schools = ? WHERE id = ? AND person = ? AND state = ?"));
            if (statement.run(content, Value(m_draft.fileName), Value(m_draft.schools.join(QLatin1Char(' '))), Value(m_draft.id),
                              Value(transaction.person().name), Value(draftState)) == 0)
                failMissing();
            return;
        }
        m_draft.id = transaction.reserveIds(QStringLiteral("batch"), 1);
        connection.prepared(QStringLiteral("INSERT INTO batch (id, kind, state, schools, school_year, person, started_at, file_name, draft, program_version) "
                                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
            .run(Value(m_draft.id), Value(m_draft.kind), Value(draftState), Value(m_draft.schools.join(QLatin1Char(' '))),
                 m_draft.schoolYear ? Value(m_draft.schoolYear) : Value(), Value(transaction.person().name), Value(transaction.now()),
                 Value(m_draft.fileName), content, Value(QCoreApplication::applicationVersion()));
    }
    qint64 id() const { return m_draft.id; }

private:
    BatchDraft m_draft;
};

class DiscardDraft : public DraftCommand
{
public:
    explicit DiscardDraft(qint64 id) : m_id(id) {}
    QString name() const override { return QStringLiteral("DiscardDraft"); }
    void perform(Transaction &transaction) override
    {
        auto &statement = transaction.connection().prepared(QStringLiteral("DELETE FROM batch WHERE id = ? AND person = ? AND state = ?"));
        if (statement.run(Value(m_id), Value(transaction.person().name), Value(draftState)) == 0)
            failMissing();
    }

private:
    qint64 m_id;
};

Result<QVector<BatchDraft>> draftsWhere(Session &session, const QString &condition)
{
    return session.read<QVector<BatchDraft>>([&](Connection &connection) {
        QVector<BatchDraft> drafts;
        auto &row = connection.prepared(QStringLiteral("SELECT id, kind, schools, school_year, file_name, person, started_at, draft FROM batch "
                                                       "WHERE state = 'draft' AND person %1 ? ORDER BY id DESC").arg(condition));
        row.query(Value(session.person().name));
        while (row.step())
            drafts.append({row.integer(0), row.text(1), row.text(2).split(QLatin1Char(' '), Qt::SkipEmptyParts), row.integer(3), row.text(4), row.text(5),
                           row.integer(6), QJsonDocument::fromJson(row.text(7).toUtf8()).object()});
        row.reset();
        return drafts;
    });
}

} // namespace

Result<qint64> saveDraft(Session &session, const BatchDraft &draft)
{
    SaveDraft command(draft);
    if (const auto done = session.apply(command); !done)
        return tl::unexpected(done.error());
    return command.id();
}

Result<QVector<BatchDraft>> readDrafts(Session &session)
{
    return draftsWhere(session, QStringLiteral("="));
}

Done discardDraft(Session &session, qint64 id)
{
    DiscardDraft command(id);
    if (const auto done = session.apply(command); !done)
        return tl::unexpected(done.error());
    return {};
}

Result<QVector<BatchDraft>> draftsOfOthers(Session &session, const QString &schoolCode)
{
    auto drafts = draftsWhere(session, QStringLiteral("<>"));
    if (!drafts)
        return drafts;
    QVector<BatchDraft> there;
    for (BatchDraft &draft : *drafts) {
        draft.content = {};
        if (draft.schools.isEmpty() || draft.schools.contains(schoolCode))
            there.append(draft);
    }
    return there;
}

} // namespace certdesk
