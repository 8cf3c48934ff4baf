// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/entityplanner.h"

namespace certdesk {

/// Staff by staff ID, e-mail, login, with the school of the row as an assignment.
class StaffPlanner : public EntityPlanner
{
public:
    explicit StaffPlanner(const PlanScene &scene);
    void planRow(RowInput &row) override;

private:
    const Record *match(RowInput &row) const;
    void checkLogin(RowInput &row, const Record *person) const;
    void checkRole(RowInput &row, const Record *person) const;
    void planNew(RowInput &row, const QVector<qint64> &schools);
    void planPresent(RowInput &row, const Record &person, const QVector<qint64> &schools);
    void assign(qint64 person, const QVector<qint64> &schools);
    void giveRole(const RowInput &row, const Record &person, const QVector<qint64> &schools);
    bool lacksRole(const RowInput &row, const Record &person) const;

    FieldCopier m_copier;
    SchoolFinder m_schools;
    QHash<QString, const Record *> m_byId;
    QHash<QString, const Record *> m_byEmail;
    QHash<QString, const Record *> m_byLogin;
    QHash<QString, QString> m_studentLogins;
    QSet<QPair<qint64, qint64>> m_assigned;
    QHash<qint64, qint64> m_accounts;          ///< by member of staff
    QSet<QPair<qint64, QString>> m_roles;      ///< of accounts
    int m_role;
    int m_id;
    int m_email;
    int m_login;
    int m_first;
    int m_last;
};

} // namespace certdesk
