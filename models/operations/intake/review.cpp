// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/review.h"

namespace certdesk {

Review::Review(std::shared_ptr<const Table> table, const Mapping &mapping)
    : m_table(std::move(table)), m_mapping(mapping), m_kind(importKind(mapping.kind))
{
    m_rows.reserve(m_table->rowCount());
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_rows.insert(m_table->line(row), row);
}

void Review::summarize()
{
    for (int i = 0; i < rowCount(); ++i) {
        ++m_counts[static_cast<size_t>(status(i))];
        const QString code = this->code(i);
        if (!code.isEmpty())
            ++m_codes[code];
        ++m_schools[school(i)];
        ++m_grades[grade(i)];
        if (!isHeld(i))
            continue;
        ++m_held;
        ++m_heldStatuses[static_cast<size_t>(status(i))];
        ++m_heldCodes[code];
        if (m_firstHeld < 0)
            m_firstHeld = i;
    }
    m_schools.remove(QString());
    m_grades.remove(QString());
}

int Review::tableRow(int index) const
{
    return m_rows.value(fileRow(index), -1);
}

QString Review::cell(int index, int column) const
{
    const int row = tableRow(index);
    return row < 0 ? QString() : m_table->text(row, column);
}

QString Review::field(int index, const char *name) const
{
    const int field = m_kind ? m_kind->find(QLatin1String(name)) : -1;
    const int column = field < 0 ? -1 : m_mapping.columnOfField.value(field, -1);
    return column < 0 ? QString() : cell(index, column).trimmed();
}

QString Review::personInFile(int index) const
{
    const QString last = field(index, "last_name");
    const QString first = field(index, "first_name");
    if (!last.isEmpty() || !first.isEmpty())
        return first.isEmpty() ? last : last + QLatin1String(", ") + first;
    for (const char *name : {"full_name", "student_name", "student_state_id", "login", "local_id", "staff_id", "email", "group_name", "course_name",
                             "section_number", "certificate_name", "program_name", "course_number", "name", "school_code"}) {
        if (const QString text = field(index, name); !text.isEmpty())
            return text;
    }
    return {};
}

QString Review::school(int index) const
{
    const QString code = field(index, "school_code");
    return code.isEmpty() ? field(index, "school_name") : code;
}

QString Review::grade(int index) const
{
    return field(index, "grade");
}

bool Review::passes(int index, const ReviewFilter &filter) const
{
    if (!filter.statuses.isEmpty() && !filter.statuses.contains(status(index)))
        return false;
    if (filter.heldOnly && !isHeld(index))
        return false;
    if (!filter.code.isEmpty() && code(index) != filter.code)
        return false;
    if (!filter.school.isEmpty() && school(index) != filter.school)
        return false;
    if (!filter.grade.isEmpty() && grade(index) != filter.grade)
        return false;
    if (filter.text.isEmpty())
        return true;
    for (int column = 0; column < m_table->columns.size(); ++column) {
        if (cell(index, column).contains(filter.text, Qt::CaseInsensitive))
            return true;
    }
    const ReviewLine line = this->line(index);
    if (line.person.contains(filter.text, Qt::CaseInsensitive) || line.effect.contains(filter.text, Qt::CaseInsensitive))
        return true;
    return !line.findings.isEmpty() && line.findings.first().message.contains(filter.text, Qt::CaseInsensitive);
}

std::optional<QVector<int>> Review::filtered(const ReviewFilter &filter, const std::function<bool()> &isCancelled) const
{
    QVector<int> shown;
    for (int i = 0; i < rowCount(); ++i) {
        if (i % 1024 == 0 && isCancelled && isCancelled())
            return std::nullopt;
        if (passes(i, filter))
            shown.append(i);
    }
    return shown;
}

} // namespace certdesk
