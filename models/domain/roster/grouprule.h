// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/domain/record.h"

#include <QStringList>
#include <optional>

namespace certdesk {

/// What a rule looks at in a student.
struct RuledStudent
{
    qint64 id = 0;
    qint64 school = 0;
    QString grade;
    qint64 graduatingYear = 0;
    bool isActive = true;
    QStringList flags;     ///< of ruleFlags(), those that are set
    QStringList homerooms; ///< names of the homerooms the student belongs to now
};

/// Which students of the group's school belong to a rule group. A condition with several values holds when one of them
/// does; all conditions that are given hold together. Without any condition it is the whole school.
struct GroupRule
{
    QStringList grades;
    QVector<qint64> graduatingYears;
    QStringList flags;
    QStringList homerooms;

    bool matches(const RuledStudent &student) const;
    /// As the group's row keeps it; the same rule is the same text.
    QString json() const;
    static std::optional<GroupRule> fromJson(const QString &text);
    /// For people: "grade 09, class of 2030".
    QString words() const;
    bool operator==(const GroupRule &) const = default;
};

/// The student fields that a rule can name as a flag: "iep", "section_504", …
const QStringList &ruleFlags();
/// "Y", "yes", "1", a kind of lunch: set; empty, "N", "no", "0", "false", "none": not.
bool isFlagSet(const QString &value);
/// Homerooms are not part of a student's row; they stay empty.
RuledStudent ruledStudent(const Record &student);

struct RuledGroup
{
    qint64 id = 0;
    qint64 school = 0;
    GroupRule rule;
};

struct RuledMember
{
    qint64 id = 0;
    qint64 version = 0;
    qint64 group = 0;
    qint64 student = 0;
    bool isOpen = true;
};

/// What has to change so that the groups hold exactly the students their rules name. `members` are the present rows of these
/// groups, of the students in question; an open one whose student does not match, or is not among the students, ends today.
QVector<RowChange> ruledMemberChanges(const QVector<RuledGroup> &groups, const QVector<RuledStudent> &students,
                                      const QVector<RuledMember> &members, DayNumber today);

} // namespace certdesk
