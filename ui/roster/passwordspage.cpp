// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/passwordspage.h"

#include "models/store/storethread.h"
#include "ui/common/announce.h"
#include "ui/common/form.h"
#include "ui/common/prompt.h"
#include "ui/roster/operationwords.h"
#include "ui/roster/schoolchoice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

using Outcome = PasswordPlanRow::Outcome;

QString causeInWords(const QString &cause)
{
    static const QMap<QString, const char *> words{
        {QStringLiteral("sso"), QT_TRANSLATE_NOOP("certdesk::PasswordsPage", "signs in through the school's own service")},
        {QStringLiteral("archived"), QT_TRANSLATE_NOOP("certdesk::PasswordsPage", "is archived")},
        {QStringLiteral("own"), QT_TRANSLATE_NOOP("certdesk::PasswordsPage", "is your own account")},
        {QStringLiteral("disabled"), QT_TRANSLATE_NOOP("certdesk::PasswordsPage", "is disabled")},
        {QStringLiteral("no-login"), QT_TRANSLATE_NOOP("certdesk::PasswordsPage", "has no login")},
        {QStringLiteral("beyond"), QT_TRANSLATE_NOOP("certdesk::PasswordsPage", "reaches beyond your schools")}};
    return words.contains(cause) ? PasswordsPage::tr(words.value(cause)) : cause;
}

PreviewRow previewRow(const PasswordPlanRow &row)
{
    PreviewRow shown;
    shown.key = QStringLiteral("%1/%2/%3").arg(row.account).arg(row.personId).arg(row.login);
    shown.cells = {row.lastName + QStringLiteral(", ") + row.firstName, row.login, row.role, row.grade, row.school};
    switch (row.outcome) {
    case Outcome::Issue:
        shown.status = RowStatus::Update;
        shown.word = PasswordsPage::tr("gets a new password");
        break;
    case Outcome::Create:
        shown.status = RowStatus::Create;
        shown.word = PasswordsPage::tr("gets an account");
        break;
    case Outcome::LeftOut:
        shown.status = RowStatus::Skipped;
        shown.word = PasswordsPage::tr("left out");
        shown.why = causeInWords(row.cause);
        break;
    case Outcome::Error:
        shown.status = RowStatus::Error;
        shown.word = happening(RowStatus::Error);
        shown.why = row.message;
        shown.holdsBack = true;
        break;
    }
    return shown;
}

Result<OperationPreview> previewOf(Session &session, const PasswordRequest &request, Progress &progress)
{
    const auto planned = planPasswordOperation(session, request, &progress);
    if (!planned)
        return tl::unexpected(planned.error());
    OperationPreview preview;
    preview.columns = {PasswordsPage::tr("Person"), PasswordsPage::tr("Login"), PasswordsPage::tr("Role"), PasswordsPage::tr("Grade"), PasswordsPage::tr("School")};
    for (const PasswordPlanRow &row : planned->rows)
        preview.rows.append(previewRow(row));
    const int given = planned->count(Outcome::Issue) + planned->count(Outcome::Create);
    preview.words = {PasswordsPage::tr("Give %n person(s) a new password", nullptr, given)};
    const auto leftOut = planned->leftOut();
    for (auto it = leftOut.cbegin(); it != leftOut.cend(); ++it)
        preview.words.append(PasswordsPage::tr("Left out, %1: %2").arg(causeInWords(it.key()), QLocale().toString(it.value())));
    preview.warning = PasswordsPage::tr("Present passwords stop working at once.");
    preview.heldBack = planned->count(Outcome::Error);
    preview.changesNothing = given == 0;
    preview.commit = [planned = *planned](Session &writer, Progress *running) { return commitPasswordOperation(writer, planned, running); };
    return preview;
}

template <class T> T *input(const char *name, const QString &text)
{
    auto *made = new T(text);
    named(made, name, text);
    return made;
}

} // namespace

PasswordsPage::PasswordsPage(const PageContext &context, QWidget *parent) : OperationPage(QStringLiteral("passwords"), context, parent)
{
    buildForm();
    Words words;
    words.title = tr("Change passwords");
    words.choose = tr("Choose");
    words.question = tr("Who gets a new password?");
    words.reviewQuestion = tr("Are these the right people?");
    words.verb = tr("Change passwords");
    words.advice = tr("For the start of a year, when many have forgotten last year's. Everyone can change the own password at any time after entering the present one.");
    words.leadsTo = {QStringLiteral("students"), {}};
    setWords(words);
}

void PasswordsPage::buildForm()
{
    m_school = new QComboBox;
    m_school->setObjectName(QStringLiteral("passwordsSchoolInput"));
    m_students = input<QCheckBox>("passwordsStudents", tr("All students"));
    m_students->setChecked(true);
    m_staff = input<QCheckBox>("passwordsStaff", tr("All admins and teachers"));
    m_own = input<QCheckBox>("passwordsOwn", tr("My own account, too"));
    auto *who = new FormSection(tr("Who"));
    who->add(tr("School"), m_school);
    for (QCheckBox *box : {m_students, m_staff, m_own})
        who->addRow(box);
    m_shared = input<QRadioButton>("passwordsShared", tr("One password for all"));
    m_generated = input<QRadioButton>("passwordsGenerated", tr("A readable passphrase for each, as a list"));
    m_shared->setChecked(true);
    m_mustChange = input<QCheckBox>("passwordsMustChange", tr("Has to be changed at the first sign-in"));
    m_mustChange->setChecked(true);
    m_password = input<QLineEdit>("passwordsInput", {});
    m_again = input<QLineEdit>("passwordsAgainInput", {});
    for (QLineEdit *secret : {m_password, m_again})
        secret->setEchoMode(QLineEdit::Password);
    m_file = input<QLineEdit>("passwordsFileInput", {});
    auto *what = new FormSection(tr("What"));
    what->addRow(m_shared);
    what->addRow(m_generated);
    m_sharedFields = what->add(tr("New password"), m_password);
    FormField *again = what->add(tr("The same again"), m_again);
    FormField *file = what->add(tr("File for the list"), m_file);
    file->help(tr("The list is the only place where the passphrases stand; keep it safe and delete it when they are handed out."));
    auto *choose = input<QPushButton>("passwordsFileButton", tr("Choose a file"));
    what->addRow(choose);
    what->addRow(m_mustChange);
    const auto follow = [this, again, file, choose] {
        m_sharedFields->setVisible(m_shared->isChecked());
        again->setVisible(m_shared->isChecked());
        file->setVisible(m_generated->isChecked());
        choose->setVisible(m_generated->isChecked());
        choicesChanged();
    };
    form()->addWidget(who);
    form()->addWidget(what);
    form()->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &PasswordsPage::chooseFile);
    connect(m_shared, &QRadioButton::toggled, this, follow);
    for (QCheckBox *box : {m_students, m_staff, m_own, m_mustChange})
        connect(box, &QCheckBox::toggled, this, &PasswordsPage::choicesChanged);
    for (QLineEdit *line : {m_password, m_again, m_file})
        connect(line, &QLineEdit::textChanged, this, &PasswordsPage::choicesChanged);
    connect(m_school, &QComboBox::currentIndexChanged, this, &PasswordsPage::choicesChanged);
    follow();
}

void PasswordsPage::chooseFile()
{
    FileChooser::save(this, tr("Where the list goes"), tr("passwords.xlsx"), tr("Workbook (*.xlsx);;CSV (*.csv)"), [this](const QString &name) {
        if (!name.isEmpty())
            m_file->setText(name);
    });
}

void PasswordsPage::open(const PageAddress &address)
{
    m_only = wordsOf(address.parameter("students"));
    m_staff->setVisible(m_only.isEmpty());
    fillSchools(*context().store, this, m_school, address.parameter("school"), tr("All my schools"), [this](bool isOther) { isOther ? choicesChanged() : void(); },
                [this](const Error &error) { showError(error); });
    startAnew();
}

QVector<WizardFrame::Reason> PasswordsPage::missing() const
{
    if (!m_students->isChecked() && !m_staff->isChecked())
        return {{QStringLiteral("who"), tr("Nobody is chosen"), {}}};
    if (m_generated->isChecked() && m_file->text().trimmed().isEmpty())
        return {{QStringLiteral("file"), tr("No file is chosen for the list"), {}}};
    if (m_shared->isChecked() && m_password->text().isEmpty())
        return {{QStringLiteral("password"), tr("No password is typed"), {}}};
    if (m_shared->isChecked() && m_password->text() != m_again->text())
        return {{QStringLiteral("again"), tr("The two passwords are not the same"), {}}};
    return {};
}

OperationPage::Plan PasswordsPage::plan(const Decisions &decisions) const
{
    PasswordRequest request;
    request.students = m_students->isChecked();
    request.staff = m_staff->isChecked() && m_only.isEmpty();
    request.school = m_school->currentData().toString();
    request.only = m_only;
    request.withOwn = m_own->isChecked();
    request.mustChange = m_mustChange->isChecked();
    if (m_shared->isChecked())
        request.sharedPassword = m_password->text();
    else
        request.out = m_file->text().trimmed();
    request.reason = decisions.reason;
    return [request](Session &session, Progress &progress) { return previewOf(session, request, progress); };
}

/// Nothing of a password stays in the window.
void PasswordsPage::committed(qint64)
{
    m_password->clear();
    m_again->clear();
}

} // namespace certdesk
