// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/reviewfilters.h"

#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/intake/statuswords.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace certdesk {

namespace {

constexpr int typingMilliseconds = 200;

} // namespace

ReviewFilters::ReviewFilters(QWidget *parent)
    : QWidget(parent), m_counts(new QWidget), m_code(new QComboBox), m_school(new QComboBox), m_grade(new QComboBox), m_text(new QLineEdit),
      m_held(new QPushButton(tr("Only what holds back")))
{
    m_counts->setObjectName(QStringLiteral("importCounts"));
    m_counts->setLayout(new FlowLayout(nullptr, spacing::grid));
    named(m_code, "reviewCodeFilter", tr("Show rows with a code"));
    named(m_school, "reviewSchoolFilter", tr("Show rows of a school"));
    named(m_grade, "reviewGradeFilter", tr("Show rows of a grade"));
    named(m_text, "reviewTextFilter", tr("Show rows with a text"));
    named(m_held, "reviewHeldFilter", tr("Show only the rows that hold back"));
    m_held->setCheckable(true);
    m_text->setPlaceholderText(tr("Find in the rows"));
    m_text->setClearButtonEnabled(true);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMilliseconds);
    auto *row = new QWidget;
    row->setLayout(new FlowLayout);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_text, m_held, m_code, m_school, m_grade})
        row->layout()->addWidget(widget);
    m_text->setMinimumWidth(m_text->fontMetrics().averageCharWidth() * 28);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::related);
    column->addWidget(m_counts);
    column->addWidget(row);
    for (QComboBox *box : {m_code, m_school, m_grade})
        connect(box, &QComboBox::currentIndexChanged, this, &ReviewFilters::take);
    connect(m_held, &QPushButton::toggled, this, &ReviewFilters::take);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(&m_typing, &QTimer::timeout, this, &ReviewFilters::take);
}

void ReviewFilters::showReview(const Review &review)
{
    m_showing = true;
    showCounts(review);
    fill(m_code, tr("All codes"), review.codes(), m_filter.code);
    fill(m_school, tr("All schools"), review.schools(), m_filter.school);
    fill(m_grade, tr("All grades"), review.grades(), m_filter.grade);
    m_held->setVisible(review.heldBack() > 0 || m_filter.heldOnly);
    m_showing = false;
}

void ReviewFilters::fill(QComboBox *box, const QString &all, const QMap<QString, int> &values, const QString &chosen)
{
    constexpr int longestList = 500;
    box->clear();
    box->addItem(all, QString());
    for (auto value = values.cbegin(); value != values.cend() && box->count() < longestList; ++value)
        box->addItem(tr("%1 (%2)").arg(value.key(), QLocale().toString(value.value())), value.key());
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
    box->setVisible(values.size() > 0);
}

void ReviewFilters::showCounts(const Review &review)
{
    const auto old = m_counts->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *widget : old) {
        m_counts->layout()->removeWidget(widget);
        widget->hide();
        widget->deleteLater();
    }
    m_buttons.clear();
    const QLocale locale;
    int rows = 0;
    for (int i = 0; i < rowStatusCount; ++i) {
        const auto status = static_cast<RowStatus>(i);
        const int count = review.count(status);
        rows += count;
        if (count == 0)
            continue;
        const bool held = status == RowStatus::Error || status == RowStatus::Conflict;
        const Tone tone = statusTone(status, held);
        auto *button = new QPushButton(icons::icon(theme::toneIcon(tone), theme::toneColour(tone, palette())),
                                       tr("%1 %2").arg(locale.toString(count), statusTitle(status)), m_counts);
        button->setObjectName(QStringLiteral("count_") + rowStatusName(status));
        button->setAccessibleName(tr("%1; show only these").arg(button->text()));
        button->setCheckable(true);
        button->setChecked(m_filter.statuses.contains(status));
        connect(button, &QPushButton::toggled, this, [this, status](bool on) {
            if (on)
                m_filter.statuses.insert(status);
            else
                m_filter.statuses.remove(status);
            Q_EMIT changed();
        });
        m_counts->layout()->addWidget(button);
        m_buttons.append(button);
        button->show();
    }
    auto *total = strongLabel(tr("= %1 rows").arg(locale.toString(rows)), m_counts);
    total->setObjectName(QStringLiteral("reviewTotal"));
    total->setContentsMargins(spacing::related, spacing::grid + 2, 0, 0);
    m_counts->layout()->addWidget(total);
    total->show();
    m_counts->updateGeometry();
}

QStringList ReviewFilters::countTexts() const
{
    QStringList texts;
    for (const QPushButton *button : m_buttons)
        texts.append(button->text());
    return texts;
}

void ReviewFilters::setFilter(const ReviewFilter &filter)
{
    m_filter = filter;
    m_showing = true;
    m_text->setText(filter.text);
    m_typing.stop();
    m_held->setChecked(filter.heldOnly);
    m_held->setVisible(m_held->isVisible() || filter.heldOnly);
    for (const auto &[box, value] : {std::pair(m_code, filter.code), std::pair(m_school, filter.school), std::pair(m_grade, filter.grade)})
        box->setCurrentIndex(qMax(0, box->findData(value)));
    m_showing = false;
    Q_EMIT changed();
}

void ReviewFilters::focusText()
{
    m_text->setFocus();
    m_text->selectAll();
}

void ReviewFilters::take()
{
    if (m_showing)
        return;
    m_filter.heldOnly = m_held->isChecked();
    m_filter.code = m_code->currentData().toString();
    m_filter.school = m_school->currentData().toString();
    m_filter.grade = m_grade->currentData().toString();
    m_filter.text = m_text->text().trimmed();
    Q_EMIT changed();
}

} // namespace certdesk
