// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/entityplanner.h"

namespace certdesk {

/// Schools by code.
class SchoolPlanner : public EntityPlanner
{
public:
    explicit SchoolPlanner(const PlanScene &scene);
    void planRow(RowInput &row) override;

private:
    FieldCopier m_copier;
    QHash<QString, const Record *> m_byCode;
    int m_code;
    int m_number;
};

/// The courses of a school year by number.
class CoursePlanner : public EntityPlanner
{
public:
    explicit CoursePlanner(const PlanScene &scene);
    IntakeFindings prerequisites() const override { return needSchoolYear(); }
    void planRow(RowInput &row) override;

private:
    FieldCopier m_copier;
    QHash<QPair<qint64, QString>, const Record *> m_byNumber;
    int m_number;
};

} // namespace certdesk
