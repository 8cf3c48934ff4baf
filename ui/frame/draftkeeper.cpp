// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/draftkeeper.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace certdesk {

void DraftKeeper::setOwner(const QString &database, const QString &person)
{
    const QByteArray key = QCryptographicHash::hash((database + QLatin1Char('\n') + person).toUtf8(), QCryptographicHash::Sha256);
    m_file = m_folder + QLatin1Char('/') + QString::fromLatin1(key.toHex().left(24)) + QStringLiteral(".draft");
    m_saved = load();
}

QJsonObject DraftKeeper::load() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool DraftKeeper::save(const QJsonObject &drafts)
{
    if (m_file.isEmpty() || drafts == m_saved)
        return true;
    if (drafts.isEmpty()) {
        m_saved = drafts;
        return !QFile::exists(m_file) || QFile::remove(m_file);
    }
    if (!QDir().mkpath(m_folder))
        return false;
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(drafts).toJson(QJsonDocument::Compact));
    if (!file.commit())
        return false;
    m_saved = drafts;
    return true;
}

} // namespace certdesk
