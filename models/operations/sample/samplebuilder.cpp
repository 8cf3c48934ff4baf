// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/samplebuilder.h"

#include "models/operations/sample/accounts.h"
#include "models/operations/sample/districtwriter.h"
#include "models/operations/sample/events.h"
#include "models/operations/sample/inputfiles.h"
#include "models/operations/sample/rosterfaults.h"
#include "models/operations/sample/truth.h"
#include "models/reports/writefailure.h"
#include "models/store/contenthash.h"
#include "models/store/databasecreator.h"
#include "models/store/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace certdesk::sample {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sample", text);
}

const QString command = QStringLiteral("WriteSample");

class Builder
{
public:
    Builder(const Options &options, Progress &progress)
        : m_options(options), m_progress(progress), m_truth(options), m_place(options.into), m_part(options.into + QStringLiteral("/.sample-part"))
    {
    }

    Result<Summary> build()
    {
        if (const auto free = checkPlace(); !free)
            return tl::unexpected(free.error());
        Done done = make();
        if (done)
            done = putInPlace();
        m_part.removeRecursively();
        if (!done)
            return tl::unexpected(done.error());
        return m_summary;
    }

private:
    Done checkPlace()
    {
        for (const char *name : {"state.db", "district.db", "district2.db", "files", "truth.json", "accounts.txt"}) {
            if (QFileInfo::exists(m_place.filePath(QLatin1String(name))))
                return failure(Error::Kind::Refused, QStringLiteral("DB-EXISTS"), tr("There is a sample in this folder already. It was not touched."),
                               tr("Choose another folder."));
        }
        m_part.removeRecursively();
        if (!QDir().mkpath(m_part.path()))
            return writeFailure();
        return {};
    }

    Done make()
    {
        try {
            makeDatabases();
            m_progress.report(tr("Setting certification up"), 0, 0);
            orFail(setUpCertification(m_part, m_accounts, m_districts));
            hashDatabases();
            orFail(writeText(QStringLiteral("accounts.txt"), accountsText(m_accounts)));
            orFail(writeText(QStringLiteral("truth.json"), m_truth.text()));
        } catch (const StoreFailure &failed) {
            return tl::unexpected(failed.error);
        }
        return {};
    }

    void create(const QString &file, const QString &code, const QString &name)
    {
        NewDatabase wanted;
        wanted.isState = code == QLatin1String("ST");
        wanted.code = code;
        wanted.name = name;
        wanted.schoolYear = thisYear;
        wanted.clockDay = isoDay(asOf());
        wanted.isSample = true;
        DatabaseUrl url;
        url.path = m_part.filePath(file);
        orFail(createDatabase(url, wanted));
    }

    void makeDatabases()
    {
        m_progress.report(tr("Inventing people and classes"), 0, 0);
        create(QStringLiteral("state.db"), QStringLiteral("ST"), QStringLiteral("State of Sample"));
        BulkLoad state(m_part.filePath(QStringLiteral("state.db")));
        for (int number = 1; number <= 2; ++number)
            m_catalogues.append(Catalogue(districtSize(m_options.size, number).programs));
        for (int number = 1; number <= 2; ++number)
            m_districts.append(makeDistrict(m_options, number, m_catalogues[number - 1]));
        m_accounts = makeAccounts(m_districts, m_options.seed);
        hashPasswords(m_accounts);
        for (int i = 0; i < m_districts.size(); ++i)
            writeDistrict(m_districts[i], m_catalogues[i], state);
        storeAccounts(m_accounts, QStringLiteral("state.db"), state);
        state.finish(command, writtenAt());
    }

    void writeDistrict(District &district, Catalogue &catalogue, BulkLoad &state)
    {
        create(district.file, district.code, district.name);
        Record organization(EntityKind::Organization);
        organization.set("code", Value(district.code)).set("name", Value(district.name)).set("kind", Value(QStringLiteral("district")));
        state.add(organization);
        QVector<Fault> faults = plantRosterFaults(district, m_options.seed);
        BulkLoad own(m_part.filePath(district.file));
        InputFiles files(QDir(m_part.filePath(QStringLiteral("files"))), m_options, m_truth, m_progress);
        DistrictWriter writer(district, catalogue, own, state, organization.id, m_progress);
        writer.onCertificate = [&](const QString &name, const QByteArray &bytes) {
            orFail(files.keep(district, QStringLiteral("certificates/") + name, bytes));
        };
        writer.write(m_options.seed, faults);
        storeAccounts(m_accounts, district.file, own);
        own.finish(command, writtenAt());
        orFail(files.write(district, catalogue));
        m_truth.addFaults(district, faults);
        m_summary.students += district.students.size();
        m_summary.attempts += district.size.attemptsLastYear + district.size.attemptsThisYear;
        m_summary.faults += faults.size();
    }

    void hashDatabases()
    {
        for (const char *name : {"state.db", "district.db", "district2.db"}) {
            m_progress.report(tr("Hashing the databases"), 0, 0);
            DatabaseUrl url;
            url.path = m_part.filePath(QLatin1String(name));
            const auto session = orFail(Session::open(url));
            session->actAsProgram();
            m_truth.setContentHash(QLatin1String(name), orFail(contentHash(*session, {}, &m_progress)).sha256);
        }
    }

    Done writeText(const QString &name, const QByteArray &text)
    {
        QSaveFile file(m_part.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            return writeFailure();
        return {};
    }

    Done putInPlace()
    {
        const QStringList names = m_part.entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &name : names) {
            if (!QFile::rename(m_part.filePath(name), m_place.filePath(name)))
                return writeFailure();
            m_summary.files.append(name);
        }
        return {};
    }

    Options m_options;
    Progress &m_progress;
    Truth m_truth;
    QDir m_place;
    QDir m_part;
    Summary m_summary;
    QVector<Catalogue> m_catalogues;
    QVector<District> m_districts;
    QVector<SampleAccount> m_accounts;
};

} // namespace

Result<Summary> buildSample(const Options &options, Progress &progress)
{
    return Builder(options, progress).build();
}

} // namespace certdesk::sample
