// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/statelinkpanel.h"

#include "models/store/storethread.h"
#include "ui/common/announce.h"
#include "ui/common/banner.h"
#include "ui/common/form.h"
#include "ui/common/prompt.h"
#include "ui/common/statuschip.h"
#include "ui/common/style.h"
#include "ui/common/text.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace certdesk {

StateLinkPanel::StateLinkPanel(StoreThread &store, QWidget *parent)
    : Card(parent), m_store(store), m_mayChange(store.person().may(Right::Configure)), m_form(new FormSection(tr("Link to the state"))),
      m_chip(new StatusChip(Tone::Neutral, tr("Not connected"), this)), m_facts(mutedLabel({}, this)), m_address(new QLineEdit),
      m_test(new QPushButton(tr("Test connection"))), m_connect(new QPushButton(tr("Connect"))), m_choose(new QPushButton(tr("Choose"))),
      m_banner(new Banner(this))
{
    setObjectName(QStringLiteral("stateLinkPanel"));
    setMaximumWidth(theme::scaled(520, font()) + 2 * spacing::group);
    m_chip->setObjectName(QStringLiteral("stateLinkChip"));
    m_facts->setObjectName(QStringLiteral("stateLinkFacts"));
    m_form->addRow(m_chip);
    m_form->addRow(m_facts);
    m_form->addRow(m_banner);
    m_field = m_form->add(tr("Where the state's database is"), buildPlace())->required();
    m_field->help(tr("A file, or postgresql://user@host:port/name. Your state tells you."));
    m_form->addRow(buildButtons());
    if (!m_mayChange) {
        for (QWidget *part : {static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_choose), static_cast<QWidget *>(m_connect)})
            part->setEnabled(false);
        m_form->addRow(mutedLabel(tr("Changing it needs the right \"%1\". These roles have it: %2.")
                                      .arg(rightTitle(Right::Configure), rolesWith(Right::Configure).join(QLatin1String(", "))),
                                  this));
    }
    content()->addWidget(m_form);
    connect(m_choose, &QPushButton::clicked, this, &StateLinkPanel::choose);
    connect(m_test, &QPushButton::clicked, this, &StateLinkPanel::test);
    connect(m_connect, &QPushButton::clicked, this, &StateLinkPanel::connectToState);
    connect(m_address, &QLineEdit::returnPressed, m_connect, &QPushButton::click);
    connect(&m_store, &StoreThread::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *StateLinkPanel::buildPlace()
{
    m_address->setObjectName(QStringLiteral("stateDatabaseInput"));
    named(m_choose, "chooseStateDatabaseButton", tr("Choose the file of the state's database"));
    auto *place = new QWidget;
    place->setObjectName(QStringLiteral("stateDatabase"));
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_address, 1);
    row->addWidget(m_choose);
    return place;
}

QWidget *StateLinkPanel::buildButtons()
{
    named(m_test, "testLinkButton", m_test->text());
    named(m_connect, "connectStateButton", tr("Connect to the state"));
    makePrimary(m_connect);
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::related);
    row->addWidget(m_test);
    row->addStretch(1);
    row->addWidget(m_connect);
    return buttons;
}

void StateLinkPanel::refresh()
{
    m_store.run<Facts>(
        this,
        [](Session &session) -> Result<Facts> {
            const auto health = linkHealth(session);
            if (!health)
                return tl::unexpected(health.error());
            return Facts{linkAddress(session), *health};
        },
        [this](const Result<Facts> &facts) {
            if (facts)
                showFacts(*facts);
            else
                m_banner->showError(facts.error());
        });
}

void StateLinkPanel::enter()
{
    m_address->setFocus(Qt::OtherFocusReason);
}

void StateLinkPanel::showFacts(const Facts &facts)
{
    m_chip->setStatus(facts.health.isConnected ? Tone::Good : Tone::Neutral, facts.health.isConnected ? tr("Connected") : tr("Not connected"));
    const QString last = facts.health.lastSuccess == 0
                             ? tr("Nothing was exchanged yet.")
                             : tr("Last exchange: %1.").arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(facts.health.lastSuccess), QLocale::ShortFormat));
    m_facts->setText(facts.health.isConnected
                         ? tr("%1 %n row(s) wait to be sent.", nullptr, static_cast<int>(facts.health.waiting)).arg(last)
                         : tr("Certification needs a state that has switched it on. Everything else works without."));
    if (!m_address->isModified())
        m_address->setText(facts.address);
}

void StateLinkPanel::choose()
{
    FileChooser::open(this, tr("The state's database"), tr("CertDesk databases (*.certdesk *.sqlite *.db);;All files (*)"), [this](const QString &fileName) {
        if (fileName.isEmpty())
            return;
        m_address->setText(fileName);
        m_address->setModified(true);
    });
}

void StateLinkPanel::setBusy(bool busy)
{
    m_test->setEnabled(!busy);
    m_connect->setEnabled(!busy && m_mayChange);
}

void StateLinkPanel::test()
{
    if (m_mayChange && !m_form->validate())
        return;
    setBusy(true);
    const QString address = m_mayChange && m_address->isModified() ? m_address->text().trimmed() : QString();
    m_store.run<LinkTest>(this, [address](Session &session) { return testLink(session, address); }, [this](const Result<LinkTest> &answer) { showAnswer(answer, false); });
}

void StateLinkPanel::connectToState()
{
    if (!m_form->validate())
        return;
    setBusy(true);
    m_store.run<LinkTest>(
        this,
        [address = m_address->text().trimmed()](Session &session) -> Result<LinkTest> {
            if (const auto set = setStateDatabase(session, address); !set)
                return tl::unexpected(set.error());
            return testLink(session);
        },
        [this](const Result<LinkTest> &answer) { showAnswer(answer, true); });
}

void StateLinkPanel::showAnswer(const Result<LinkTest> &answer, bool isStored)
{
    setBusy(false);
    if (!answer)
        return m_banner->showError(answer.error());
    const QString waiting = tr("%n row(s) wait to be sent.", nullptr, static_cast<int>(answer->waiting));
    if (isStored) {
        m_address->setModified(false);
        m_banner->showMessage(Tone::Good, tr("Connected to %1.").arg(answer->hello.stateName), tr("%1 They go by themselves.").arg(waiting));
        m_store.checkForChanges();
        refresh();
    } else {
        m_banner->showMessage(Tone::Good, tr("%1 answers.").arg(answer->hello.stateName), m_address->isModified() ? tr("Nothing is stored yet: press Connect.") : waiting);
    }
}

} // namespace certdesk
