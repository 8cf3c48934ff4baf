// SPDX-License-Identifier: GPL-3.0-or-later
// Who may include whom, and what only one folder may use (see README.md, "How it is built").
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

class TestLayers : public QObject
{
    Q_OBJECT

    static QVector<QPair<QString, QString>> sources(const QStringList &folders)
    {
        QVector<QPair<QString, QString>> files;
        for (const QString &folder : folders) {
            QDirIterator walk(QStringLiteral(CERTDESK_SOURCE_DIR "/") + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                              QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                QFile file(walk.next());
                if (file.open(QIODevice::ReadOnly))
                    files.append({QDir(QStringLiteral(CERTDESK_SOURCE_DIR)).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
            }
        }
        return files;
    }

private Q_SLOTS:
    void aLayerIncludesOnlyWhatItMay_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("allowed");
        const auto row = [](const char *folder, const char *allowed) { QTest::newRow(folder) << QString::fromLatin1(folder) << QString::fromLatin1(allowed); };
        row("models/domain", "models/domain/");
        row("models/store", "models/(domain|store)/");
        row("models/intake", "models/(domain|intake)/");
        row("models/reports", "models/(domain|reports)/");
        row("models/statelink", "models/(domain|store|statelink)/");
        row("models/tables", "models/(domain|store|tables)/");
        row("models/operations", "models/(domain|store|intake|reports|statelink|operations)/");
        row("ui", "(models/|ui/)");
        row("app/commandline", "(models/|app/commandline/)");
    }
    void aLayerIncludesOnlyWhatItMay()
    {
        QFETCH(QString, folder);
        QFETCH(QString, allowed);
        static const QRegularExpression include(QStringLiteral("#include \"((?:models|ui|app)/[^\"]+)\""));
        const QRegularExpression good(QStringLiteral("^") + allowed);
        for (const auto &[name, text] : sources({folder})) {
            auto match = include.globalMatch(text);
            while (match.hasNext()) {
                const QString included = match.next().captured(1);
                QVERIFY2(good.match(included).hasMatch(), qPrintable(name + QStringLiteral(" includes ") + included));
            }
        }
    }

    void aThingIsUsedOnlyWhereItBelongs_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("home");
        QTest::newRow("databases") << QStringLiteral("\\bQSql(Query|Database)\\b") << QStringLiteral("models/store/");
        QTest::newRow("network") << QStringLiteral("#include <QNetwork|#include <QTcp|#include <QSsl") << QStringLiteral("models/statelink/");
        QTest::newRow("boxes") << QStringLiteral("\\bQ(MessageBox|FileDialog|InputDialog)::|#include <Q(MessageBox|FileDialog|InputDialog)>")
                               << QStringLiteral("ui/common/");
        QTest::newRow("item models over SQL") << QStringLiteral("QSqlTableModel|QSqlQueryModel|QSqlRelational") << QStringLiteral("-");
        QTest::newRow("nested event loops") << QStringLiteral("processEvents|QEventLoop|\\bwaitForFinished\\(") << QStringLiteral("models/store/");
        // On Windows a signal handler may only set a flag; the one file that knows the system looks at it.
        QTest::newRow("sleeping") << QStringLiteral("QThread::(m|u)?sleep|std::this_thread::sleep") << QStringLiteral("app/commandline/interruption");
        // Qt 6.4 fails when the context has gone before the answer: whenDone() is for that.
        QTest::newRow("continuations bound to a context") << QStringLiteral("\\.then\\((this|context)") << QStringLiteral("-");
    }
    void aThingIsUsedOnlyWhereItBelongs()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, home);
        const QRegularExpression forbidden(pattern);
        for (const auto &[name, text] : sources({QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app")})) {
            if (!name.startsWith(home))
                QVERIFY2(!forbidden.match(text).hasMatch(), qPrintable(name));
        }
    }

    void everySourceNamesItsLicence()
    {
        for (const auto &[name, text] : sources({QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("tests")}))
            QVERIFY2(text.startsWith(QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later")), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
