// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QVector>

namespace certdesk {

struct ZipMember
{
    QString name; ///< with `/` between folders
    QByteArray bytes;
};

/// Writes an archive, uncompressed and with one fixed time, so that the same members are the same bytes on every machine. An
/// older file at `path` is replaced when everything was written, or stays.
Done writeZip(const QString &path, const QVector<ZipMember> &members);

} // namespace certdesk
