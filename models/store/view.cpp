// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/view.h"

#include "models/store/viewdefs.h"

namespace certdesk {

int View::columnIndex(const QString &name) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name)
            return i;
    }
    return -1;
}

const QVector<View> &allViews()
{
    static const QVector<View> views = rosterViews() + schoolYearViews() + certificateViews() + certificationViews() + bookkeepingViews();
    return views;
}

const View *viewByName(const QString &name)
{
    for (const View &view : allViews()) {
        if (view.name == name)
            return &view;
    }
    return nullptr;
}

} // namespace certdesk
