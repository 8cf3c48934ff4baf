// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"

namespace certdesk {

/// State: makes a category or changes name and activity; level is fixed when it exists (C-165). `publish` also sends it down.
class SaveCategory : public CertificationCommand
{
public:
    struct Input
    {
        qint64 id = 0; ///< 0: a new one
        QString name;
        QString level; ///< "district" or "school"
        bool isActive = true;
    };
    explicit SaveCategory(const Input &input) : CertificationCommand("SaveCategory", Right::EditCategories), m_input(input) {}
    void perform(Transaction &transaction) override;
    qint64 id() const { return m_id; }

private:
    Input m_input;
    qint64 m_id = 0;
};

class PublishCategory : public CertificationCommand
{
public:
    explicit PublishCategory(qint64 id) : CertificationCommand("PublishCategory", Right::EditCategories), m_id(id) {}
    void perform(Transaction &transaction) override;

private:
    qint64 m_id;
};

/// Both editions: a person of the own organization becomes a member. State: approver or reviewer, needs "edit categories";
/// district: certifier or reviewer at one school or all, needs "edit members" and a published category (C-197).
class AddCategoryMember : public CertificationCommand
{
public:
    AddCategoryMember(bool isState, qint64 category, const QString &person, const QString &role, const QString &schoolCode = {})
        : CertificationCommand("AddCategoryMember", isState ? Right::EditCategories : Right::EditMembers), m_isState(isState), m_category(category),
          m_person(person), m_role(role), m_schoolCode(schoolCode)
    {
    }
    void perform(Transaction &transaction) override;
    /// What the person should know: All Schools, quorum of open events (C-198, C-200).
    const QStringList &remarks() const { return m_remarks; }

private:
    Record checkedCategory(Transaction &transaction) const;
    void checkSchool(Transaction &transaction, const Record &category) const;
    void tellOpenEvents(Transaction &transaction, const QString &organization);

    bool m_isState;
    qint64 m_category;
    QString m_person;
    QString m_role;
    QString m_schoolCode;
    QStringList m_remarks;
};

class RemoveCategoryMember : public CertificationCommand
{
public:
    RemoveCategoryMember(bool isState, qint64 category, const QString &person, const QString &role, const QString &schoolCode = {})
        : CertificationCommand("RemoveCategoryMember", isState ? Right::EditCategories : Right::EditMembers), m_isState(isState), m_category(category),
          m_person(person), m_role(role), m_schoolCode(schoolCode)
    {
    }
    void perform(Transaction &transaction) override;
    const QStringList &remarks() const { return m_remarks; }

private:
    bool m_isState;
    qint64 m_category;
    QString m_person;
    QString m_role;
    QString m_schoolCode;
    QStringList m_remarks;
};

/// A group of rules; at the state "state", else the own code stands as owner (C-171).
class SaveRuleGroup : public CertificationCommand
{
public:
    struct Input
    {
        QString code;
        QString name;
        QString description;
        bool isActive = true;
        QStringList rules; ///< codes, in order
        bool publish = false;
    };
    SaveRuleGroup(bool isState, const Input &input) : CertificationCommand("SaveRuleGroup", Right::AuthorRules), m_isState(isState), m_input(input) {}
    void perform(Transaction &transaction) override;
    qint64 id() const { return m_id; }

private:
    void refuseWhileUsed(Transaction &transaction) const;

    bool m_isState;
    Input m_input;
    qint64 m_id = 0;
};

} // namespace certdesk
