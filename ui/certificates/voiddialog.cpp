// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/voiddialog.h"

#include "ui/common/announce.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

VoidDialog::VoidDialog(QWidget *parent, int rows) : QDialog(parent), m_reason(new QLineEdit(this))
{
    setObjectName(QStringLiteral("voidDialog"));
    const QString verb = rows == 1 ? tr("Make 1 row void") : tr("Make %1 rows void").arg(rows);
    setWindowTitle(verb);
    named(m_reason, "voidReasonInput", tr("Reason"));
    auto *accept = new QPushButton(verb, this);
    named(accept, "voidAcceptButton", verb);
    makeDestructive(accept);
    accept->setEnabled(false);
    auto *cancel = new QPushButton(tr("Keep"), this);
    named(cancel, "voidCancelButton", tr("Keep"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::margin, spacing::margin, spacing::margin, spacing::margin);
    column->setSpacing(spacing::related);
    column->addWidget(bodyLabel(tr("Void rows stay with their reason; nothing is deleted."), this));
    column->addWidget(mutedLabel(tr("Reason (required)"), this));
    column->addWidget(m_reason);
    column->addLayout(buttons);
    connect(m_reason, &QLineEdit::textChanged, accept, [accept](const QString &text) { accept->setEnabled(!text.trimmed().isEmpty()); });
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setMinimumWidth(theme::scaled(420, font()));
}

void VoidDialog::ask(QWidget *parent, int rows, std::function<void(const QString &)> answer)
{
    auto *dialog = new VoidDialog(parent, rows);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, [dialog, answer = std::move(answer)] { answer(dialog->m_reason->text().trimmed()); });
    dialog->open();
}

} // namespace certdesk
