// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/outputfile.h"

#include "models/reports/writefailure.h"

#include <QFileInfo>
#include <QSaveFile>

namespace certdesk {

OutputFile::OutputFile(const QString &path) : m_device(&m_direct)
{
    const QFileInfo present(path);
    if (path.isEmpty() || present.isDir())
        return;
    if (present.exists() && !present.isFile()) {
        m_direct.setFileName(path);
        m_open = m_direct.open(QIODevice::WriteOnly);
        return;
    }
    m_saved = std::make_unique<QSaveFile>(path);
    m_device = m_saved.get();
    m_open = m_saved->open(QIODevice::WriteOnly);
    if (m_open)
        m_saved->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

OutputFile::~OutputFile() = default;

bool OutputFile::flush()
{
    QFileDevice &file = m_saved ? static_cast<QFileDevice &>(*m_saved) : m_direct;
    return m_open && file.flush() && file.error() == QFileDevice::NoError;
}

Done OutputFile::finish()
{
    if (!m_open)
        return writeFailure();
    const bool done = m_saved ? m_saved->commit() : m_direct.flush() && m_direct.error() == QFileDevice::NoError;
    return done ? Done() : Done(writeFailure());
}

} // namespace certdesk
