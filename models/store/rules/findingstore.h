// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/command.h"
#include "models/store/rules/ruleengine.h"

#include <QSet>

namespace certdesk {

/// Stores what a run of whole rules found, in place of what these rules had found before. A rule that could not be checked keeps
/// its old findings.
class StoreFindings : public Command
{
public:
    /// `sequence`: set when the whole catalogue ran, then later changes are caught up from there.
    StoreFindings(const CheckResult &result, std::optional<qint64> sequence) : m_result(result), m_sequence(sequence) {}
    QString name() const override { return QStringLiteral("StoreFindings"); }
    Right right() const override { return Right::RunChecks; }
    void perform(Transaction &transaction) override;

private:
    CheckResult m_result;
    std::optional<qint64> m_sequence;
};

/// What catching up did: the records whose findings may have moved; `everything` when all were checked anew.
struct CaughtUp
{
    QVector<RecordRef> records;
    bool everything = false;
};

/// Keeps the stored findings up with the data: reads from the journal what has changed since the last check and checks only the
/// students that it touches, and the rules that read a changed list. Belongs to the thread of its session; keeps a reading
/// connection of its own, because the given students are laid over its tables.
class Recheck
{
public:
    explicit Recheck(Session &session);
    ~Recheck();

    Result<CaughtUp> catchUp(Progress *progress = nullptr);
    /// Findings of all rules for the rows of these students, as they are now; stores nothing.
    Result<QVector<Finding>> findings(const QSet<qint64> &students);
    /// One rule only, on the rows as they were when these students were first given: what a benchmark measures.
    RuleOutcome run(const Rule &rule, const QSet<qint64> &students, QVector<Finding> &findings);

private:
    struct Changes;
    void open();
    void close();
    void give(const QSet<qint64> &students);
    RuleContext context();
    Changes changesSince(qint64 sequence);
    void addBlocks(qint64 sequence, Changes &changes);
    QSet<qint64> withNeighbours(const Rule &rule, const QSet<qint64> &students);
    CaughtUp checkAll(Progress *progress);
    CaughtUp checkChanges(const Changes &changes, qint64 sequence, Progress *progress);

    Session &m_session;
    std::unique_ptr<Connection> m_reader;
    QVector<Rule> m_rules;
    QSet<qint64> m_given;
};

} // namespace certdesk
