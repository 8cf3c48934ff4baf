// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/package/container.h"

struct zip;

namespace certdesk {

/// A zip archive held to the rules of R-206: no path outside of it, no links, no archives inside, no encryption, limits.
class ZipContainer : public Container
{
public:
    ZipContainer(QByteArray bytes, const IntakeLimits &limits);
    ~ZipContainer() override;

    void setIdentity(const FileIdentity &identity) { m_identity = identity; }
    Result<QByteArray> read(const QString &name) const override;

private:
    void open();
    QString readDirectory();
    /// Why this entry forbids the whole archive; nothing for a harmless one.
    QString refuseEntry(quint64 index, const QString &name) const;

    QByteArray m_bytes;
    IntakeLimits m_limits;
    zip *m_zip = nullptr;
    QHash<QString, quint64> m_entries;
    QHash<QString, quint64> m_sizes;
};

/// Left over by programs that pack: `__MACOSX`, `.DS_Store`, hidden files.
bool isForeignName(const QString &name);

} // namespace certdesk
