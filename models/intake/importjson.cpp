// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/importjson.h"

#include "models/intake/sources.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr int planFormat = 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

QJsonArray setJson(const QSet<QString> &set)
{
    QStringList list(set.cbegin(), set.cend());
    list.sort();
    return QJsonArray::fromStringList(list);
}

QSet<QString> setFromJson(const QJsonValue &json)
{
    QSet<QString> set;
    for (const QJsonValue &value : json.toArray())
        set.insert(value.toString());
    return set;
}

QJsonObject wordsJson(const QHash<QString, QString> &words)
{
    QJsonObject json;
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QHash<QString, QString> wordsFromJson(const QJsonObject &json)
{
    QHash<QString, QString> words;
    for (auto it = json.begin(); it != json.end(); ++it)
        words.insert(it.key(), it.value().toString());
    return words;
}

QJsonObject fieldPoliciesJson(const ImportOptions &options)
{
    QJsonObject json;
    for (auto it = options.fieldPolicies.cbegin(); it != options.fieldPolicies.cend(); ++it)
        json.insert(it.key(), fieldPolicyName(it.value()));
    return json;
}

QJsonObject optionsJson(const ImportOptions &options)
{
    return {{QStringLiteral("onMatch"), matchPolicyName(options.onMatch)},
            {QStringLiteral("fieldPolicies"), fieldPoliciesJson(options)},
            {QStringLiteral("defaults"), wordsJson(options.defaults)},
            {QStringLiteral("gradeMap"), wordsJson(options.gradeMap)},
            {QStringLiteral("forbidSharedEmails"), options.forbidSharedEmails},
            {QStringLiteral("isCompleteList"), options.isCompleteList},
            {QStringLiteral("loginTemplate"), options.loginTemplate},
            {QStringLiteral("schoolYear"), options.schoolYear},
            {QStringLiteral("school"), options.school},
            {QStringLiteral("policy"), rowPolicyName(options.policy)},
            {QStringLiteral("accepted"), setJson(options.accepted)},
            {QStringLiteral("overrides"), setJson(options.overrides)},
            {QStringLiteral("emptyClears"), setJson(options.emptyClears)},
            {QStringLiteral("dateOrder"), static_cast<int>(options.dateOrder)},
            {QStringLiteral("today"), options.today},
            {QStringLiteral("user"), options.user}};
}

ImportOptions optionsFromJson(const QJsonObject &json)
{
    ImportOptions options;
    options.schoolYear = json.value(QStringLiteral("schoolYear")).toInteger();
    options.school = json.value(QStringLiteral("school")).toString();
    options.onMatch = matchPolicyFromName(json.value(QStringLiteral("onMatch")).toString()).value_or(MatchPolicy::Override);
    const QJsonObject policies = json.value(QStringLiteral("fieldPolicies")).toObject();
    for (auto it = policies.begin(); it != policies.end(); ++it)
        options.fieldPolicies.insert(it.key(), fieldPolicyFromName(it.value().toString()).value_or(FieldPolicy::FileWins));
    options.defaults = wordsFromJson(json.value(QStringLiteral("defaults")).toObject());
    options.gradeMap = wordsFromJson(json.value(QStringLiteral("gradeMap")).toObject());
    options.forbidSharedEmails = json.value(QStringLiteral("forbidSharedEmails")).toBool();
    options.isCompleteList = json.value(QStringLiteral("isCompleteList")).toBool();
    options.loginTemplate = json.value(QStringLiteral("loginTemplate")).toString();
    options.policy = rowPolicyFromName(json.value(QStringLiteral("policy")).toString()).value_or(RowPolicy::AddAndUpdate);
    options.accepted = setFromJson(json.value(QStringLiteral("accepted")));
    options.overrides = setFromJson(json.value(QStringLiteral("overrides")));
    options.emptyClears = setFromJson(json.value(QStringLiteral("emptyClears")));
    options.dateOrder = static_cast<DateOrder>(qBound(0, json.value(QStringLiteral("dateOrder")).toInt(), 2));
    options.today = json.value(QStringLiteral("today")).toInteger();
    options.user = json.value(QStringLiteral("user")).toString();
    return options;
}

IntakeSeverity severityFromName(const QString &name)
{
    for (const IntakeSeverity severity : {IntakeSeverity::Decision, IntakeSeverity::Warning, IntakeSeverity::Information}) {
        if (name == QLatin1Char(static_cast<char>(severity)))
            return severity;
    }
    return IntakeSeverity::Error;
}

IntakeFinding findingFromJson(const QJsonObject &json)
{
    IntakeFinding finding;
    finding.code = json.value(QStringLiteral("code")).toString();
    finding.severity = severityFromName(json.value(QStringLiteral("severity")).toString());
    finding.file = json.value(QStringLiteral("file")).toString();
    finding.row = json.value(QStringLiteral("row")).toInt();
    finding.column = json.value(QStringLiteral("column")).toInt();
    finding.confidence = qRound(json.value(QStringLiteral("confidence")).toDouble() * 100);
    finding.field = json.value(QStringLiteral("field")).toString();
    finding.value = json.value(QStringLiteral("value")).toString();
    finding.message = json.value(QStringLiteral("message")).toString();
    finding.next = json.value(QStringLiteral("next")).toString();
    return finding;
}

const QList<IntakeSeverity> everySeverity{IntakeSeverity::Error, IntakeSeverity::Decision, IntakeSeverity::Warning, IntakeSeverity::Information};

const char *const operationNames[] = {"create", "update", "remove"};

/// A loose change belongs to a row without standing among its changes.
QJsonObject changeJson(const RowChange &change, bool isLoose)
{
    const EntityDef &def = entityDef(change.kind);
    QJsonObject fields;
    for (const FieldValue &value : change.fields)
        fields.insert(def.fields[value.field].key(), value.value.json());
    QJsonObject json{{QStringLiteral("operation"), QLatin1String(operationNames[static_cast<int>(change.operation)])},
                     {QStringLiteral("entity"), QLatin1String(def.name)},
                     {QStringLiteral("fields"), fields}};
    if (change.operation != RowChange::Operation::Create) {
        json.insert(QStringLiteral("id"), change.id);
        json.insert(QStringLiteral("baseVersion"), change.baseVersion);
    }
    if (isLoose && change.sourceRow > 0)
        json.insert(QStringLiteral("sourceRow"), change.sourceRow);
    return json;
}

std::optional<RowChange> changeFromJson(const QJsonObject &json)
{
    RowChange change;
    const auto kind = entityKindFromName(json.value(QStringLiteral("entity")).toString());
    const QString operation = json.value(QStringLiteral("operation")).toString();
    if (!kind)
        return std::nullopt;
    change.kind = *kind;
    for (int i = 0; i < 3; ++i) {
        if (operation == QLatin1String(operationNames[i]))
            change.operation = static_cast<RowChange::Operation>(i);
    }
    change.id = json.value(QStringLiteral("id")).toInteger();
    change.baseVersion = json.value(QStringLiteral("baseVersion")).toInteger();
    change.sourceRow = json.value(QStringLiteral("sourceRow")).toInteger();
    const EntityDef &def = entityDef(*kind);
    const QJsonObject fields = json.value(QStringLiteral("fields")).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const int field = def.find(QLatin1String(it.key().toLatin1()));
        if (field < 0)
            return std::nullopt;
        Value value = Value::fromJson(it.value());
        if (def.fields[field].type == FieldType::Real && !value.isEmpty())
            value = Value(value.real()); // JSON does not tell 80 from 80.0
        change.fields.append({field, value});
    }
    return change;
}

QJsonObject fileJson(const FileIdentity &file)
{
    return {{QStringLiteral("path"), file.path},
            {QStringLiteral("sha256"), file.sha256},
            {QStringLiteral("size"), file.size},
            {QStringLiteral("modified"), file.modified}};
}

Error unreadablePlan()
{
    return {Error::Kind::Corrupt, QStringLiteral("F02"), tr("This is not a plan that this program can apply"), tr("Make the plan again"), {}};
}

void readMapping(const QJsonArray &json, const ImportKind *kind, Mapping *mapping)
{
    mapping->columnOfField.fill(-1, kind ? kind->fields.size() : 0);
    for (const QJsonValue &entry : json) {
        const QJsonObject object = entry.toObject();
        const QString field = object.value(QStringLiteral("field")).toString();
        mapping->columns.append({object.value(QStringLiteral("column")).toString(), field,
                                 object.value(QStringLiteral("confidence")).toDouble(), !field.isEmpty()});
        const int index = kind ? kind->find(field) : -1;
        if (index >= 0)
            mapping->columnOfField[index] = static_cast<int>(mapping->columns.size()) - 1;
    }
}

/// False when a row or change does not make sense.
bool readRows(const QJsonObject &document, ImportPlan *plan)
{
    for (const QJsonValue &entry : document.value(QStringLiteral("changes")).toArray()) {
        const auto change = changeFromJson(entry.toObject());
        if (!change)
            return false;
        plan->changes.append(*change);
    }
    for (const QJsonValue &entry : document.value(QStringLiteral("planRows")).toArray()) {
        const QJsonArray row = entry.toArray();
        const auto status = rowStatusFromName(row.at(1).toString());
        PlanRow read{row.at(0).toInt(), status.value_or(RowStatus::Error), row.at(2).toInt(), row.at(3).toInt()};
        if (!status || read.firstChange < 0 || read.changeCount < 0 || read.firstChange + read.changeCount > plan->changes.size())
            return false;
        for (int i = read.firstChange; i < read.firstChange + read.changeCount; ++i)
            plan->changes[i].sourceRow = read.row;
        ++plan->counts[static_cast<size_t>(read.status)];
        plan->rows.append(read);
    }
    return true;
}

} // namespace

QJsonObject dialectJson(const Dialect &dialect)
{
    QJsonObject json{{QStringLiteral("encoding"), dialect.encoding},
                     {QStringLiteral("delimiter"), dialect.delimiter.isEmpty() ? QJsonValue() : QJsonValue(dialect.delimiter)},
                     {QStringLiteral("headerRow"), dialect.headerRow}};
    if (!dialect.sheet.isEmpty()) {
        json.insert(QStringLiteral("sheet"), dialect.sheet);
        json.insert(QStringLiteral("sheets"), QJsonArray::fromStringList(dialect.sheets));
    }
    return json;
}

QJsonArray mappingJson(const Mapping &mapping)
{
    QJsonArray list;
    for (const ColumnMatch &match : mapping.columns) {
        QJsonObject json{{QStringLiteral("column"), match.column},
                         {QStringLiteral("field"), match.applied ? QJsonValue(match.field) : QJsonValue()},
                         {QStringLiteral("confidence"), qRound(match.confidence * 1000) / 1000.0}};
        if (!match.applied && !match.field.isEmpty())
            json.insert(QStringLiteral("proposal"), match.field);
        list.append(json);
    }
    return list;
}

QJsonObject findingJson(const IntakeFinding &finding)
{
    QJsonObject json{{QStringLiteral("row"), finding.row > 0 ? QJsonValue(finding.row) : QJsonValue()},
                     {QStringLiteral("code"), finding.code},
                     {QStringLiteral("severity"), QString(QLatin1Char(static_cast<char>(finding.severity)))},
                     {QStringLiteral("field"), finding.field.isEmpty() ? QJsonValue() : QJsonValue(finding.field)},
                     {QStringLiteral("value"), finding.value.isEmpty() ? QJsonValue() : QJsonValue(finding.value)},
                     {QStringLiteral("message"), finding.message},
                     {QStringLiteral("next"), finding.next}};
    if (!finding.file.isEmpty())
        json.insert(QStringLiteral("file"), finding.file);
    if (finding.confidence > 0)
        json.insert(QStringLiteral("confidence"), finding.confidence / 100.0);
    if (finding.column > 0)
        json.insert(QStringLiteral("column"), finding.column);
    return json;
}

QJsonArray findingsJson(const IntakeFindings &findings, const QList<IntakeSeverity> &severities)
{
    QJsonArray list;
    for (const IntakeFinding &finding : findings) {
        if (severities.contains(finding.severity))
            list.append(findingJson(finding));
    }
    return list;
}

QJsonObject importReport(const ImportPlan &plan, std::optional<qint64> batch, bool dryRun)
{
    QJsonObject counts;
    for (int status = 0; status < rowStatusCount; ++status)
        counts.insert(rowStatusName(static_cast<RowStatus>(status)), plan.counts[static_cast<size_t>(status)]);
    const IntakeFindings findings = plan.fileFindings + plan.rowFindings;
    return {{QStringLiteral("kind"), plan.kind},
            {QStringLiteral("file"), plan.file.path},
            {QStringLiteral("sha256"), plan.file.sha256},
            {QStringLiteral("dialect"), dialectJson(plan.dialect)},
            {QStringLiteral("mapping"), mappingJson(plan.mapping)},
            {QStringLiteral("rows"), plan.rowCount()},
            {QStringLiteral("counts"), counts},
            {QStringLiteral("errors"), findingsJson(findings, {IntakeSeverity::Error, IntakeSeverity::Decision})},
            {QStringLiteral("warnings"), findingsJson(findings, {IntakeSeverity::Warning, IntakeSeverity::Information})},
            {QStringLiteral("batch"), batch ? QJsonValue(*batch) : QJsonValue()},
            {QStringLiteral("dryRun"), dryRun}};
}

QJsonObject inspectReport(const Table &table, const Mapping &mapping)
{
    const SourceProfile *source = recognizeSource(table.columns);
    return {{QStringLiteral("source"), source ? QJsonValue(source->name) : QJsonValue()},
            {QStringLiteral("file"), table.file.path},
            {QStringLiteral("sha256"), table.file.sha256},
            {QStringLiteral("type"), sourceTypeName(table.dialect.type)},
            {QStringLiteral("kind"), mapping.kind.isEmpty() ? QJsonValue() : QJsonValue(mapping.kind)},
            {QStringLiteral("dialect"), dialectJson(table.dialect)},
            {QStringLiteral("header"), QJsonArray::fromStringList(table.columns)},
            {QStringLiteral("mapping"), mappingJson(mapping)},
            {QStringLiteral("rows"), table.rowCount()},
            {QStringLiteral("findings"), findingsJson(table.findings + mapping.findings, everySeverity)}};
}

QJsonObject planToJson(const ImportPlan &plan)
{
    QJsonArray rows;
    for (const PlanRow &row : plan.rows)
        rows.append(QJsonArray{row.row, rowStatusName(row.status), row.firstChange, row.changeCount});
    QJsonArray changes;
    const int ofRows = plan.rows.isEmpty() ? 0 : plan.rows.last().firstChange + plan.rows.last().changeCount;
    for (int i = 0; i < plan.changes.size(); ++i)
        changes.append(changeJson(plan.changes[i], i >= ofRows));
    return {{QStringLiteral("plan"), planFormat},
            {QStringLiteral("kind"), plan.kind},
            {QStringLiteral("source"), fileJson(plan.file)},
            {QStringLiteral("dialect"), dialectJson(plan.dialect)},
            {QStringLiteral("mapping"), mappingJson(plan.mapping)},
            {QStringLiteral("options"), optionsJson(plan.options)},
            {QStringLiteral("planRows"), rows},
            {QStringLiteral("fileFindings"), findingsJson(plan.fileFindings, everySeverity)},
            {QStringLiteral("rowFindings"), findingsJson(plan.rowFindings, everySeverity)},
            {QStringLiteral("changes"), changes}};
}

Result<ImportPlan> planFromJson(const QJsonObject &document)
{
    ImportPlan plan;
    plan.kind = document.value(QStringLiteral("kind")).toString();
    const ImportKind *kind = importKind(plan.kind);
    if (document.value(QStringLiteral("plan")).toInt() != planFormat || !kind || !readRows(document, &plan))
        return tl::unexpected<Error>(unreadablePlan());
    const QJsonObject file = document.value(QStringLiteral("source")).toObject();
    plan.file = {file.value(QStringLiteral("path")).toString(), file.value(QStringLiteral("sha256")).toString(),
                 file.value(QStringLiteral("size")).toInteger(), file.value(QStringLiteral("modified")).toInteger()};
    const QJsonObject dialect = document.value(QStringLiteral("dialect")).toObject();
    plan.dialect.encoding = dialect.value(QStringLiteral("encoding")).toString();
    plan.dialect.delimiter = dialect.value(QStringLiteral("delimiter")).toString();
    plan.dialect.headerRow = dialect.value(QStringLiteral("headerRow")).toInt();
    plan.dialect.sheet = dialect.value(QStringLiteral("sheet")).toString();
    plan.mapping.kind = plan.kind;
    readMapping(document.value(QStringLiteral("mapping")).toArray(), kind, &plan.mapping);
    plan.options = optionsFromJson(document.value(QStringLiteral("options")).toObject());
    for (const QJsonValue &finding : document.value(QStringLiteral("fileFindings")).toArray())
        plan.fileFindings.append(findingFromJson(finding.toObject()));
    for (const QJsonValue &finding : document.value(QStringLiteral("rowFindings")).toArray())
        plan.rowFindings.append(findingFromJson(finding.toObject()));
    return plan;
}

Done checkFileUnchanged(const ImportPlan &plan)
{
    const Result<FileIdentity> now = identifyFile(plan.file.path);
    if (now && now->sameContent(plan.file))
        return {};
    const IntakeFinding finding = intakeFinding("F14");
    return failure(Error::Kind::Conflict, finding.code, finding.message, finding.next);
}

} // namespace certdesk
