// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/view.h"

namespace certdesk {

QVector<View> rosterViews();
QVector<View> schoolYearViews();
QVector<View> certificateViews();
QVector<View> certificationViews();
QVector<View> bookkeepingViews();

inline ViewColumn viewColumn(const char *name, const QString &title, const char *expression, ColumnType type = ColumnType::Text,
                             const char *field = "")
{
    return {QString::fromLatin1(name), title, QString::fromLatin1(expression), type, QString::fromLatin1(field)};
}

} // namespace certdesk
