// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace certdesk {

class Banner;
class FormSection;
class TextLabel;

/// A form in a card in the middle of an otherwise empty window: for sign-in, lock and first steps.
class MiddleCard : public QWidget
{
    Q_OBJECT

public:
    explicit MiddleCard(const QString &icon, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

    TextLabel *m_title;
    TextLabel *m_sentence;
    Banner *m_banner;
    QWidget *m_body; ///< has a vertical layout

private:
    void drawSign();
    QLabel *m_sign;
    QString m_icon;
};

/// Name and password (S-001 … S-003). It asks; the window signs in.
class SignInPage : public MiddleCard
{
    Q_OBJECT

public:
    explicit SignInPage(QWidget *parent = nullptr);
    /// `person` was the last one here; empty puts the focus on the name.
    void start(const QString &database, const QString &place, const QString &person);
    void setBusy(bool busy);
    void showError(const Error &error);

Q_SIGNALS:
    void signInWanted(const QString &name, const QString &password);
    void otherDatabaseWanted();

private:
    void submit();
    FormSection *m_form;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QPushButton *m_signIn;
};

/// Hides everything until the password of the person is given (S-004).
class LockScreen : public MiddleCard
{
    Q_OBJECT

public:
    explicit LockScreen(QWidget *parent = nullptr);
    void start(const QString &displayName);
    void setBusy(bool busy);
    void showError(const Error &error);

Q_SIGNALS:
    void unlockWanted(const QString &password);
    void signOutWanted();

private:
    FormSection *m_form;
    QLineEdit *m_password;
    QPushButton *m_unlock;
};

/// A new password for oneself; enforced before anything else where the account says so (S-005).
class ChangePasswordPage : public MiddleCard
{
    Q_OBJECT

public:
    explicit ChangePasswordPage(QWidget *parent = nullptr);
    /// `forced`: the account must change it now; there is no way around.
    void start(const QStringList &ownNames, bool forced);
    void setBusy(bool busy);
    void showError(const Error &error);

Q_SIGNALS:
    void changeWanted(const QString &current, const QString &wanted);
    void closed();

private:
    FormSection *m_form;
    QLineEdit *m_current;
    QLineEdit *m_new;
    QLineEdit *m_again;
    QPushButton *m_change;
    QPushButton *m_later;
    QStringList m_ownNames;
};

} // namespace certdesk
