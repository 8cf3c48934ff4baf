// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/commitpanel.h"

#include "ui/common/card.h"
#include "ui/common/form.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/intake/commitwords.h"
#include "ui/intake/intakedesk.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int textWidth = 640;

} // namespace

CommitPanel::CommitPanel(IntakeDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_head(sectionLabel({})), m_more(bodyLabel({})), m_reason(new QLineEdit)
{
    m_head->setWordWrap(true);
    m_head->setObjectName(QStringLiteral("commitHead"));
    m_more->setObjectName(QStringLiteral("commitMore"));
    m_reason->setObjectName(QStringLiteral("overrideReasonInput"));
    auto *form = new FormSection({});
    m_reasonField = form->add(tr("Reason for the override"), m_reason)->required();
    m_reasonField->help(tr("It stands in the batch record with your name."));
    auto *card = new Card(this);
    card->setMaximumWidth(theme::scaled(textWidth, font()));
    card->content()->addWidget(m_head);
    card->content()->addWidget(m_more);
    card->content()->addWidget(form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_desk.setReason(text.trimmed());
        Q_EMIT changed();
    });
}

bool CommitPanel::needsReason() const
{
    return !m_desk.work().request.options.overrides.isEmpty() && m_desk.work().reason.isEmpty();
}

void CommitPanel::showPlan()
{
    const QStringList sentences = commitSentences(m_desk);
    m_head->setText(sentences.value(0));
    m_more->setText(sentences.mid(1).join(QStringLiteral("\n\n")));
    m_reasonField->setVisible(!m_desk.work().request.options.overrides.isEmpty());
    if (m_reason->text().trimmed() != m_desk.work().reason)
        m_reason->setText(m_desk.work().reason);
}

} // namespace certdesk
