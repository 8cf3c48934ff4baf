// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/attemptpanel.h"

#include "models/tables/displaytext.h"
#include "ui/common/announce.h"
#include "ui/common/grid/celllook.h"
#include "ui/common/statuschip.h"
#include "ui/common/style.h"
#include "ui/common/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

AttemptPanel::AttemptPanel(const AttemptStory &story, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("attemptPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, spacing::related, spacing::related);
    column->setSpacing(spacing::related);
    column->addWidget(strongLabel(story.student, this));
    auto *row = mutedLabel(tr("Row %1 · %2").arg(story.attempt["row_number"].text(), story.attempt.text("certificate_name")), this);
    column->addWidget(row);
    addFindings(story);
    addSittings(story);
    addEvidence(story);
    column->addStretch(1);
}

void AttemptPanel::addFindings(const AttemptStory &story)
{
    layout()->addWidget(sectionLabel(tr("Findings"), this));
    if (story.findings.isEmpty()) {
        layout()->addWidget(mutedLabel(tr("None. The rules are checked after each change."), this));
        return;
    }
    for (const auto &finding : story.findings) {
        auto *line = new QHBoxLayout;
        line->setSpacing(spacing::related);
        const auto look = statusLook(finding.severity);
        auto *chip = new StatusChip(look ? look->tone : Tone::Neutral, look ? look->word : finding.severity, this);
        line->addWidget(chip);
        line->addWidget(strongLabel(finding.rule, this));
        line->addStretch(1);
        static_cast<QVBoxLayout *>(layout())->addLayout(line);
        auto *message = bodyLabel(finding.message, this);
        message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        message->setAccessibleName(tr("%1, %2: %3").arg(finding.rule, statusWord(finding.severity), finding.message));
        layout()->addWidget(message);
        if (!finding.fix.isEmpty())
            layout()->addWidget(mutedLabel(finding.fix, this));
    }
}

void AttemptPanel::addSittings(const AttemptStory &story)
{
    if (story.sittings.isEmpty())
        return;
    layout()->addWidget(sectionLabel(tr("Sittings of this exam"), this));
    for (const auto &sitting : story.sittings) {
        QStringList words{displayDay(sitting.day, sitting.precision)};
        if (const auto look = outcomeLook(sitting.outcome))
            words.append(look->word);
        if (sitting.gap)
            words.append(*sitting.gap == 1 ? tr("1 day later") : tr("%1 days later").arg(*sitting.gap));
        const QString text = tr("Row %1: %2").arg(sitting.rowNumber).arg(words.join(QStringLiteral(" · ")));
        if (sitting.id == story.attempt.id) {
            layout()->addWidget(strongLabel(text, this));
            continue;
        }
        auto *link = new QPushButton(text, this);
        named(link, qPrintable(QStringLiteral("sitting%1Button").arg(sitting.id)), text);
        makeLink(link);
        connect(link, &QPushButton::clicked, this, [this, id = sitting.id] { Q_EMIT rowWanted(id); });
        static_cast<QVBoxLayout *>(layout())->addWidget(link, 0, Qt::AlignLeft);
    }
}

void AttemptPanel::addEvidence(const AttemptStory &story)
{
    layout()->addWidget(sectionLabel(tr("Evidence"), this));
    for (const auto &item : story.evidence) {
        QString text = item.fileName.isEmpty() ? statusWord(item.kind) : item.fileName;
        if (!item.line.isEmpty())
            text += tr(", line %1").arg(item.line);
        if (item.pageFrom > 0)
            text += item.pageTo > item.pageFrom ? tr(", pages %1–%2").arg(item.pageFrom).arg(item.pageTo) : tr(", page %1").arg(item.pageFrom);
        layout()->addWidget(bodyLabel(text, this));
    }
    if (story.evidence.isEmpty())
        layout()->addWidget(mutedLabel(tr("Nothing is attached; the row cannot be verified yet."), this));
    auto *attach = new QPushButton(tr("Attach evidence…"), this);
    named(attach, "panelAttachButton", tr("Attach evidence"));
    connect(attach, &QPushButton::clicked, this, &AttemptPanel::evidenceWanted);
    static_cast<QVBoxLayout *>(layout())->addWidget(attach, 0, Qt::AlignLeft);
}

} // namespace certdesk
