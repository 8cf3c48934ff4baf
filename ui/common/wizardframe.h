// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/pageaddress.h"

#include <QHash>
#include <QVector>
#include <QWidget>

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace certdesk {

class Banner;
class TextLabel;

/// The one frame of all wizards (W-040): steps at the left with their state, the step's question and content at the right,
/// Back, Next and Close below. A disabled Next stands beside its reasons. The frame decides nothing: whoever owns it
/// says what state each step has and why Next is not possible.
class WizardFrame : public QWidget
{
    Q_OBJECT

public:
    enum class StepState { NotYet, Here, Done, Blocked };
    /// Why Next is not possible, as a link to where it is put right. Without an address it emits reasonClicked with the key.
    struct Reason
    {
        QString key;
        QString text;
        PageAddress leadsTo;
        bool operator==(const Reason &) const = default;
    };

    explicit WizardFrame(QWidget *parent = nullptr);

    /// `word` for the list at the left ("Certify"), `question` as the title of the step ("Do you certify these numbers?").
    int addStep(const QString &word, const QString &question, QWidget *content);
    int stepCount() const;
    int currentStep() const;
    /// Leaves without asking; to be called by the owner after stepWanted.
    void setCurrentStep(int step);
    void setStepState(int step, StepState state);
    StepState stepState(int step) const { return m_states.value(step); }
    /// For a frame whose steps serve several operations.
    void setStepWords(int step, const QString &word, const QString &question);
    /// A sentence below the question.
    void setSentence(int step, const QString &sentence);
    /// Empty: Next is possible.
    void setReasons(int step, const QVector<Reason> &reasons);
    const QVector<Reason> reasons(int step) const { return m_reasons.value(step); }
    /// Replaces "Next" on this step: "Submit".
    void setNextText(int step, const QString &text);
    void setNextVisible(int step, bool visible);
    QPushButton *nextButton() const { return m_next; }
    QPushButton *backButton() const { return m_back; }
    QPushButton *closeButton() const { return m_close; }
    Banner *banner() const { return m_banner; }

protected:
    void paintEvent(QPaintEvent *event) override;

Q_SIGNALS:
    /// A step was chosen in the list or with Back.
    void stepWanted(int step);
    void nextClicked(int step);
    void closeClicked();
    void reasonClicked(const QString &key);
    void navigationRequested(const PageAddress &address);

private:
    QWidget *buildSteps();
    QWidget *buildFooter();
    void showStep();
    void showReasons();

    QWidget *m_footer = nullptr;
    QWidget *m_stepList;
    QVBoxLayout *m_stepColumn;
    TextLabel *m_question;
    TextLabel *m_sentence;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QWidget *m_reasonArea;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_close;
    QVector<QPushButton *> m_stepButtons;
    QVector<StepState> m_states;
    QVector<QString> m_questions;
    QHash<int, QString> m_sentences;
    QHash<int, QVector<Reason>> m_reasons;
    QHash<int, QString> m_nextTexts;
    QHash<int, bool> m_nextVisible;
};

} // namespace certdesk
