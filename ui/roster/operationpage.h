// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tables/roster/previewtable.h"
#include "ui/common/page.h"
#include "ui/common/wizardframe.h"

#include <QTimer>
#include <memory>

class QLineEdit;
class QVBoxLayout;

namespace certdesk {

class Banner;
class FlowLayout;
class FormField;
class TextLabel;

/// An operation without a file: choose, review, confirm, result. Nothing is written before Review was confirmed,
/// and what is written is the plan that Review shows. The subclass says what is chosen and how it is planned.
class OperationPage : public Page
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;
        QString choose;       ///< word of the first step
        QString question;     ///< its question
        QString reviewQuestion;
        QString verb;         ///< of the button that commits: "Promote"
        QString advice;       ///< when to run it and what it does
        PageAddress leadsTo;  ///< where the records are seen afterwards
    };

    OperationPage(const QString &name, const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return m_words.title; }
    QString sentence() const override { return tr("Nothing is written before you have confirmed the review"); }
    QString helpTopic() const override { return QStringLiteral("roster-operations"); }
    QString printableHtml() const override;

protected:
    using Plan = std::function<Result<OperationPreview>(Session &, Progress &)>;
    struct Decisions
    {
        QSet<QString> leftOut;
        QSet<QString> retained;
        QSet<QString> accepted; ///< of OperationPreview::asks
        QString reason;
    };

    void setWords(const Words &words);
    const PageContext &context() const { return m_context; }
    /// The first step; the widget of the choices goes here.
    QVBoxLayout *form() const { return m_form; }
    /// Why the choices do not suffice yet.
    virtual QVector<WizardFrame::Reason> missing() const = 0;
    /// The plan for the choices as they are; runs on the database thread and holds values only.
    virtual Plan plan(const Decisions &decisions) const = 0;
    /// To be called when a choice changed.
    void choicesChanged();
    /// Goes to Review at once, e.g. when the page was opened for chosen people.
    void review();
    void startAnew();
    /// Of what the first step links to.
    virtual void committed(qint64 batch) { Q_UNUSED(batch) }

private:
    QWidget *buildReview();
    QWidget *buildResult();
    Decisions decisions() const;
    void makePlan(bool isNew);
    void take(const OperationPreview &preview, bool isNew);
    void showAsks(const QStringList &asks);
    void askAndCommit();
    void commit();
    void done(qint64 batch);

    PageContext m_context;
    Words m_words;
    WizardFrame *m_wizard;
    QVBoxLayout *m_form = nullptr;
    TextLabel *m_advice = nullptr;
    TextLabel *m_wordsLabel = nullptr;
    TextLabel *m_warning = nullptr;
    TextLabel *m_totals = nullptr;
    TextLabel *m_result = nullptr;
    QWidget *m_asks = nullptr;
    QVBoxLayout *m_askColumn = nullptr;
    QLineEdit *m_reason = nullptr;
    FormField *m_reasonField = nullptr;
    PreviewTable *m_table;
    QSet<QString> m_accepted;
    std::shared_ptr<const OperationPreview> m_preview;
    QTimer m_again;
    int m_generation = 0; ///< of the newest plan asked for
    bool m_committing = false;
};

} // namespace certdesk
