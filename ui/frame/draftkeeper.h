// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace certdesk {

/// Keeps what was typed and not stored, for one person on one database, in a file that only the user of this computer can
/// read (W-033, S-030). The file is gone when there are no drafts.
class DraftKeeper
{
public:
    explicit DraftKeeper(const QString &folder) : m_folder(folder) {}

    void setOwner(const QString &database, const QString &person);
    QJsonObject load() const;
    /// False when the disk refused; the drafts are still in the window then.
    bool save(const QJsonObject &drafts);

private:
    QString m_folder;
    QString m_file;
    QJsonObject m_saved;
};

} // namespace certdesk
