// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QMap>
#include <QString>
#include <QVector>

namespace certdesk {

class Session;

/// What needs the person today (W-010), as plain facts. A card with nothing to say is not there.
struct HomeFacts
{
    enum class Urgency { Problem, Attention, Waiting, Quiet };

    struct Card
    {
        QString key;
        Urgency urgency = Urgency::Attention;
        qint64 number = 0;
        QString sentence;
        QString button;
        QString page; ///< and its parameters: where the button leads
        QMap<QString, QString> parameters;
        qint64 order = 0; ///< within one urgency: days left
    };
    struct Alert
    {
        qint64 id = 0;
        QString title;
        QString body;
        qint64 createdAt = 0; ///< milliseconds since 1970 UTC
        bool isRead = false;
    };
    struct Series
    {
        QString name;
        QVector<double> values;
    };
    struct Chart
    {
        enum class Kind { Bars, Stacked, Lines };
        Kind kind = Kind::Bars;
        QString finding;
        QString unit;
        QVector<QString> categories;
        QVector<Series> series;
        QString page;
    };

    QVector<Card> cards; ///< most urgent first
    QVector<Alert> alerts; ///< newest first, at most five
    QVector<Chart> charts;
    qint64 students = 0; ///< active ones of the year; 0: an empty roster, and Home offers the first steps
    QString lastYear;    ///< one sentence for comparison; may be empty
};

/// Reads within the person's scope; every number is one that the same person finds behind the button.
Result<HomeFacts> readHomeFacts(Session &session, qint64 schoolYear);

} // namespace certdesk
