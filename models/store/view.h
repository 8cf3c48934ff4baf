// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/domain/scope.h"

#include <QStringList>

namespace certdesk {

enum class ColumnType { Text, Code, Integer, Real, Day, SchoolYear, Flag, Time, Status };

struct ViewColumn
{
    QString name;       ///< as on the command line and in exports: "student_state_id"
    QString title;      ///< as in a column header
    QString expression; ///< SQL over the aliases of the view
    ColumnType type = ColumnType::Text;
    QString field; ///< the field of the view's own record that an editor changes; empty: not editable in the grid
};

/// A list of records as grids, `list`, find and exports show it: one definition for all of them.
struct View
{
    QString name; ///< "students"
    QString title;
    EntityKind kind = EntityKind::None; ///< None for bookkeeping tables
    QString table;                      ///< of the listed records; its alias is `t`
    QString joins;                      ///< further tables
    QString condition;                  ///< always applied; may be empty
    QString activeCondition;            ///< left away by "with archived"
    QString yearColumn;                 ///< expression limited by the school year chip; empty: rows belong to no year
    QVector<ViewColumn> columns;
    QStringList defaultSort; ///< column names; a leading '-' sorts downwards

    int columnIndex(const QString &name) const; ///< -1 when there is none
};

/// By the ENTITY words of the command line; null when there is none.
const View *viewByName(const QString &name);
const QVector<View> &allViews();

struct ViewFilter
{
    enum class Operator { Equals, NotEquals, Contains, StartsWith, AtLeast, AtMost, IsEmpty, IsNotEmpty, OneOf };
    QString column; ///< or "id" with OneOf: these records
    Operator op = Operator::Equals;
    Value value;
    QVector<Value> values; ///< for OneOf
};

/// What a grid or a list asks for. Together with the scope it names an ordered set of rows.
struct ViewQuery
{
    QString view;
    QVector<ViewFilter> filters; ///< all of them hold
    QString search;              ///< text that occurs in any column, folded; empty: everything
    QStringList sort;            ///< column names, '-' in front for downwards; empty: the view's own order
    qint64 schoolYear = 0;       ///< 0: all years
    bool withArchived = false;
};

} // namespace certdesk
