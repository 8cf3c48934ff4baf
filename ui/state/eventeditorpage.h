// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certification/eventdocument.h"
#include "ui/common/page.h"
#include "ui/state/eventform.h"

namespace certdesk {

class Session;

/// Makes and edits one event of the state: loads what can be chosen, saves the draft, publishes (C-130 to C-148).
class EventEditorPage : public Page
{
    Q_OBJECT

public:
    explicit EventEditorPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return m_form->heading(); }
    QString sentence() const override;
    PageAddress address() const override;
    /// Parameter "event": the id; absent for a new one.
    void open(const PageAddress &address) override;
    bool showsSchoolYear() const override { return false; }
    QJsonObject draft() const override;
    void restoreDraft(const QJsonObject &draft) override;
    QString helpTopic() const override { return QStringLiteral("events"); }

private:
    struct Loaded
    {
        EventChoices choices;
        QJsonObject document;
        QVector<QPair<QString, int>> counts;
        bool canDelete = false;
        qint64 version = 0;
    };
    static Result<Loaded> load(Session &session, qint64 event);
    void present(const Loaded &loaded);
    void save(bool publish);
    void removeEvent();
    void leave();

    PageContext m_context;
    EventForm *m_form;
    qint64 m_event = 0;
    qint64 m_version = 0;
};

} // namespace certdesk
