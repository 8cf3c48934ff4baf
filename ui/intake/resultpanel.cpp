// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/resultpanel.h"

#include "ui/common/announce.h"
#include "ui/common/card.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/intake/commitwords.h"
#include "ui/intake/intakedesk.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int textWidth = 640;

} // namespace

ResultPanel::ResultPanel(IntakeDesk &desk, QWidget *parent) : QWidget(parent), m_desk(desk), m_head(sectionLabel({})), m_more(bodyLabel({}))
{
    m_head->setWordWrap(true);
    m_head->setObjectName(QStringLiteral("resultHead"));
    m_more->setObjectName(QStringLiteral("resultMore"));
    m_list = button("resultListButton", tr("See the list"), QStringLiteral("show"), &ResultPanel::listWanted);
    m_issues = button("resultIssuesButton", {}, QStringLiteral("warning"), &ResultPanel::issuesWanted);
    m_details = button("resultDetailsButton", tr("See the batch in History"), QStringLiteral("history"), &ResultPanel::detailsWanted);
    m_undo = button("resultUndoButton", tr("Undo…"), QStringLiteral("undo"), &ResultPanel::undoWanted);
    auto *ways = new QWidget;
    ways->setLayout(new FlowLayout);
    for (QPushButton *way : {m_list, m_issues, m_details, m_undo})
        ways->layout()->addWidget(way);
    auto *card = new Card(this);
    card->setMaximumWidth(theme::scaled(textWidth, font()));
    card->content()->addWidget(m_head);
    card->content()->addWidget(m_more);
    card->content()->addWidget(ways);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
}

QPushButton *ResultPanel::button(const char *name, const QString &text, const QString &icon, void (ResultPanel::*signal)())
{
    auto *button = new QPushButton(icons::icon(icon), text, this);
    named(button, name, text);
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

void ResultPanel::showOutcome()
{
    const QStringList sentences = outcomeSentences(m_desk);
    m_head->setText(sentences.value(0));
    m_more->setText(sentences.mid(1).join(QStringLiteral("\n\n")));
    const int open = m_desk.outcome().leftOpen;
    m_issues->setVisible(open > 0);
    m_issues->setText(tr("Solve %1 issues").arg(QLocale().toString(open)));
    m_issues->setAccessibleName(m_issues->text());
    m_undo->setVisible(m_desk.outcome().batch.id != 0);
    m_details->setVisible(m_desk.outcome().batch.id != 0);
}

} // namespace certdesk
