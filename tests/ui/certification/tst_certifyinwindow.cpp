// SPDX-License-Identifier: GPL-3.0-or-later
// The whole path once through the real window alone and once through certdeskctl alone, on the same files: roster and attempts
// come in, the checks run, the state publishes an event, two certifiers go through the four steps, the state approves. Both
// leave the same rows and the same statuses.
#include "app/tour/certificationpath.h"
#include "models/operations/sample/samplebuilder.h"
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/walk.h"
#include "ui/common/preferences.h"
#include "ui/standard.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

/// Keeps what the window said, for the messages of a failure, and its pictures when somebody wants them.
class KeptStory : public Story
{
public:
    explicit KeptStory(const QString &folder) : m_folder(folder) {}
    void chapter(const QString &title) override { sentences.append(QStringLiteral("# ") + title); }
    void tell(const QString &sentence) override { sentences.append(sentence); }
    void picture(QWidget *window, const QString &name) override { walk::picture(window, name); }
    QString document(const QString &name) override { return m_folder + QLatin1Char('/') + name; }
    QStringList sentences;

private:
    QString m_folder;
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

} // namespace

class TestCertifyInWindow : public QObject
{
    Q_OBJECT

    Stage stageIn(const QString &name)
    {
        QDir(m_folder.path()).mkpath(name);
        StageOptions options;
        options.state.path = m_folder.filePath(name + QStringLiteral("/state.db"));
        options.district.path = m_folder.filePath(name + QStringLiteral("/district.db"));
        options.rules = {QStringLiteral("CE-01"), QStringLiteral("EX-20"), QStringLiteral("RO-01")};
        options.schoolYear = sample::thisYear;
        options.clockDay = QDate::fromJulianDay(sample::asOf()).toString(Qt::ISODate);
        auto stage = buildStage(options);
        if (!stage)
            qFatal("%s %s", qPrintable(stage.error().message), qPrintable(stage.error().detail));
        stage->files = sampleFiles(m_folder.filePath(QStringLiteral("sample/files/district2")));
        return *stage;
    }

    static Ctl at(const Player &player) { return Ctl(player.database.display(), player.name, player.password); }

    /// A call of certdeskctl that has to succeed; with something to attend to where `attention` says so.
    static QJsonObject done(const Player &player, const QStringList &arguments, bool attention = false)
    {
        const CtlAnswer answer = at(player).json(arguments);
        if (answer.exitCode != 0 && !(attention && answer.exitCode == 1))
            QTest::qFail(answer.told() + arguments.join(QLatin1Char(' ')).toUtf8(), __FILE__, __LINE__);
        return answer.json();
    }

    static QStringList certify(const Stage &stage, const QStringList &arguments)
    {
        return QStringList{QStringLiteral("certify"), stage.event} + arguments;
    }

    void bring(const Stage &stage)
    {
        done(stage.districtAdministrator, {QStringLiteral("link"), QStringLiteral("set"), QStringLiteral("--state-database"), stage.state.display()});
        for (const Stage::File &file : stage.files)
            done(stage.districtAdministrator, {QStringLiteral("import"), file.kind, file.path});
        done(stage.districtAdministrator, {QStringLiteral("check")}, true);
    }

    void publish(const Stage &stage)
    {
        const Player &admin = stage.stateAdministrator;
        const QDate today = QDate::fromJulianDay(sample::asOf());
        const auto day = [&today](int days) { return today.addDays(days).toString(Qt::ISODate); };
        const QJsonObject event{{QStringLiteral("name"), stage.event}, {QStringLiteral("schoolYear"), QStringLiteral("2026-27")}, {QStringLiteral("level"), QStringLiteral("district")},
                                {QStringLiteral("category"), stage.category}, {QStringLiteral("startDate"), day(-10)}, {QStringLiteral("opensDate"), day(-5)},
                                {QStringLiteral("endDate"), day(30)}, {QStringLiteral("snapshotMethod"), QStringLiteral("start")},
                                {QStringLiteral("snapshotTime"), day(20) + QStringLiteral("T00:00:00Z")},
                                {QStringLiteral("groups"), QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("G1")}}}},
                                {QStringLiteral("participants"), QJsonArray{QStringLiteral("D1")}}};
        const QString file = test::writeFile(m_folder.filePath(QStringLiteral("event.json")), QJsonDocument(event).toJson());
        done(admin, words("category create CTE --level district"));
        done(admin, words("category publish CTE"));
        done(admin, words("category member add CTE --role approver --person") << stage.approver.name);
        done(admin, {QStringLiteral("event"), QStringLiteral("create"), QStringLiteral("--file"), file});
        done(admin, {QStringLiteral("event"), QStringLiteral("publish"), stage.event});
        done(stage.districtAdministrator, words("sync"));
        for (const Player &certifier : stage.certifiers)
            done(stage.districtAdministrator, words("category member add CTE --role certifier --school all --person") << certifier.name);
    }

    void view(const Stage &stage, const Player &certifier, const char *kind)
    {
        const QJsonArray results = done(certifier, certify(stage, words("results"))).value(QLatin1String("results")).toArray();
        for (const QJsonValue &result : results) {
            if (result.toObject().value(QLatin1String("kind")).toString() == QLatin1String(kind))
                done(certifier, certify(stage, {QStringLiteral("view"), QString::number(result.toObject().value(QLatin1String("id")).toInt()), QStringLiteral("--out"),
                                                m_folder.filePath(certifier.name + QLatin1String(kind) + QStringLiteral(".html"))}));
        }
    }

    void sign(const Stage &stage, const Player &certifier, bool isFirst)
    {
        done(certifier, certify(stage, words("start")));
        if (isFirst) {
            done(certifier, certify(stage, words("validate")), true);
            done(certifier, certify(stage, words("state-validate")), true);
        }
        view(stage, certifier, "stateValidation");
        if (isFirst)
            done(certifier, certify(stage, words("snapshot")), true);
        view(stage, certifier, "snapshot");
        done(certifier, certify(stage, words("submit")));
    }

    void walkByCommandLine(const Stage &stage)
    {
        bring(stage);
        publish(stage);
        bool isFirst = true;
        for (const Player &certifier : stage.certifiers)
            sign(stage, certifier, std::exchange(isFirst, false));
        done(stage.approver, {QStringLiteral("approve"), stage.event, QStringLiteral("D1")});
    }

    QStringList walkByWindow(const Stage &stage)
    {
        StoreThread store;
        Preferences preferences(m_folder.filePath(QStringLiteral("preferences.ini")));
        MainWindow window(store, preferences, *m_theme, standardServices(), m_folder.filePath(QStringLiteral("drafts")));
        window.resize(1366, 768);
        window.show();
        Walk walk;
        Driver driver(window, walk);
        KeptStory story(m_folder.path());
        CertificationPath path(driver, stage, story);
        path.add();
        QSignalSpy finished(&walk, &Walk::finished);
        walk.start();
        if (!finished.wait(600000) || !walk.failure().isEmpty())
            QTest::qFail(qPrintable(walk.failure() + QLatin1Char('\n') + story.sentences.join(QLatin1Char('\n'))), __FILE__, __LINE__);
        return path.statuses();
    }

    /// Statuses as each certifier sees them, without the day that whoever made the event chose and the moments of the acts.
    static QStringList statusesOf(const Stage &stage)
    {
        QStringList statuses;
        for (const Player &certifier : stage.certifiers) {
            const QJsonObject all = done(certifier, certify(stage, words("status")));
            QJsonObject status;
            for (const char *key : {"event", "school", "eventStatus", "userStatus", "steps", "blockers", "missing"})
                status.insert(QLatin1String(key), all.value(QLatin1String(key)));
            statuses.append(QString::fromUtf8(QJsonDocument(status).toJson()));
        }
        const QJsonObject participants = done(stage.approver, words("list participants"));
        for (const QJsonValue &row : participants.value(QLatin1String("rows")).toArray())
            statuses.append(row.toObject().value(QLatin1String("status")).toString());
        return statuses;
    }

    static QStringList contentOf(const Stage &stage)
    {
        QStringList hashes;
        for (const char *entity : {"schools", "staff", "students", "courses", "groups", "programs", "certificates", "attempts"})
            hashes.append(QString::fromUtf8(QJsonDocument(done(stage.districtAdministrator, {QStringLiteral("content-hash"), QStringLiteral("--entity"), QString::fromLatin1(entity)})).toJson()));
        return hashes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme = new ThemeKeeper(*qApp);
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("sample")));
        sample::Options options;
        options.into = m_folder.filePath(QStringLiteral("sample"));
        Progress progress;
        QVERIFY(sample::buildSample(options, progress));
    }

    void windowAndCommandLineLeaveTheSame()
    {
        const Stage byWindow = stageIn(QStringLiteral("window"));
        QCOMPARE(walkByWindow(byWindow), QStringList({QStringLiteral("PST_APPROVED UST_COMPLETE"), QStringLiteral("PST_APPROVED UST_COMPLETE")}));
        for (const char *document : {"findings.pdf", "findings.csv", "submission-ana.html", "submission-ben.html"})
            QVERIFY2(QFileInfo(m_folder.filePath(QString::fromLatin1(document))).size() > 100, document);
        const Stage byCommandLine = stageIn(QStringLiteral("commandline"));
        walkByCommandLine(byCommandLine);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(statusesOf(byWindow), statusesOf(byCommandLine));
        QCOMPARE(contentOf(byWindow), contentOf(byCommandLine));
        for (const Stage &stage : {byWindow, byCommandLine}) {
            done(stage.districtAdministrator, words("compare"));
            done(stage.stateAdministrator, words("verify-database"));
            done(stage.districtAdministrator, words("verify-database"));
        }
    }

private:
    QTemporaryDir m_folder;
    ThemeKeeper *m_theme = nullptr;
};

QTEST_MAIN(TestCertifyInWindow)
#include "tst_certifyinwindow.moc"
