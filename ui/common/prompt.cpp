// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/prompt.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QQueue>

namespace certdesk {

namespace {

QQueue<bool> &nextAnswers()
{
    static QQueue<bool> answers;
    return answers;
}

QQueue<QString> &nextFileNames()
{
    static QQueue<QString> names;
    return names;
}

Prompt::Question &last()
{
    static Prompt::Question question;
    return question;
}

QString words(const char *text)
{
    return QCoreApplication::translate("certdesk::Prompt", text);
}

QFileDialog *fileDialog(QWidget *parent, const QString &title, const QString &filter)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setObjectName(QStringLiteral("fileChooser"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void answerOne(QFileDialog *dialog, const FileChooser::Answer &answer)
{
    QObject::connect(dialog, &QFileDialog::finished, dialog, [dialog, answer](int result) {
        answer(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace

void Prompt::ask(QWidget *parent, const Question &question, std::function<void(bool)> answer)
{
    last() = question;
    if (!nextAnswers().isEmpty()) {
        answer(nextAnswers().dequeue());
        return;
    }
    auto *box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("prompt"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(question.title);
    box->setText(question.title);
    box->setInformativeText(question.text);
    const Tone tone = question.destructive ? Tone::Problem : Tone::Attention;
    box->setIconPixmap(icons::pixmap(theme::toneIcon(tone), theme::scaled(40, box->font()),
                                     theme::toneColour(tone, box->palette()), box->devicePixelRatioF()));
    auto *act = box->addButton(question.verb, QMessageBox::AcceptRole);
    auto *keep = box->addButton(question.keep.isEmpty() ? words(QT_TRANSLATE_NOOP("certdesk::Prompt", "Cancel")) : question.keep,
                                QMessageBox::RejectRole);
    named(act, "promptVerbButton", question.verb);
    named(keep, "promptKeepButton", keep->text());
    if (question.destructive)
        makeDestructive(act);
    else
        makePrimary(act);
    box->setDefaultButton(question.destructive ? keep : act);
    box->setEscapeButton(keep);
    QObject::connect(box, &QMessageBox::finished, box, [box, act, answer = std::move(answer)] { answer(box->clickedButton() == act); });
    box->open();
}

void Prompt::setNextAnswer(bool answer)
{
    nextAnswers().enqueue(answer);
}

Prompt::Question Prompt::lastQuestion()
{
    return last();
}

void FileChooser::open(QWidget *parent, const QString &title, const QString &filter, Answer answer)
{
    if (!nextFileNames().isEmpty())
        return answer(nextFileNames().dequeue());
    QFileDialog *dialog = fileDialog(parent, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    answerOne(dialog, answer);
}

void FileChooser::openMany(QWidget *parent, const QString &title, const QString &filter, std::function<void(const QStringList &)> answer)
{
    if (!nextFileNames().isEmpty())
        return answer({nextFileNames().dequeue()});
    QFileDialog *dialog = fileDialog(parent, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::finished, dialog, [dialog, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? dialog->selectedFiles() : QStringList());
    });
    dialog->open();
}

void FileChooser::save(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter, Answer answer)
{
    if (!nextFileNames().isEmpty())
        return answer(nextFileNames().dequeue());
    QFileDialog *dialog = fileDialog(parent, title, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    answerOne(dialog, answer);
}

void FileChooser::folder(QWidget *parent, const QString &title, Answer answer)
{
    if (!nextFileNames().isEmpty())
        return answer(nextFileNames().dequeue());
    QFileDialog *dialog = fileDialog(parent, title, {});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    answerOne(dialog, answer);
}

void FileChooser::setNextFileName(const QString &fileName)
{
    nextFileNames().enqueue(fileName);
}

} // namespace certdesk
