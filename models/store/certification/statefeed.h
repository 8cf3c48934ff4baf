// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"

#include <QJsonObject>

namespace certdesk {

/// What the state has for one district (C-380), as a document: {"cursor", "rows":[{"kind","source","fields"}], "answers":[…],
/// "notices":[…]}. Empty rows when nothing has changed since the cursor. References are ids of the state.
QJsonObject compileFeed(Connection &connection, const QString &organizationCode, const QString &cursor);

/// At the district: takes the feed over. Rows of the state are found again by source_id; notices go to each member once.
class ApplyStateFeed : public CertificationCommand
{
public:
    explicit ApplyStateFeed(const QJsonObject &feed) : CertificationCommand("ApplyStateFeed", Right::ViewEvents), m_feed(feed) {}
    void perform(Transaction &transaction) override;

private:
    void applyRow(Transaction &transaction, const QJsonObject &row);
    void applyAnswer(Transaction &transaction, const QJsonObject &answer);
    void applyNotice(Transaction &transaction, const QJsonObject &notice);

    QJsonObject m_feed;
};

} // namespace certdesk
