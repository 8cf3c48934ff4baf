// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowcodec.h"

#include "models/domain/names.h"

#include <sodium.h>

namespace certdesk {

namespace {

constexpr char unitSeparator = '\x1f';

void appendString(QByteArray &out, const QString &text)
{
    out.append('"');
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            static const char digits[] = "0123456789abcdef";
            out.append("\\u00").append(digits[(c >> 4) & 15]).append(digits[c & 15]);
        } else {
            out.append(c);
        }
    }
    out.append('"');
}

void appendValue(QByteArray &out, const Value &value)
{
    if (value.isEmpty())
        out.append("null");
    else if (value.isText())
        appendString(out, value.text());
    else
        out.append(value.text().toLatin1());
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
    const EntityDef &def = record.def();
    QByteArray text;
    text.reserve(512);
    for (int i = 0; i < def.fields.size(); ++i) {
        if (def.fields[i].secret || def.fields[i].derived)
            continue;
        const Value &value = record.values[i];
        if (value.isText())
            text.append(value.text().toUtf8());
        else if (!value.isEmpty())
            text.append(value.text().toLatin1());
        text.append(unitSeparator);
    }
    QByteArray hash(16, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), 16, reinterpret_cast<const unsigned char *>(text.constData()),
                       static_cast<unsigned long long>(text.size()), nullptr, 0);
    return hash;
}

void deriveFields(Record &record)
{
    switch (record.kind) {
    case EntityKind::Student:
    case EntityKind::Staff:
        derive(record, "login_key", foldedLogin(record.text("login")));
        derive(record, "name_key",
               normalizedName(record.text("first_name") + QLatin1Char(' ') + record.text("middle_name") + QLatin1Char(' ')
                              + record.text("last_name")));
        break;
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
    const EntityDef &def = record.def();
    QByteArray out("{");
    for (int i = 0; i < def.fields.size(); ++i) {
        if (def.fields[i].derived || def.fields[i].secret || record.values[i].isEmpty())
            continue;
        if (out.size() > 1)
            out.append(',');
        out.append('"').append(def.fields[i].name).append("\":");
        appendValue(out, record.values[i]);
    }
    return out.append('}');
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
