// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/historypage.h"

#include "models/domain/day.h"
#include "models/store/storethread.h"
#include "models/tables/displaytext.h"
#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/grid/grid.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/intake/fileoperations.h"
#include "ui/intake/statuswords.h"

#include <QJsonArray>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

QString outcomeTitle(const QString &name)
{
    if (name == QLatin1String("applied"))
        return HistoryPage::tr("applied");
    if (name == QLatin1String("nothingNeeded"))
        return HistoryPage::tr("with nothing to do");
    return name == QLatin1String("leftOpen") ? HistoryPage::tr("left open") : name;
}

/// "3 new, 1 changed; together 4".
QString countWords(const QJsonObject &counts, const std::function<QString(const QString &)> &title)
{
    QStringList parts;
    qint64 sum = 0;
    for (auto count = counts.constBegin(); count != counts.constEnd(); ++count) {
        if (!count.value().isDouble() || count.value().toInteger() == 0)
            continue;
        sum += count.value().toInteger();
        parts.append(QStringLiteral("%1 %2").arg(QLocale().toString(count.value().toInteger()), title(count.key())));
    }
    return parts.isEmpty() ? QString() : HistoryPage::tr("%1; together %2").arg(parts.join(QStringLiteral(", ")), QLocale().toString(sum));
}

QString statusWords(const QString &name)
{
    const auto status = rowStatusFromName(name);
    return status ? statusTitle(*status) : name;
}

bool canBeUndone(const BatchInfo &batch)
{
    return batch.state == BatchState::Committed || batch.state == BatchState::PartlyUndone;
}

/// The wizard's operation behind a batch: the kinds of imports, and the roster operations that a file fed.
QString operationOf(const BatchInfo &batch)
{
    return !batch.fileName.isEmpty() && fileOperation(batch.kind) ? batch.kind : QString();
}

} // namespace

HistoryPage::HistoryPage(const Words &words, const PageContext &context, QWidget *parent)
    : ListPage(QStringLiteral("history"), QStringLiteral("batches"), words, context, parent)
{
    if (!context.store->person().may(Right::BatchOperations))
        return;
    QAction *undo = addAction("undoBatchAction", tr("Undo…"), QStringLiteral("undo"), {}, [this] {
        if (grid()->currentId() != 0)
            goTo(PageAddress{QStringLiteral("undo"), {}}.set("batch", QString::number(grid()->currentId())));
    });
    undo->setEnabled(false);
    connect(grid(), &Grid::currentRowChanged, undo, [undo](qint64 id) { undo->setEnabled(id != 0); });
}

void HistoryPage::readDetails(qint64 id)
{
    context().store->run<BatchInfo>(
        this, [id](Session &session) { return readBatch(session, id); },
        [this, id](const Result<BatchInfo> &batch) {
            if (!batch)
                return showError(batch.error());
            setDetails(id, describeBatch(*batch));
        });
}

QWidget *HistoryPage::describeBatch(const BatchInfo &batch)
{
    auto *inside = new QWidget;
    inside->setObjectName(QStringLiteral("batchDetails"));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, spacing::related, spacing::related);
    column->setSpacing(spacing::grid / 2);
    const auto line = [&](const QString &heading, const QString &text) {
        if (text.isEmpty())
            return;
        column->addWidget(mutedLabel(heading, inside));
        auto *value = bodyLabel(text, inside);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(value);
        column->addSpacing(spacing::related);
    };
    column->addWidget(sectionLabel(tr("Batch %1, %2").arg(batch.id).arg(batch.kind), inside));
    line(tr("State"), statusWord(batchStateName(batch.state)));
    line(tr("Who and when"), tr("%1, %2").arg(batch.person, displayText(ColumnType::Time, Value(batch.committedAt))));
    line(tr("Schools"), batch.schools.join(QStringLiteral(", ")));
    line(tr("School year"), batch.schoolYear == 0 ? QString() : schoolYearName(batch.schoolYear));
    line(tr("File"), batch.fileName.isEmpty() ? QString() : tr("%1, %2").arg(batch.fileName, QLocale().formattedDataSize(batch.fileBytes)));
    line(tr("Rows"), countWords(batch.counts, statusWords));
    line(tr("What became of them"), countWords(batch.outcomes, outcomeTitle));
    QStringList accepted;
    for (const QJsonValue &word : batch.options.value(QLatin1String("accepted")).toArray())
        accepted.append(statusWords(word.toString()));
    line(tr("Accepted"), accepted.join(QStringLiteral(", ")));
    for (const QJsonValue &one : batch.overrides)
        line(tr("Override %1").arg(one[QLatin1String("code")].toString()), one[QLatin1String("reason")].toString());
    line(tr("Parent batch"), batch.parent == 0 ? QString() : QLocale().toString(batch.parent));
    auto *ways = new QWidget(inside);
    ways->setLayout(new FlowLayout);
    const auto way = [&](const char *name, const QString &text, const QString &icon, const PageAddress &leadsTo) {
        auto *button = new QPushButton(icons::icon(icon), text, ways);
        named(button, name, text);
        connect(button, &QPushButton::clicked, this, [this, leadsTo] { goTo(leadsTo); });
        ways->layout()->addWidget(button);
    };
    const QString number = QString::number(batch.id);
    if (batch.outcomes.value(QLatin1String("leftOpen")).toInteger() > 0)
        way("batchIssuesButton", tr("See its issues"), QStringLiteral("warning"), PageAddress{QStringLiteral("issues"), {}}.set("batch", number));
    if (canBeUndone(batch) && context().store->person().may(Right::BatchOperations))
        way("batchUndoButton", tr("Undo…"), QStringLiteral("undo"), PageAddress{QStringLiteral("undo"), {}}.set("batch", number));
    if (const QString operation = operationOf(batch); !operation.isEmpty())
        way("batchRepeatButton", tr("Repeat with a new file"), QStringLiteral("import"), PageAddress{QStringLiteral("import"), {}}.set("kind", operation));
    column->addWidget(ways);
    column->addStretch(1);
    return inside;
}

} // namespace certdesk
