// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/packageplanner.h"

#include "models/intake/values.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr EntityKind G = EntityKind::Group;
constexpr EntityKind M = EntityKind::Member;
constexpr EntityKind T = EntityKind::GroupStaff;

const char *const classFields[] = {"group_name", "course_number", "course_name", "section_number", "period", "term"};

QString joined(const QStringList &parts)
{
    return parts.join(QLatin1Char('\n')).toCaseFolded();
}

QString naturalKey(qint64 school, bool isCourse, const QStringList &nameSectionPeriodTerm)
{
    return QStringLiteral("%1\n%2\n").arg(school).arg(isCourse) + joined(nameSectionPeriodTerm);
}

} // namespace

/// Classes that nothing but their id tells apart get it as their section.
void PackagePlanner::makeClassesUnique()
{
    QSet<QString> byName;
    QSet<QString> byCourse;
    for (PackageRecord &group : m_set.classes) {
        const auto value = [&group](const char *field) { return group.values.value(QLatin1String(field)); };
        const auto nameKey = [&] { return joined({group.schools.value(0), value("group_name"), value("section_number"), value("period"), value("term")}); };
        const auto courseKey = [&] {
            const QString course = value("course_number").isEmpty() ? value("course_name").isEmpty() ? value("group_name") : value("course_name") : value("course_number");
            return joined({group.schools.value(0), course, value("section_number"), value("period"), value("term")});
        };
        if (byName.contains(nameKey()) || byCourse.contains(courseKey())) {
            QString &section = group.values[QStringLiteral("section_number")];
            section = section.isEmpty() ? group.id : section + QLatin1Char('-') + group.id;
        }
        byName.insert(nameKey());
        byCourse.insert(courseKey());
    }
}

/// A class that came in before is found by its id, whatever it is called now.
bool PackagePlanner::updateKnownClass(const PackageRecord &record)
{
    const qint64 id = known("group", record.id);
    const Record *group = m_changes.record(G, id);
    if (!group || group->integer("school_year") != m_options.schoolYear)
        return false;
    QVector<FieldValue> fields;
    for (const char *field : classFields) {
        const QString value = record.values.value(QLatin1String(field));
        if (!value.isEmpty())
            fields.append({entityDef(G).index(field), Value(value)});
    }
    m_classes.insert(record.id, id);
    const bool changed = m_options.policy != RowPolicy::AddOnly && m_changes.update(G, id, fields, line(record));
    decide(record, "groups", changed ? RowStatus::Update : RowStatus::Unchanged);
    return true;
}

Done PackagePlanner::planClasses(Progress *progress)
{
    makeClassesUnique();
    QVector<const PackageRecord *> records;
    for (PackageRecord &group : m_set.classes) {
        m_classStarts.insert(group.id, group.values.value(QStringLiteral("starts_on")));
        QString code = m_schoolCodes.value(group.schools.value(0));
        if (const Record *school = m_changes.record(EntityKind::School, known("school", group.schools.value(0))); school && code.isEmpty())
            code = school->text("school_code");
        group.values.insert(QStringLiteral("school_code"), code);
        if (group.gone)
            archive(group, "groups", G, known("group", group.id));
        else if (!updateKnownClass(group))
            records.append(&group);
    }
    QStringList fields{QStringLiteral("school_code")};
    for (const char *field : classFields)
        fields.append(QLatin1String(field));
    const auto targets = planList("sections", "groups", records, fields, progress);
    if (!targets)
        return tl::unexpected(targets.error());
    QHash<QString, qint64> byKey;
    for (const Record &group : m_present.of(G)) {
        if (group.integer("school_year") == m_options.schoolYear)
            byKey.insert(naturalKey(group.integer("school_id"), group.text("kind") == QLatin1String("section"),
                                    {group.text("group_name"), group.text("section_number"), group.text("period"), group.text("term")}),
                         group.id);
    }
    for (qsizetype i = 0; i < records.size(); ++i) {
        const auto value = [&](const char *field) { return records[i]->values.value(QLatin1String(field)); };
        const qint64 school = m_schools.value(records[i]->schools.value(0), known("school", records[i]->schools.value(0)));
        qint64 id = (*targets)[i];
        for (const bool isCourse : {true, false}) {
            if (id == 0)
                id = byKey.value(naturalKey(school, isCourse, {value("group_name"), value("section_number"), value("period"), value("term")}));
        }
        m_classes.insert(records[i]->id, id);
        writeExternal(*records[i], "group", "group_id", id);
    }
    return {};
}

/// The class and the person of a link; nothing after a finding.
std::optional<QPair<qint64, qint64>> PackagePlanner::endsOf(const PackageRecord &link, const QHash<QString, qint64> &people, const char *kind)
{
    const qint64 group = m_classes.value(link.group, known("group", link.group));
    const qint64 person = people.value(link.person, known(kind, link.person));
    if (group != 0 && person != 0)
        return QPair<qint64, qint64>{group, person};
    const QString missing = group == 0 ? link.group : link.person;
    IntakeFinding finding = intakeFinding("R07", {QString(), missing});
    finding.message = QCoreApplication::translate("intake", "This row waits for %1, whose own row is not applied").arg(missing);
    finding.next = QCoreApplication::translate("intake", "Settle that row first, or apply the good rows only");
    m_set.report(link.source, finding, group == 0 ? QStringLiteral("group") : QStringLiteral("person"), missing);
    return std::nullopt;
}

Value PackagePlanner::dayOf(const PackageRecord &link, const char *field, int shift)
{
    QString text = link.values.value(QLatin1String(field));
    if (text.isEmpty())
        return {};
    const auto date = readDate(text.toStdString(), m_options.dateOrder == DateOrder::DayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst, DateUse::Other, m_options.schoolYear);
    if (date && date->precision == PartialDate::Precision::Day)
        return Value(date->first + shift);
    m_set.report(link.source, intakeFinding("C03", {text}), QLatin1String(field), text);
    return {};
}

void PackagePlanner::planMembership(const PackageRecord &link, QHash<QPair<qint64, qint64>, qint64> *members)
{
    const auto ends = endsOf(link, m_students, "student");
    if (!ends) {
        decide(link, "memberships", RowStatus::Error);
        return;
    }
    PackageRecord dated = link;
    if (dated.values.value(QStringLiteral("from_date")).isEmpty())
        dated.values.insert(QStringLiteral("from_date"), m_classStarts.value(link.group));
    const Value from = dayOf(dated, "from_date", 0);
    Value to = dayOf(dated, "end_date", -1); // the format names the first day after it
    if (link.gone)
        to = Value(m_options.today);
    if (m_set.isError(link.source)) {
        decide(link, "memberships", RowStatus::Error);
        return;
    }
    const Record *member = m_changes.record(M, members->value(*ends));
    const EntityDef &def = entityDef(M);
    QVector<FieldValue> fields;
    if (!from.isEmpty() && !link.gone)
        fields.append({def.index("from_date"), from});
    const bool ended = link.gone && member && member->has("to_date") && member->integer("to_date") <= m_options.today;
    if (!to.isEmpty() && !ended)
        fields.append({def.index("to_date"), to});
    if (member) {
        const bool changed = m_options.policy != RowPolicy::AddOnly && m_changes.update(M, member->id, fields, line(link));
        decide(link, "memberships", changed ? RowStatus::Update : RowStatus::Unchanged);
        return;
    }
    if (link.gone || m_gone.contains(link.person) || m_options.policy == RowPolicy::UpdateOnly) {
        decide(link, "memberships", RowStatus::Unchanged);
        return;
    }
    fields += {{def.index("group_id"), Value(ends->first)}, {def.index("student_id"), Value(ends->second)}};
    members->insert(*ends, m_changes.create(M, fields, line(link)));
    decide(link, "memberships", RowStatus::Create);
}

Done PackagePlanner::planMemberships(Progress *progress)
{
    QHash<QPair<qint64, qint64>, qint64> members;
    members.reserve(m_set.memberships.size());
    for (const Record &member : m_present.of(M))
        members.insert({member.integer("group_id"), member.integer("student_id")}, member.id);
    for (qsizetype i = 0; i < m_set.memberships.size(); ++i) {
        if (progress && i % 1024 == 0) {
            if (progress->isCancelled())
                return Progress::cancelledError();
            progress->report(QCoreApplication::translate("intake", "Comparing"), i, m_set.memberships.size());
        }
        planMembership(m_set.memberships[i], &members);
    }
    return {};
}

void PackagePlanner::planTeacher(const PackageRecord &link, QHash<QPair<qint64, qint64>, qint64> *teachers)
{
    const auto ends = endsOf(link, m_staff, "staff");
    if (!ends) {
        decide(link, "teaching", RowStatus::Error);
        return;
    }
    const EntityDef &def = entityDef(T);
    const FieldValue role{def.index("role"), Value(link.values.value(QStringLiteral("role")))};
    const qint64 present = teachers->value(*ends);
    if (link.gone) {
        if (present > 0) {
            m_changes.remove(T, present, line(link));
            teachers->remove(*ends);
        }
        decide(link, "teaching", present > 0 ? RowStatus::Update : RowStatus::Unchanged);
    } else if (present != 0) {
        const bool changed = m_options.policy != RowPolicy::AddOnly && m_changes.update(T, present, {role}, line(link));
        decide(link, "teaching", changed ? RowStatus::Update : RowStatus::Unchanged);
    } else {
        teachers->insert(*ends, m_changes.create(T, {{def.index("group_id"), Value(ends->first)}, {def.index("staff_id"), Value(ends->second)}, role}, line(link)));
        decide(link, "teaching", RowStatus::Create);
    }
}

Done PackagePlanner::planTeaching(Progress *progress)
{
    QHash<QPair<qint64, qint64>, qint64> teachers;
    for (const Record &link : m_present.of(T))
        teachers.insert({link.integer("group_id"), link.integer("staff_id")}, link.id);
    for (const PackageRecord &link : std::as_const(m_set.teaching)) {
        if (progress && progress->isCancelled())
            return Progress::cancelledError();
        planTeacher(link, &teachers);
    }
    return {};
}

} // namespace certdesk
