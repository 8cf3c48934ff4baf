// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/package/packageset.h"

namespace certdesk {

/// The rows of a OneRoster set as records: organizations with their tree, people with roles and demographics, classes with
/// courses and terms, enrollments. Reports what refers to nothing (R07), circles (R08) and broken rules across rows (R10).
class OneRosterRecords
{
public:
    OneRosterRecords(PackageSet *set, const PackageOptions &options);
    void read();

private:
    struct Role
    {
        QString role;
        QString org;
        bool primary = false;
        SourceRow source;
    };
    struct Term
    {
        QString title;
        QString start;
    };
    using RowIndex = QHash<QString, int>;

    const RowIndex &rows(const QString &role) const;
    void indexRows();
    bool refers(const SourceRow &at, const QString &column, const QString &id, const QString &file, const char *knownAs);
    bool isGone(const PackageFile &file, int row) const;
    void readOrgs();
    void findCircles();
    void readTerms();
    void readCourses();
    void readRoles();
    void readUsers();
    void readUser(int row, PackageFile &file);
    void addUserIds(PackageRecord *record, const PackageFile &file, int row) const;
    void addDemographics();
    void readClasses();
    void readEnrollments();
    void learnIdentifierShape();

    PackageSet *m_set;
    const PackageOptions &m_options;
    QHash<QString, RowIndex> m_rows; ///< by file role: sourcedId → row
    QHash<QString, QVector<Role>> m_roles;
    QHash<QString, Term> m_terms;
    QHash<QString, QPair<bool, int>> m_people; ///< user → student?, position in its list
    bool m_identifierIsSsid = false;
};

} // namespace certdesk
