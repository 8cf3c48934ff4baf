// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/statusline.h"

#include "models/domain/day.h"
#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/jobs.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace certdesk {

namespace {

constexpr int yearsBack = 6;

QToolButton *chip(const char *objectName, const char *icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setIcon(icons::icon(QString::fromLatin1(icon)));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("certdeskPlainMenu", true);
    return button;
}

} // namespace

StatusLine::StatusLine(JobList *jobs, QWidget *parent)
    : QStatusBar(parent), m_jobs(jobs), m_database(new QLabel(this)), m_person(chip("personButton", "user", this)),
      m_year(chip("schoolYearChip", "calendar", this)), m_link(chip("linkButton", "sync", this)),
      m_jobsButton(chip("jobsButton", "sync", this)), m_personMenu(new QMenu(this)), m_yearMenu(new QMenu(this)),
      m_linkMenu(new QMenu(this)), m_linkMore(new QAction(this))
{
    setObjectName(QStringLiteral("statusLine"));
    setSizeGripEnabled(false);
    setContentsMargins(spacing::related, 2, spacing::related, 2);
    m_database->setObjectName(QStringLiteral("databaseLabel"));
    m_linkMenu->setObjectName(QStringLiteral("linkMenu"));
    m_linkMore->setObjectName(QStringLiteral("linkMore"));
    m_linkMore->setEnabled(false);
    m_linkMenu->addAction(m_linkMore);
    m_linkMenu->addSeparator();
    m_link->setPopupMode(QToolButton::InstantPopup);
    m_link->setMenu(m_linkMenu);
    m_person->setPopupMode(QToolButton::InstantPopup);
    m_person->setMenu(m_personMenu);
    m_year->setPopupMode(QToolButton::InstantPopup);
    m_year->setMenu(m_yearMenu);
    m_year->setToolTip(tr("The school year that all pages show"));
    addWidget(m_database);
    addWidget(m_person);
    addPermanentWidget(m_jobsButton);
    addPermanentWidget(m_link);
    addPermanentWidget(m_year);
    connect(m_jobs, &JobList::changed, this, &StatusLine::followJobs);
    connect(m_jobsButton, &QToolButton::clicked, this, &StatusLine::jobsWanted);
    // Queued: the menu is filled anew by the answer, and its actions must not go while one of them speaks.
    connect(m_yearMenu, &QMenu::triggered, this, [this](QAction *action) {
        QMetaObject::invokeMethod(this, [this, year = action->data().toLongLong()] { Q_EMIT schoolYearChosen(year); }, Qt::QueuedConnection);
    });
    hideAll();
}

void StatusLine::showDatabase(const QString &name, const QString &place)
{
    m_database->setText(name);
    m_database->setToolTip(place);
    m_database->setAccessibleName(tr("Database: %1").arg(name));
    m_database->show();
}

void StatusLine::showPerson(const QString &name, const QString &roles)
{
    m_person->setText(roles.isEmpty() ? name : tr("%1, %2").arg(name, roles));
    m_person->setAccessibleName(tr("Signed in: %1").arg(m_person->text()));
    m_person->show();
}

void StatusLine::showSchoolYear(qint64 chosen, qint64 current)
{
    m_past = chosen < current;
    const QString year = schoolYearName(chosen);
    m_year->setText(m_past ? tr("%1, past year").arg(year) : year);
    m_year->setAccessibleName(tr("School year %1").arg(m_year->text()));
    m_yearMenu->clear();
    for (qint64 y = current + 1; y >= current - yearsBack; --y) {
        QAction *action = m_yearMenu->addAction(y == current ? tr("%1, this year").arg(schoolYearName(y)) : schoolYearName(y));
        action->setObjectName(QStringLiteral("schoolYear_%1").arg(y));
        action->setData(y);
        action->setCheckable(true);
        action->setChecked(y == chosen);
    }
    m_year->show();
    tint();
}

void StatusLine::showLink(Tone tone, const QString &words, const QString &more)
{
    m_linkTone = tone;
    m_link->setText(words);
    m_link->setToolTip(more);
    m_link->setAccessibleName(tr("Link to the state: %1").arg(words));
    m_link->setAccessibleDescription(more);
    m_linkMore->setText(more);
    m_linkMore->setVisible(!more.isEmpty());
    m_link->setVisible(!words.isEmpty());
    tint();
}

void StatusLine::hideAll()
{
    for (QWidget *part : {static_cast<QWidget *>(m_database), static_cast<QWidget *>(m_person), static_cast<QWidget *>(m_year),
                          static_cast<QWidget *>(m_link), static_cast<QWidget *>(m_jobsButton)})
        part->hide();
}

void StatusLine::followJobs()
{
    const int running = m_jobs->runningCount();
    m_jobsButton->setVisible(!m_jobs->jobs().isEmpty() && m_person->isVisibleTo(this));
    if (running == 1) {
        for (const Job *job : m_jobs->jobs())
            if (job->isRunning())
                m_jobsButton->setText(job->total() > 0 ? tr("%1: %2").arg(job->title(), job->countText()) : job->title());
    } else {
        m_jobsButton->setText(running > 0 ? tr("%n job(s) running", nullptr, running) : tr("Jobs"));
    }
    m_jobsButton->setAccessibleName(m_jobsButton->text());
}

void StatusLine::tint()
{
    m_link->setIcon(icons::icon(theme::toneIcon(m_linkTone), theme::toneColour(m_linkTone, palette())));
    QPalette own = palette();
    if (m_past)
        own.setColor(QPalette::ButtonText, theme::toneColour(Tone::Attention, palette()));
    m_year->setPalette(own);
    m_year->setIcon(m_past ? icons::icon(QStringLiteral("history"), theme::toneColour(Tone::Attention, palette()))
                           : icons::icon(QStringLiteral("calendar")));
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), theme::border(palette()));
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace certdesk
