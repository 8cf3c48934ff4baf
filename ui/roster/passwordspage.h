// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/passwordoperation.h"
#include "ui/roster/operationpage.h"

class QCheckBox;
class QComboBox;
class QRadioButton;

namespace certdesk {

/// New passwords for all students, or all admins and teachers, of a school (5.5).
class PasswordsPage : public OperationPage
{
    Q_OBJECT

public:
    explicit PasswordsPage(const PageContext &context, QWidget *parent = nullptr);

    /// Parameters: "school", "students" (keys: these alone).
    void open(const PageAddress &address) override;

protected:
    QVector<WizardFrame::Reason> missing() const override;
    Plan plan(const Decisions &decisions) const override;
    void committed(qint64 batch) override;

private:
    void buildForm();
    void chooseFile();

    QStringList m_only;
    QComboBox *m_school = nullptr;
    QCheckBox *m_students = nullptr;
    QCheckBox *m_staff = nullptr;
    QCheckBox *m_own = nullptr;
    QCheckBox *m_mustChange = nullptr;
    QRadioButton *m_shared = nullptr;
    QRadioButton *m_generated = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_again = nullptr;
    QLineEdit *m_file = nullptr;
    QWidget *m_sharedFields = nullptr;
    QWidget *m_fileFields = nullptr;
};

} // namespace certdesk
