// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowcodec.h"

#include "models/domain/names.h"
#include "models/store/encodedrow.h"

#include <QCoreApplication>
#include <QVarLengthArray>
#include <algorithm>

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

/// Without asking by name in every row.
struct AttemptFields
{
    int typed = entityDef(EntityKind::Attempt).index("typed_name");
    int teacher = entityDef(EntityKind::Attempt).index("teacher_name");
    int proctor = entityDef(EntityKind::Attempt).index("proctor_name");
    int typedKey = entityDef(EntityKind::Attempt).index("typed_name_key");
    int teacherKey = entityDef(EntityKind::Attempt).index("teacher_name_key");
    int proctorKey = entityDef(EntityKind::Attempt).index("proctor_name_key");
};

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

void deriveFields(EntityKind kind, const Value **fields, std::array<Value, 4> &derived)
{
    const auto text = [fields](int field) { return fields[field]->text(); };
    const auto set = [&](std::size_t place, int field, const QString &value) {
        derived[place] = Value(value);
        fields[field] = &derived[place];
    };
    const auto derivePerson = [&](const PersonFields &of) {
        set(0, of.loginKey, foldedLogin(text(of.login)));
        set(1, of.nameKey, normalizedName(text(of.first) + QLatin1Char(' ') + text(of.middle) + QLatin1Char(' ') + text(of.last)));
    };
    switch (kind) {
    case EntityKind::Student: {
        static const PersonFields of(kind);
        derivePerson(of);
        break;
    }
    case EntityKind::Staff: {
        static const PersonFields of(kind);
        derivePerson(of);
        break;
    }
    case EntityKind::Account: {
        const EntityDef &def = entityDef(kind);
        set(0, def.index("name_key"), foldedLogin(text(def.index("name"))));
        break;
    }
    case EntityKind::Attempt: {
        static const AttemptFields of;
        set(0, of.typedKey, normalizedName(text(of.typed)));
        set(1, of.teacherKey, normalizedName(text(of.teacher)));
        set(2, of.proctorKey, normalizedName(text(of.proctor)));
        break;
    }
    default:
        break;
    }
}

void deriveFields(Record &record)
{
    QVarLengthArray<const Value *, 64> fields(record.values.size());
    std::transform(record.values.cbegin(), record.values.cend(), fields.begin(), [](const Value &value) { return &value; });
    std::array<Value, 4> derived;
    deriveFields(record.kind, fields.data(), derived);
    for (int i = 0; i < record.values.size(); ++i) {
        if (fields[i] >= derived.data() && fields[i] < derived.data() + derived.size())
            record.values[i] = *fields[i];
    }
}

void checkFields(const EntityDef &def, const Value *const *fields)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Transaction", text); };
    for (int i = 0; i < def.fields.size(); ++i) {
        const FieldDef &field = def.fields[i];
        const Value &value = *fields[i];
        if (field.required && value.isEmpty())
            fail(Error::Kind::Invalid, QStringLiteral("C01"), tr(QT_TRANSLATE_NOOP("Transaction", "\"%1\" is empty.")).arg(field.key()),
                 tr(QT_TRANSLATE_NOOP("Transaction", "Fill it in.")));
        if (value.isText() && value.textRef().size() > field.maxLength)
            fail(Error::Kind::Invalid, QStringLiteral("C07"),
                 tr(QT_TRANSLATE_NOOP("Transaction", "\"%1\" is longer than %2 characters.")).arg(field.key()).arg(field.maxLength),
                 tr(QT_TRANSLATE_NOOP("Transaction", "Shorten it; it is never cut for you.")));
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
