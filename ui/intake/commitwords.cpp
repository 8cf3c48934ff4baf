// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/commitwords.h"

#include "ui/intake/intakedesk.h"
#include "ui/intake/statuswords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::CommitWords", text);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString rowsText(qint64 rows)
{
    return rows == 1 ? tr("1 row") : tr("%1 rows").arg(number(rows));
}

QString studentsText(qint64 students)
{
    return students == 1 ? tr("1 student") : tr("%1 students").arg(number(students));
}

QString place(const IntakeDesk &desk)
{
    const QString school = desk.work().request.options.school;
    const QString year = schoolYearName(desk.targetYear());
    return school.isEmpty() ? tr("for %1").arg(year) : tr("at school %1 for %2").arg(school, year);
}

int applied(const Review &review)
{
    int rows = 0;
    for (const RowStatus status : {RowStatus::Create, RowStatus::Update, RowStatus::Promote, RowStatus::Retain, RowStatus::Rollback, RowStatus::Archive,
                                   RowStatus::Restore, RowStatus::Migrate})
        rows += review.count(status);
    return rows;
}

/// Of the rows that would be applied by their status, those that still wait for a decision.
int appliedNow(const Review &review)
{
    int waiting = review.heldBack() - review.count(RowStatus::Error) - review.count(RowStatus::Conflict);
    return applied(review) - qMax(0, waiting);
}

} // namespace

QStringList commitSentences(const IntakeDesk &desk)
{
    const auto &review = desk.review();
    if (!review)
        return {};
    QStringList sentences = desk.rosterPlan() ? rosterOperationInWords(*desk.rosterPlan()) : QStringList();
    if (sentences.isEmpty())
        sentences.append(tr("%1: %2 of %3 %4")
                             .arg(desk.operation().title, rowsText(appliedNow(*review)), QFileInfo(desk.work().request.file).fileName(), place(desk)));
    if (desk.rosterPlan() && !desk.work().request.options.school.isEmpty())
        sentences.append(tr("Only students of school %1.").arg(desk.work().request.options.school));
    QStringList counts;
    for (int i = 0; i < rowStatusCount; ++i) {
        const auto status = static_cast<RowStatus>(i);
        if (review->count(status) > 0)
            counts.append(tr("%1 %2").arg(number(review->count(status)), statusTitle(status)));
    }
    sentences.append(tr("%1; together %2.").arg(counts.join(QStringLiteral(", ")), rowsText(review->rowCount())));
    if (desk.rosterPlan() && !desk.rosterPlan()->absent.isEmpty() && desk.work().absent == RosterRequest::Absent::Later)
        sentences.append(tr("Not in the file: %1 of these grades. The grade stays until it is decided.").arg(studentsText(desk.rosterPlan()->absent.size())));
    if (review->heldBack() > 0)
        sentences.append(desk.mode() == CommitMode::GoodRows ? tr("Kept as issues until they are solved: %1.").arg(rowsText(review->heldBack()))
                                                             : tr("Nothing can be written; what holds back: %1.").arg(rowsText(review->heldBack())));
    sentences.append(tr("All of it is one batch and can be undone."));
    return sentences;
}

QString commitVerb(const IntakeDesk &desk)
{
    const auto &review = desk.review();
    if (!review)
        return tr("Commit");
    const int rows = appliedNow(*review);
    if (review->heldBack() > 0 && desk.mode() == CommitMode::GoodRows)
        return tr("Apply %1, keep %2 as issues").arg(rowsText(rows), number(review->heldBack()));
    return tr("Apply %1").arg(rowsText(rows));
}

QStringList outcomeSentences(const IntakeDesk &desk)
{
    const BatchInfo &batch = desk.outcome().batch;
    const auto &review = desk.review();
    if (!review)
        return {};
    const qint64 open = desk.outcome().leftOpen;
    const qint64 rows = review->rowCount();
    const qint64 changed = appliedNow(*review);
    QStringList sentences;
    sentences.append(batch.id == 0 ? tr("Nothing was to be written.") : tr("Batch %1 is written.").arg(number(batch.id)));
    sentences.append(tr("%1 applied, %2 with nothing to do, %3 left open: together %4.").arg(number(changed), number(rows - changed - open), number(open), rowsText(rows)));
    return sentences;
}

} // namespace certdesk
