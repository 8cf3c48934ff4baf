// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/groupoperation.h"
#include "ui/roster/operationpage.h"

class QComboBox;
class QSpinBox;

namespace certdesk {

class FormSection;

/// Groups: archive last year's set, restore it, delete for good, make one by hand or one for each grade (5.6, 5.8).
class GroupOperationPage : public OperationPage
{
    Q_OBJECT

public:
    explicit GroupOperationPage(const PageContext &context, QWidget *parent = nullptr);

    /// Parameters: "kind" (archive, restore, delete, create, create-grade-level), "groups" (ids), "students" (keys), "school".
    void open(const PageAddress &address) override;
    PageAddress address() const override;

protected:
    QVector<WizardFrame::Reason> missing() const override;
    Plan plan(const Decisions &decisions) const override;

private:
    void buildForm();
    void setKind(GroupRequest::Kind kind);

    GroupRequest::Kind m_kind = GroupRequest::Kind::Archive;
    QStringList m_groups;
    FormSection *m_section = nullptr;
    FormField *m_schoolField = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_studentsField = nullptr;
    FormField *m_staffField = nullptr;
    FormField *m_countField = nullptr;
    QComboBox *m_school = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_students = nullptr;
    QLineEdit *m_staff = nullptr;
    QLineEdit *m_count = nullptr;
};

} // namespace certdesk
