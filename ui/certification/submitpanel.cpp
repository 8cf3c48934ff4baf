// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/submitpanel.h"


#include "ui/common/card.h"
#include "ui/common/form.h"
#include "ui/common/statuschip.h"
#include "ui/certification/tones.h"
#include "ui/common/text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateTime>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>

namespace certdesk {

namespace {

QString totalName(const QString &key)
{
    if (key == QLatin1String("students"))
        return SubmitPanel::tr("Students");
    if (key == QLatin1String("attempts"))
        return SubmitPanel::tr("Exam attempts");
    if (key == QLatin1String("earned"))
        return SubmitPanel::tr("Certificates earned");
    return key;
}

QString names(const QStringList &list)
{
    return list.isEmpty() ? SubmitPanel::tr("nobody") : list.join(QLatin1String(", "));
}

} // namespace

SubmitPanel::SubmitPanel(QWidget *parent)
    : QWidget(parent), m_checks(new QGridLayout), m_totals(new QGridLayout), m_signers(bodyLabel(QString())), m_statement(bodyLabel(QString())),
      m_receipt(bodyLabel(QString())), m_signing(new QWidget), m_accept(new QCheckBox(tr("I have read the statement and agree to it"))),
      m_comment(new QPlainTextEdit), m_password(new QLineEdit)
{
    auto *checks = new Card(tr("What was checked"));
    checks->content()->addLayout(m_checks);
    auto *totals = new Card(tr("What is certified"));
    totals->content()->addLayout(m_totals);
    auto *signers = new Card(tr("Who signs"));
    signers->content()->addWidget(m_signers);
    auto *statement = new Card(tr("Statement"));
    statement->content()->addWidget(m_statement);
    statement->content()->addWidget(m_receipt);
    statement->content()->addWidget(m_signing);

    m_accept->setObjectName(QStringLiteral("acceptStatement"));
    m_accept->setAccessibleName(m_accept->text());
    m_comment->setObjectName(QStringLiteral("submitComment"));
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(theme::scaled(48, font()));
    m_password->setObjectName(QStringLiteral("submitPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    auto *signing = new QVBoxLayout(m_signing);
    signing->setContentsMargins({});
    signing->addWidget(m_accept);
    signing->addWidget(new FormField(tr("Comment"), m_comment));
    auto *password = new FormField(tr("Your password"), m_password);
    password->required()->help(tr("Asked again because your signature binds the district."));
    signing->addWidget(password);

    auto *left = new QVBoxLayout;
    left->addWidget(checks);
    left->addWidget(totals);
    left->addWidget(signers);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->addWidget(statement);
    right->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(spacing::group);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    connect(m_accept, &QCheckBox::toggled, this, &SubmitPanel::edited);
    connect(m_password, &QLineEdit::textChanged, this, &SubmitPanel::edited);
    present(CertificationDetails());
}

void SubmitPanel::clearGrid(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void SubmitPanel::present(const CertificationDetails &view)
{
    fillChecks(view);
    fillTotals(view);
    m_signers->setText(tr("Signed: %1.\nStill missing: %2.").arg(names(view.signedBy), names(view.missing)));
    m_statement->setText(view.statement);
    m_statement->setVisible(!view.statement.isEmpty());
    m_signing->setVisible(!view.isSigned);
    m_receipt->setVisible(view.isSigned);
    if (!view.isSigned)
        return;
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(view.signedAt), QLocale::LongFormat);
    m_receipt->setText(view.row.isWaiting
                           ? tr("You signed on %1. It is stored and will be sent as soon as the state can be reached.").arg(when)
                           : tr("You signed on %1. The state has received your certification. Print this page as your receipt.").arg(when));
}

void SubmitPanel::fillChecks(const CertificationDetails &view)
{
    clearGrid(m_checks);
    const QVector<QPair<QString, StepStatus>> checks{
        {view.row.schoolCode.isEmpty() ? tr("District Validation") : tr("School Validation"), view.state.validation},
        {tr("State Validation"), view.state.stateValidation},
        {tr("Snapshot Validation"), view.state.snapshot}};
    int line = 0;
    for (const auto &[name, status] : checks) {
        m_checks->addWidget(bodyLabel(name), line, 0);
        m_checks->addWidget(new StatusChip(toneOfStep(status), statusLabel(status)), line, 1, Qt::AlignLeft);
        ++line;
    }
    m_checks->setColumnStretch(0, 1);
}

void SubmitPanel::fillTotals(const CertificationDetails &view)
{
    clearGrid(m_totals);
    const QLocale locale;
    m_totals->addWidget(mutedLabel(tr("Records")), 0, 0);
    m_totals->addWidget(mutedLabel(tr("This year")), 0, 1, Qt::AlignRight);
    m_totals->addWidget(mutedLabel(tr("Last certified")), 0, 2, Qt::AlignRight);
    int line = 1;
    for (const auto &total : view.totals) {
        m_totals->addWidget(bodyLabel(totalName(total.name)), line, 0);
        m_totals->addWidget(bodyLabel(locale.toString(total.count)), line, 1, Qt::AlignRight);
        m_totals->addWidget(bodyLabel(total.lastYear < 0 ? QString() : locale.toString(total.lastYear)), line, 2, Qt::AlignRight);
        ++line;
    }
    m_totals->setColumnStretch(0, 1);
    m_totals->setHorizontalSpacing(spacing::group);
}

bool SubmitPanel::isAccepted() const
{
    return m_accept->isChecked() && !m_password->text().isEmpty();
}

QString SubmitPanel::comment() const
{
    return m_comment->toPlainText().trimmed();
}

QString SubmitPanel::password() const
{
    return m_password->text();
}

void SubmitPanel::clearPassword()
{
    m_password->clear();
}

} // namespace certdesk
