// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entities.h"

#include <QStringList>
#include <QVector>

namespace certdesk {

/// How the text of a cell becomes a value.
enum class ValueKind { Text, Name, Identifier, Login, Email, Grade, Day, PartialDay, Integer, Real, Flag, Outcome, SchoolYear, Secret };

/// What a column has to look like, over all rows, to be this field.
enum class ContentTest { None, StateId, ShortId, Letters, FullName, Grade, Year, BirthDate, Date, Email, Few, Text, Number, Flag, Outcome };

struct ImportField
{
    const char *name;
    ValueKind value = ValueKind::Text;
    ContentTest test = ContentTest::None;
    /// The record it is written to, under the same name; None for fields that only find or decide something.
    EntityKind entity = EntityKind::None;
};

/// One kind of import, described: fields, what is required, which records it writes.
struct ImportKind
{
    const char *name;
    EntityKind primary;
    QVector<EntityKind> writes;
    QVector<ImportField> fields;
    /// Each entry: one of these fields needs a column (H03) and, in each row, a value (C01).
    QVector<QVector<const char *>> required;
    bool needsYear = false;      ///< a school year has to come from an option or a column
    bool onePersonARow = false;  ///< identifiers are unique within the file
    bool goodRowsByDefault = false;

    int find(QLatin1String field) const; ///< -1 when there is none
    int find(const QString &field) const { return find(QLatin1String(field.toLatin1())); }
    int index(const char *field) const; ///< a wrong name is a bug
};

const QVector<ImportKind> &importKinds();
/// Null when there is no such kind.
const ImportKind *importKind(const QString &name);

} // namespace certdesk
