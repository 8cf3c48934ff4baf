// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startpage.h"

#include "models/store/accounts/password.h"
#include "ui/accounts/passwordinput.h"
#include "ui/common/announce.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/flowlayout.h"
#include "ui/common/form.h"
#include "ui/common/icons.h"
#include "ui/common/prompt.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/start/choicecard.h"

#include <QFileInfo>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace certdesk {

namespace {

enum Step { Choices, New, Connect, Busy };

QWidget *scrolled(QWidget *inside)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    return scroll;
}

QLineEdit *input(const char *objectName)
{
    auto *line = new QLineEdit;
    line->setObjectName(QString::fromLatin1(objectName));
    return line;
}

} // namespace

StartPage::StartPage(QWidget *parent) : QWidget(parent), m_banner(new Banner(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("startPage"));
    m_stack->addWidget(scrolled(buildChoices()));
    m_stack->addWidget(scrolled(buildNew()));
    m_stack->addWidget(scrolled(buildConnect()));
    auto *busy = new QWidget;
    auto *middle = new QVBoxLayout(busy);
    m_busy = sectionLabel({}, busy);
    m_busy->setAlignment(Qt::AlignCenter);
    middle->addStretch(1);
    middle->addWidget(m_busy);
    middle->addStretch(2);
    m_stack->addWidget(busy);
    auto *notice = new QVBoxLayout;
    notice->setContentsMargins(spacing::margin, spacing::group, spacing::margin, 0);
    notice->addWidget(m_banner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(notice);
    column->addWidget(m_stack, 1);
}

QWidget *StartPage::buildChoices()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout;
    column->setSpacing(spacing::related);
    auto *sign = new QLabel(inside);
    sign->setPixmap(icons::programSign(48, devicePixelRatioF()));
    column->addWidget(sign);
    column->addSpacing(spacing::related);
    column->addWidget(titleLabel(tr("Welcome to CertDesk"), inside));
    column->addWidget(mutedLabel(tr("Industry certificates, roster and state certification for school districts."), inside));
    column->addSpacing(spacing::group);
    auto *cards = new QWidget(inside);
    auto *flow = new FlowLayout(cards, spacing::group, 230);
    const auto card = [&](const char *object, const char *picture, const QString &line, const QString &sentence) {
        auto *choice = new ChoiceCard(object, QString::fromLatin1(picture), line, sentence, cards);
        flow->addWidget(choice);
        return choice;
    };
    m_sample = card("sampleChoice", "picture-sample", tr("Look around in the sample district"),
                    tr("Invented people and planted mistakes. Nothing you do there matters."));
    auto *fresh = card("newChoice", "picture-new", tr("Start a new district"), tr("An empty database in a file of yours."));
    auto *open = card("openChoice", "picture-open", tr("Open a database"), tr("A file on this computer or on a share."));
    auto *server = card("connectChoice", "picture-connect", tr("Connect to a server"), tr("PostgreSQL, where many people work at once."));
    column->addWidget(cards);
    column->addSpacing(spacing::group);
    m_recent = new QWidget(inside);
    auto *recent = new QVBoxLayout(m_recent);
    recent->setContentsMargins(0, 0, 0, 0);
    recent->setSpacing(spacing::grid);
    column->addWidget(m_recent);
    auto *outer = new QHBoxLayout(inside);
    outer->setContentsMargins(2 * spacing::margin, 2 * spacing::margin, 2 * spacing::margin, spacing::margin);
    auto *held = new QWidget(inside);
    held->setMaximumWidth(theme::scaled(1080, font()));
    auto *heldColumn = new QVBoxLayout(held);
    heldColumn->setContentsMargins(0, 0, 0, 0);
    heldColumn->addLayout(column);
    heldColumn->addStretch(1);
    outer->addStretch(1);
    outer->addWidget(held, 1000);
    outer->addStretch(1);
    connect(m_sample, &ChoiceCard::clicked, this, &StartPage::sampleWanted);
    connect(fresh, &ChoiceCard::clicked, this, [this] {
        m_banner->dismiss();
        m_stack->setCurrentIndex(New);
        m_name->setFocus();
    });
    connect(open, &ChoiceCard::clicked, this, &StartPage::chooseFile);
    connect(server, &ChoiceCard::clicked, this, [this] {
        m_banner->dismiss();
        m_stack->setCurrentIndex(Connect);
        m_server->setFocus();
    });
    return inside;
}

QWidget *StartPage::formPage(const QString &title, const QString &sentence, FormSection *form, QPushButton *go)
{
    auto *inside = new QWidget;
    auto *card = new Card;
    card->setMaximumWidth(theme::scaled(520, font()) + 2 * spacing::margin);
    card->content()->setContentsMargins(spacing::margin, spacing::margin, spacing::margin, spacing::margin);
    card->content()->setSpacing(spacing::group);
    auto *words = titleLabel(title, card);
    words->setWordWrap(true);
    card->content()->addWidget(words);
    card->content()->addWidget(mutedLabel(sentence, card));
    card->content()->addWidget(form);
    auto *back = new QPushButton(tr("Back"), card);
    back->setObjectName(go->objectName() + QStringLiteral("Back"));
    back->setAccessibleName(tr("Back to the choices"));
    connect(back, &QPushButton::clicked, this, &StartPage::showChoices);
    makePrimary(go);
    go->setAccessibleName(go->text());
    auto *row = new QHBoxLayout;
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(go);
    card->content()->addLayout(row);
    auto *column = new QVBoxLayout;
    column->addWidget(card);
    column->addStretch(1);
    auto *outer = new QHBoxLayout(inside);
    outer->setContentsMargins(spacing::margin, spacing::margin, spacing::margin, spacing::margin);
    outer->addStretch(1);
    outer->addLayout(column, 1000);
    outer->addStretch(1);
    return inside;
}

QWidget *StartPage::buildNew()
{
    m_newForm = new FormSection({});
    m_name = input("organizationNameInput");
    m_code = input("organizationCodeInput");
    m_file = input("databaseFileInput");
    m_admin = input("adminNameInput");
    m_password = new PasswordInput("adminPasswordInput");
    m_again = new PasswordInput("adminRepeatInput");
    auto *district = new QRadioButton(tr("A school district"));
    named(district, "districtRadio", district->text());
    m_isState = new QRadioButton(tr("A state agency"));
    named(m_isState, "stateRadio", m_isState->text());
    district->setChecked(true);
    auto *kind = new QWidget;
    auto *kinds = new QHBoxLayout(kind);
    kinds->setContentsMargins(0, 0, 0, 0);
    kinds->setSpacing(spacing::group);
    kinds->addWidget(district);
    kinds->addWidget(m_isState);
    kinds->addStretch(1);
    m_newForm->addRow(kind);
    m_newForm->add(tr("Name"), m_name)->required()->help(tr("As it stands on letters: Alder Valley School District."));
    m_newForm->add(tr("Code"), m_code)->required()->help(tr("The number or short code by which the state knows it."));
    auto *choose = new QPushButton(tr("Choose"));
    named(choose, "chooseFileButton", tr("Choose where the file is kept"));
    auto *place = new QWidget;
    place->setObjectName(QStringLiteral("databaseFile"));
    auto *placeRow = new QHBoxLayout(place);
    placeRow->setContentsMargins(0, 0, 0, 0);
    placeRow->addWidget(m_file, 1);
    placeRow->addWidget(choose);
    m_newForm->add(tr("File"), place)->required()->help(tr("Whoever can read this file can read what is in it. Keep it in a protected folder."));
    m_newForm->add(tr("Your sign-in name"), m_admin)->required()->help(tr("You will be the administrator."));
    m_newForm->add(tr("Password"), m_password)->required()->help(tr("At least 10 characters. A short sentence is good."))->check([this] {
        const Done done = checkNewPassword(m_password->text(), {m_admin->text(), m_name->text()});
        return done ? QString() : done.error().message;
    });
    m_newForm->add(tr("Password again"), m_again)->required()->check([this] {
        return m_again->text() == m_password->text() ? QString() : tr("The two are not the same.");
    });
    auto *go = new QPushButton(tr("Create"));
    go->setObjectName(QStringLiteral("createButton"));
    connect(choose, &QPushButton::clicked, this, &StartPage::chooseNewFile);
    connect(go, &QPushButton::clicked, this, &StartPage::submitNew);
    return formPage(tr("Start a new district"), tr("You can import schools, staff and students afterwards."), m_newForm, go);
}

QWidget *StartPage::buildConnect()
{
    m_connectForm = new FormSection({});
    m_server = input("serverInput");
    m_database = input("serverDatabaseInput");
    m_user = input("serverUserInput");
    m_serverPassword = new PasswordInput("serverPasswordInput");
    m_connectForm->add(tr("Server"), m_server)->required()->help(tr("Name and, if it is not 5432, port: db.example.org:5433"));
    m_connectForm->add(tr("Database"), m_database)->required();
    m_connectForm->add(tr("Database user"), m_user)->required();
    m_connectForm->add(tr("Database password"), m_serverPassword)->help(tr("It is not stored. Empty when the server knows this computer."));
    auto *go = new QPushButton(tr("Connect"));
    go->setObjectName(QStringLiteral("connectButton"));
    connect(go, &QPushButton::clicked, this, &StartPage::submitConnect);
    return formPage(tr("Connect to a server"), tr("Your administrator knows these four."), m_connectForm, go);
}

void StartPage::start(const QStringList &recentDatabases)
{
    qDeleteAll(m_recent->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    auto *column = static_cast<QVBoxLayout *>(m_recent->layout());
    if (!recentDatabases.isEmpty())
        column->addWidget(sectionLabel(tr("Last opened"), m_recent));
    for (const QString &place : recentDatabases) {
        auto *link = new QPushButton(icons::icon(QStringLiteral("database")), place, m_recent);
        named(link, "recentDatabaseButton", tr("Open %1").arg(place));
        makeLink(link);
        column->addWidget(link, 0, Qt::AlignLeft);
        connect(link, &QPushButton::clicked, this, [this, place] {
            if (const auto url = DatabaseUrl::parse(place))
                Q_EMIT openWanted(*url);
            else
                showError(url.error());
        });
    }
    m_recent->setVisible(!recentDatabases.isEmpty());
    m_banner->dismiss();
    showChoices();
}

void StartPage::setSampleAvailable(bool available)
{
    m_sample->setVisible(available);
}

void StartPage::showChoices()
{
    m_stack->setCurrentIndex(Choices);
}

void StartPage::setBusy(const QString &what)
{
    m_banner->dismiss();
    m_busy->setText(what);
    m_stack->setCurrentIndex(Busy);
    announce(m_busy, what);
}

void StartPage::showError(const Error &error)
{
    if (m_stack->currentIndex() == Busy)
        showChoices();
    m_banner->showError(error);
}

void StartPage::chooseFile()
{
    FileChooser::open(this, tr("Open a database"), tr("CertDesk databases (*.certdesk *.sqlite *.db);;All files (*)"),
                      [this](const QString &fileName) {
                          if (fileName.isEmpty())
                              return;
                          DatabaseUrl url;
                          url.path = fileName;
                          Q_EMIT openWanted(url);
                      });
}

void StartPage::chooseNewFile()
{
    FileChooser::save(this, tr("Where the database is kept"), QStringLiteral("district.certdesk"), tr("CertDesk databases (*.certdesk)"),
                      [this](const QString &fileName) {
                          if (!fileName.isEmpty())
                              m_file->setText(QFileInfo(fileName).suffix().isEmpty() ? fileName + QStringLiteral(".certdesk") : fileName);
                      });
}

void StartPage::submitNew()
{
    if (!m_newForm->validate())
        return;
    DatabaseUrl url;
    url.path = m_file->text().trimmed();
    NewDatabase wanted;
    wanted.isState = m_isState->isChecked();
    wanted.name = m_name->text().trimmed();
    wanted.code = m_code->text().trimmed();
    wanted.adminName = m_admin->text().trimmed();
    wanted.adminPassword = m_password->text();
    Q_EMIT createWanted(url, wanted);
}

void StartPage::submitConnect()
{
    if (!m_connectForm->validate())
        return;
    DatabaseUrl url;
    url.engine = Engine::Postgresql;
    const QString server = m_server->text().trimmed();
    url.host = server.section(QLatin1Char(':'), 0, 0);
    if (const int port = server.section(QLatin1Char(':'), 1, 1).toInt(); port > 0)
        url.port = port;
    url.name = m_database->text().trimmed();
    url.user = m_user->text().trimmed();
    url.password = m_serverPassword->text();
    Q_EMIT openWanted(url);
}

} // namespace certdesk
