// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

struct Answer
{
    int exit = -1;
    QJsonDocument json;
    QByteArray errors;
    QJsonObject object() const { return json.object(); }
    QString text(const char *key) const { return object().value(QLatin1String(key)).toString(); }
    QString code() const { return object().value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString(); }
    QString statuses() const { return text("eventStatus") + QLatin1Char(' ') + text("userStatus"); }
};

/// A state and a district that only the command line touches.
class World
{
public:
    explicit World(Engine engine)
    {
        writeFile(QStringLiteral("pw"), TestDatabase::password().toUtf8());
        for (QString *url : {&m_state, &m_district}) {
            m_urls.append(TestDatabase::emptyPlace(engine, m_folder));
            *url = m_urls.last().display();
        }
    }
    ~World()
    {
        for (const DatabaseUrl &url : std::as_const(m_urls))
            TestDatabase::drop(url);
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString stateUrl() const { return m_state; }
    QString writeFile(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(content);
        return file.fileName();
    }
    Answer init(bool state)
    {
        return run(state, QString(), {QStringLiteral("init"), QStringLiteral("--edition"), state ? QStringLiteral("state") : QStringLiteral("district"), QStringLiteral("--name"),
                                      state ? QStringLiteral("State") : QStringLiteral("District One"), QStringLiteral("--code"), state ? QStringLiteral("ST") : QStringLiteral("D1"),
                                      QStringLiteral("--admin"), QStringLiteral("chief"), QStringLiteral("--school-year"), QStringLiteral("2026-27")});
    }
    Answer state(const QString &user, const QStringList &words) { return run(true, user, words); }
    Answer district(const QString &user, const QStringList &words) { return run(false, user, words); }
    Answer certify(const QString &user, const QStringList &words) { return run(false, user, QStringList{QStringLiteral("certify"), QStringLiteral("Fall")} + words); }
    Answer addUser(bool state, const QString &name, const QString &role)
    {
        return run(state, QStringLiteral("chief"), {QStringLiteral("user"), QStringLiteral("add"), name, QStringLiteral("--role"), role, QStringLiteral("--new-password-file"), path(QStringLiteral("pw"))});
    }

private:
    Answer run(bool state, const QString &user, QStringList words)
    {
        words << QStringLiteral("--database") << (state ? m_state : m_district) << QStringLiteral("--password-file") << path(QStringLiteral("pw")) << QStringLiteral("--json")
              << QStringLiteral("--quiet");
        if (!user.isEmpty())
            words << QStringLiteral("--user") << user;
        QProcess process;
        process.start(QStringLiteral(CERTDESKCTL), words);
        process.waitForFinished(120000);
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()), process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
    QVector<DatabaseUrl> m_urls;
    QString m_state;
    QString m_district;
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

/// A day relative to today, as text: the databases run on the real clock.
QString relativeDay(int days)
{
    return QDate::currentDate().addDays(days).toString(Qt::ISODate);
}

} // namespace

#define DONE(call)                                                                                                                                             \
    do {                                                                                                                                                       \
        const Answer answer = (call);                                                                                                                          \
        QVERIFY2(answer.exit == 0, (answer.json.toJson() + answer.errors).constData());                                                                        \
    } while (false)

/// The whole path of certification by certdeskctl alone.
class TestCtlCertification : public QObject
{
    Q_OBJECT

private:
    void prepare(World &world)
    {
        DONE(world.init(true));
        DONE(world.init(false));
        const QString schools = world.writeFile(QStringLiteral("schools.csv"), "School Code,School Name\n101,North High\n");
        const QString students = world.writeFile(QStringLiteral("students.csv"),
                                                 "State ID,First Name,Last Name,Grade,School Code\n900001,Ana,Reed,10,101\n900002,Ben,Stone,11,101\n");
        DONE(world.district(QStringLiteral("chief"), {QStringLiteral("import"), QStringLiteral("schools"), schools}));
        DONE(world.district(QStringLiteral("chief"), {QStringLiteral("import"), QStringLiteral("students"), students}));
        DONE(world.addUser(true, QStringLiteral("sam"), QStringLiteral("state-approver")));
        DONE(world.addUser(false, QStringLiteral("ana"), QStringLiteral("certifier")));
        DONE(world.addUser(false, QStringLiteral("ben"), QStringLiteral("certifier")));
        DONE(world.addUser(false, QStringLiteral("rae"), QStringLiteral("reviewer")));
    }
    void publish(World &world)
    {
        const QString group = world.writeFile(QStringLiteral("g.json"), R"({"code":"G1","name":"Certificates","rules":["CE-01","RO-01"]})");
        const QJsonObject event{{QStringLiteral("name"), QStringLiteral("Fall")}, {QStringLiteral("schoolYear"), QStringLiteral("2026-27")},
                                {QStringLiteral("level"), QStringLiteral("district")}, {QStringLiteral("category"), QStringLiteral("CTE")},
                                {QStringLiteral("startDate"), relativeDay(-10)}, {QStringLiteral("opensDate"), relativeDay(-5)}, {QStringLiteral("endDate"), relativeDay(30)},
                                {QStringLiteral("snapshotMethod"), QStringLiteral("start")}, {QStringLiteral("snapshotTime"), relativeDay(20) + QStringLiteral("T00:00:00Z")},
                                {QStringLiteral("groups"), QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("G1")}}}},
                                {QStringLiteral("participants"), QJsonArray{QStringLiteral("D1")}}};
        const QString file = world.writeFile(QStringLiteral("e.json"), QJsonDocument(event).toJson());
        const QString chief = QStringLiteral("chief");
        DONE(world.state(chief, words("category create CTE --level district")));
        DONE(world.state(chief, {QStringLiteral("event"), QStringLiteral("create"), QStringLiteral("--file"), file}));
        const Answer early = world.state(chief, words("event publish Fall"));
        QCOMPARE(early.exit, 3); // the category is not published, the group is not there: both named
        QVERIFY(early.object().value(QLatin1String("error")).toObject().value(QLatin1String("message")).toString().contains(QLatin1String("G1")));
        DONE(world.state(chief, words("category publish CTE")));
        DONE(world.state(chief, words("category member add CTE --person sam --role approver")));
        DONE(world.state(chief, {QStringLiteral("group"), QStringLiteral("create"), QStringLiteral("--file"), group}));
        QCOMPARE(world.state(QStringLiteral("sam"), words("event publish Fall")).exit, 3);
        DONE(world.state(chief, words("event publish Fall")));
        DONE(world.district(chief, {QStringLiteral("link"), QStringLiteral("set"), QStringLiteral("--state-database"), world.stateUrl()}));
        DONE(world.district(chief, words("sync")));
        for (const char *person : {"ana", "ben"})
            DONE(world.district(chief, words("category member add CTE --role certifier --school all --person") << QLatin1String(person)));
        DONE(world.district(chief, words("category member add CTE --role reviewer --school all --person rae")));
    }
    /// The four steps of a person, up to the submission.
    void review(World &world, const QString &person, bool isFirst)
    {
        DONE(world.certify(person, words("start")));
        if (isFirst) {
            DONE(world.certify(person, words("validate")));
            DONE(world.certify(person, words("state-validate")));
        }
        openReport(world, person, QStringLiteral("stateValidation"), QStringLiteral("state.html"));
        if (isFirst)
            DONE(world.certify(person, words("snapshot")));
        openReport(world, person, QStringLiteral("snapshot"), QStringLiteral("snapshot.csv"));
    }
    void openReport(World &world, const QString &person, const QString &kind, const QString &file)
    {
        const Answer results = world.certify(person, words("results"));
        for (const QJsonValue &result : results.object().value(QLatin1String("results")).toArray()) {
            if (result.toObject().value(QLatin1String("kind")).toString() != kind)
                continue;
            const QString out = world.path(person + file);
            DONE(world.certify(person, {QStringLiteral("view"), QString::number(result.toObject().value(QLatin1String("id")).toInt()), QStringLiteral("--out"), out}));
            QVERIFY(QFileInfo(out).size() > 0);
        }
    }

private Q_SLOTS:
    void wholePath_data() { addEngineRows(); }
    void wholePath()
    {
        QFETCH(Engine, engine);
        World world(engine);
        prepare(world);
        publish(world);
        if (QTest::currentTestFailed())
            return;
        const QString ana = QStringLiteral("ana"), ben = QStringLiteral("ben");
        const Answer list = world.district(ana, words("events"));
        QVERIFY(list.json.isArray());
        QCOMPARE(list.json.array().size(), 1);
        QCOMPARE(world.certify(ana, words("status")).statuses(), QStringLiteral("PST_IN_PROGRESS UST_OPEN"));
        const Answer tooEarly = world.certify(ana, words("submit"));
        QCOMPARE(tooEarly.exit, 3);
        QCOMPARE(world.certify(ana, words("state-validate")).code(), QStringLiteral("C-236"));
        QCOMPARE(world.certify(QStringLiteral("rae"), words("submit")).exit, 3);
        review(world, ana, true);
        const Answer ready = world.certify(ana, words("status"));
        QCOMPARE(ready.statuses(), QStringLiteral("PST_IN_PROGRESS UST_INCOMPLETE"));
        QVERIFY(ready.object().value(QLatin1String("blockers")).toArray().isEmpty());
        QCOMPARE(ready.object().value(QLatin1String("steps")).toObject().value(QLatin1String("snapshot")).toString(), QStringLiteral("complete"));
        DONE(world.certify(ana, words("submit")));
        QCOMPARE(world.certify(ana, words("status")).statuses(), QStringLiteral("PST_IN_PROGRESS UST_COMPLETE"));
        QCOMPARE(world.certify(ana, {QStringLiteral("request-recertification"), QStringLiteral("--reason"), QStringLiteral("data were corrected")}).code(), QStringLiteral("C-506"));
        review(world, ben, false);
        DONE(world.certify(ben, words("submit")));
        QCOMPARE(world.certify(ana, words("status")).statuses(), QStringLiteral("PST_SENT UST_COMPLETE"));
        QCOMPARE(world.state(QStringLiteral("sam"), words("messages")).object().value(QLatin1String("total")).toInt(), 1);
        DONE(world.state(QStringLiteral("sam"), words("approve Fall D1")));
        QCOMPARE(world.certify(ben, words("status")).statuses(), QStringLiteral("PST_APPROVED UST_COMPLETE"));
        DONE(world.certify(ana, {QStringLiteral("request-recertification"), QStringLiteral("--reason"), QStringLiteral("data were corrected")}));
        QCOMPARE(world.certify(ana, words("status")).statuses(), QStringLiteral("PST_REQUESTED UST_PENDING"));
        DONE(world.state(QStringLiteral("sam"), {QStringLiteral("recertify"), QStringLiteral("Fall"), QStringLiteral("D1"), QStringLiteral("--reason"), QStringLiteral("go ahead")}));
        QCOMPARE(world.certify(ben, words("status")).statuses(), QStringLiteral("PST_RECERT UST_INCOMPLETE"));
        DONE(world.district(QStringLiteral("chief"), words("compare")));
        const QString report = world.path(QStringLiteral("report.csv"));
        DONE(world.state(QStringLiteral("chief"), {QStringLiteral("event-report"), QStringLiteral("--out"), report}));
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readLine().startsWith("Event,Reporting Year"));
        DONE(world.state(QStringLiteral("chief"), words("verify-database")));
        DONE(world.district(QStringLiteral("chief"), words("verify-database")));
    }
};

QTEST_GUILESS_MAIN(TestCtlCertification)
#include "tst_ctlcertification.moc"
