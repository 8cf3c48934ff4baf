// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/undopage.h"

#include "models/operations/intake/fieldtitle.h"
#include "models/store/storethread.h"
#include "ui/common/announce.h"
#include "ui/common/card.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/storejob.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/intake/plaintable.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int choiceColumn = 6;
constexpr int shownConflicts = 500; ///< each with its own choice; the rest follows the choice for all

QString words(const UndoConflict &conflict, const Value &value)
{
    if (value.isEmpty())
        return UndoPage::tr("empty");
    if (conflict.field >= 0 && entityDef(conflict.kind).fields[conflict.field].type == FieldType::Day)
        return isoDay(value);
    return value.text();
}

QString recordWords(const UndoConflict &conflict)
{
    QStringList parts{fieldTitle(QLatin1String(entityDef(conflict.kind).name))};
    for (auto key = conflict.key.constBegin(); key != conflict.key.constEnd(); ++key)
        parts.append(key.value().isString() ? key.value().toString() : QString::number(key.value().toInteger()));
    return parts.join(QLatin1Char(' '));
}

QString causeWords(const UndoConflict &conflict)
{
    switch (conflict.cause) {
    case UndoConflict::Cause::Referenced:
        return UndoPage::tr("needed by later data");
    case UndoConflict::Cause::Missing:
        return UndoPage::tr("not there any more");
    case UndoConflict::Cause::Taken:
        return UndoPage::tr("its key is taken");
    case UndoConflict::Cause::Changed:
        break;
    }
    const QString who = conflict.laterPerson.isEmpty() ? UndoPage::tr("changed since") : UndoPage::tr("changed by %1").arg(conflict.laterPerson);
    return conflict.laterBatch == 0 ? who : UndoPage::tr("%1, batch %2").arg(who).arg(conflict.laterBatch);
}

} // namespace

UndoPage::UndoPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("undo"), parent), m_context(context), m_head(sectionLabel({})), m_more(bodyLabel({})), m_conflictCard(new Card(tr("Changed since"))),
      m_conflicts(plainTable("undoConflicts", tr("What was changed after the batch"),
                             {tr("Record"), tr("Field"), tr("Before"), tr("Written"), tr("Now"), tr("Why"), tr("Choice")})),
      m_undo(new QPushButton(tr("Undo")))
{
    m_head->setWordWrap(true);
    m_head->setObjectName(QStringLiteral("undoHead"));
    m_more->setObjectName(QStringLiteral("undoMore"));
    named(m_undo, "undoBatchButton", tr("Undo the batch as shown"));
    makePrimary(m_undo);
    m_undo->setEnabled(false);
    auto *keep = new QPushButton(tr("Keep all that was changed"));
    auto *revert = new QPushButton(tr("Revert all of it"));
    named(keep, "keepAllButton", keep->text());
    named(revert, "revertAllButton", revert->text());
    auto *ways = new QWidget;
    ways->setLayout(new FlowLayout);
    ways->layout()->addWidget(keep);
    ways->layout()->addWidget(revert);
    m_conflictCard->content()->addWidget(ways);
    m_conflictCard->content()->addWidget(m_conflicts, 1);
    m_conflictCard->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::group);
    column->setSpacing(spacing::group);
    column->addWidget(m_head);
    column->addWidget(m_more);
    column->addWidget(m_conflictCard, 1);
    column->addWidget(m_undo, 0, Qt::AlignLeft);
    column->addStretch(0);
    connect(m_undo, &QPushButton::clicked, this, &UndoPage::undo);
    connect(keep, &QPushButton::clicked, this, [this] { chooseAll(false); });
    connect(revert, &QPushButton::clicked, this, [this] { chooseAll(true); });
}

PageAddress UndoPage::address() const
{
    return PageAddress{QStringLiteral("undo"), {}}.set("batch", QString::number(m_batch));
}

void UndoPage::open(const PageAddress &address)
{
    m_batch = address.parameter("batch").toLongLong();
    Q_EMIT headerChanged();
    read();
}

void UndoPage::read()
{
    m_undo->setEnabled(false);
    m_head->setText(tr("Looking at what the batch wrote"));
    m_more->setText({});
    m_conflictCard->hide();
    auto *job = startStoreJob<UndoPlan>(
        *m_context.store, tr("Review of an undo"), tr("records"),
        [batch = m_batch](Session &session, Progress &progress) { return planUndo(session, batch, {}, &progress); },
        [self = QPointer<UndoPage>(this)](const UndoPlan &plan) {
            if (self)
                self->m_plan = plan;
            return Job::Notice();
        });
    connect(job, &Job::ended, this, [this, job] {
        if (job->state() == Job::State::Finished)
            showPlan();
        else if (job->state() == Job::State::Failed)
            m_head->setText(QStringLiteral("%1 %2").arg(job->error().message, job->error().next));
    });
    startJob(job);
}

void UndoPage::showPlan()
{
    const QLocale locale;
    m_reverts.fill(false, m_plan.conflicts.size());
    const QString file = m_plan.batch.fileName.isEmpty() ? m_plan.batch.kind : tr("%1, %2").arg(m_plan.batch.kind, m_plan.batch.fileName);
    m_head->setText(tr("Batch %1 (%2): %3 records are put back").arg(locale.toString(m_batch), file, locale.toString(m_plan.reverted)));
    m_more->setText(m_plan.conflicts.isEmpty() ? tr("Nothing of it was changed since. The undo is a batch itself and can be undone.")
                                               : tr("%1 things were changed since. They stay as they are now, unless you choose to revert them.").arg(locale.toString(m_plan.conflicts.size())));
    showConflicts();
    m_undo->setText(tr("Undo batch %1").arg(locale.toString(m_batch)));
    m_undo->setEnabled(m_plan.reverted > 0 || !m_plan.conflicts.isEmpty());
    announce(m_head, m_head->text());
}

void UndoPage::showConflicts()
{
    const int shown = static_cast<int>(qMin<qsizetype>(m_plan.conflicts.size(), shownConflicts));
    m_conflictCard->setVisible(shown > 0);
    m_conflicts->setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const UndoConflict &conflict = m_plan.conflicts[row];
        const QString field = conflict.field < 0 ? tr("the record") : fieldTitle(entityDef(conflict.kind).fields[conflict.field].key());
        putRow(m_conflicts, row, {recordWords(conflict), field, words(conflict, conflict.before), words(conflict, conflict.written), words(conflict, conflict.now), causeWords(conflict)});
        auto *choice = new QComboBox;
        named(choice, qPrintable(QStringLiteral("undoChoice_%1").arg(row)), tr("Choice for %1, %2").arg(recordWords(conflict), field));
        choice->addItems({tr("Keep"), tr("Revert")});
        choice->setCurrentIndex(m_reverts[row] ? 1 : 0);
        connect(choice, &QComboBox::currentIndexChanged, this, [this, row](int index) { m_reverts[row] = index == 1; });
        m_conflicts->setCellWidget(row, choiceColumn, choice);
    }
    m_conflicts->resizeColumnsToContents();
    m_conflicts->resizeRowsToContents();
}

void UndoPage::chooseAll(bool revert)
{
    m_reverts.fill(revert);
    showConflicts();
}

UndoOptions UndoPage::options() const
{
    UndoOptions options;
    options.revertConflicts = !m_reverts.isEmpty() && !m_reverts.contains(false);
    if (options.revertConflicts)
        return options;
    for (int i = 0; i < m_reverts.size(); ++i) {
        const UndoConflict &conflict = m_plan.conflicts[i];
        if (m_reverts[i])
            options.choices.append({conflict.kind, conflict.id, conflict.field, true});
    }
    return options;
}

void UndoPage::undo()
{
    m_undo->setEnabled(false);
    const auto command = std::make_shared<UndoBatch>(m_batch, options());
    m_context.store->apply(command, this, [this, command](const Result<Change> &done) {
        if (!done) {
            showError(done.error());
            return read();
        }
        const UndoPlan &plan = command->plan();
        const QLocale locale;
        const QString sentence = plan.kept == 0 ? tr("Batch %1 undone, %2 records put back").arg(locale.toString(m_batch), locale.toString(plan.reverted))
                                                : tr("Batch %1 undone in part: %2 records put back, %3 kept because they were changed since")
                                                      .arg(locale.toString(m_batch), locale.toString(plan.reverted), locale.toString(plan.kept));
        m_head->setText(sentence);
        m_more->setText({});
        m_conflictCard->hide();
        showDone(sentence, command->batchId());
        goTo(PageAddress{QStringLiteral("history"), {}}.set("id", QString::number(command->batchId())));
    });
}

} // namespace certdesk
