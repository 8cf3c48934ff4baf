// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowcodec.h"

#include "models/domain/names.h"
#include "models/store/encodedrow.h"

namespace certdesk {

namespace {

void appendValue(QByteArray &out, const Value &value)
{
    if (value.isEmpty())
        out.append("null");
    else if (value.isText())
        appendJsonString(out, value.text().toUtf8());
    else
        out.append(value.text().toLatin1());
}

/// Looked up once: this runs for every row of a load.
struct PersonFields
{
    explicit PersonFields(EntityKind kind)
        : login(entityDef(kind).index("login")), first(entityDef(kind).index("first_name")), middle(entityDef(kind).index("middle_name")),
          last(entityDef(kind).index("last_name")), loginKey(entityDef(kind).index("login_key")), nameKey(entityDef(kind).index("name_key"))
    {
    }
    int login;
    int first;
    int middle;
    int last;
    int loginKey;
    int nameKey;
};

void derivePerson(Record &record, const PersonFields &fields)
{
    const auto text = [&record](int field) { return record.values[field].text(); };
    record.values[fields.loginKey] = Value(foldedLogin(text(fields.login)));
    record.values[fields.nameKey] =
        Value(normalizedName(text(fields.first) + QLatin1Char(' ') + text(fields.middle) + QLatin1Char(' ') + text(fields.last)));
}

void derive(Record &record, const char *field, const QString &text)
{
    record.set(field, Value(text));
}

} // namespace

QString recordColumns(const EntityDef &def, const QString &alias)
{
    const QString prefix = alias.isEmpty() ? QString() : alias + QLatin1Char('.');
    QString columns = prefix + QLatin1String("id, ") + prefix + QLatin1String("org_id, ") + prefix + QLatin1String("version");
    for (const FieldDef &field : def.fields)
        columns += QLatin1String(", ") + prefix + field.key();
    return columns;
}

QStringList insertColumns(const EntityDef &def)
{
    QStringList columns{QStringLiteral("id"), QStringLiteral("org_id"), QStringLiteral("version"), QStringLiteral("hash")};
    for (const FieldDef &field : def.fields)
        columns.append(field.key());
    return columns;
}

Record readRecord(EntityKind kind, const Statement &statement)
{
    Record record(kind);
    record.id = statement.integer(0);
    record.organization = statement.integer(1);
    record.version = statement.integer(2);
    for (int i = 0; i < record.values.size(); ++i)
        record.values[i] = statement.value(i + 3);
    return record;
}

QByteArray rowHash(const Record &record)
{
    EncodedRow row;
    row.encode(record);
    return row.hash().toByteArray();
}

void deriveFields(Record &record)
{
    switch (record.kind) {
    case EntityKind::Student: {
        static const PersonFields fields(EntityKind::Student);
        derivePerson(record, fields);
        break;
    }
    case EntityKind::Staff: {
        static const PersonFields fields(EntityKind::Staff);
        derivePerson(record, fields);
        break;
    }
    case EntityKind::Account:
        derive(record, "name_key", foldedLogin(record.text("name")));
        break;
    case EntityKind::Attempt:
        derive(record, "typed_name_key", normalizedName(record.text("typed_name")));
        derive(record, "teacher_name_key", normalizedName(record.text("teacher_name")));
        derive(record, "proctor_name_key", normalizedName(record.text("proctor_name")));
        break;
    default:
        break;
    }
}

QByteArray fieldsJson(const Record &record)
{
    EncodedRow row;
    row.encode(record);
    QByteArray out;
    row.appendJson(out);
    return out;
}

QByteArray differenceJson(const Record &before, const Record &after)
{
    const EntityDef &def = after.def();
    QByteArray out("{");
    for (int i = 0; i < def.fields.size(); ++i) {
        if (def.fields[i].derived || before.values[i] == after.values[i])
            continue;
        if (out.size() > 1)
            out.append(',');
        out.append('"').append(def.fields[i].name).append("\":");
        if (def.fields[i].secret) {
            out.append("\"changed\"");
            continue;
        }
        out.append('[');
        appendValue(out, before.values[i]);
        out.append(',');
        appendValue(out, after.values[i]);
        out.append(']');
    }
    return out.size() > 1 ? out.append('}') : QByteArray();
}

} // namespace certdesk
