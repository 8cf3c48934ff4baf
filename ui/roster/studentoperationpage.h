// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/rosteroperation.h"
#include "ui/roster/operationpage.h"

class QComboBox;
class QSpinBox;

namespace certdesk {

class FormSection;

/// Promotes, archives, restores, moves and migrates students who are chosen by filter or by name (5.2, 5.4, 5.9).
class StudentOperationPage : public OperationPage
{
    Q_OBJECT

public:
    explicit StudentOperationPage(const PageContext &context, QWidget *parent = nullptr);

    /// Parameters: "kind" (upgrade, archive, restore, move-up, move-back, migrate), "students" (keys, comma between), "school",
    /// "grade", "class", "year".
    void open(const PageAddress &address) override;
    PageAddress address() const override;

    static QString kindName(RosterRequest::Kind kind);

protected:
    QVector<WizardFrame::Reason> missing() const override;
    Plan plan(const Decisions &decisions) const override;

private:
    void buildForm();
    void setKind(RosterRequest::Kind kind);
    void proposeClass();
    bool isFilter() const;
    RosterRequest request() const;

    RosterRequest::Kind m_kind = RosterRequest::Kind::UpgradeByFilter;
    FormSection *m_filter = nullptr;
    FormField *m_schoolField = nullptr;
    FormField *m_gradeField = nullptr;
    FormField *m_classField = nullptr;
    FormField *m_studentsField = nullptr;
    FormField *m_whyField = nullptr;
    QComboBox *m_school = nullptr;
    QComboBox *m_grade = nullptr;
    QSpinBox *m_class = nullptr;
    QLineEdit *m_students = nullptr;
    QComboBox *m_why = nullptr;
};

} // namespace certdesk
