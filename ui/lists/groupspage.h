// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/listpage.h"

namespace certdesk {

/// Groups and sections; beside the chosen one its teachers and members, each a link to the person.
class GroupsPage : public ListPage
{
    Q_OBJECT

public:
    GroupsPage(const Words &words, const PageContext &context, QWidget *parent = nullptr);

protected:
    void readDetails(qint64 id) override;
};

} // namespace certdesk
