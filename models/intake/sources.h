// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPair>
#include <QStringList>
#include <QVector>

namespace certdesk {

/// A system whose exports are recognized by their headers, with what it means by them.
struct SourceProfile
{
    QString name;
    QStringList signature;                          ///< headers that are all there; "student.*": any that starts so
    QVector<QPair<QString, QString>> columns;       ///< "kind:field" → header; the field "-" leaves a column out
    int gradeShift = 0;                             ///< its grades stand this much higher than ours

    /// FIELD=COLUMN for one kind of import.
    QVector<QPair<QString, QString>> columnsOf(const QString &kind) const;
};

/// Null for an export of nobody known. The profiles are data: resources/intake/sources.tsv.
const SourceProfile *recognizeSource(const QStringList &columns);

} // namespace certdesk
