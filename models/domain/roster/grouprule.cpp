// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/grouprule.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("GroupRule", text);
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toString());
    return list;
}

bool anyOf(const QStringList &wanted, const QStringList &present)
{
    return wanted.isEmpty() || std::any_of(wanted.cbegin(), wanted.cend(), [&](const QString &one) { return present.contains(one); });
}

QString flagWords(const QString &flag)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("iep"), QT_TRANSLATE_NOOP("GroupRule", "IEP")},
        {QStringLiteral("section_504"), QT_TRANSLATE_NOOP("GroupRule", "section 504")},
        {QStringLiteral("el"), QT_TRANSLATE_NOOP("GroupRule", "English learners")},
        {QStringLiteral("lunch"), QT_TRANSLATE_NOOP("GroupRule", "free or reduced lunch")},
        {QStringLiteral("gifted"), QT_TRANSLATE_NOOP("GroupRule", "gifted")},
        {QStringLiteral("homeless"), QT_TRANSLATE_NOOP("GroupRule", "homeless")},
        {QStringLiteral("migrant"), QT_TRANSLATE_NOOP("GroupRule", "migrant")}};
    return tr(words.value(flag, ""));
}

} // namespace

bool GroupRule::matches(const RuledStudent &student) const
{
    return student.isActive && (grades.isEmpty() || grades.contains(student.grade))
           && (graduatingYears.isEmpty() || graduatingYears.contains(student.graduatingYear)) && anyOf(flags, student.flags)
           && anyOf(homerooms, student.homerooms);
}

QString GroupRule::json() const
{
    QJsonObject object;
    const auto put = [&object](const char *name, const QStringList &list) {
        if (!list.isEmpty())
            object.insert(QLatin1String(name), QJsonArray::fromStringList(list));
    };
    put("grades", grades);
    put("flags", flags);
    put("homerooms", homerooms);
    QJsonArray years;
    for (const qint64 year : graduatingYears)
        years.append(year);
    if (!years.isEmpty())
        object.insert(QStringLiteral("graduatingYears"), years);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<GroupRule> GroupRule::fromJson(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    GroupRule rule{texts(object[QLatin1String("grades")]), {}, texts(object[QLatin1String("flags")]), texts(object[QLatin1String("homerooms")])};
    for (const QJsonValue &year : object[QLatin1String("graduatingYears")].toArray())
        rule.graduatingYears.append(year.toInteger());
    return rule;
}

QString GroupRule::words() const
{
    QStringList parts;
    if (!grades.isEmpty())
        parts.append(tr("grade %1").arg(grades.join(tr(" or "))));
    QStringList years;
    for (const qint64 year : graduatingYears)
        years.append(QString::number(year));
    if (!years.isEmpty())
        parts.append(tr("class of %1").arg(years.join(tr(" or "))));
    QStringList marked;
    for (const QString &flag : flags)
        marked.append(flagWords(flag));
    if (!marked.isEmpty())
        parts.append(marked.join(tr(" or ")));
    if (!homerooms.isEmpty())
        parts.append(tr("homeroom %1").arg(homerooms.join(tr(" or "))));
    return parts.isEmpty() ? tr("the whole school") : parts.join(QLatin1String(", "));
}

const QStringList &ruleFlags()
{
    static const QStringList flags = QStringLiteral("iep section_504 el lunch gifted homeless migrant").split(QLatin1Char(' '));
    return flags;
}

bool isFlagSet(const QString &value)
{
    static const QStringList unset{QString(), QStringLiteral("n"), QStringLiteral("no"), QStringLiteral("0"), QStringLiteral("false"), QStringLiteral("none")};
    return !unset.contains(value.trimmed().toLower());
}

RuledStudent ruledStudent(const Record &student)
{
    RuledStudent ruled{student.id, student.integer("school_id"), student.text("grade"), student.integer("graduating_year"),
                       student.text("status") != QLatin1String("archived"), {}, {}};
    for (const QString &flag : ruleFlags()) {
        if (isFlagSet(student.text(flag.toLatin1().constData())))
            ruled.flags.append(flag);
    }
    return ruled;
}

QVector<RowChange> ruledMemberChanges(const QVector<RuledGroup> &groups, const QVector<RuledStudent> &students, const QVector<RuledMember> &members,
                                      DayNumber today)
{
    static const EntityDef &def = entityDef(EntityKind::Member);
    QHash<qint64, QVector<const RuledStudent *>> bySchool;
    for (const RuledStudent &student : students)
        bySchool[student.school].append(&student);
    QHash<QPair<qint64, qint64>, const RuledMember *> present;
    for (const RuledMember &member : members)
        present.insert({member.group, member.student}, &member);
    QVector<RowChange> changes;
    QSet<QPair<qint64, qint64>> wanted;
    for (const RuledGroup &group : groups) {
        for (const RuledStudent *student : bySchool.value(group.school)) {
            if (!group.rule.matches(*student))
                continue;
            wanted.insert({group.id, student->id});
            const RuledMember *member = present.value({group.id, student->id});
            if (!member)
                changes.append({RowChange::Operation::Create, EntityKind::Member, 0, 0,
                                {{def.index("group_id"), Value(group.id)}, {def.index("student_id"), Value(student->id)}, {def.index("from_date"), Value(today)}}});
            else if (!member->isOpen)
                changes.append({RowChange::Operation::Update, EntityKind::Member, member->id, member->version, {{def.index("to_date"), Value()}}});
        }
    }
    for (const RuledMember &member : members) {
        if (member.isOpen && !wanted.contains({member.group, member.student}))
            changes.append({RowChange::Operation::Update, EntityKind::Member, member.id, member.version, {{def.index("to_date"), Value(today)}}});
    }
    return changes;
}

} // namespace certdesk
