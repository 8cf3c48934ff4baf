// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/categorypage.h"

#include "models/store/certification/categorycommands.h"
#include "models/store/storethread.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/flowlayout.h"
#include "ui/common/form.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/common/whendone.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

namespace certdesk {

namespace {

constexpr int idRole = Qt::UserRole;

template <class T> T *called(T *widget, const char *name, const QString &accessibleName)
{
    widget->setObjectName(QLatin1String(name));
    widget->setAccessibleName(accessibleName);
    return widget;
}

void fitColumns(QTreeWidget *list)
{
    list->setRootIsDecorated(false);
    list->header()->setStretchLastSection(false);
    for (int column = 0; column < list->columnCount(); ++column)
        list->header()->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
}

} // namespace

CategoryPage::CategoryPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("categories"), parent), m_context(context), m_publish(new QAction(icons::icon(QStringLiteral("export")), tr("Publish"), this))
{
    m_publish->setObjectName(QStringLiteral("publishCategory"));
    m_publish->setToolTip(tr("Send the category to the districts"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::group);
    row->setSpacing(spacing::group);
    row->addWidget(buildList(), 2);
    row->addWidget(buildMembers(), 3);
    connect(m_publish, &QAction::triggered, this, [this] {
        if (const qint64 category = currentCategory())
            apply(std::make_shared<PublishCategory>(category), [] { return tr("The category is published"); });
    });
    connect(context.store, &StoreThread::changed, this, [this](const Change &change) {
        if ((change.touches(EntityKind::Category) || change.touches(EntityKind::CategoryMember)) && isVisible())
            refresh();
    });
}

QWidget *CategoryPage::buildList()
{
    auto *side = new QWidget;
    m_list = called(new QTreeWidget, "categoryList", tr("Categories"));
    m_list->setHeaderLabels({tr("Name"), tr("Level"), tr("Active"), tr("Published")});
    fitColumns(m_list);
    m_empty = new EmptyState;
    m_empty->setReason(m_context.stateDatabase ? tr("No category yet") : tr("The state has not published any category yet."));
    m_new = buildNew();
    m_new->setVisible(m_context.stateDatabase);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(spacing::group);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_new);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        showMembers();
        Q_EMIT addressChanged();
    });
    return side;
}

QWidget *CategoryPage::buildNew()
{
    auto *card = new Card(tr("New category"));
    m_name = called(new QLineEdit, "categoryName", tr("Name of the new category"));
    m_level = called(new QComboBox, "categoryLevel", tr("Level of the new category"));
    m_level->addItem(tr("District"), QStringLiteral("district"));
    m_level->addItem(tr("School"), QStringLiteral("school"));
    auto *save = called(new QPushButton(tr("Add category")), "saveCategory", tr("Add the category"));
    auto *name = new FormField(tr("Name"), m_name);
    name->required();
    card->content()->addWidget(name);
    card->content()->addWidget(new FormField(tr("Category level"), m_level));
    card->content()->addWidget(save, 0, Qt::AlignLeft);
    connect(save, &QPushButton::clicked, this, [this, name] {
        if (name->validate())
            saveCategory();
    });
    return card;
}

QWidget *CategoryPage::buildMembers()
{
    m_members = new QWidget;
    m_heading = sectionLabel(QString());
    m_rule = mutedLabel(m_context.stateDatabase ? tr("Approvers decide on submissions; Reviewers read them.")
                                                : tr("Everybody listed as Certifier must submit on every active event of the category."));
    m_people = called(new QTreeWidget, "memberList", tr("Members of the category"));
    m_people->setHeaderLabels({tr("Name"), tr("Sign-in"), tr("Role"), tr("School"), tr("E-mail")});
    fitColumns(m_people);
    m_person = called(new QComboBox, "memberPerson", tr("Person to add"));
    m_role = called(new QComboBox, "memberRole", tr("Role of the new member"));
    if (m_context.stateDatabase) {
        m_role->addItem(tr("Approver"), QStringLiteral("approver"));
    } else {
        m_role->addItem(tr("Certifier"), QStringLiteral("certifier"));
    }
    m_role->addItem(tr("Reviewer"), QStringLiteral("reviewer"));
    m_school = called(new QComboBox, "memberSchool", tr("School of the new member"));
    m_add = called(new QPushButton(tr("Add member")), "addMember", tr("Add the member"));
    m_remove = called(new QPushButton(tr("Remove")), "removeMember", tr("Remove the chosen member"));
    auto *tools = new FlowLayout;
    for (QWidget *tool : {static_cast<QWidget *>(m_person), static_cast<QWidget *>(m_role), static_cast<QWidget *>(m_school), static_cast<QWidget *>(m_add),
                          static_cast<QWidget *>(m_remove)})
        tools->addWidget(tool);
    auto *column = new QVBoxLayout(m_members);
    column->setContentsMargins({});
    column->setSpacing(spacing::related);
    column->addWidget(m_heading);
    column->addWidget(m_rule);
    column->addWidget(m_people, 1);
    column->addLayout(tools);
    const Right right = m_context.stateDatabase ? Right::EditCategories : Right::EditMembers;
    const bool may = m_context.store->person().may(right);
    for (QPushButton *button : {m_add, m_remove}) {
        button->setEnabled(may);
        button->setToolTip(may ? QString() : tr("You lack the right \"%1\".").arg(rightTitle(right)));
    }
    connect(m_add, &QPushButton::clicked, this, &CategoryPage::addMember);
    connect(m_remove, &QPushButton::clicked, this, &CategoryPage::removeMember);
    return m_members;
}

QString CategoryPage::sentence() const
{
    return tr("%n category(ies)", nullptr, static_cast<int>(m_facts.categories.size()));
}

QList<QAction *> CategoryPage::pageActions() const
{
    return m_context.stateDatabase ? QList<QAction *>{m_publish} : QList<QAction *>();
}

PageAddress CategoryPage::address() const
{
    PageAddress address{name(), {}};
    if (const qint64 category = currentCategory())
        address.set("category", QString::number(category));
    return address;
}

void CategoryPage::open(const PageAddress &address)
{
    m_wanted = address.parameter("category").toLongLong();
    refresh();
}

void CategoryPage::refresh()
{
    const auto read = m_context.store->run<Facts>([](Session &session) -> Result<Facts> {
        const auto categories = session.records(EntityKind::Category);
        const auto members = session.records(EntityKind::CategoryMember);
        const auto accounts = session.records(EntityKind::Account);
        const auto schools = session.records(EntityKind::School);
        for (const auto *part : {&categories, &members, &accounts, &schools}) {
            if (!*part)
                return tl::unexpected(part->error());
        }
        return Facts{*categories, *members, *accounts, *schools, session.info().organizationCode};
    });
    whenDone(read, this, [this](const Result<Facts> &facts) {
        if (!facts)
            return showError(facts.error());
        m_facts = *facts;
        showCategories();
        Q_EMIT headerChanged();
    });
}

void CategoryPage::showCategories()
{
    const qint64 wanted = m_wanted ? std::exchange(m_wanted, 0) : currentCategory();
    m_list->clear();
    QTreeWidgetItem *chosen = nullptr;
    for (const Record &category : std::as_const(m_facts.categories)) {
        const auto yes = [&category](const char *field) { return category.isTrue(field) ? tr("yes") : tr("no"); };
        const bool isSchool = category.text("level") == QLatin1String("school");
        auto *item = new QTreeWidgetItem(m_list, {category.text("name"), isSchool ? tr("School") : tr("District"), yes("active"), yes("published")});
        item->setData(0, idRole, category.id);
        if (category.id == wanted || !chosen)
            chosen = item;
    }
    const bool any = !m_facts.categories.isEmpty();
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_members->setVisible(any);
    m_person->clear();
    for (const Record &account : std::as_const(m_facts.accounts)) {
        if (!account.isTrue("disabled"))
            m_person->addItem(account.has("display_name") ? tr("%1 (%2)").arg(account.text("display_name"), account.text("name")) : account.text("name"), account.text("name"));
    }
    m_school->clear();
    m_school->addItem(tr("All Schools"), QString());
    for (const Record &school : std::as_const(m_facts.schools))
        m_school->addItem(school.text("name"), school.text("school_code"));
    m_list->setCurrentItem(chosen);
    showMembers();
}

qint64 CategoryPage::currentCategory() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(0, idRole).toLongLong() : 0;
}

void CategoryPage::showMembers()
{
    const qint64 category = currentCategory();
    m_people->clear();
    for (const Record &record : std::as_const(m_facts.categories)) {
        if (record.id == category) {
            m_heading->setText(record.text("name"));
            m_school->setVisible(!m_context.stateDatabase && record.text("level") == QLatin1String("school"));
        }
    }
    for (const Record &member : std::as_const(m_facts.members)) {
        if (member.integer("category_id") != category || !member.isTrue("active") || member.text("organization_code") != m_facts.ownCode)
            continue;
        const QString email = member.has("email") ? member.text("email") : tr("no e-mail");
        auto *item = new QTreeWidgetItem(m_people, {member.has("person_name") ? member.text("person_name") : member.text("person"), member.text("person"),
                                                    member.text("role"), member.has("school_code") ? member.text("school_code") : tr("All Schools"), email});
        item->setData(0, idRole, member.id);
        if (!member.has("email"))
            item->setForeground(4, theme::toneColour(Tone::Attention, palette()));
    }
}

void CategoryPage::apply(const std::shared_ptr<Command> &command, const std::function<QString()> &done)
{
    whenDone(m_context.store->apply(command), this, [this, done](const Result<Change> &change) {
        if (!change)
            return showError(change.error());
        showNotice(done());
        refresh();
    });
}

void CategoryPage::addMember()
{
    const QString school = m_school->isVisibleTo(this) ? m_school->currentData().toString() : QString();
    auto command = std::make_shared<AddCategoryMember>(m_context.stateDatabase, currentCategory(), m_person->currentData().toString(), m_role->currentData().toString(), school);
    apply(command, [command] {
        return command->remarks().isEmpty() ? tr("The member is added") : command->remarks().join(QLatin1Char(' '));
    });
}

void CategoryPage::removeMember()
{
    const qint64 id = m_people->currentItem() ? m_people->currentItem()->data(0, idRole).toLongLong() : 0;
    for (const Record &member : std::as_const(m_facts.members)) {
        if (member.id != id)
            continue;
        auto command = std::make_shared<RemoveCategoryMember>(m_context.stateDatabase, member.integer("category_id"), member.text("person"), member.text("role"), member.text("school_code"));
        return apply(command, [command] { return command->remarks().isEmpty() ? tr("The member is removed") : command->remarks().join(QLatin1Char(' ')); });
    }
    showNotice(tr("Choose a member first"));
}

void CategoryPage::saveCategory()
{
    auto command = std::make_shared<SaveCategory>(SaveCategory::Input{0, m_name->text().trimmed(), m_level->currentData().toString(), true});
    apply(command, [this, command] {
        const QSignalBlocker quiet(m_name); // emptied by the program: nothing to complain about
        m_name->clear();
        m_wanted = command->id();
        return tr("The category is added; publish it to send it to the districts");
    });
}

} // namespace certdesk
