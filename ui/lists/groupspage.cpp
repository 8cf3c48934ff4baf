// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/groupspage.h"

#include "models/store/roster/groupmembers.h"
#include "models/store/storethread.h"
#include "ui/common/announce.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

GroupsPage::GroupsPage(const Words &words, const PageContext &context, QWidget *parent)
    : ListPage(QStringLiteral("groups"), QStringLiteral("groups"), words, context, parent)
{
}

void GroupsPage::readDetails(qint64 id)
{
    context().store->run<GroupMembers>(
        this, [id](Session &session) { return readGroupMembers(session, id); },
        [this, id](const Result<GroupMembers> &group) {
            if (!group)
                return showError(group.error());
            auto *inside = new QWidget;
            auto *column = new QVBoxLayout(inside);
            column->setContentsMargins(0, 0, spacing::related, spacing::related);
            column->setSpacing(spacing::grid);
            const auto people = [&](const QString &heading, const char *page, const QVector<GroupMembers::Person> &list) {
                column->addWidget(sectionLabel(heading, inside));
                for (const auto &person : list) {
                    auto *link = new QPushButton(person.detail.isEmpty() ? person.name : tr("%1 · %2").arg(person.name, person.detail), inside);
                    named(link, qPrintable(QStringLiteral("%1%2Link").arg(QLatin1String(page)).arg(person.id)), link->text());
                    makeLink(link);
                    connect(link, &QPushButton::clicked, this, [this, page, person] {
                        goTo(PageAddress{QString::fromLatin1(page), {}}.set("id", QString::number(person.id)));
                    });
                    column->addWidget(link, 0, Qt::AlignLeft);
                }
            };
            people(tr("Teachers"), "staff", group->staff);
            people(group->members.size() == 1 ? tr("1 member") : tr("%1 members").arg(group->members.size()), "students", group->members);
            column->addStretch(1);
            setDetails(id, inside);
        });
}

} // namespace certdesk
