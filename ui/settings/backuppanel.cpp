// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backuppanel.h"

#include "models/store/safekeeping.h"
#include "ui/common/announce.h"
#include "ui/common/prompt.h"
#include "ui/common/storejob.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>

namespace certdesk {

BackupPanel::BackupPanel(StoreThread &store, QWidget *parent)
    : Card(tr("Backup"), parent), m_store(store), m_last(bodyLabel({}, this)), m_backUp(new QPushButton(tr("Back up now"), this))
{
    setObjectName(QStringLiteral("backupPanel"));
    setMaximumWidth(theme::scaled(520, font()) + 2 * spacing::group);
    m_last->setObjectName(QStringLiteral("lastBackupLabel"));
    named(m_backUp, "backUpButton", m_backUp->text());
    content()->addWidget(m_last);
    content()->addWidget(mutedLabel(tr("A copy is made while others work, opened and compared. Keep it on another disk."), this));
    content()->addWidget(m_backUp, 0, Qt::AlignLeft);
    connect(m_backUp, &QPushButton::clicked, this, [this] {
        const bool isFile = m_store.url().engine == Engine::Sqlite;
        const QString day = QDate::currentDate().toString(Qt::ISODate);
        const QString name = isFile ? QFileInfo(m_store.url().path).completeBaseName() + QStringLiteral("-%1.certdesk").arg(day)
                                    : m_store.url().name + QStringLiteral("-%1.dump").arg(day);
        FileChooser::save(this, tr("Where the backup is kept"), name, isFile ? tr("CertDesk databases (*.certdesk)") : tr("PostgreSQL dumps (*.dump)"),
                          [this](const QString &path) {
                              if (!path.isEmpty())
                                  backUp(path);
                          });
    });
}

void BackupPanel::enter()
{
    m_backUp->setFocus(Qt::OtherFocusReason);
}

void BackupPanel::refresh()
{
    m_store.run<LastBackup>(this, [](Session &session) -> Result<LastBackup> { return lastBackupOf(session); }, [this](const Result<LastBackup> &last) {
        if (!last || last->path.isEmpty())
            return m_last->setText(tr("No backup was made from here yet."));
        const QString when = last->at > 0 ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(last->at), QLocale::ShortFormat) : tr("an unknown day");
        m_last->setText(tr("Last backup: %1, %2").arg(when, QDir::toNativeSeparators(last->path)));
    });
}

void BackupPanel::backUp(const QString &path)
{
    Job *job = startStoreJob<BackupReport>(
        m_store, tr("Backup"), tr("pages"), [path](Session &session, Progress &progress) { return backupDatabase(session, path, &progress); },
        [](const BackupReport &report) { return Job::Notice{tr("written and checked: %1").arg(QFileInfo(report.path).fileName()), {}, 0}; });
    connect(job, &Job::ended, this, &BackupPanel::refresh);
    Q_EMIT jobStarted(job);
}

} // namespace certdesk
