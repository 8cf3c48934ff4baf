// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/networkshare.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace certdesk {

bool isOnNetwork(const QString &path)
{
    // A UNC name on Windows; elsewhere the kind of the file system decides.
    if (path.startsWith(QLatin1String("//")) || path.startsWith(QLatin1String("\\\\")))
        return true;
    const QByteArray type = QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType().toLower();
    for (const char *network : {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "9p", "afs"}) {
        if (type == network)
            return true;
    }
    return false;
}

} // namespace certdesk
