// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "ui/common/page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace certdesk {

class Command;
class EmptyState;
class TextLabel;

/// **Certification Category**: at the state its categories and state members, in a district the published ones and its own
/// Certifiers and Reviewers (C-165 to C-168, C-195 to C-201).
class CategoryPage : public Page
{
    Q_OBJECT

public:
    explicit CategoryPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Certification Category"); }
    QString sentence() const override;
    QList<QAction *> pageActions() const override;
    PageAddress address() const override;
    void open(const PageAddress &address) override;
    bool showsSchoolYear() const override { return false; }
    void refresh() override;
    QString helpTopic() const override { return QStringLiteral("categories"); }

private:
    struct Facts
    {
        QVector<Record> categories;
        QVector<Record> members;
        QVector<Record> accounts;
        QVector<Record> schools;
        QString ownCode;
    };
    QWidget *buildList();
    QWidget *buildMembers();
    QWidget *buildNew();
    void showCategories();
    void showMembers();
    qint64 currentCategory() const;
    void addMember();
    void removeMember();
    void saveCategory();
    void apply(const std::shared_ptr<Command> &command, const std::function<QString()> &done);

    PageContext m_context;
    Facts m_facts;
    qint64 m_wanted = 0;
    QTreeWidget *m_list;
    EmptyState *m_empty;
    QWidget *m_members;
    TextLabel *m_heading;
    TextLabel *m_rule;
    QTreeWidget *m_people;
    QComboBox *m_person;
    QComboBox *m_role;
    QComboBox *m_school;
    QPushButton *m_add;
    QPushButton *m_remove;
    QWidget *m_new;
    QLineEdit *m_name;
    QComboBox *m_level;
    QAction *m_publish;
};

} // namespace certdesk
