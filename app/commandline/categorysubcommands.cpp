// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/certificationtext.h"
#include "app/commandline/subcommands.h"
#include "models/store/certification/categorycommands.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// CATEGORY stands as a positional or as an option; the district asks the state first, so that what it published is here.
Result<qint64> chosenCategory(Call &call, const char *option)
{
    const QString name = call.arguments().positional(0).isEmpty() ? call.arguments().value(option) : call.arguments().positional(0);
    if (name.isEmpty())
        return wrongCall(tr("Which category is missing."), tr("Give its name."));
    if (!call.session().info().isState) {
        if (const auto synchronized = CertificationDesk(call.session()).synchronizeIfPossible(&call.progress()); !synchronized)
            return tl::unexpected(synchronized.error());
    }
    return findCategory(call.session(), name);
}

QJsonObject categoryJson(Call &call, qint64 id)
{
    const auto category = call.session().record(EntityKind::Category, id);
    if (!category)
        return {};
    return {{QStringLiteral("id"), id}, {QStringLiteral("name"), category->text("name")}, {QStringLiteral("level"), category->text("level")},
            {QStringLiteral("active"), category->isTrue("active")}, {QStringLiteral("published"), category->isTrue("published")}};
}

Result<int> runCreate(Call &call)
{
    const QString name = call.arguments().positional(0).isEmpty() ? call.arguments().value("name") : call.arguments().positional(0);
    SaveCategory command({0, name, call.arguments().has("level") ? call.arguments().value("level") : QStringLiteral("district"), !call.arguments().has("inactive")});
    return applyAndTell(call, command, [&] { return tr("Made the category \"%1\".").arg(name); }, [&] { return categoryJson(call, command.id()); });
}

Result<int> runEdit(Call &call)
{
    const auto id = chosenCategory(call, "category");
    if (!id)
        return tl::unexpected(id.error());
    const Record category = *call.session().record(EntityKind::Category, *id);
    const Arguments &arguments = call.arguments();
    SaveCategory command({*id, arguments.has("name") ? arguments.value("name") : category.text("name"), category.text("level"),
                          arguments.has("active") ? arguments.value("active") == QLatin1String("yes") : category.isTrue("active")});
    return applyAndTell(call, command, [] { return tr("Changed the category."); }, [&] { return categoryJson(call, *id); });
}

Result<int> runPublish(Call &call)
{
    const auto id = chosenCategory(call, "category");
    if (!id)
        return tl::unexpected(id.error());
    PublishCategory command(*id);
    return applyAndTell(call, command, [] { return tr("Published the category; the districts receive it with their next synchronisation."); },
                        [&] { return categoryJson(call, *id); });
}

Result<int> runMember(Call &call, bool add)
{
    const auto id = chosenCategory(call, "category");
    if (!id)
        return tl::unexpected(id.error());
    const Arguments &arguments = call.arguments();
    const QString school = arguments.value("school") == QLatin1String("all") ? QString() : arguments.value("school");
    const bool isState = call.session().info().isState;
    QStringList remarks;
    Result<int> done;
    const auto document = [&] {
        return QJsonObject{{QStringLiteral("category"), categoryJson(call, *id)}, {QStringLiteral("person"), arguments.value("person")},
                           {QStringLiteral("role"), arguments.value("role")}, {QStringLiteral("remarks"), QJsonArray::fromStringList(remarks)}};
    };
    if (add) {
        AddCategoryMember command(isState, *id, arguments.value("person"), arguments.value("role"), school);
        done = applyAndTell(call, command, [] { return tr("Added the member."); }, [&] { remarks = command.remarks(); return document(); });
    } else {
        RemoveCategoryMember command(isState, *id, arguments.value("person"), arguments.value("role"), school);
        done = applyAndTell(call, command, [] { return tr("Removed the member."); }, [&] { remarks = command.remarks(); return document(); });
    }
    for (const QString &remark : std::as_const(remarks))
        Output::message(remark);
    if (done && !isState) {
        if (const auto synchronized = CertificationDesk(call.session()).synchronizeIfPossible(&call.progress()); !synchronized)
            return tl::unexpected(synchronized.error());
    }
    return done;
}

Result<int> runList(Call &call)
{
    if (!call.session().info().isState) {
        if (const auto synchronized = CertificationDesk(call.session()).synchronizeIfPossible(&call.progress()); !synchronized)
            return tl::unexpected(synchronized.error());
    }
    const auto categories = call.session().records(EntityKind::Category);
    if (!categories)
        return tl::unexpected(categories.error());
    QJsonArray list;
    TextTable table{{tr("Name"), tr("Level"), tr("Active"), tr("Published")}, {}, {}};
    const auto yes = [](bool on) { return on ? tr("yes") : tr("no"); };
    for (const Record &category : *categories) {
        list.append(categoryJson(call, category.id));
        table.rows.append({category.text("name"), labelOfCode(category.text("level")), yes(category.isTrue("active")), yes(category.isTrue("published"))});
    }
    call.out().document({{QStringLiteral("categories"), list}});
    if (categories->isEmpty() && !call.session().info().isState)
        call.out().line(tr("The state has not published any category yet."));
    else
        call.out().table(table);
    return exitDone;
}

Result<SaveRuleGroup::Input> groupInput(Call &call)
{
    SaveRuleGroup::Input input;
    if (call.arguments().has("file")) {
        const auto json = jsonFile(call.arguments().value("file"));
        if (!json)
            return tl::unexpected(json.error());
        input.code = json->value(QLatin1String("code")).toString();
        input.name = json->value(QLatin1String("name")).toString(input.code);
        input.description = json->value(QLatin1String("description")).toString();
        input.isActive = json->value(QLatin1String("active")).toBool(true);
        for (const QJsonValue &rule : json->value(QLatin1String("rules")).toArray())
            input.rules.append(rule.toString());
        return input;
    }
    const QString code = call.arguments().positional(0);
    const auto groups = call.session().records(EntityKind::RuleGroup);
    if (!groups)
        return tl::unexpected(groups.error());
    for (const Record &group : *groups) {
        if (group.text("code") != code)
            continue;
        input = {code, group.text("name"), group.text("description"), group.isTrue("active"), {}, false};
        for (const QJsonValue &rule : QJsonDocument::fromJson(group.text("rules").toUtf8()).array())
            input.rules.append(rule.toString());
        return input;
    }
    return failure(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no group \"%1\".").arg(code), tr("Give --file, or the code of a group."));
}

Result<int> runGroup(Call &call, bool publish)
{
    auto input = groupInput(call);
    if (!input)
        return tl::unexpected(input.error());
    input->publish = publish;
    SaveRuleGroup command(call.session().info().isState, *input);
    return applyAndTell(call, command, [&] { return publish ? tr("Published the group %1.").arg(input->code) : tr("Stored the group %1.").arg(input->code); },
                        [&] {
                            return QJsonObject{{QStringLiteral("id"), command.id()}, {QStringLiteral("code"), input->code}, {QStringLiteral("name"), input->name},
                                               {QStringLiteral("active"), input->isActive}, {QStringLiteral("published"), publish},
                                               {QStringLiteral("rules"), QJsonArray::fromStringList(input->rules)}};
                        });
}

Result<int> runGroupList(Call &call)
{
    const auto groups = call.session().records(EntityKind::RuleGroup);
    if (!groups)
        return tl::unexpected(groups.error());
    QJsonArray list;
    TextTable table{{tr("Code"), tr("Name"), tr("Owner"), tr("Active"), tr("Rules")}, {}, {}};
    for (const Record &group : *groups) {
        const QJsonArray rules = QJsonDocument::fromJson(group.text("rules").toUtf8()).array();
        QStringList codes;
        for (const QJsonValue &rule : rules)
            codes.append(rule.toString());
        list.append(QJsonObject{{QStringLiteral("code"), group.text("code")}, {QStringLiteral("name"), group.text("name")}, {QStringLiteral("owner"), group.text("owner")},
                                {QStringLiteral("active"), group.isTrue("active")}, {QStringLiteral("published"), group.isTrue("published")}, {QStringLiteral("rules"), rules}});
        table.rows.append({group.text("code"), group.text("name"), group.text("owner"), group.isTrue("active") ? tr("yes") : tr("no"), codes.join(QLatin1String(", "))});
    }
    call.out().document({{QStringLiteral("groups"), list}});
    call.out().table(table);
    return exitDone;
}

} // namespace

void addCategorySubcommands(Registry &registry)
{
    const auto needs = Subcommand::Needs::SignIn;
    const Positional category{QStringLiteral("CATEGORY"), tr("name or id of the category"), Positional::Count::Optional, {}};
    const Option categoryOption = text("category", "CATEGORY", tr("name or id of the category"));
    registry.add({QStringLiteral("category list"), tr("certification categories"), needs, {}, {}, runList});
    registry.add({QStringLiteral("category create"), tr("make a certification category (state)"), needs,
                  {text("name", "NAME", tr("its name")), choice("level", "district|school", tr("certification level; else district")), flag("inactive", tr("not in use yet"))},
                  {{QStringLiteral("NAME"), tr("its name"), Positional::Count::Optional, {}}}, runCreate});
    registry.add({QStringLiteral("category edit"), tr("rename, activate or deactivate a category (state)"), needs,
                  {categoryOption, text("name", "NAME", tr("the new name")), choice("active", "yes|no", tr("in use"))}, {category}, runEdit});
    registry.add({QStringLiteral("category publish"), tr("send a category to the districts (state)"), needs, {categoryOption}, {category}, runPublish});
    const QVector<Option> member{categoryOption, text("person", "PERSON", tr("sign-in name")).required(),
                                 choice("role", "approver|reviewer|certifier", tr("state: approver or reviewer; district: certifier or reviewer")).required(),
                                 text("school", "CODE", tr("all, or one school of a school-level category"))};
    registry.add({QStringLiteral("category member add"), tr("make a person of this organization a member"), needs, member, {category},
                  [](Call &call) { return runMember(call, true); }});
    registry.add({QStringLiteral("category member remove"), tr("end a membership"), needs, member, {category}, [](Call &call) { return runMember(call, false); }});
    const QString groupFile = tr("A group file is {\"code\",\"name\",\"description\",\"active\":true,\"rules\":[\"CE-01\",…]}.");
    const Option file = text("file", "F", tr("the group as JSON"));
    registry.add({QStringLiteral("group list"), tr("groups of rules"), needs, {}, {}, runGroupList});
    registry.add({QStringLiteral("group create"), tr("store a group of rules"), needs, {file.required()}, {}, [](Call &call) { return runGroup(call, false); }, groupFile});
    registry.add({QStringLiteral("group publish"), tr("store a group and send it to the districts"), needs, {file},
                  {{QStringLiteral("CODE"), tr("a stored group, in place of a file"), Positional::Count::Optional, {}}},
                  [](Call &call) { return runGroup(call, true); }, groupFile});
}

} // namespace certdesk::cli
