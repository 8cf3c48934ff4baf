// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/plan.h"

#include <utility>

namespace certdesk {

/// An identifier whose digits are gone: only the person whom the row names can tell which it was.
struct LostIdentifier
{
    int field = 0;
    QString text;
    LostDigits digits;
    QString evidence;
};

/// One row of the file as typed values, with what was found in it and what it would do.
class RowInput
{
public:
    RowInput(const ImportKind &kind, const ImportOptions &options) : m_kind(kind), m_options(options) { m_values.resize(kind.fields.size()); }

    void start(int index, int line);
    int index() const { return m_index; }
    int line() const { return m_line; }

    /// A field index of -1 is a field the kind does not have: it is empty.
    const Value &value(int field) const;
    QString text(int field) const { return value(field).text(); }
    bool has(int field) const { return !value(field).isEmpty(); }
    void set(int field, Value value) { m_values[field] = std::move(value); }
    /// A value that does not stand in the file.
    void setDefault(int field, const Value &value)
    {
        m_values[field] = value;
        m_defaulted |= quint64{1} << field;
    }
    bool isDefault(int field) const { return field >= 0 && (m_defaulted >> field & 1) != 0; }
    const std::optional<PartialDate> &examDate() const { return m_partial; }
    void setExamDate(const PartialDate &date) { m_partial = date; }
    const std::optional<double> &scoreInOutcome() const { return m_score; }
    void setScoreInOutcome(double score) { m_score = score; }

    const std::optional<LostIdentifier> &lost() const { return m_lost; }
    void setLost(const std::optional<LostIdentifier> &lost) { m_lost = lost; }

    /// Adds a finding; `field` and `value` say where. A decision that is accepted beforehand does not hold the row.
    void report(IntakeFinding finding, int field = -1, const QString &value = {});
    void effect(RowStatus status) { m_effects |= 1u << static_cast<int>(status); }

    RowStatus status() const;
    /// Errors, open decisions, and statuses that wait for acceptance: nothing of this row is written.
    bool isHeld() const { return holdsBack(status(), m_options) || status() == RowStatus::Skipped || status() == RowStatus::Duplicate; }
    const IntakeFindings &findings() const { return m_findings; }

private:
    const ImportKind &m_kind;
    const ImportOptions &m_options;
    QVector<Value> m_values;
    std::optional<PartialDate> m_partial;
    std::optional<double> m_score;
    std::optional<LostIdentifier> m_lost;
    IntakeFindings m_findings;
    quint64 m_defaulted = 0; ///< a bit a field; no kind has more than 64
    unsigned m_effects = 0;
    int m_index = 0;
    int m_line = 0;
};

} // namespace certdesk
