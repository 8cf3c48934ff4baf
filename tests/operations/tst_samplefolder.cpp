// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/samplefolder.h"
#include "models/store/session.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
        qFatal("cannot write");
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The folder that "look around" opens: one sample of this program, left as it is while it is good.
class TestSampleFolder : public QObject
{
    Q_OBJECT

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    bool provide()
    {
        Progress progress;
        const auto provided = sample::provide(m_folder.path(), progress);
        if (!provided)
            qWarning("%s %s", qPrintable(provided.error().message), qPrintable(provided.error().detail));
        return provided && sample::isUsable(m_folder.path());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!sample::isUsable(m_folder.path()));
        QVERIFY(provide());
        write(path("mine.db"), "a database of somebody's own");
    }

    void peopleCanSignInToEachDatabase()
    {
        for (const char *database : {"state.db", "district.db"}) {
            const auto accounts = sample::accountsIn(m_folder.path());
            QVERIFY(accounts);
            const auto account = sample::accountWith(m_folder.path(), QString::fromLatin1(database),
                                                     database[0] == 's' ? QStringLiteral("state-approver") : QStringLiteral("certifier"));
            QVERIFY(account);
            auto session = Session::open(account->url);
            QVERIFY(session);
            QVERIFY((*session)->signIn(account->person, account->password));
        }
    }

    void whatPeopleDidInItStays()
    {
        const QByteArray truth = "changed by hand";
        write(path("truth.json"), truth);
        QVERIFY(provide());
        QCOMPARE(read(path("truth.json")), truth);
    }

    void anotherProgramsSampleIsMadeAnew_data()
    {
        QTest::addColumn<QString>("damaged");
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("made by another version") << "made-by.txt" << false;
        QTest::newRow("made before versions were kept") << "made-by.txt" << true;
        QTest::newRow("its state is gone") << "state.db" << true;
        QTest::newRow("a database of something else") << "district.db" << false;
        QTest::newRow("nobody can sign in") << "accounts.txt" << true;
    }

    void anotherProgramsSampleIsMadeAnew()
    {
        QFETCH(QString, damaged);
        QFETCH(bool, isRemoved);
        if (isRemoved)
            QVERIFY(QFile::remove(m_folder.filePath(damaged)));
        else
            write(m_folder.filePath(damaged), "0.0.1 of somewhere else");
        QVERIFY(!sample::isUsable(m_folder.path()));
        QVERIFY(provide());
        QCOMPARE(read(path("mine.db")), QByteArray("a database of somebody's own"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSampleFolder)
#include "tst_samplefolder.moc"
