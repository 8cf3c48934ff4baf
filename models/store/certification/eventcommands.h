// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"

namespace certdesk {

/// Makes an event or changes its draft (C-060, C-064, C-073). A published event keeps its published version.
class SaveEvent : public CertificationCommand
{
public:
    SaveEvent(qint64 id, const EventDocument &document)
        : CertificationCommand("SaveEvent", id ? Right::EditEvents : Right::CreateEvents), m_id(id), m_document(document)
    {
    }
    void perform(Transaction &transaction) override;
    qint64 id() const { return m_id; }

private:
    void checkFields(Transaction &transaction) const;
    void checkLocks(Transaction &transaction, const Record &event) const;

    qint64 m_id;
    EventDocument m_document;
};

/// C-061, C-065: freezes the draft as the next version, makes, resumes or ends participations, tells the participants.
class PublishEvent : public CertificationCommand
{
public:
    explicit PublishEvent(qint64 id) : CertificationCommand("PublishEvent", Right::PublishEvents), m_id(id) {}
    void perform(Transaction &transaction) override;
    qint64 version() const { return m_version; }
    qsizetype participants() const { return m_participants; }

private:
    qint64 m_id;
    qint64 m_version = 0;
    qsizetype m_participants = 0;
};

/// What stands in the way of publishing the draft (C-146), all at once; used by the command and by the editor.
QVector<Blocker> publishBlockersOf(Connection &connection, const Record &event, bool mayPublish);

class CloseEvent : public CertificationCommand
{
public:
    explicit CloseEvent(qint64 id) : CertificationCommand("CloseEvent", Right::CloseEvents), m_id(id) {}
    void perform(Transaction &transaction) override;
    /// Participants that were not approved (C-067), as shown before closing.
    const QStringList &unfinished() const { return m_unfinished; }

private:
    qint64 m_id;
    QStringList m_unfinished;
};

class ReopenEvent : public CertificationCommand
{
public:
    ReopenEvent(qint64 id, const QString &reason) : CertificationCommand("ReopenEvent", Right::CloseEvents, reason), m_id(id) {}
    void perform(Transaction &transaction) override;

private:
    qint64 m_id;
};

class CopyEvent : public CertificationCommand
{
public:
    explicit CopyEvent(qint64 id) : CertificationCommand("CopyEvent", Right::CreateEvents), m_id(id) {}
    void perform(Transaction &transaction) override;
    qint64 copyId() const { return m_copy; }
    const QString &copyName() const { return m_name; }

private:
    qint64 m_id;
    qint64 m_copy = 0;
    QString m_name;
};

class DeleteEvent : public CertificationCommand
{
public:
    explicit DeleteEvent(qint64 id) : CertificationCommand("DeleteEvent", Right::DeleteEvents), m_id(id) {}
    void perform(Transaction &transaction) override;

private:
    qint64 m_id;
};

/// C-071: moves the end of the whole event, or the due date of some participants, and nothing else.
class ExtendEvent : public CertificationCommand
{
public:
    ExtendEvent(qint64 id, DayNumber until, const QVector<qint64> &participations)
        : CertificationCommand("ExtendEvent", Right::PublishEvents), m_id(id), m_until(until), m_participations(participations)
    {
    }
    void perform(Transaction &transaction) override;

private:
    void extendAll(Transaction &transaction, Record &event);

    qint64 m_id;
    DayNumber m_until;
    QVector<qint64> m_participations; ///< empty: all
};

} // namespace certdesk
