// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/rowinput.h"

namespace certdesk {

void RowInput::start(int index, int line)
{
    m_index = index;
    m_line = line;
    m_effects = 0;
    m_defaulted = 0;
    m_findings.clear();
    m_partial.reset();
    m_score.reset();
    m_lost.reset();
    m_values.fill(Value());
}

const Value &RowInput::value(int field) const
{
    static const Value none;
    return field < 0 ? none : m_values[field];
}

void RowInput::report(IntakeFinding finding, int field, const QString &value)
{
    finding.row = m_line;
    if (field >= 0) {
        finding.field = QLatin1String(m_kind.fields[field].name);
        if (m_kind.fields[field].value != ValueKind::Secret)
            finding.value = value;
    }
    if (finding.isError())
        effect(RowStatus::Error);
    else if (finding.code == QLatin1String("K02"))
        effect(RowStatus::Migrate);
    else if (finding.code == QLatin1String("K03"))
        effect(RowStatus::Restore);
    else if (finding.code == QLatin1String("R06"))
        effect(m_options.accepts(finding.code) || m_options.accepts(RowStatus::Skipped) ? RowStatus::Skipped : RowStatus::Conflict);
    else if (finding.needsDecision() && !m_options.settles(finding))
        effect(RowStatus::Conflict);
    m_findings.append(std::move(finding));
}

RowStatus RowInput::status() const
{
    for (int i = 0; i < rowStatusCount; ++i) {
        if (m_effects & (1u << i))
            return static_cast<RowStatus>(i);
    }
    return RowStatus::Unchanged;
}

} // namespace certdesk
