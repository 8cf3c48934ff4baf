// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pageheader.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace certdesk {

namespace {

constexpr int shownActions = 3;
constexpr int findWordsFrom = 1000; ///< pixels

} // namespace

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent), m_back(new QToolButton(this)), m_forward(new QToolButton(this)), m_find(new QToolButton(this)), m_title(titleLabel({}, this)),
      m_year(new TextLabel(TextLabel::Kind::Muted, {}, this)), m_sentence(mutedLabel({}, this)), m_actions(new QHBoxLayout)
{
    setObjectName(QStringLiteral("pageHeader"));
    named(m_back, "backButton", tr("Back"));
    named(m_forward, "forwardButton", tr("Forward"));
    named(m_find, "findButton", tr("Find"));
    m_find->setAutoRaise(true);
    m_find->hide();
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setMinimumWidth(60);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_year->setWordWrap(false);
    m_sentence->setObjectName(QStringLiteral("pageSentence"));
    for (QToolButton *button : {m_back, m_forward}) {
        button->setAutoRaise(true);
        button->setVisible(false);
    }
    m_actions->setSpacing(spacing::related);
    auto *titleLine = new QHBoxLayout;
    titleLine->setSpacing(spacing::related);
    titleLine->addWidget(m_title, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(titleLine);
    auto *second = new QHBoxLayout;
    second->setSpacing(spacing::related);
    second->addWidget(m_year);
    second->addWidget(m_sentence, 1);
    words->addLayout(second);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::margin, spacing::group, spacing::margin, spacing::group);
    row->setSpacing(spacing::grid);
    row->addWidget(m_back, 0, Qt::AlignVCenter);
    row->addWidget(m_forward, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    row->addSpacing(spacing::related);
    row->addLayout(m_actions);
    row->addSpacing(spacing::grid);
    row->addWidget(m_find, 0, Qt::AlignVCenter);
}

void PageHeader::setNavigation(QAction *back, QAction *forward)
{
    m_back->setDefaultAction(back);
    m_forward->setDefaultAction(forward);
    m_back->show();
    m_forward->show();
}

void PageHeader::setFind(QAction *find)
{
    m_find->setDefaultAction(find);
    m_find->setToolTip(tr("%1 (%2)").arg(find->text(), find->shortcut().toString(QKeySequence::NativeText)));
    m_find->show();
}

void PageHeader::setTitle(const QString &title, const QString &schoolYear)
{
    m_titleText = title;
    m_yearText = schoolYear;
    m_title->setAccessibleName(title);
    elideTitle();
    setSentence(m_sentence->text());
}

void PageHeader::setSentence(const QString &sentence)
{
    const bool both = !m_yearText.isEmpty() && !sentence.isEmpty();
    m_year->setText(both ? tr("%1  ·").arg(m_yearText) : m_yearText);
    m_year->setVisible(!m_yearText.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_sentence->setAccessibleName(sentence);
}

QString PageHeader::sentence() const
{
    return m_sentence->text();
}

QWidget *PageHeader::makeButton(QAction *action, bool main)
{
    auto *button = new QPushButton(this);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    if (main)
        makePrimary(button);
    const auto follow = [button, action, main] {
        button->setText(action->text());
        button->setAccessibleName(action->text().remove(QLatin1Char('&')));
        button->setIcon(main ? QIcon() : action->icon());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = action->toolTip();
        button->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys));
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

void PageHeader::setActions(const QList<QAction *> &actions)
{
    for (QWidget *old : std::as_const(m_buttons)) {
        m_actions->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_buttons.clear();
    // The main action stands at the far right, where the eye ends.
    for (qsizetype i = qMin<qsizetype>(actions.size(), shownActions) - 1; i >= 0; --i)
        m_buttons.append(makeButton(actions[i], i == 0));
    if (actions.size() > shownActions) {
        auto *more = new QToolButton(this);
        named(more, "moreActionsButton", tr("More actions"));
        more->setIcon(icons::icon(QStringLiteral("more")));
        more->setToolTip(tr("More actions"));
        more->setPopupMode(QToolButton::InstantPopup);
        more->setProperty("certdeskPlainMenu", true);
        auto *menu = new QMenu(more);
        menu->addActions(actions.mid(shownActions));
        more->setMenu(menu);
        m_buttons.prepend(more);
    }
    for (QWidget *button : std::as_const(m_buttons))
        m_actions->addWidget(button, 0, Qt::AlignVCenter);
}

void PageHeader::elideTitle()
{
    const QString shown = m_title->fontMetrics().elidedText(m_titleText, Qt::ElideRight, m_title->width());
    m_title->setText(shown);
    m_title->setToolTip(shown == m_titleText ? QString() : m_titleText);
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_find->setToolButtonStyle(width() < findWordsFrom ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    layout()->activate();
    elideTitle();
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        elideTitle();
}

} // namespace certdesk
