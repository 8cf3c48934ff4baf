// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"

#include <QJsonObject>

namespace certdesk {

/// What the state has for one district (C-380), as a document: {"cursor", "rows":[{"kind","source","fields"}], "answers":[…],
/// "notices":[…]}. Empty rows when nothing has changed since the cursor. References are ids of the state.
QJsonObject compileFeed(Connection &connection, const QString &organizationCode, const QString &cursor);

/// At the district: takes the feed over. Rows of the state are found again by source_id; notices go to each member once. A feed
/// that was asked for before another exchange took over a newer one is left alone.
class ApplyStateFeed : public CertificationCommand
{
public:
    /// `since`: the cursor that the feed was asked with.
    ApplyStateFeed(const QJsonObject &feed, const QString &since) : CertificationCommand("ApplyStateFeed", Right::ViewEvents), m_feed(feed), m_since(since) {}
    void perform(Transaction &transaction) override;
    /// Nothing was taken over: ask again.
    bool isStale() const { return m_isStale; }

private:
    void applyRow(Transaction &transaction, const QJsonObject &row);
    void applyAnswer(Transaction &transaction, const QJsonObject &answer);
    void applyNotice(Transaction &transaction, const QJsonObject &notice);

    QJsonObject m_feed;
    QString m_since;
    bool m_isStale = false;
};

} // namespace certdesk
