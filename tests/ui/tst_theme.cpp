// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QTest>

using namespace certdesk;

Q_DECLARE_METATYPE(certdesk::Tone)

/// Contrast is computed here as WCAG 2.1 says, not looked at (W-022).
class TestTheme : public QObject
{
    Q_OBJECT

    static QVector<QPair<QString, QPalette>> palettes() { return {{QStringLiteral("light"), theme::lightPalette()}, {QStringLiteral("dark"), theme::darkPalette()}}; }

private Q_SLOTS:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(qRound(theme::contrast(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(qRound(theme::contrast(QColor(0x767676), Qt::white) * 100), 454);
        QCOMPARE(theme::contrast(Qt::white, Qt::black), theme::contrast(Qt::black, Qt::white));
    }

    void textCanBeRead_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const auto &[name, palette] : palettes()) {
            const auto row = [&name = name](const QString &what, const QColor &ink, const QColor &ground) {
                QTest::newRow(qPrintable(name + QLatin1Char(' ') + what)) << ink << ground;
            };
            const QVector<QPair<QString, QColor>> grounds{{QStringLiteral("window"), palette.color(QPalette::Window)},
                                                          {QStringLiteral("base"), palette.color(QPalette::Base)},
                                                          {QStringLiteral("alternate"), palette.color(QPalette::AlternateBase)},
                                                          {QStringLiteral("hover"), theme::hoverFill(palette)},
                                                          {QStringLiteral("chosen"), theme::accentFill(palette)}};
            for (const auto &[where, ground] : grounds) {
                row(QStringLiteral("text on ") + where, palette.color(QPalette::Text), ground);
                row(QStringLiteral("muted on ") + where, theme::mutedText(palette), ground);
                row(QStringLiteral("link on ") + where, palette.color(QPalette::Link), ground);
            }
            row(QStringLiteral("selection"), palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight));
            row(QStringLiteral("tool tip"), palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase));
            row(QStringLiteral("destructive button"), palette.color(QPalette::HighlightedText), theme::toneColour(Tone::Problem, palette));
            for (const Tone tone : {Tone::Good, Tone::Attention, Tone::Problem, Tone::Waiting, Tone::Neutral}) {
                const QString what = theme::toneIcon(tone);
                const QColor ink = theme::toneColour(tone, palette);
                row(what + QStringLiteral(" on its fill"), ink, theme::toneFill(tone, palette));
                row(QStringLiteral("text on ") + what, palette.color(QPalette::Text), theme::toneFill(tone, palette));
                for (const auto &[where, ground] : grounds.mid(0, 3))
                    row(what + QStringLiteral(" on ") + where, ink, ground);
            }
        }
    }
    void textCanBeRead()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double contrast = theme::contrast(ink, ground);
        QVERIFY2(contrast >= 4.5, qPrintable(QStringLiteral("%1 on %2 has %3").arg(ink.name(), ground.name()).arg(contrast)));
    }

    void controlsAndFocusCanBeSeen()
    {
        for (const auto &[name, palette] : palettes()) {
            for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base}) {
                QVERIFY2(theme::contrast(theme::controlBorder(palette), palette.color(ground)) >= 3.0, qPrintable(name));
                QVERIFY2(theme::contrast(theme::accent(palette), palette.color(ground)) >= 3.0, qPrintable(name));
            }
        }
    }

    void theChoiceChangesThePalette()
    {
        ThemeKeeper keeper(*qApp);
        keeper.choose(theme::Choice::Dark);
        QVERIFY(theme::isDark(QApplication::palette()));
        keeper.choose(theme::Choice::Light);
        QVERIFY(!theme::isDark(QApplication::palette()));
    }

    void typeScaleGrowsWithTheFont()
    {
        QFont body;
        for (const double points : {10.0, 20.0, 30.0}) {
            body.setPointSizeF(points);
            QCOMPARE(theme::sectionFont(body).pointSizeF(), points * 1.3);
            QCOMPARE(theme::titleFont(body).pointSizeF(), points * 1.8);
            QCOMPARE(theme::scaled(16, body), qRound(16 * points / 10));
        }
    }

    /// A mask that is empty or cut at its edge would be seen only by chance.
    void everyIconIsDrawn_data()
    {
        QTest::addColumn<QString>("word");
        const QDir drawings(QStringLiteral(CERTDESK_SOURCE_DIR "/resources/icons"));
        for (const QString &file : drawings.entryList({QStringLiteral("*.svg")}))
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }
    void everyIconIsDrawn()
    {
        QFETCH(QString, word);
        if (word == QLatin1String("certdesk")) {
            QVERIFY(!icons::programIcon().pixmap(64).isNull());
            return;
        }
        QVERIFY(icons::exists(word));
        const int size = word.startsWith(QLatin1String("picture-")) ? 96 : 24;
        for (const qreal ratio : {1.0, 2.0, 3.0}) {
            const QImage image = icons::pixmap(word, size, Qt::red, ratio).toImage();
            QCOMPARE(image.width(), qRound(size * ratio));
            int inked = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() == 0)
                        continue;
                    QVERIFY(pixel.red() > 200 && pixel.green() < 40);
                    ++inked;
                }
            QVERIFY(inked > 4);
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
