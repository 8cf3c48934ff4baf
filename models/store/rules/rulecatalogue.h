// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/command.h"
#include "models/store/rules/rule.h"

namespace certdesk {

class Session;

/// The rules that come with the program, by code.
const QVector<Rule> &builtInRules();
/// These and the imported ones of the open database, by code; archived ones only when asked for.
Result<QVector<Rule>> ruleCatalogue(Session &session, bool withArchived = false);
/// The same inside models/store; throws StoreFailure.
QVector<Rule> readRuleCatalogue(Connection &connection, bool withArchived = false);
/// SHA-256 over code and text of the rules: two equal packs give equal verdicts (C-400).
QString rulePackHash(const QVector<Rule> &rules);

/// Stores a rule file in the table `rule`, over an older version of the same code. Refused when it does not compile on the open
/// engine or on SQLite, or when its code is one of the program's own. That the program's rules run on both engines is what its
/// tests check; a rule imported into a SQLite database is checked on PostgreSQL when it gets there.
class ImportRule : public Command
{
public:
    explicit ImportRule(const QString &text) : m_text(text) {}
    QString name() const override { return QStringLiteral("ImportRule"); }
    Right right() const override { return Right::AuthorRules; }
    void perform(Transaction &transaction) override;
    const Rule &rule() const { return m_rule; }

private:
    QString m_text;
    Rule m_rule;
};

/// Takes an imported rule out of use; its text and old findings stay readable (C-308). The program's own rules stay.
class ArchiveRule : public Command
{
public:
    explicit ArchiveRule(const QString &code) : m_code(code) {}
    QString name() const override { return QStringLiteral("ArchiveRule"); }
    Right right() const override { return Right::AuthorRules; }
    void perform(Transaction &transaction) override;

private:
    QString m_code;
};

} // namespace certdesk
