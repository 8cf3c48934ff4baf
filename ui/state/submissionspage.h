// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationreader.h"
#include "ui/common/page.h"

class QDateEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace certdesk {

class EmptyState;
class TextLabel;

/// **Certification Status** of one event: a row a participant, and beside it the submission with the state's decisions
/// (C-156, C-158).
class SubmissionsPage : public Page
{
    Q_OBJECT

public:
    explicit SubmissionsPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return m_eventName.isEmpty() ? tr("Certification status") : m_eventName; }
    QString sentence() const override;
    PageAddress address() const override;
    /// Parameters "event" and, to choose a row, "participation".
    void open(const PageAddress &address) override;
    bool showsSchoolYear() const override { return false; }
    void refresh() override;
    QString helpTopic() const override { return QStringLiteral("events"); }

private:
    QWidget *buildSubmission();
    void showRows();
    void showSubmission();
    const ParticipantRow *current() const;
    void decide(const std::function<std::shared_ptr<Command>(qint64 participation, const QString &reason)> &make, const QString &done);

    PageContext m_context;
    qint64 m_event = 0;
    qint64 m_wanted = 0;
    QString m_eventName;
    QVector<ParticipantRow> m_rows;
    QTreeWidget *m_list;
    EmptyState *m_empty;
    QWidget *m_submission;
    TextLabel *m_who;
    TextLabel *m_facts;
    QPlainTextEdit *m_reason;
    QDateEdit *m_due;
    QPushButton *m_approve;
    QPushButton *m_ask;
    QPushButton *m_deny;
    QPushButton *m_revoke;
};

} // namespace certdesk
