// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace certdesk::sample {

/// A one-page PDF with a text layer: the same bytes for the same words, no date and no producer inside.
QByteArray certificatePdf(const QString &person, const QString &certificate, const QString &day, const QString &number);

} // namespace certdesk::sample
