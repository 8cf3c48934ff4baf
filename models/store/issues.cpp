// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/issues.h"

#include "models/store/scopefilter.h"

#include <QCoreApplication>

namespace certdesk {

void DismissIssue::perform(Transaction &transaction)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Issues", text); };
    if (m_reason.trimmed().isEmpty())
        fail(Error::Kind::Invalid, QStringLiteral("C01"), tr("Dismissing needs a written reason."), tr("Give the reason."));
    auto statement = transaction.connection().prepare(
        QStringLiteral("UPDATE issue AS t SET state = 'dismissed', reason = ? WHERE t.id = ? AND t.state IN ('open', 'waiting') AND %1")
            .arg(scopeConditionForTable(transaction.person().scope, QStringLiteral("issue"), QStringLiteral("t"))));
    if (statement->run(Value(m_reason), Value(m_issue)) == 0)
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no open issue of this number, or you may not see it."),
             tr("Look at the list of issues."));
    transaction.note(name(), {{QStringLiteral("issue"), m_issue}});
}

void ChangeIssues::perform(Transaction &transaction)
{
    const QString change = QStringLiteral("UPDATE issue AS t SET %1 = ? WHERE t.id = ? AND t.state IN ('open', 'waiting') AND %2");
    const QString scope = scopeConditionForTable(transaction.person().scope, QStringLiteral("issue"), QStringLiteral("t"));
    const auto write = [&](const QString &column, const Value &value) {
        auto statement = transaction.connection().prepare(change.arg(column, scope));
        for (const qint64 issue : std::as_const(m_issues))
            statement->run(value, Value(issue));
    };
    if (m_waiting)
        write(QStringLiteral("state"), Value(*m_waiting ? QStringLiteral("waiting") : QStringLiteral("open")));
    if (m_person)
        write(QStringLiteral("assigned_to"), m_person->trimmed().isEmpty() ? Value() : Value(m_person->trimmed()));
    transaction.note(name(), {{QStringLiteral("issues"), static_cast<qint64>(m_issues.size())}});
}

} // namespace certdesk
