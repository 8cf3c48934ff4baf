// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/viewmemory.h"

#include <QCryptographicHash>

namespace certdesk {

namespace {

QString personKey(const QString &person)
{
    return QString::fromLatin1(QCryptographicHash::hash(person.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

ViewMemory::ViewMemory(const QString &person) : m_person(personKey(person)) {}

ViewMemory::ViewMemory(const QString &person, const QString &iniFile)
    : m_settings(iniFile, QSettings::IniFormat), m_person(personKey(person))
{
}

QString ViewMemory::path(const QString &key) const
{
    return QStringLiteral("people/%1/%2").arg(m_person, key);
}

QVariant ViewMemory::value(const QString &key, const QVariant &otherwise) const
{
    return m_settings.value(path(key), otherwise);
}

void ViewMemory::setValue(const QString &key, const QVariant &value)
{
    m_settings.setValue(path(key), value);
}

} // namespace certdesk
