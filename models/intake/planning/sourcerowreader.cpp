// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/sourcerowreader.h"

#include "models/intake/codedvalues.h"
#include "models/intake/garbled.h"
#include "models/intake/sources.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

bool isEmailAddress(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    return at > 0 && at + 1 < text.size() && text.indexOf(QLatin1Char('@'), at + 1) < 0 && !text.contains(QLatin1Char(' '));
}

bool isSpreadsheetError(const QString &text)
{
    static const QSet<QString> errors{QStringLiteral("#N/A"),   QStringLiteral("#REF!"),  QStringLiteral("#VALUE!"), QStringLiteral("#DIV/0!"),
                                      QStringLiteral("#NAME?"), QStringLiteral("#NULL!"), QStringLiteral("#NUM!"), QStringLiteral("#SPILL!")};
    return text[0] == QLatin1Char('#') && errors.contains(text.toUpper());
}

bool startsFormula(const QString &text)
{
    const QChar c = text[0];
    return c == QLatin1Char('=') || c == QLatin1Char('+') || c == QLatin1Char('-') || c == QLatin1Char('@') || c == QChar(0xFF1D)
           || c == QChar(0xFF0B) || c == QChar(0xFF0D) || c == QChar(0xFF20);
}

} // namespace

SourceRowReader::SourceRowReader(const Table &table, const Mapping &mapping, const ImportKind &kind, const ImportOptions &options,
                     const PresentData &present)
    : m_table(table), m_kind(kind), m_options(options), m_fullName(kind.find(QLatin1String("full_name")))
{
    if (const SourceProfile *source = recognizeSource(table.columns))
        m_gradeShift = source->gradeShift;
    for (int field = 0; field < kind.fields.size(); ++field) {
        if (mapping.columnOfField[field] < 0)
            continue;
        Column column;
        column.field = field;
        column.column = mapping.columnOfField[field];
        const ImportField &described = kind.fields[field];
        column.codes = codedFieldOf(QLatin1String(kind.name), QLatin1String(described.name));
        const EntityDef &def = entityDef(described.entity);
        const int target = def.find(QLatin1String(described.name));
        column.maxLength = target >= 0 ? def.fields[target].maxLength : 255;
        if (described.value == ValueKind::Identifier)
            column.identifiers = std::make_shared<IdentifierReader>(table, column.column, kind, field, present);
        m_columns.append(column);
    }
    for (const QVector<const char *> &alternatives : kind.required) {
        QVector<int> fields;
        for (const char *name : alternatives)
            fields.append(kind.index(name));
        m_required.append(fields);
    }
    readDefaults();
    judgeColumns();
}

void SourceRowReader::readDefaults()
{
    for (auto it = m_options.defaults.cbegin(); it != m_options.defaults.cend(); ++it) {
        const int field = m_kind.find(it.key());
        if (field < 0)
            continue;
        const ValueKind kind = m_kind.fields[field].value;
        Value value(it.value());
        if (kind == ValueKind::Grade)
            value = Value(normalizedGrade(it.value(), m_options.schoolYear).value_or(QString()));
        else if (kind == ValueKind::Day)
            value = Value(dayFromIso(it.value()).value_or(0));
        else if (kind == ValueKind::SchoolYear)
            value = Value(schoolYearFromName(it.value()).value_or(0));
        else if (kind == ValueKind::Integer)
            value = Value(it.value().toLongLong());
        else if (kind == ValueKind::Flag)
            value = Value::flag(readFlag(it.value()).value_or(false));
        else if (isCodedField(it.key()))
            value = Value(codedValue(it.key(), it.value()).value_or(QString()));
        if (!value.isEmpty())
            m_defaults.append({field, value});
    }
}

void SourceRowReader::judgeColumns()
{
    DateOrder proved = m_options.dateOrder;
    if (proved == DateOrder::Unknown && m_options.accepts(QStringLiteral("C04")))
        proved = DateOrder::MonthFirst;
    QVector<DateColumn> judged(m_columns.size());
    for (int i = 0; i < m_columns.size(); ++i) {
        const ValueKind kind = m_kind.fields[m_columns[i].field].value;
        if (kind != ValueKind::Day && kind != ValueKind::PartialDay)
            continue;
        judged[i] = judgeDates(m_table, m_columns[i].column);
        // One export writes all its dates alike: what one column proves holds for the others that prove nothing.
        if (proved == DateOrder::Unknown)
            proved = judged[i].order;
    }
    for (int i = 0; i < m_columns.size(); ++i) {
        const bool own = judged[i].order != DateOrder::Unknown && m_options.dateOrder == DateOrder::Unknown;
        m_columns[i].order = own ? judged[i].order : proved;
        m_columns[i].undecided = judged[i].ambiguous > 0 && m_columns[i].order == DateOrder::Unknown;
        if (m_columns[i].undecided)
            m_columns[i].evidence = dateEvidence(m_columns[i]);
    }
}

/// What speaks for one order where nothing proves it: how many birth dates fit the age of a pupil, read this way and that.
QString SourceRowReader::dateEvidence(const Column &column) const
{
    if (m_kind.fields[column.field].test != ContentTest::BirthDate || m_options.schoolYear == 0)
        return {};
    const int gradeField = m_kind.find(QLatin1String("grade"));
    const auto gradeColumn = std::find_if(m_columns.cbegin(), m_columns.cend(), [&](const Column &other) { return other.field == gradeField; });
    if (gradeField < 0 || gradeColumn == m_columns.cend())
        return {};
    std::array<int, 2> fitting{};
    for (int row = 0; row < m_table.rowCount(); ++row) {
        const auto grade = normalizedGrade(cleanText(m_table.cell(row, gradeColumn->column)).text, m_options.schoolYear);
        const auto number = grade ? gradeNumber(*grade) : std::nullopt;
        for (const DateOrder order : {DateOrder::MonthFirst, DateOrder::DayFirst}) {
            const auto born = readDate(m_table.cell(row, column.column), order, DateUse::Birth, m_options.schoolYear);
            if (!number || !born)
                continue;
            const DayNumber fall = dayNumber(static_cast<int>(m_options.schoolYear) - 1, 9, 1);
            const auto years = static_cast<int>((fall - born->first) * 4 / 1461);
            fitting[order == DateOrder::DayFirst] += years >= *number + 4 && years <= *number + 7;
        }
    }
    return tr(" (ages fit the grades in %1 rows with the month first, in %2 with the day first)").arg(fitting[0]).arg(fitting[1]);
}

void SourceRowReader::read(RowInput &row)
{
    if (m_table.footerRows.contains(row.index())) {
        row.report(intakeFinding("R06"));
        return;
    }
    checkWidth(row);
    for (Column &column : m_columns)
        readCell(row, column);
    splitFullName(row);
    for (const auto &[field, value] : m_defaults) {
        if (!row.has(field))
            row.setDefault(field, value);
    }
    checkRequired(row);
}

void SourceRowReader::checkWidth(RowInput &row) const
{
    const int record = m_table.dataRows[static_cast<size_t>(row.index())];
    const int cells = m_table.raw.cellCount(record);
    const auto columns = static_cast<int>(m_table.columns.size());
    if (cells == columns)
        return;
    // A spreadsheet leaves empty cells at the end of a row out; that is no damage.
    const bool spreadsheet = m_table.dialect.type != SourceType::Text;
    if (cells < columns) {
        if (!spreadsheet)
            row.report(intakeFinding("R03", {QString::number(cells), QString::number(columns)}));
        return;
    }
    bool empty = true;
    for (int column = columns; column < cells; ++column)
        empty = empty && cleanText(m_table.raw.cell(record, column)).text.isEmpty();
    // Delimiters at the end of every line, the header's too, are the way some programs write.
    if (empty && cells <= m_table.headerCells)
        return;
    row.report(intakeFinding("R02", empty ? IntakeSeverity::Information : IntakeSeverity::Error, {QString::number(cells), QString::number(columns)}));
}

void SourceRowReader::readCell(RowInput &row, Column &column)
{
    const std::string_view cell = m_table.cell(row.index(), column.column);
    CleanText clean = cleanText(cell);
    column.trimmed += clean.trimmed;
    column.cleaned += clean.cleaned;
    if (clean.text.isEmpty())
        return;
    if (isSpreadsheetError(clean.text)) {
        row.report(intakeFinding("C02", {clean.text, tr("value: the spreadsheet could not compute it")}), column.field, clean.text);
        return;
    }
    switch (m_kind.fields[column.field].value) {
    case ValueKind::Identifier:
        readIdentifier(row, column, clean.text);
        break;
    case ValueKind::Day:
    case ValueKind::PartialDay:
        readDay(row, column, cell, clean.text);
        break;
    case ValueKind::Text:
    case ValueKind::Name:
    case ValueKind::Login:
    case ValueKind::Email:
        readText(row, column, clean.text);
        break;
    case ValueKind::Secret:
        row.set(column.field, Value(clean.text));
        break;
    default:
        readCoded(row, column, clean.text);
    }
}

void SourceRowReader::readIdentifier(RowInput &row, const Column &column, const QString &text) const
{
    column.identifiers->read(row, text);
    if (row.text(column.field).size() > column.maxLength)
        row.report(intakeFinding("C07", {QString::number(column.maxLength)}), column.field, text);
}

void SourceRowReader::readText(RowInput &row, const Column &column, QString text) const
{
    if (text.size() > 1 && text[0] == QLatin1Char('\'') && startsFormula(text.mid(1)))
        text.remove(0, 1);
    if (startsFormula(text))
        row.report(intakeFinding("C11"), column.field, text);
    if (const auto meant = ungarbled(text)) {
        row.report(intakeFinding("C10", {text, *meant}), column.field, text);
        text = *meant;
    }
    if (text.size() > column.maxLength)
        row.report(intakeFinding("C07", {QString::number(column.maxLength)}), column.field, text.left(40));
    const ValueKind kind = m_kind.fields[column.field].value;
    if (kind == ValueKind::Email && !isEmailAddress(text))
        row.report(intakeFinding("C02", {text, tr("e-mail address")}), column.field, text);
    if (kind == ValueKind::Login && text.contains(QLatin1Char(' ')))
        row.report(intakeFinding("C02", {text, tr("login: it holds a blank")}), column.field, text);
    if (!column.codes.isEmpty()) {
        const auto code = codedValue(column.codes, text);
        if (!code) {
            row.report(intakeFinding("C06", {text, codesOfField(column.codes).join(QStringLiteral(", "))}), column.field, text);
            return;
        }
        text = *code;
    }
    row.set(column.field, Value(text));
}

void SourceRowReader::readDay(RowInput &row, const Column &column, std::string_view cell, const QString &text) const
{
    const DateUse use = m_kind.fields[column.field].test == ContentTest::BirthDate ? DateUse::Birth : DateUse::Other;
    // A cell with as many bytes as it has characters is plain and had nothing to be cleaned of.
    const QByteArray plain = text.size() == static_cast<qsizetype>(cell.size()) ? QByteArray() : text.toUtf8();
    const std::string_view clean = plain.isNull() ? cell : std::string_view(plain.constData(), static_cast<size_t>(plain.size()));
    const auto monthFirst = readDate(clean, column.order, use, m_options.schoolYear);
    if (column.undecided && monthFirst != readDate(clean, DateOrder::DayFirst, use, m_options.schoolYear)) {
        row.report(intakeFinding("C04", {m_table.columns[column.column]}), column.field, text);
        return;
    }
    const bool partialAllowed = m_kind.fields[column.field].value == ValueKind::PartialDay;
    if (!monthFirst || (!partialAllowed && monthFirst->precision != PartialDate::Precision::Day)) {
        row.report(intakeFinding("C03", {text}), column.field, text);
        return;
    }
    row.set(column.field, Value(monthFirst->first));
    if (partialAllowed)
        row.setExamDate(*monthFirst);
}

void SourceRowReader::readCoded(RowInput &row, const Column &column, const QString &text) const
{
    const ValueKind kind = m_kind.fields[column.field].value;
    const auto bad = [&](const char *what) { row.report(intakeFinding("C02", {text, tr(what)}), column.field, text); };
    if (kind == ValueKind::Grade) {
        readGrade(row, column, text);
    } else if (kind == ValueKind::Integer || kind == ValueKind::Real) {
        const auto number = readNumber(text);
        if (!number || (kind == ValueKind::Integer && *number != static_cast<double>(static_cast<qint64>(*number))))
            bad(QT_TRANSLATE_NOOP("intake", "number"));
        else
            row.set(column.field, kind == ValueKind::Integer ? Value(static_cast<qint64>(*number)) : Value(*number));
    } else if (kind == ValueKind::Flag) {
        if (const auto flag = readFlag(text))
            row.set(column.field, Value::flag(*flag));
        else
            row.report(intakeFinding("C06", {text, tr("yes, no")}), column.field, text);
    } else if (kind == ValueKind::SchoolYear) {
        if (const auto year = schoolYearFromName(QString(text).replace(QLatin1Char('/'), QLatin1Char('-'))))
            row.set(column.field, Value(*year));
        else
            bad(QT_TRANSLATE_NOOP("intake", "school year"));
    } else if (kind == ValueKind::Outcome) {
        std::optional<double> score;
        if (const auto outcome = readOutcome(text, &score))
            row.set(column.field, Value(*outcome));
        else
            row.report(intakeFinding("C06", {text, QStringLiteral("P, F")}), column.field, text);
        if (score)
            row.setScoreInOutcome(*score);
    }
}

/// A source that counts grades from another start is shifted only when it is recognized and the person agrees.
void SourceRowReader::readGrade(RowInput &row, const Column &column, const QString &written) const
{
    bool isNumber = false;
    const int number = written.toInt(&isNumber);
    const QString text = m_gradeShift != 0 && isNumber ? QString::number(number - m_gradeShift) : written;
    const auto own = m_options.gradeMap.constFind(text.toLower());
    const auto grade = own != m_options.gradeMap.constEnd() ? std::optional(*own) : normalizedGrade(text, m_options.schoolYear);
    if (grade && text != written) {
        IntakeFinding asked = intakeFinding("C05", IntakeSeverity::Decision, {written});
        asked.message = tr("This source counts grades %1 higher: is \"%2\" grade %3?").arg(m_gradeShift).arg(written, *grade);
        asked.next = tr("Accept C05 to shift every grade of the file");
        row.report(asked, column.field, written);
    }
    if (!grade) {
        row.report(intakeFinding("C05", {text}), column.field, text);
        return;
    }
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    if (point > 0 && allDigits(text.left(point)) && allDigits(text.mid(point + 1))) {
        IntakeFinding finding = intakeFinding("C08", {text, *grade, tr("decimal point of a number")});
        finding.message.replace(tr("Identifier"), tr("Grade"));
        finding.confidence = 99;
        row.report(finding, column.field, text);
    }
    row.set(column.field, Value(*grade));
}

/// "Last, First M. Jr" or "First M. Last Jr".
void SourceRowReader::splitFullName(RowInput &row) const
{
    if (m_fullName < 0 || !row.has(m_fullName))
        return;
    QString name = row.text(m_fullName);
    const int suffixField = m_kind.find(QLatin1String("suffix"));
    static const QRegularExpression suffix(QStringLiteral("[,\\s]+(jr\\.?|sr\\.?|ii|iii|iv)(?=,|$)"), QRegularExpression::CaseInsensitiveOption);
    const auto found = suffix.match(name);
    if (found.hasMatch() && suffixField >= 0) {
        if (!row.has(suffixField))
            row.set(suffixField, Value(found.captured(1)));
        name.remove(found.capturedStart(), found.capturedLength());
    }
    const auto comma = name.indexOf(QLatin1Char(','));
    const auto blank = comma >= 0 ? comma : name.lastIndexOf(QLatin1Char(' '));
    if (blank < 0) {
        setIfEmpty(row, "last_name", name); // the only name there is
        return;
    }
    const QString before = name.left(blank).trimmed();
    const QString after = name.mid(blank + 1).trimmed();
    setIfEmpty(row, "last_name", comma >= 0 ? before : after);
    QString first = comma >= 0 ? after : before;
    static const QRegularExpression initial(QStringLiteral("^(.+)\\s+(\\p{L})\\.?$"));
    const auto middle = initial.match(first);
    if (middle.hasMatch() && m_kind.find(QLatin1String("middle_name")) >= 0) {
        setIfEmpty(row, "middle_name", middle.captured(2));
        first = middle.captured(1);
    }
    setIfEmpty(row, "first_name", first);
}

void SourceRowReader::setIfEmpty(RowInput &row, const char *name, const QString &text) const
{
    const int field = m_kind.find(QLatin1String(name));
    if (field >= 0 && !row.has(field))
        row.set(field, Value(text));
}

void SourceRowReader::checkRequired(RowInput &row) const
{
    for (const QVector<int> &alternatives : m_required) {
        const bool met = std::any_of(alternatives.cbegin(), alternatives.cend(), [&](int field) { return row.has(field); });
        if (met)
            continue;
        const QLatin1String name(m_kind.fields[alternatives.first()].name);
        // A value that could not be read has been reported already.
        const bool told = std::any_of(row.findings().cbegin(), row.findings().cend(),
                                      [&](const IntakeFinding &finding) { return finding.field == name; });
        if (!told)
            row.report(intakeFinding("C01", {name}), alternatives.first());
    }
}

IntakeFindings SourceRowReader::columnFindings() const
{
    IntakeFindings findings;
    for (const Column &column : m_columns) {
        const QString name = m_table.columns[column.column];
        const auto add = [&](IntakeFinding finding) {
            finding.column = column.column + 1;
            finding.field = QLatin1String(m_kind.fields[column.field].name);
            findings.append(finding);
        };
        if (column.undecided) {
            IntakeFinding finding = intakeFinding("C04", {name});
            finding.message += column.evidence;
            add(finding);
        }
        const ValueKind kind = m_kind.fields[column.field].value;
        const bool isKey = kind == ValueKind::Identifier || kind == ValueKind::Login || kind == ValueKind::Email;
        if (column.cleaned > 0)
            add(intakeFinding("C09", isKey ? IntakeSeverity::Warning : IntakeSeverity::Information, {QString::number(column.cleaned), name}));
        if (column.trimmed > 0)
            add(intakeFinding("C15", {QString::number(column.trimmed), name}));
    }
    return findings;
}

} // namespace certdesk
