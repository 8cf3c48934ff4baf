// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace certdesk::sample {

/// One entry of truth.json (T-536): a planted fault, a near miss that must not fire, or what a fault necessarily causes besides.
struct Fault
{
    QString rule;
    QString severity;
    QString kind; ///< positive, near-miss, side-effect
    QString entity;
    QJsonObject key;
    QJsonObject partner; ///< empty: none
    QString field;
    QJsonValue planted;
    QJsonValue truth;
    QString note;
    int script = -1;        ///< attempts: which scripted one; its key is its row number, known once it is stored
    int partnerScript = -1;
};

} // namespace certdesk::sample
