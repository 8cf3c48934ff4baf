// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QFile>
#include <memory>

class QSaveFile;

namespace certdesk {

/// A file that leaves the program: written beside its place, readable by its owner only, renamed by finish(); without finish()
/// the old file stays (S-031). What is there and is no plain file (a pipe, a device) is written to directly and never replaced.
class OutputFile
{
public:
    explicit OutputFile(const QString &path);
    ~OutputFile();

    bool isOpen() const { return m_open; }
    QIODevice &device() { return *m_device; }
    /// False when what was written so far has found no room.
    bool flush();
    /// Failure when anything before failed.
    Done finish();

private:
    std::unique_ptr<QSaveFile> m_saved;
    QFile m_direct;
    QIODevice *m_device;
    bool m_open = false;
};

} // namespace certdesk
