// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/rowinput.h"

namespace certdesk {

/// Reads the identifiers of one column. How sound ones look is learned once, from the setting, the stored records or
/// the file itself; each damaged one is C08 with evidence and confidence, and nothing is repaired without being shown.
class IdentifierReader
{
public:
    IdentifierReader(const Table &table, int column, const ImportKind &kind, int field, const PresentData &present);

    void read(RowInput &row, QString text) const;

private:
    void learnFromRecords(const PresentData &present);
    void learnFromFile(const Table &table, int column);
    QString repaired(RowInput &row, const QString &text) const;
    QString padded(RowInput &row, const QString &text) const;
    bool isSound(const QString &text) const { return m_known.contains(text); }
    void report(RowInput &row, const QString &from, const QString &to, const QString &evidence, int confidence) const;
    void reportLost(RowInput &row, const QString &text, const IdentifierRepair &repair) const;

    const ImportKind &m_kind;
    int m_field;
    bool m_isStateId;
    bool m_canBeFound; ///< by the person that the row names
    bool m_tailsAreRounded = false;
    QSet<QString> m_known;
    int m_length = 0; ///< digits that at least 85 % have; 0: no rule
    int m_share = 0;  ///< per cent that have it
    QString m_evidence;
};

} // namespace certdesk
