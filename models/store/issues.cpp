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

} // namespace certdesk
