// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/finding.h"

#include <QDir>
#include <QFile>
#include <QString>
#include <QtTest>

namespace certdesk {

/// A folder of the public data beside the source tree, or "" where it is absent.
inline QString publicData(const QString &folder)
{
    QStringList places{qEnvironmentVariable("CERTDESK_SHARED"), QStringLiteral(CERTDESK_SOURCE_DIR "/../shared")};
    for (const QString &place : places) {
        const QString path = place + QStringLiteral("/data/") + folder;
        if (!place.isEmpty() && QDir(path).exists())
            return QDir(path).absolutePath();
    }
    return {};
}

inline QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QStringList codesOf(const QVector<IntakeFinding> &findings)
{
    QStringList codes;
    for (const IntakeFinding &finding : findings)
        codes.append(finding.code);
    return codes;
}

} // namespace certdesk
