// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/common/announce.h"
#include "ui/common/card.h"
#include "ui/common/form.h"
#include "ui/common/preferences.h"
#include "models/store/storethread.h"
#include "ui/settings/backuppanel.h"
#include "ui/settings/statelinkpanel.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace certdesk {

namespace {

QComboBox *choice(const char *objectName, const QVector<QPair<QString, QVariant>> &lines, const QVariant &present)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QString::fromLatin1(objectName));
    for (const auto &[words, value] : lines)
        combo->addItem(words, value);
    combo->setCurrentIndex(qMax(0, combo->findData(present)));
    return combo;
}

} // namespace

SettingsPage::SettingsPage(const PageContext &context, QAction *changePassword, QWidget *parent) : Page(QStringLiteral("settings"), parent), m_context(context)
{
    Q_ASSERT(context.preferences);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::group);
    column->setSpacing(spacing::group);
    column->addWidget(buildLook());
    column->addWidget(buildSafety(changePassword));
    if (context.store && !context.stateDatabase) {
        m_link = new StateLinkPanel(*context.store);
        column->addWidget(m_link);
    }
    if (context.store && context.store->person().may(Right::Backup)) {
        m_backup = new BackupPanel(*context.store);
        connect(m_backup, &BackupPanel::jobStarted, this, &Page::jobStarted);
        column->addWidget(m_backup);
    }
    column->addStretch(1);
    auto *scroll = m_scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("settingsScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void SettingsPage::open(const PageAddress &address)
{
    refresh();
    if (m_link && address.parameter("section") == QLatin1String("link")) {
        m_link->enter();
        m_scroll->ensureWidgetVisible(m_link);
    } else if (m_backup && address.parameter("section") == QLatin1String("backup")) {
        m_backup->enter();
        m_scroll->ensureWidgetVisible(m_backup);
    }
}

void SettingsPage::refresh()
{
    if (m_link)
        m_link->refresh();
    if (m_backup)
        m_backup->refresh();
}

QWidget *SettingsPage::buildLook()
{
    Preferences *preferences = m_context.preferences;
    auto *card = new Card;
    card->setMaximumWidth(theme::scaled(520, font()) + 2 * spacing::group);
    auto *section = new FormSection(tr("Look"));
    using theme::Choice;
    auto *look = choice("themeInput",
                        {{tr("As the system"), static_cast<int>(Choice::System)}, {tr("Light"), static_cast<int>(Choice::Light)}, {tr("Dark"), static_cast<int>(Choice::Dark)}},
                        static_cast<int>(preferences->theme()));
    section->add(tr("Colours"), look);
    connect(look, &QComboBox::activated, preferences, [=] { preferences->setTheme(static_cast<Choice>(look->currentData().toInt())); });
    using Format = Preferences::DayFormat;
    const DayNumber example = dayNumber(2026, 5, 31);
    QVector<QPair<QString, QVariant>> formats;
    for (const Format format : {Format::System, Format::Iso, Format::MonthFirst, Format::DayFirst}) {
        const QString written = Preferences::dayText(example, format);
        formats.append({format == Format::System ? tr("As the system: %1").arg(written) : written, static_cast<int>(format)});
    }
    auto *days = choice("dayFormatInput", formats, static_cast<int>(preferences->dayFormat()));
    section->add(tr("Dates"), days);
    connect(days, &QComboBox::activated, preferences, [=] { preferences->setDayFormat(static_cast<Format>(days->currentData().toInt())); });
    auto *language = choice("languageInput", {{tr("As the system"), QString()}, {QStringLiteral("English"), QStringLiteral("en")}, {QStringLiteral("Español"), QStringLiteral("es")}},
                            preferences->language());
    section->add(tr("Language"), language)->help(tr("From the next start on."));
    connect(language, &QComboBox::activated, preferences, [=] { preferences->setLanguage(language->currentData().toString()); });
    card->content()->addWidget(section);
    return card;
}

QWidget *SettingsPage::buildSafety(QAction *changePassword)
{
    Preferences *preferences = m_context.preferences;
    auto *card = new Card;
    card->setMaximumWidth(theme::scaled(520, font()) + 2 * spacing::group);
    auto *section = new FormSection(tr("Safety"));
    auto *idle = new QSpinBox;
    idle->setObjectName(QStringLiteral("idleMinutesInput"));
    idle->setRange(0, 480);
    idle->setSpecialValueText(tr("never"));
    idle->setSuffix(tr(" minutes"));
    idle->setValue(preferences->idleMinutes());
    section->add(tr("Lock when nobody works here for"), idle)
        ->help(tr("Ctrl+L locks at once. What you typed is still there when you come back."));
    connect(idle, &QSpinBox::valueChanged, preferences, &Preferences::setIdleMinutes);
    card->content()->addWidget(section);
    if (!changePassword || !changePassword->isVisible())
        return card;
    auto *password = new QPushButton(tr("Change my password"));
    named(password, "openPasswordButton", password->text());
    connect(password, &QPushButton::clicked, changePassword, &QAction::trigger);
    auto *row = new QWidget;
    auto *rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(0, 0, 0, 0);
    rowLayout->addWidget(password);
    rowLayout->addStretch(1);
    section->addRow(row);
    return card;
}

} // namespace certdesk
