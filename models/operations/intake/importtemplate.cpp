// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/importtemplate.h"

#include "models/operations/intake/fieldtitle.h"
#include "models/reports/csvwriter.h"
#include "models/reports/xlsxwriter.h"

#include <QCoreApplication>
#include <QHash>

namespace certdesk {

namespace {

/// Three people and what belongs to them, all invented; addresses under .example, telephone 555-01xx.
const QHash<QString, QStringList> &sampleValues()
{
    static const QHash<QString, QStringList> values = [] {
        QHash<QString, QStringList> v;
        const auto put = [&v](const char *field, const char *one, const char *two, const char *three) {
            v.insert(QLatin1String(field), {QString::fromUtf8(one), QString::fromUtf8(two), QString::fromUtf8(three)});
        };
        put("student_state_id", "0040013271", "0040013272", "0040013273");
        put("local_id", "000271", "000272", "000273");
        put("previous_id", "", "", "000112");
        put("login", "quill.ellery", "birch.robin", "dion.ann");
        put("first_name", "Ellery", "Robin", "Ann-Zoë");
        put("middle_name", "Mae", "", "");
        put("last_name", "Quill", "O'Birch", "Dion");
        put("full_name", "Quill, Ellery", "O'Birch, Robin", "Dion, Ann-Zoë");
        put("student_name", "Quill, Ellery", "O'Birch, Robin", "Dion, Ann-Zoë");
        put("suffix", "", "Jr", "");
        put("preferred_name", "Elle", "", "");
        put("birth_date", "2010-09-14", "2010-11-02", "2009-12-27");
        put("gender", "F", "M", "F");
        put("email", "quill.ellery@students.example", "birch.robin@students.example", "dion.ann@students.example");
        put("school_code", "101", "101", "101");
        put("school_name", "Alder High", "Alder High", "Alder High");
        put("grade", "09", "09", "10");
        put("graduating_year", "2030", "2030", "2029");
        put("entry_date", "2026-08-24", "2026-08-24", "2026-09-08");
        put("exit_date", "", "", "");
        put("status", "active", "active", "active");
        put("phone", "555-0101", "555-0102", "555-0103");
        put("contact_phone", "555-0101", "555-0102", "555-0103");
        put("address", "12 Larch Lane", "3 Mill Road", "40 Pine Street");
        put("iep", "N", "Y", "N");
        put("section_504", "N", "N", "N");
        put("el", "N", "N", "Y");
        put("staff_id", "T0101", "T0102", "T0103");
        put("teacher_id", "T0101", "T0101", "T0102");
        put("proctor_id", "T0103", "T0103", "T0103");
        put("teacher_email", "l.fenn@district.example", "l.fenn@district.example", "m.hollow@district.example");
        put("teacher_login", "l.fenn", "l.fenn", "m.hollow");
        put("teacher_last_name", "Fenn", "Fenn", "Hollow");
        put("teacher_first_name", "Lark", "Lark", "Moss");
        put("teacher_name", "Fenn, Lark", "Fenn, Lark", "Hollow, Moss");
        put("title", "Teacher", "Teacher", "Administrator");
        put("role", "teacher", "teacher", "teacher");
        put("school_year", "2026-27", "2026-27", "2026-27");
        put("group_name", "Welding 1 - Fenn", "Welding 1 - Fenn", "Design - Hollow");
        put("course_number", "W100", "W100", "D200");
        put("course_name", "Welding 1", "Welding 1", "Design");
        put("section_number", "W100-1", "W100-1", "D200-3");
        put("period", "1", "1", "4");
        put("term", "S1", "S1", "S1");
        put("program_code", "480508", "480508", "500401");
        put("program_name", "Welding Technology", "Welding Technology", "Design");
        put("cip_code", "48.0508", "48.0508", "50.0401");
        put("certificate_code", "W-1", "W-1", "D-7");
        put("certificate_name", "Entry Welder", "Entry Welder", "Design Associate");
        put("provider_name", "Fictional Welding Board", "Fictional Welding Board", "Fictional Design Board");
        put("exam_date", "2027-04-12", "2027-04-12", "2027-04-20");
        put("year_taken", "2026-27", "2026-27", "2026-27");
        put("outcome", "P", "F", "P");
        put("score", "81", "58", "74");
        put("pass_score", "70", "70", "70");
        put("name", "Alder High", "Birch Middle", "Cedar Elementary");
        put("number", "101", "102", "103");
        put("low_grade", "09", "06", "KG");
        put("high_grade", "12", "08", "05");
        return v;
    }();
    return values;
}

/// A school list names three schools, every other file one; a staff list names staff.
QString sampleValue(const QString &kind, const QString &field, int row)
{
    static const QStringList schoolCodes{QStringLiteral("101"), QStringLiteral("102"), QStringLiteral("103")};
    static const QStringList staffMail{QStringLiteral("l.fenn@district.example"), QStringLiteral("m.hollow@district.example"), QStringLiteral("r.tarn@district.example")};
    static const QStringList staffLogin{QStringLiteral("l.fenn"), QStringLiteral("m.hollow"), QStringLiteral("r.tarn")};
    static const QStringList staffFirst{QStringLiteral("Lark"), QStringLiteral("Moss"), QStringLiteral("Reed")};
    static const QStringList staffLast{QStringLiteral("Fenn"), QStringLiteral("Hollow"), QStringLiteral("Tarn")};
    if (kind == QLatin1String("schools") && field == QLatin1String("school_code"))
        return schoolCodes[row];
    if (kind == QLatin1String("staff")) {
        const QHash<QString, QStringList> own{{QStringLiteral("email"), staffMail}, {QStringLiteral("login"), staffLogin},
                                              {QStringLiteral("first_name"), staffFirst}, {QStringLiteral("last_name"), staffLast},
                                              {QStringLiteral("full_name"), {}}, {QStringLiteral("middle_name"), {}}, {QStringLiteral("preferred_name"), {}}};
        if (const auto found = own.constFind(field); found != own.cend())
            return found->value(row);
    }
    return sampleValues().value(field).value(row);
}

/// Columns that repeat what others say are left out, so that nothing in the template contradicts itself.
bool belongsInTemplate(const ImportKind &kind, const ImportField &field)
{
    const QLatin1String name(field.name);
    if (field.value == ValueKind::Secret || name == QLatin1String("previous_id"))
        return false;
    const bool isWholeName = name == QLatin1String("full_name") || name == QLatin1String("student_name") || name == QLatin1String("teacher_name");
    return !isWholeName || (kind.find(QLatin1String("last_name")) < 0 && kind.find(QLatin1String("teacher_last_name")) < 0);
}

template <class Writer> Done writeRows(Writer &writer, const QString &kind, const QStringList &fields, TemplateContent content)
{
    for (int row = 0; content == TemplateContent::Sample && row < 3; ++row) {
        QVector<Value> cells;
        for (const QString &field : fields)
            cells.append(Value(sampleValue(kind, field, row)));
        writer.row(cells);
    }
    return writer.finish();
}

} // namespace

Done writeImportTemplate(const QString &kindName, TemplateContent content, const QString &path, const QStringList &wanted)
{
    const ImportKind *kind = importKind(kindName);
    if (!kind)
        return failure(Error::Kind::Invalid, QStringLiteral("USAGE"),
                       QCoreApplication::translate("ImportRun", "There is no import of the kind \"%1\".").arg(kindName));
    QStringList fields;
    QVector<SheetColumn> columns;
    for (const ImportField &field : kind->fields) {
        const QString name = QLatin1String(field.name);
        if (wanted.isEmpty() ? !belongsInTemplate(*kind, field) : !wanted.contains(name))
            continue;
        fields.append(name);
        columns.append({fieldHeading(name), false});
    }
    if (path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive)) {
        XlsxWriter writer(path);
        writer.sheet(kindName, columns);
        return writeRows(writer, kindName, fields, content);
    }
    CsvWriter writer(path, columns, CsvWriter::Mark::ByteOrderMark);
    return writeRows(writer, kindName, fields, content);
}

} // namespace certdesk
