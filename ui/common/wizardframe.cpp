// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wizardframe.h"

#include "ui/common/announce.h"
#include "ui/common/banner.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace certdesk {

namespace {

using State = WizardFrame::StepState;

QString stateWord(State state)
{
    switch (state) {
    case State::Here:
        return WizardFrame::tr("you are here");
    case State::Done:
        return WizardFrame::tr("done");
    case State::Blocked:
        return WizardFrame::tr("blocked");
    case State::NotYet:
        break;
    }
    return WizardFrame::tr("not yet");
}

/// One line of the step list: number or sign, word, state as a word below.
class StepButton : public QPushButton
{
public:
    StepButton(int number, const QString &word, QWidget *parent) : QPushButton(word, parent), m_number(number)
    {
        setObjectName(QStringLiteral("wizardStep_%1").arg(number));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setState(State::NotYet);
    }

    void setState(State state)
    {
        m_state = state;
        setAccessibleName(WizardFrame::tr("Step %1, %2, %3").arg(m_number).arg(text(), stateWord(state)));
        update();
    }

    QSize sizeHint() const override
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        const int words = qMax(QFontMetrics(strong).horizontalAdvance(text()), fontMetrics().horizontalAdvance(stateWord(State::Here)));
        return QSize(words + sign() + 44, fontMetrics().height() * 2 + 18);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool here = m_state == State::Here;
        if (here || underMouse())
            stylepaint::box(&painter, rect(), here ? theme::accentFill(palette()) : theme::hoverFill(palette()), {});
        if (hasFocus())
            stylepaint::focusLine(rect(), palette(), &painter);
        const QRect circle(12, (height() - sign()) / 2, sign(), sign());
        paintSign(painter, circle);
        QFont bold = font();
        bold.setWeight(here ? QFont::DemiBold : QFont::Normal);
        painter.setFont(bold);
        painter.setPen(isEnabled() ? palette().color(QPalette::WindowText) : theme::mutedText(palette()));
        const QRect words = rect().adjusted(sign() + 24, 8, -8, -8);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, text());
        painter.setFont(font());
        painter.setPen(m_state == State::Blocked ? theme::toneColour(Tone::Problem, palette()) : theme::mutedText(palette()));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom, stateWord(m_state));
    }

private:
    int sign() const { return theme::scaled(24, font()); }

    void paintSign(QPainter &painter, const QRect &circle)
    {
        if (m_state == State::Done || m_state == State::Blocked) {
            const Tone tone = m_state == State::Done ? Tone::Good : Tone::Problem;
            painter.drawPixmap(circle.topLeft(), icons::pixmap(theme::toneIcon(tone), circle.width(),
                                                               theme::toneColour(tone, palette()), devicePixelRatioF()));
            return;
        }
        const bool here = m_state == State::Here;
        const QColor line = here ? theme::accent(palette()) : theme::controlBorder(palette());
        stylepaint::box(&painter, circle, here ? line : QColor(), line, 1.5, circle.width() / 2.0);
        painter.setPen(here ? palette().color(QPalette::HighlightedText) : theme::mutedText(palette()));
        painter.setFont(font());
        painter.drawText(circle, Qt::AlignCenter, locale().toString(m_number));
    }

    int m_number;
    State m_state = State::NotYet;
};

} // namespace

WizardFrame::WizardFrame(QWidget *parent)
    : QWidget(parent), m_stepList(buildSteps()), m_question(titleLabel({}, this)), m_sentence(mutedLabel({}, this)),
      m_banner(new Banner(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("wizardFrame"));
    m_question->setWordWrap(true);
    m_question->setObjectName(QStringLiteral("wizardQuestion"));
    m_stack->setObjectName(QStringLiteral("wizardStack"));
    auto *right = new QVBoxLayout;
    right->setContentsMargins(spacing::margin, spacing::group, spacing::margin, 0);
    right->setSpacing(spacing::related);
    right->addWidget(m_question);
    right->addWidget(m_sentence);
    right->addWidget(m_banner);
    right->addWidget(m_stack, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_stepList);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(buildFooter());
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT nextClicked(currentStep()); });
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(currentStep() - 1); });
    connect(m_close, &QPushButton::clicked, this, &WizardFrame::closeClicked);
}

QWidget *WizardFrame::buildSteps()
{
    auto *list = new QWidget(this);
    list->setObjectName(QStringLiteral("wizardSteps"));
    list->setAccessibleName(tr("Steps"));
    list->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_stepColumn = new QVBoxLayout(list);
    m_stepColumn->setContentsMargins(spacing::group, spacing::group, spacing::related, spacing::related);
    m_stepColumn->setSpacing(spacing::grid);
    m_stepColumn->addStretch(1);
    return list;
}

QWidget *WizardFrame::buildFooter()
{
    auto *footer = new QWidget(this);
    m_footer = footer;
    footer->setObjectName(QStringLiteral("wizardFooter"));
    m_back = new QPushButton(tr("Back"), footer);
    m_next = new QPushButton(tr("Next"), footer);
    m_close = new QPushButton(tr("Close"), footer);
    named(m_back, "wizardBackButton", tr("Back to the step before"));
    named(m_next, "wizardNextButton", tr("Next"));
    named(m_close, "wizardCloseButton", tr("Close; everything is kept"));
    m_close->setToolTip(tr("Everything is kept as it is"));
    makePrimary(m_next);
    m_reasonArea = new QWidget(footer);
    m_reasonArea->setObjectName(QStringLiteral("wizardReasons"));
    m_reasonArea->setLayout(new FlowLayout(nullptr, spacing::grid));
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(spacing::margin, spacing::group, spacing::margin, spacing::group);
    row->setSpacing(spacing::related);
    row->addWidget(m_close);
    row->addWidget(m_reasonArea, 1, Qt::AlignVCenter);
    row->addWidget(m_back);
    row->addWidget(m_next);
    return footer;
}

int WizardFrame::addStep(const QString &word, const QString &question, QWidget *content)
{
    const int step = stepCount();
    auto *button = new StepButton(step + 1, word, m_stepList);
    m_stepColumn->insertWidget(m_stepColumn->count() - 1, button);
    m_stepButtons.append(button);
    m_states.append(StepState::NotYet);
    m_questions.append(question);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("wizardContent_%1").arg(step + 1));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    connect(button, &QPushButton::clicked, this, [this, step] { Q_EMIT stepWanted(step); });
    if (step == 0)
        setCurrentStep(0);
    return step;
}

void WizardFrame::setStepWords(int step, const QString &word, const QString &question)
{
    m_stepButtons[step]->setText(word);
    m_questions[step] = question;
    setStepState(step, m_states[step]);
    showStep();
}

int WizardFrame::stepCount() const
{
    return static_cast<int>(m_stepButtons.size());
}

int WizardFrame::currentStep() const
{
    return m_stack->currentIndex();
}

void WizardFrame::setCurrentStep(int step)
{
    if (step < 0 || step >= stepCount())
        return;
    const int before = currentStep();
    if (before != step && m_states[before] == StepState::Here)
        setStepState(before, StepState::NotYet);
    m_stack->setCurrentIndex(step);
    setStepState(step, StepState::Here);
    showStep();
}

void WizardFrame::setStepState(int step, StepState state)
{
    m_states[step] = state;
    static_cast<StepButton *>(m_stepButtons[step])->setState(state);
}

void WizardFrame::setSentence(int step, const QString &sentence)
{
    m_sentences[step] = sentence;
    showStep();
}

void WizardFrame::setNextText(int step, const QString &text)
{
    m_nextTexts[step] = text;
    showStep();
}

void WizardFrame::setNextVisible(int step, bool visible)
{
    m_nextVisible[step] = visible;
    showStep();
}

void WizardFrame::setReasons(int step, const QVector<Reason> &reasons)
{
    if (m_reasons.value(step) == reasons)
        return;
    m_reasons[step] = reasons;
    showStep();
}

void WizardFrame::showStep()
{
    const int step = currentStep();
    if (step < 0)
        return;
    m_question->setText(m_questions[step]);
    m_sentence->setText(m_sentences.value(step));
    m_sentence->setVisible(!m_sentences.value(step).isEmpty());
    m_back->setVisible(step > 0);
    m_next->setText(m_nextTexts.value(step, tr("Next")));
    m_next->setAccessibleName(m_next->text());
    m_next->setVisible(m_nextVisible.value(step, true));
    m_next->setEnabled(m_reasons.value(step).isEmpty());
    showReasons();
}

void WizardFrame::showReasons()
{
    const auto old = m_reasonArea->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QPushButton *button : old) {
        m_reasonArea->layout()->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    QStringList texts;
    const auto reasons = m_reasons.value(currentStep());
    for (const Reason &reason : reasons) {
        auto *link = new QPushButton(icons::icon(QStringLiteral("problem"), theme::toneColour(Tone::Problem, palette())),
                                     reason.text, m_reasonArea);
        link->setObjectName(QStringLiteral("reason_") + reason.key);
        link->setAccessibleName(tr("Next is not possible: %1").arg(reason.text));
        makeLink(link);
        connect(link, &QPushButton::clicked, this, [this, reason] {
            if (reason.leadsTo.isEmpty())
                Q_EMIT reasonClicked(reason.key);
            else
                Q_EMIT navigationRequested(reason.leadsTo);
        });
        m_reasonArea->layout()->addWidget(link);
        link->show();
        texts.append(reason.text);
    }
    m_next->setAccessibleDescription(texts.join(QStringLiteral(". ")));
    m_next->setToolTip(texts.join(QLatin1Char('\n')));
    m_reasonArea->updateGeometry();
}

void WizardFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor line = theme::border(palette());
    painter.fillRect(QRect(m_stepList->geometry().right() + 1, 0, 1, m_footer->y()), line);
    painter.fillRect(QRect(0, m_footer->y(), width(), 1), line);
}

} // namespace certdesk
