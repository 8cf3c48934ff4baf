// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/driver.h"

#include "ui/common/jobs.h"
#include "ui/common/pageheader.h"

#include <QComboBox>
#include <QLineEdit>

namespace certdesk {

namespace {

QString missing(const char *name)
{
    return Walk::tr("This cannot be used: %1").arg(QLatin1String(name));
}

} // namespace

QString Driver::sentence() const
{
    return page() ? page()->sentence() : QString();
}

bool Driver::usable(const QWidget *widget, const char *name) const
{
    const bool good = widget && widget->isEnabled();
    if (!good)
        m_walk.fail(missing(name));
    return good;
}

void Driver::signIn(const Player &player)
{
    m_walk.act([this, player] {
        m_window.showStart();
        m_window.openDatabase(player.database, player.name, player.password);
    });
    m_walk.until(Walk::tr("the sign-in of %1").arg(player.name), [this] { return m_window.face() == MainWindow::Face::Work; });
}

void Driver::go(const PageAddress &address)
{
    m_walk.act([this, address] { m_window.goTo(address); });
    m_walk.until(address.page, [this, address] { return page() && page()->name() == address.page; });
}

void Driver::pressNow(const char *button) const
{
    auto *found = find<QAbstractButton>(button);
    if (usable(found, button))
        found->click();
}

void Driver::triggerNow(const char *action) const
{
    auto *found = find<QAction>(action);
    if (found && found->isEnabled())
        found->trigger();
    else
        m_walk.fail(missing(action));
}

void Driver::press(const char *button)
{
    m_walk.act([this, button] { pressNow(button); });
}

void Driver::trigger(const char *action)
{
    m_walk.act([this, action] { triggerNow(action); });
}

void Driver::type(const char *lineEdit, const QString &text)
{
    m_walk.act([this, lineEdit, text] {
        auto *line = find<QLineEdit>(lineEdit);
        if (!usable(line, lineEdit))
            return;
        line->clear();
        line->insert(text); // as typed: the field counts as changed by the person
    });
}

void Driver::choose(const char *comboBox, const QVariant &data)
{
    m_walk.act([this, comboBox, data] {
        auto *combo = find<QComboBox>(comboBox);
        if (!usable(combo, comboBox))
            return;
        const int index = combo->findData(data) >= 0 ? combo->findData(data) : combo->findText(data.toString());
        if (index < 0)
            return m_walk.fail(QStringLiteral("%1: %2").arg(QLatin1String(comboBox), data.toString()));
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    });
}

void Driver::untilJobsAreDone(const QString &what)
{
    m_walk.until(what, [this] { return m_window.jobs()->runningCount() == 0; });
    m_walk.act([this] {
        const auto jobs = m_window.jobs()->jobs();
        if (!jobs.isEmpty() && jobs.first()->state() == Job::State::Failed)
            m_walk.fail(QStringLiteral("%1: %2").arg(jobs.first()->title(), jobs.first()->error().message));
    });
}

} // namespace certdesk
