// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/identifierreader.h"

#include <QCoreApplication>
#include <map>

namespace certdesk {

namespace {

constexpr int mostZerosLost = 4;
constexpr int fewestToLearnFrom = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

/// Where values of this field are stored, for the comparison of shapes.
QPair<EntityKind, const char *> storedPlace(QLatin1String name)
{
    static const QPair<EntityKind, const char *> places[] = {{EntityKind::Student, "student_state_id"}, {EntityKind::Student, "local_id"},
                                                             {EntityKind::Certificate, "certificate_code"}, {EntityKind::Course, "course_number"},
                                                             {EntityKind::Staff, "staff_id"}};
    for (const auto &place : places) {
        if (name == QLatin1String(place.second))
            return place;
    }
    return {EntityKind::None, nullptr};
}

/// How many values have which length; digits only, or there is no rule.
struct Lengths
{
    std::map<int, int> counts;
    int total = 0;
    bool digits = true;

    void add(const QString &value)
    {
        ++counts[static_cast<int>(value.size())];
        ++total;
        digits = digits && allDigits(value);
    }
    /// The length that at least 85 % of enough values have, with its share in per cent; {0, 0} when there is none.
    QPair<int, int> usual() const
    {
        for (const auto &[length, count] : counts) {
            if (digits && total >= fewestToLearnFrom && count * 100 >= total * 85)
                return {length, count * 100 / total};
        }
        return {0, 0};
    }
};

} // namespace

IdentifierReader::IdentifierReader(const Table &table, int column, const ImportKind &kind, int field, const PresentData &present)
    : m_kind(kind), m_field(field), m_isStateId(QLatin1String(kind.fields[field].name) == QLatin1String("student_state_id")),
      m_canBeFound((m_isStateId || QLatin1String(kind.fields[field].name) == QLatin1String("local_id"))
                   && (kind.find(QLatin1String("last_name")) >= 0 || kind.find(QLatin1String("student_name")) >= 0))
{
    learnFromRecords(present);
    learnFromFile(table, column);
}

void IdentifierReader::learnFromRecords(const PresentData &present)
{
    const auto [entity, name] = storedPlace(QLatin1String(m_kind.fields[m_field].name));
    if (entity == EntityKind::None)
        return;
    Lengths lengths;
    const int place = entityDef(entity).index(name);
    m_known.reserve(present.of(entity).size());
    for (const Record &record : present.of(entity)) {
        const QString value = record.values[place].text();
        if (value.isEmpty())
            continue;
        m_known.insert(value);
        lengths.add(value);
    }
    // Only the state gives all its identifiers one length; numbers of districts and courses grow.
    if (!m_isStateId)
        return;
    std::tie(m_length, m_share) = std::pair(present.stateIdDigits, 99);
    m_evidence = tr("identifiers of this state have %1 digits").arg(m_length);
    if (m_length > 0)
        return;
    const auto [length, share] = lengths.usual();
    m_length = length;
    m_share = share;
    m_evidence = tr("%1 % of the identifiers on the roster have %2 digits").arg(share).arg(length);
}

void IdentifierReader::learnFromFile(const Table &table, int column)
{
    Lengths lengths;
    int rounded = 0;
    int longOnes = 0;
    for (int row = 0; row < table.rowCount(); ++row) {
        const std::string_view cell = table.cell(row, column);
        if (!m_isStateId && cell.size() <= 15)
            continue;
        const CleanText clean = cleanText(cell);
        if (clean.text.isEmpty())
            continue;
        if (m_isStateId)
            lengths.add(clean.text);
        longOnes += clean.text.size() > 15 && allDigits(clean.text);
        rounded += roundedTail(clean.text).has_value();
    }
    // One number of ten ends in a zero by itself; a whole column of them has been through a spreadsheet.
    m_tailsAreRounded = rounded > 0 && rounded == longOnes;
    if (!m_isStateId || m_length > 0)
        return;
    const auto [length, share] = lengths.usual();
    m_length = length;
    m_share = std::min(share, 90); // the file is no witness beside itself
    m_evidence = tr("%1 % of the identifiers in the file have %2 digits").arg(share).arg(length);
}

void IdentifierReader::report(RowInput &row, const QString &from, const QString &to, const QString &evidence, int confidence) const
{
    IntakeFinding finding = intakeFinding("C08", {from, to, evidence});
    finding.confidence = confidence;
    row.report(finding, m_field, from);
}

void IdentifierReader::reportLost(RowInput &row, const QString &text, const IdentifierRepair &repair) const
{
    if (m_canBeFound && repair.digits) {
        row.setLost(LostIdentifier{m_field, text, *repair.digits, repair.evidence});
        return;
    }
    row.report(intakeFinding("C08", IntakeSeverity::Error, {text, tr("unknown"), repair.evidence}), m_field, text);
}

QString IdentifierReader::repaired(RowInput &row, const QString &text) const
{
    if (m_tailsAreRounded) {
        if (const auto digits = roundedTail(text)) {
            reportLost(row, text, IdentifierRepair{text, tr("digits beyond the fifteenth are lost"), true, digits});
            return text;
        }
    }
    const auto repair = identifierDamage(text);
    if (repair && repair->lost) {
        reportLost(row, text, *repair);
        return text;
    }
    if (repair) {
        report(row, text, repair->value, repair->evidence, 99);
        return repair->value;
    }
    QString joined = text;
    joined.remove(QLatin1Char('-')).remove(QLatin1Char('.')).remove(QLatin1Char(' ')).remove(QLatin1Char('/'));
    if (joined.size() == text.size() || !allDigits(joined))
        return text;
    if (!isSound(joined) && (m_length == 0 || joined.size() != m_length))
        return text;
    report(row, text, joined, isSound(joined) ? tr("%1 is on file").arg(joined) : m_evidence, isSound(joined) ? 99 : m_share);
    return joined;
}

/// Zeros that a spreadsheet took from the front.
QString IdentifierReader::padded(RowInput &row, const QString &text) const
{
    if (!allDigits(text) || isSound(text))
        return text;
    QString longer = text;
    for (int zeros = 1; zeros <= mostZerosLost; ++zeros) {
        longer.prepend(QLatin1Char('0'));
        if (isSound(longer)) {
            report(row, text, longer, tr("%1 is on file").arg(longer), 99);
            return longer;
        }
    }
    if (m_length <= text.size() || m_length - text.size() > mostZerosLost)
        return text;
    longer = text.rightJustified(m_length, QLatin1Char('0'));
    report(row, text, longer, m_evidence, m_share);
    return longer;
}

void IdentifierReader::read(RowInput &row, QString text) const
{
    if (!isSound(text)) {
        text = repaired(row, text);
        if (!row.lost() || row.lost()->field != m_field)
            text = padded(row, text);
    }
    row.set(m_field, Value(text));
}

} // namespace certdesk
