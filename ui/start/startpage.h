// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/databasecreator.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QVBoxLayout;

namespace certdesk {

class Banner;
class FormSection;
class TextLabel;

/// A big button with a picture, a line and a sentence.
class ChoiceCard;

/// What to do with no database open (W-012): look around in the sample, start anew, open, connect; and the databases that
/// were open last. It collects and asks; the window does it.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    void start(const QStringList &recentDatabases);
    void setSampleAvailable(bool available);
    /// A sentence in place of the choices while something is made or opened.
    void setBusy(const QString &what);
    void showError(const Error &error);
    /// Back to the four choices.
    void showChoices();

Q_SIGNALS:
    void sampleWanted();
    void openWanted(const DatabaseUrl &url);
    void createWanted(const DatabaseUrl &url, const NewDatabase &wanted);

private:
    QWidget *buildChoices();
    QWidget *buildNew();
    QWidget *buildConnect();
    QWidget *formPage(const QString &title, const QString &sentence, FormSection *form, QPushButton *go);
    void chooseFile();
    void chooseNewFile();
    void submitNew();
    void submitConnect();

    Banner *m_banner;
    QStackedWidget *m_stack;
    TextLabel *m_busy = nullptr;
    ChoiceCard *m_sample = nullptr;
    QWidget *m_recent = nullptr;
    FormSection *m_newForm = nullptr;
    QRadioButton *m_isState = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_file = nullptr;
    QLineEdit *m_admin = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_again = nullptr;
    FormSection *m_connectForm = nullptr;
    QLineEdit *m_server = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_serverPassword = nullptr;
};

} // namespace certdesk
