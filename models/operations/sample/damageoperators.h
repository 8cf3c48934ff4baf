// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/pcg32.h"

#include <QStringList>

namespace certdesk::sample {

/// One way in which real files are damaged (R-625; each line of section 9 of the roster specification has at least one).
struct DamageOperator
{
    enum class Reach {
        Cell,   ///< a share of the cells of one column
        Row,    ///< a share of the rows
        Column, ///< every cell of one column: one note for the file
        File,   ///< the text as a whole: one note for the file
        Package ///< a folder of files, e.g. OneRoster
    };
    const char *name;
    Reach reach;
    const char *field; ///< of RosterDialect::columns, for cells and columns
    const char *code;  ///< the finding it has to lead to; empty: it is read without one
    bool isRepairable;
    QString (*damaged)(const QString &original, Pcg32 &random); ///< for cells and columns; the same value: not damaged

    QString key() const { return QString::fromLatin1(name); }
    /// Thousandths of the cells or rows that are touched when no rate is given.
    int defaultRate() const { return reach == Reach::Cell || reach == Reach::Row ? 20 : 1000; }
};

/// In the order in which several are applied.
const QVector<DamageOperator> &damageCatalogue();
const DamageOperator *damageOperator(const QString &name);
QStringList damageOperators();
/// 1000 for names that are no operator.
int defaultRate(const QString &name);

} // namespace certdesk::sample
