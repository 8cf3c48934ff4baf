// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/package/packagechanges.h"
#include "models/intake/package/packageplan.h"

namespace certdesk {

/// Plans the lists of a package in the order in which they refer to each other: schools, courses, staff, students, classes, then
/// who is in which class. Uses the planners of the single imports, so that a package and a file are judged alike.
class PackagePlanner
{
public:
    PackagePlanner(PackageSet &set, const ImportOptions &options, PresentData &present, PackagePlan &plan);
    Done run(Progress *progress);

private:
    // packageplanner.cpp
    /// Plans these records as an import of this kind; answers the record each of them leads to, 0 where that is not known.
    Result<QVector<qint64>> planList(const char *kind, const char *ledger, const QVector<const PackageRecord *> &records, const QStringList &fields,
                                     Progress *progress);
    void takeFindings(const ImportPlan &plan, const QVector<const PackageRecord *> &records);
    void effect(const PackageRecord &record, RowStatus status);
    void decide(const PackageRecord &record, const char *ledger, RowStatus status);
    qint64 line(const PackageRecord &record) const;
    bool mayWrite(const PackageRecord &record);
    void archive(const PackageRecord &record, const char *ledger, EntityKind kind, qint64 id);
    void learnExternal();
    qint64 known(const char *kind, const QString &id) const;
    void writeExternal(const PackageRecord &record, const char *kind, const char *reference, qint64 target);
    void count();

    // packagepeople.cpp
    Done planSchools(Progress *progress);
    Done planCourses(Progress *progress);
    Done planStaff(Progress *progress);
    Done planStudents(Progress *progress);
    void placePeople(QVector<PackageRecord> &people);
    void assignSchools(const PackageRecord &record, qint64 staff);
    void completeStudent(const PackageRecord &record, qint64 student);

    // packagelinks.cpp
    Done planClasses(Progress *progress);
    void makeClassesUnique();
    bool updateKnownClass(const PackageRecord &record);
    Done planMemberships(Progress *progress);
    Done planTeaching(Progress *progress);
    void planMembership(const PackageRecord &link, QHash<QPair<qint64, qint64>, qint64> *members);
    void planTeacher(const PackageRecord &link, QHash<QPair<qint64, qint64>, qint64> *teachers);
    std::optional<QPair<qint64, qint64>> endsOf(const PackageRecord &link, const QHash<QString, qint64> &people, const char *kind);
    Value dayOf(const PackageRecord &link, const char *field, int shift);

    PackageSet &m_set;
    const ImportOptions &m_options;
    PresentData &m_present;
    PackagePlan &m_plan;
    PackageChanges m_changes;
    QHash<QString, qint64> m_external;     ///< kind and id of the source system → record
    QHash<QString, qint64> m_externalRows; ///< the same → its external_id record
    QHash<QString, QString> m_schoolCodes; ///< id of the source system → code
    QHash<QString, qint64> m_schools;
    QHash<QString, qint64> m_staff;
    QHash<QString, qint64> m_students;
    QHash<QString, qint64> m_classes;
    QHash<QString, QString> m_classStarts;
    QSet<QString> m_gone; ///< students whom their own row takes away
};

} // namespace certdesk
