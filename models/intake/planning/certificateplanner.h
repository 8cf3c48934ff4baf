// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/entityplanner.h"

namespace certdesk {

using YearCode = QPair<qint64, QString>;

/// The certificates of a school year by code, each with its components.
class CertificatePlanner : public EntityPlanner
{
public:
    explicit CertificatePlanner(const PlanScene &scene);
    IntakeFindings prerequisites() const override { return needSchoolYear(); }
    void planRow(RowInput &row) override;

private:
    qint64 planCertificate(RowInput &row, const YearCode &key);
    void planComponent(RowInput &row, qint64 certificate);

    FieldCopier m_copier;
    FieldCopier m_componentCopier;
    QHash<YearCode, const Record *> m_certificates;
    QHash<YearCode, qint64> m_created;
    QHash<YearCode, const Record *> m_components; ///< by certificate id and component code
    int m_code;
    int m_component;
};

/// Which certificates a program offers in a school year; programs that are not there yet are made from code and name.
class ProgramCertificatePlanner : public EntityPlanner
{
public:
    explicit ProgramCertificatePlanner(const PlanScene &scene);
    IntakeFindings prerequisites() const override { return needSchoolYear(); }
    void planRow(RowInput &row) override;

private:
    struct Catalogue
    {
        QHash<YearCode, qint64> byCode;
        QMultiHash<YearCode, qint64> byName;
    };
    void learn(Catalogue *catalogue, EntityKind kind, const char *code, const char *name) const;
    /// Id of the record the row names; 0 when it has to be made; nothing after a finding.
    std::optional<qint64> look(RowInput &row, const Catalogue &catalogue, qint64 year, int code, int name) const;
    qint64 make(RowInput &row, Catalogue *catalogue, EntityKind kind, qint64 year, int code, int name);

    Catalogue m_programs;
    Catalogue m_certificates;
    QHash<qint64, const Record *> m_programRecords;
    QSet<QPair<qint64, qint64>> m_links;
    FieldCopier m_programCopier;
    int m_programCode;
    int m_programName;
    int m_certificateCode;
    int m_certificateName;
};

} // namespace certdesk
