// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/listpage.h"
#include "ui/roster/rosterplaces.h"

class QVBoxLayout;

namespace certdesk {

/// The students of the person's schools. Beside the list stand the batch operations and those on groups; beside a chosen student
/// the profile with what can be done with this one student.
class StudentsPage : public ListPage
{
    Q_OBJECT

public:
    StudentsPage(const Words &words, const PageContext &context, QWidget *parent = nullptr);

    void open(const PageAddress &address) override;

protected:
    void readDetails(qint64 id) override;
    QWidget *nothingChosen() override;

private:
    struct Profile;
    QWidget *profilePanel(const Profile &profile);
    QWidget *actionRow(const Profile &profile);
    void addLinks(QVBoxLayout *column, const QString &heading, const QVector<RosterPlace> &places);
    void addLines(QVBoxLayout *column, const QString &heading, const QStringList &lines);

    bool m_isOpened = false;
};

} // namespace certdesk
