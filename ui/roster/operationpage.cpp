// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/operationpage.h"

#include "ui/common/announce.h"
#include "ui/common/form.h"
#include "ui/common/prompt.h"
#include "ui/common/storejob.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/roster/operationwords.h"
#include "ui/roster/previewview.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

enum Step { Choose, Review, Result_ };

} // namespace

OperationPage::OperationPage(const QString &name, const PageContext &context, QWidget *parent)
    : Page(name, parent), m_context(context), m_wizard(new WizardFrame(this)), m_table(new PreviewTable(this))
{
    auto *choices = new QWidget;
    m_form = new QVBoxLayout(choices);
    m_form->setContentsMargins(0, 0, spacing::related, 0);
    m_form->setSpacing(spacing::group);
    m_advice = mutedLabel({});
    m_form->addWidget(m_advice);
    m_wizard->addStep(tr("Choose"), {}, choices);
    m_wizard->addStep(tr("Review"), {}, buildReview());
    m_wizard->addStep(tr("Result"), tr("Done"), buildResult());
    m_wizard->setNextText(Choose, tr("Review"));
    m_wizard->setNextText(Result_, tr("Do it again"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_wizard);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] { makePlan(false); });
    connect(m_table, &PreviewTable::decided, this, [this] { m_again.start(0); });
    connect(m_wizard, &WizardFrame::stepWanted, this, [this](int step) {
        if (step < m_wizard->currentStep() && m_wizard->currentStep() != Result_)
            m_wizard->setCurrentStep(step);
    });
    connect(m_wizard, &WizardFrame::nextClicked, this, [this](int step) {
        if (step == Choose)
            makePlan(true);
        else if (step == Review)
            askAndCommit();
        else
            startAnew();
    });
    connect(m_wizard, &WizardFrame::closeClicked, this, [this] { goTo(m_words.leadsTo); });
    connect(m_wizard, &WizardFrame::navigationRequested, this, &Page::navigationRequested);
}

void OperationPage::setWords(const Words &words)
{
    m_words = words;
    m_wizard->setStepWords(Choose, words.choose, words.question);
    m_wizard->setStepWords(Review, tr("Review"), words.reviewQuestion);
    m_wizard->setNextText(Review, words.verb);
    m_advice->setText(words.advice);
    Q_EMIT headerChanged();
}

QWidget *OperationPage::buildReview()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::related);
    m_wordsLabel = strongLabel({});
    m_wordsLabel->setObjectName(QStringLiteral("operationWords"));
    m_wordsLabel->setWordWrap(true);
    m_warning = bodyLabel({});
    m_warning->setObjectName(QStringLiteral("operationWarning"));
    m_asks = new QWidget;
    m_askColumn = new QVBoxLayout(m_asks);
    m_askColumn->setContentsMargins(0, 0, 0, 0);
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("operationReasonInput"));
    m_reasonField = new FormField(tr("Reason"), m_reason);
    m_reasonField->help(tr("Stands in the history; needed where a rule is overridden."));
    connect(m_reason, &QLineEdit::editingFinished, this, [this] { m_again.start(0); });
    m_totals = mutedLabel({});
    m_totals->setObjectName(QStringLiteral("operationTotals"));
    column->addWidget(m_wordsLabel);
    column->addWidget(m_warning);
    column->addWidget(m_asks);
    column->addWidget(new PreviewView(m_table), 1);
    column->addWidget(m_totals);
    column->addWidget(m_reasonField);
    return page;
}

QWidget *OperationPage::buildResult()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_result = bodyLabel({});
    m_result->setObjectName(QStringLiteral("operationResult"));
    column->addWidget(m_result);
    column->addWidget(mutedLabel(tr("It stands in History, where it can be looked at and, where that is possible, taken back.")));
    column->addStretch(1);
    return page;
}

OperationPage::Decisions OperationPage::decisions() const
{
    return {m_table->leftOut(), m_table->retained(), m_accepted, m_reason->text().trimmed()};
}

void OperationPage::choicesChanged()
{
    m_preview.reset();
    ++m_generation;
    m_table->clear();
    m_accepted.clear();
    m_wizard->setReasons(Choose, missing());
}

void OperationPage::review()
{
    if (missing().isEmpty())
        makePlan(true);
}

void OperationPage::makePlan(bool isNew)
{
    if (m_committing)
        return;
    if (isNew) {
        m_table->clear();
        m_accepted.clear();
    }
    const int generation = ++m_generation;
    m_wizard->setReasons(isNew ? Choose : Review, {{QStringLiteral("planning"), tr("The plan is being made"), {}}});
    auto shared = std::make_shared<std::shared_ptr<const OperationPreview>>();
    Job *job = startStoreJob<int>(
        *m_context.store, m_words.title, tr("rows"),
        [work = plan(decisions()), shared](Session &session, Progress &progress) -> Result<int> {
            auto preview = work(session, progress);
            if (!preview)
                return tl::unexpected(preview.error());
            *shared = std::make_shared<OperationPreview>(std::move(*preview));
            return 0;
        },
        [](const int &) { return Job::Notice(); });
    connect(job, &Job::ended, this, [this, job, shared, generation, isNew] {
        if (generation != m_generation)
            return;
        m_wizard->setReasons(Choose, missing());
        if (job->state() != Job::State::Finished)
            return m_wizard->setReasons(Review, {{QStringLiteral("failed"), tr("The plan could not be made"), {}}});
        m_preview = *shared;
        take(*m_preview, isNew);
    });
    startJob(job);
}

void OperationPage::take(const OperationPreview &preview, bool isNew)
{
    if (isNew) {
        m_table->show(preview);
        m_wizard->setStepState(Choose, WizardFrame::StepState::Done);
        m_wizard->setCurrentStep(Review);
        m_wizard->setStepState(Choose, WizardFrame::StepState::Done);
    } else {
        m_table->update(preview);
    }
    m_wordsLabel->setText(preview.words.join(QLatin1String("\n")));
    m_wordsLabel->setVisible(!preview.words.isEmpty());
    m_warning->setText(preview.warning);
    m_warning->setVisible(!preview.warning.isEmpty());
    showAsks(preview.asks);
    m_totals->setText(operationTotals(m_table->rows()));
    announce(m_totals, m_totals->text());
    QVector<WizardFrame::Reason> reasons;
    if (preview.heldBack > 0)
        reasons.append({QStringLiteral("held"), tr("%n row(s) need a decision first", nullptr, preview.heldBack), {}});
    else if (preview.changesNothing)
        reasons.append({QStringLiteral("nothing"), tr("Nothing would change"), {}});
    m_wizard->setReasons(Review, reasons);
}

/// A tick for each thing that waits to be accepted; what was accepted stays ticked and can be taken back.
void OperationPage::showAsks(const QStringList &asks)
{
    QStringList shown = asks;
    for (const QString &word : std::as_const(m_accepted)) {
        if (!shown.contains(word))
            shown.append(word);
    }
    shown.sort();
    while (QLayoutItem *item = m_askColumn->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &word : std::as_const(shown)) {
        auto *box = new QCheckBox(askInWords(word));
        named(box, ("accept_" + word.toLatin1()).constData(), askInWords(word));
        box->setChecked(m_accepted.contains(word));
        connect(box, &QCheckBox::toggled, this, [this, word](bool isOn) {
            if (isOn)
                m_accepted.insert(word);
            else
                m_accepted.remove(word);
            m_again.start(0);
        });
        m_askColumn->addWidget(box);
    }
    m_asks->setVisible(!shown.isEmpty());
}

void OperationPage::askAndCommit()
{
    if (!m_preview || m_committing)
        return;
    Prompt::Question question;
    question.title = m_words.title;
    question.text = m_preview->words.join(QLatin1String("\n"));
    question.text += QLatin1String("\n\n") + (m_preview->cannotBeUndone ? tr("This cannot be undone.") : tr("This is one step in History and can be undone there."));
    question.verb = m_words.verb;
    question.destructive = m_preview->cannotBeUndone;
    Prompt::ask(this, question, [this](bool isWanted) {
        if (isWanted)
            commit();
    });
}

void OperationPage::commit()
{
    if (!m_preview || m_committing)
        return;
    m_committing = true;
    m_wizard->nextButton()->setEnabled(false);
    const QString sentence = m_preview->words.join(QLatin1String("; "));
    auto batch = std::make_shared<qint64>(0);
    Job *job = startStoreJob<qint64>(
        *m_context.store, m_words.title, tr("rows"),
        [preview = m_preview, batch](Session &session, Progress &progress) {
            const Result<qint64> made = preview->commit(session, &progress);
            *batch = made.value_or(0);
            return made;
        },
        [sentence, leadsTo = m_words.leadsTo](const qint64 &made) { return Job::Notice{sentence, leadsTo, made}; });
    connect(job, &Job::ended, this, [this, job, batch] {
        m_committing = false;
        m_wizard->nextButton()->setEnabled(true);
        if (job->state() == Job::State::Finished)
            done(*batch);
        else if (job->state() == Job::State::Failed && job->error().kind == Error::Kind::Conflict)
            makePlan(true); // the roster changed since the review (B08): the new plan is shown, and has to be confirmed again
    });
    startJob(job);
}

void OperationPage::done(qint64 batch)
{
    m_result->setText(m_preview->words.join(QLatin1String("\n")));
    m_wizard->setStepState(Review, WizardFrame::StepState::Done);
    m_wizard->setCurrentStep(Result_);
    m_wizard->setStepState(Review, WizardFrame::StepState::Done);
    m_wizard->backButton()->hide();
    committed(batch);
}

void OperationPage::startAnew()
{
    for (const int step : {Choose, Review, Result_})
        m_wizard->setStepState(step, WizardFrame::StepState::NotYet);
    m_wizard->setCurrentStep(Choose);
    m_wizard->backButton()->show();
    m_reason->clear();
    choicesChanged();
}

QString OperationPage::printableHtml() const
{
    QString html = QStringLiteral("<p>%1</p><table>").arg(m_wordsLabel->text().toHtmlEscaped());
    for (int row = -1; row < m_table->rowCount(); ++row) {
        html += QStringLiteral("<tr>");
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const QString text = row < 0 ? m_table->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                                         : m_table->index(row, column).data().toString();
            html += QStringLiteral("<td>%1</td>").arg(text.toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

} // namespace certdesk
