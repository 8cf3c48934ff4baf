// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/signinpage.h"

#include "models/store/accounts/password.h"
#include "ui/accounts/passwordinput.h"
#include "ui/common/announce.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/form.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace certdesk {

MiddleCard::MiddleCard(const QString &icon, QWidget *parent)
    : QWidget(parent), m_title(titleLabel({}, this)), m_sentence(mutedLabel({}, this)), m_banner(new Banner(this)),
      m_body(new QWidget), m_sign(new QLabel(this)), m_icon(icon)
{
    m_title->setWordWrap(true);
    auto *card = new Card;
    card->setFixedWidth(theme::scaled(440, font()));
    card->content()->setContentsMargins(spacing::margin, spacing::margin, spacing::margin, spacing::margin);
    card->content()->setSpacing(spacing::group);
    card->content()->addWidget(m_sign);
    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::grid);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    card->content()->addLayout(words);
    card->content()->addWidget(m_banner);
    card->content()->addWidget(m_body);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(spacing::group);
    auto *inside = new QWidget;
    auto *middle = new QVBoxLayout(inside);
    middle->addStretch(2);
    // Not aligned but stretched around: an aligned item would not get the height its wrapped words need.
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(card);
    across->addStretch(1);
    middle->addLayout(across);
    middle->addStretch(3);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("middleScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    drawSign();
}

void MiddleCard::drawSign()
{
    m_sign->setPixmap(icons::pixmap(m_icon, theme::scaled(32, font()), theme::accent(palette()), devicePixelRatioF()));
}

void MiddleCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawSign();
}

SignInPage::SignInPage(QWidget *parent)
    : MiddleCard(QStringLiteral("certification"), parent), m_form(new FormSection({})), m_name(new QLineEdit),
      m_password(new PasswordInput("passwordInput")), m_signIn(new QPushButton(tr("Sign in")))
{
    setObjectName(QStringLiteral("signInPage"));
    m_name->setObjectName(QStringLiteral("nameInput"));
    m_form->add(tr("Name"), m_name)->required();
    m_form->add(tr("Password"), m_password)->required();
    named(m_signIn, "signInButton", tr("Sign in"));
    makePrimary(m_signIn);
    m_signIn->setDefault(true);
    auto *other = new QPushButton(tr("Other database"));
    named(other, "otherDatabaseButton", tr("Open another database"));
    makeLink(other);
    auto *row = new QHBoxLayout;
    row->addWidget(other);
    row->addStretch(1);
    row->addWidget(m_signIn);
    m_body->layout()->addWidget(m_form);
    static_cast<QVBoxLayout *>(m_body->layout())->addLayout(row);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_name, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(other, &QPushButton::clicked, this, &SignInPage::otherDatabaseWanted);
}

void SignInPage::start(const QString &database, const QString &place, const QString &person)
{
    m_title->setText(database);
    m_sentence->setText(place);
    m_banner->dismiss();
    m_name->setText(person);
    m_password->clear();
    setBusy(false);
    (person.isEmpty() ? m_name : m_password)->setFocus();
}

void SignInPage::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_signIn->setEnabled(!busy);
    m_signIn->setText(busy ? tr("Signing in") : tr("Sign in"));
}

void SignInPage::showError(const Error &error)
{
    setBusy(false);
    m_banner->showError(error);
    m_password->selectAll();
    m_password->setFocus();
}

void SignInPage::submit()
{
    if (m_form->validate())
        Q_EMIT signInWanted(m_name->text().trimmed(), m_password->text());
}

LockScreen::LockScreen(QWidget *parent)
    : MiddleCard(QStringLiteral("lock"), parent), m_form(new FormSection({})), m_password(new PasswordInput("unlockPasswordInput")),
      m_unlock(new QPushButton(tr("Unlock")))
{
    setObjectName(QStringLiteral("lockScreen"));
    m_title->setText(tr("Locked"));
    m_form->add(tr("Password"), m_password)->required();
    named(m_unlock, "unlockButton", tr("Unlock"));
    makePrimary(m_unlock);
    auto *out = new QPushButton(tr("Sign out"));
    named(out, "signOutButton", tr("Sign out; what is typed and not stored is kept as a draft"));
    makeLink(out);
    auto *row = new QHBoxLayout;
    row->addWidget(out);
    row->addStretch(1);
    row->addWidget(m_unlock);
    m_body->layout()->addWidget(m_form);
    static_cast<QVBoxLayout *>(m_body->layout())->addLayout(row);
    const auto submit = [this] {
        if (m_form->validate())
            Q_EMIT unlockWanted(m_password->text());
    };
    connect(m_unlock, &QPushButton::clicked, this, submit);
    connect(m_password, &QLineEdit::returnPressed, this, submit);
    connect(out, &QPushButton::clicked, this, &LockScreen::signOutWanted);
}

void LockScreen::start(const QString &displayName)
{
    m_sentence->setText(tr("%1 is signed in. What you typed is still there.").arg(displayName));
    m_banner->dismiss();
    m_password->clear();
    setBusy(false);
    m_password->setFocus();
}

void LockScreen::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
}

void LockScreen::showError(const Error &error)
{
    setBusy(false);
    m_banner->showError(error);
    m_password->selectAll();
    m_password->setFocus();
}

ChangePasswordPage::ChangePasswordPage(QWidget *parent)
    : MiddleCard(QStringLiteral("lock"), parent), m_form(new FormSection({})), m_current(new PasswordInput("currentPasswordInput")),
      m_new(new PasswordInput("newPasswordInput")), m_again(new PasswordInput("repeatPasswordInput")),
      m_change(new QPushButton(tr("Change the password"))), m_later(new QPushButton(tr("Close")))
{
    setObjectName(QStringLiteral("changePasswordPage"));
    m_title->setText(tr("Choose a new password"));
    m_form->add(tr("Present password"), m_current)->required();
    m_form->add(tr("New password"), m_new)
        ->required()
        ->help(tr("At least 10 characters. A short sentence is good; there are no other rules."))
        ->check([this] {
            const Done done = checkNewPassword(m_new->text(), m_ownNames);
            return done ? QString() : done.error().message;
        });
    m_form->add(tr("New password again"), m_again)->required()->check([this] {
        return m_again->text() == m_new->text() ? QString() : tr("The two are not the same.");
    });
    named(m_change, "changePasswordButton", tr("Change the password"));
    named(m_later, "changePasswordCloseButton", tr("Close without a change"));
    makePrimary(m_change);
    auto *row = new QHBoxLayout;
    row->addWidget(m_later);
    row->addStretch(1);
    row->addWidget(m_change);
    m_body->layout()->addWidget(m_form);
    static_cast<QVBoxLayout *>(m_body->layout())->addLayout(row);
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (m_form->validate())
            Q_EMIT changeWanted(m_current->text(), m_new->text());
    });
    connect(m_later, &QPushButton::clicked, this, &ChangePasswordPage::closed);
}

void ChangePasswordPage::start(const QStringList &ownNames, bool forced)
{
    m_ownNames = ownNames;
    m_sentence->setText(forced ? tr("Your account was given a first password. Please choose your own before you go on.")
                               : tr("You need it at the next sign-in."));
    m_later->setVisible(!forced);
    m_banner->dismiss();
    for (QLineEdit *input : {m_current, m_new, m_again})
        input->clear();
    for (FormField *field : m_form->fields())
        field->showError({});
    setBusy(false);
    m_current->setFocus();
}

void ChangePasswordPage::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_change->setEnabled(!busy);
    m_later->setEnabled(!busy);
}

void ChangePasswordPage::showError(const Error &error)
{
    setBusy(false);
    m_banner->showError(error);
}

} // namespace certdesk
