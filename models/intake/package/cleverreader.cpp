// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/packagelayout.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

using Pairs = std::initializer_list<QPair<const char *, const char *>>;

/// The rows of a Clever set as records. A student stands once for each contact: folded. Of a repeated id the first record counts,
/// as it does there.
class CleverRecords
{
public:
    explicit CleverRecords(PackageSet *set, const PackageOptions &options) : m_set(set), m_options(options) {}

    void read()
    {
        readList(QStringLiteral("schools"), QStringLiteral("School_id"), &m_set->schools,
                 {{"school_code", "School_number"}, {"name", "School_name"}, {"state_id", "State_id"}, {"low_grade", "Low_grade"},
                  {"high_grade", "High_grade"}, {"contact_name", "Principal"}, {"contact_email", "Principal_email"}, {"contact_phone", "School_phone"}});
        readList(QStringLiteral("students"), QStringLiteral("Student_id"), &m_set->students,
                 {{"student_state_id", "State_id"}, {"local_id", "Student_number"}, {"login", "Username"}, {"first_name", "First_name"},
                  {"middle_name", "Middle_name"}, {"last_name", "Last_name"}, {"email", "Student_email"}, {"grade", "Grade"},
                  {"gender", "Gender"}, {"birth_date", "DOB"}, {"graduating_year", "Graduation_year"}, {"race", "Race"},
                  {"iep", "IEP_status"}, {"el", "Ell_status"}, {"lunch", "Frl_status"}, {"password", "Password"}});
        readList(QStringLiteral("teachers"), QStringLiteral("Teacher_id"), &m_set->staff,
                 {{"staff_id", "Teacher_number"}, {"staff_state_id", "State_teacher_id"}, {"login", "Username"}, {"email", "Teacher_email"},
                  {"first_name", "First_name"}, {"middle_name", "Middle_name"}, {"last_name", "Last_name"}, {"title", "Title"}, {"password", "Password"}});
        readList(QStringLiteral("staff"), QStringLiteral("Staff_id"), &m_set->staff,
                 {{"staff_id", "Staff_id"}, {"login", "Username"}, {"email", "Staff_email"}, {"first_name", "First_name"},
                  {"last_name", "Last_name"}, {"title", "Title"}, {"password", "Password"}});
        readSections();
        readEnrollments();
    }

private:
    bool refers(const SourceRow &at, const QString &column, const QString &id, const QString &file, const char *knownAs)
    {
        if (id.isEmpty() || m_rows.value(file).contains(id) || (m_options.isKnown && m_options.isKnown(QLatin1String(knownAs), id)))
            return true;
        IntakeFinding orphan = intakeFinding("R07", {column, id});
        orphan.message = tr("%1 refers to %2, which is in no file").arg(column, id);
        orphan.next = tr("Export the full set");
        m_set->report(at, orphan, column, id);
        return false;
    }

    /// True when the row repeats an earlier id: listed, and nothing more is done with it.
    bool repeats(const SourceRow &at, const QString &role, const QString &id, const Pairs &fields)
    {
        QHash<QString, int> &rows = m_rows[role];
        const auto first = rows.constFind(id);
        if (first == rows.constEnd()) {
            rows.insert(id, at.row);
            return false;
        }
        const PackageFile &file = m_set->files[static_cast<size_t>(at.file)];
        QStringList differing;
        for (const auto &[field, column] : fields) {
            if (file.value(at.row, QLatin1String(column)) != file.value(*first, QLatin1String(column)))
                differing.append(QLatin1String(column));
        }
        const QString line = QString::number(file.table.line(*first));
        // Only the contact differs: one row a contact is the way the format is.
        if (differing.isEmpty())
            m_set->report(at, intakeFinding("R04", {line}));
        else
            m_set->report(at, intakeFinding("R05", IntakeSeverity::Warning, {line, differing.join(QStringLiteral(", "))}), {}, id);
        m_set->status(at) = RowStatus::Duplicate;
        return true;
    }

    void readList(const QString &role, const QString &idColumn, QVector<PackageRecord> *list, const Pairs &fields)
    {
        const int index = m_set->fileIndex(role);
        if (index < 0)
            return;
        PackageFile &file = m_set->files[static_cast<size_t>(index)];
        for (int row = 0; row < file.rowCount(); ++row) {
            const SourceRow at{index, row};
            PackageRecord record;
            record.id = file.value(row, idColumn);
            record.source = at;
            if (m_set->isError(at))
                continue;
            if (repeats(at, role, record.id, fields)) {
                addSchool(list, role, record.id, file.value(row, QStringLiteral("School_id")));
                continue;
            }
            if (role != QLatin1String("schools")) {
                record.schools = {file.value(row, QStringLiteral("School_id"))};
                refers(at, QStringLiteral("School_id"), record.schools.first(), QStringLiteral("schools"), "school");
            }
            if (m_set->isError(at))
                continue;
            for (const auto &[field, column] : fields)
                record.values.insert(QLatin1String(field), file.value(row, QLatin1String(column)));
            complete(role, &record);
            m_positions.insert(role + QLatin1Char('\n') + record.id, static_cast<int>(list->size()));
            list->append(record);
        }
    }

    /// A teacher of two schools stands twice, once with each.
    void addSchool(QVector<PackageRecord> *list, const QString &role, const QString &id, const QString &school)
    {
        const int position = m_positions.value(role + QLatin1Char('\n') + id, -1);
        if (position >= 0 && !school.isEmpty() && role != QLatin1String("students") && !(*list)[position].schools.contains(school)
            && m_rows.value(QStringLiteral("schools")).contains(school))
            (*list)[position].schools.append(school);
    }

    /// What the format leaves out and the product needs.
    static void complete(const QString &role, PackageRecord *record)
    {
        const auto fill = [record](const char *field, const QString &value) {
            QString &there = record->values[QLatin1String(field)];
            if (there.isEmpty())
                there = value;
        };
        if (role == QLatin1String("schools"))
            fill("school_code", record->id);
        if (role == QLatin1String("students"))
            fill("local_id", record->id);
        if (role == QLatin1String("teachers"))
            fill("staff_id", record->id);
    }

    void readSections()
    {
        const int index = m_set->fileIndex(QStringLiteral("sections"));
        if (index < 0)
            return;
        PackageFile &file = m_set->files[static_cast<size_t>(index)];
        const Pairs fields{{"group_name", "Name"}, {"section_number", "Section_number"}, {"course_number", "Course_number"},
                           {"course_name", "Course_name"}, {"period", "Period"}, {"term", "Term_name"}, {"starts_on", "Term_start"}};
        for (int row = 0; row < file.rowCount(); ++row) {
            const SourceRow at{index, row};
            PackageRecord group;
            group.id = file.value(row, QStringLiteral("Section_id"));
            group.source = at;
            group.schools = {file.value(row, QStringLiteral("School_id"))};
            if (m_set->isError(at) || repeats(at, QStringLiteral("sections"), group.id, fields))
                continue;
            refers(at, QStringLiteral("School_id"), group.schools.first(), QStringLiteral("schools"), "school");
            for (const auto &[field, column] : fields)
                group.values.insert(QLatin1String(field), file.value(row, QLatin1String(column)));
            if (group.values[QStringLiteral("group_name")].isEmpty())
                group.values[QStringLiteral("group_name")] = group.values[QStringLiteral("course_name")];
            if (group.values[QStringLiteral("group_name")].isEmpty())
                group.values[QStringLiteral("group_name")] = group.id;
            addTeachers(file, at, group.id);
            if (!m_set->isError(at))
                m_set->classes.append(group);
        }
    }

    void addTeachers(const PackageFile &file, const SourceRow &at, const QString &group)
    {
        for (int number = 1; number <= 10; ++number) {
            const QString column = number == 1 ? QStringLiteral("Teacher_id") : QStringLiteral("Teacher_%1_id").arg(number);
            const QString teacher = file.value(at.row, column);
            if (teacher.isEmpty() || !refers(at, column, teacher, QStringLiteral("teachers"), "staff"))
                continue;
            PackageRecord link;
            link.source = at;
            link.group = group;
            link.person = teacher;
            link.values.insert(QStringLiteral("role"), number == 1 ? QStringLiteral("teacher") : QStringLiteral("co-teacher"));
            m_set->teaching.append(link);
        }
    }

    void readEnrollments()
    {
        const int index = m_set->fileIndex(QStringLiteral("enrollments"));
        if (index < 0)
            return;
        PackageFile &file = m_set->files[static_cast<size_t>(index)];
        for (int row = 0; row < file.rowCount(); ++row) {
            const SourceRow at{index, row};
            PackageRecord link;
            link.source = at;
            link.group = file.value(row, QStringLiteral("Section_id"));
            link.person = file.value(row, QStringLiteral("Student_id"));
            if (m_set->isError(at) || repeats(at, QStringLiteral("enrollments"), link.group + QLatin1Char('\n') + link.person, {}))
                continue;
            refers(at, QStringLiteral("Section_id"), link.group, QStringLiteral("sections"), "group");
            refers(at, QStringLiteral("Student_id"), link.person, QStringLiteral("students"), "student");
            if (!m_set->isError(at))
                m_set->memberships.append(link);
        }
    }

    PackageSet *m_set;
    const PackageOptions &m_options;
    QHash<QString, QHash<QString, int>> m_rows; ///< by file role: id → first row
    QHash<QString, int> m_positions;            ///< role and id → place in its list
};

} // namespace

Result<PackageSet> readClever(const Container &container, const PackageOptions &options, Progress *progress)
{
    PackageSet set;
    set.kind = QStringLiteral("clever");
    set.identity = container.identity();
    set.findings = container.findings();
    if (!container.isUsable())
        return set;
    const PackageLayout layout(QStringLiteral("clever"));
    for (const QString &name : container.names()) {
        if (!name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) && !name.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive))
            continue;
        bool exact = true;
        const QString role = name.contains(QLatin1Char('/')) ? QString() : layout.roleOf(name, &exact);
        const bool used = !role.isEmpty() && set.fileIndex(role) < 0;
        const Done read = used ? layout.readFile(container, name, role, options.read, &set, progress)
                               : layout.countFile(container, name, options.read, &set, progress);
        if (!read)
            return tl::unexpected(read.error());
        if (used && !exact)
            set.reportFile(static_cast<int>(set.files.size()) - 1, intakeFinding("F13", IntakeSeverity::Warning, {tr("%1 was taken for %2.csv").arg(name, role)}));
    }
    for (const char *needed : {"schools", "students", "teachers", "sections", "enrollments"}) {
        if (set.fileIndex(QLatin1String(needed)) < 0)
            set.reportFile(-1, intakeFinding("F13", IntakeSeverity::Warning, {tr("%1.csv is missing").arg(QLatin1String(needed))}));
    }
    if (set.fileIndex(QStringLiteral("students")) < 0 && set.fileIndex(QStringLiteral("teachers")) < 0)
        set.reportFile(-1, intakeFinding("F13", {tr("neither students.csv nor teachers.csv is in it")}));
    if (set.isUsable())
        CleverRecords(&set, options).read();
    return set;
}

} // namespace certdesk
