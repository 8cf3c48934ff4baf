// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/reviewdecisions.h"

#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/intake/intakedesk.h"
#include "ui/intake/statuswords.h"

#include <QCheckBox>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

/// Codes that somebody with the override right can decide with a reason (section 7, column "Fix").
bool isOverridable(const QString &code)
{
    static const QStringList codes{QStringLiteral("K07"), QStringLiteral("B01"), QStringLiteral("B03"), QStringLiteral("B04"), QStringLiteral("B06"), QStringLiteral("B07")};
    return codes.contains(code);
}

} // namespace

ReviewDecisions::ReviewDecisions(IntakeDesk &desk, bool mayOverride, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_mayOverride(mayOverride), m_boxes(new QWidget), m_all(new QRadioButton(tr("All rows or none"))),
      m_good(new QRadioButton(tr("Only the good rows; the others are kept as issues")))
{
    setObjectName(QStringLiteral("reviewDecisions"));
    m_boxes->setLayout(new FlowLayout);
    named(m_all, "allRowsRadio", m_all->text());
    named(m_good, "goodRowsRadio", m_good->text());
    auto *modes = new QWidget;
    modes->setLayout(new FlowLayout);
    modes->layout()->addWidget(m_all);
    modes->layout()->addWidget(m_good);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::grid);
    column->addWidget(m_boxes);
    column->addWidget(modes);
    connect(m_good, &QRadioButton::toggled, this, [this](bool good) {
        if (m_showing)
            return;
        m_desk.setMode(good ? CommitMode::GoodRows : CommitMode::AllOrNothing);
        Q_EMIT modeChanged();
    });
}

void ReviewDecisions::showReview()
{
    m_showing = true;
    m_all->parentWidget()->setVisible(m_desk.operation().isImport());
    (m_desk.mode() == CommitMode::GoodRows ? m_good : m_all)->setChecked(true);
    const auto old = m_boxes->findChildren<QCheckBox *>(QString(), Qt::FindDirectChildrenOnly);
    for (QCheckBox *box : old) {
        m_boxes->layout()->removeWidget(box);
        box->hide();
        box->deleteLater();
    }
    const auto &review = m_desk.review();
    const ImportOptions &options = m_desk.work().request.options;
    QSet<QString> shown;
    for (const RowStatus status : {RowStatus::Migrate, RowStatus::Restore, RowStatus::Archive, RowStatus::Rollback, RowStatus::Retain}) {
        const bool isAsked = review && (review->heldBack(status) > 0 || options.accepts(status));
        if (!isAsked || review->count(status) == 0)
            continue;
        addBox(rowStatusName(status), tr("Accept %1 that %2").arg(QLocale().toString(review->count(status)), statusTitle(status)), false);
        shown.insert(rowStatusName(status));
    }
    QMap<QString, int> codes = review ? review->heldCodes() : QMap<QString, int>();
    const IntakeFindings ofFile = review ? review->fileFindings() : IntakeFindings();
    for (const IntakeFinding &finding : ofFile) {
        if ((finding.isError() || finding.needsDecision()) && !codes.contains(finding.code))
            codes.insert(finding.code, review->codes().value(finding.code));
    }
    const QSet<QString> decided = options.accepted + options.overrides;
    for (const QString &word : decided) {
        if (!shown.contains(word) && !codes.contains(word) && !rowStatusFromName(word))
            codes.insert(word, review ? review->codes().value(word) : 0);
    }
    for (auto code = codes.cbegin(); code != codes.cend(); ++code) {
        if (code.key().isEmpty() || code.key() == QLatin1String("K02") || code.key() == QLatin1String("K03"))
            continue;
        const QString what = code.value() == 0 ? code.key() : tr("%1 (%2 rows)").arg(code.key(), QLocale().toString(code.value()));
        if (isOverridable(code.key()) && m_mayOverride)
            addBox(code.key(), tr("Override %1, with a reason").arg(what), true);
        else if (!isOverridable(code.key()) && intakeFinding(code.key().toLatin1().constData()).needsDecision())
            addBox(code.key(), tr("Accept %1").arg(what), false);
    }
    m_boxes->setVisible(!m_boxes->layout()->isEmpty());
    m_showing = false;
}

void ReviewDecisions::addBox(const QString &word, const QString &text, bool isOverride)
{
    auto *box = new QCheckBox(text, m_boxes);
    box->setObjectName((isOverride ? QStringLiteral("override_") : QStringLiteral("accept_")) + word);
    box->setAccessibleName(text);
    const ImportOptions &options = m_desk.work().request.options;
    box->setChecked((isOverride ? options.overrides : options.accepted).contains(word));
    connect(box, &QCheckBox::toggled, this, [this, word, isOverride](bool on) {
        if (!isOverride) {
            m_desk.accept(word, on);
        } else {
            ImportOptions changed = m_desk.work().request.options;
            if (on)
                changed.overrides.insert(word);
            else
                changed.overrides.remove(word);
            m_desk.setOptions(changed);
        }
        Q_EMIT acceptedChanged();
    });
    m_boxes->layout()->addWidget(box);
    box->show();
}

} // namespace certdesk
