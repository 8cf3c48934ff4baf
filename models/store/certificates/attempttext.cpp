// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certificates/attempttext.h"

#include "models/domain/names.h"
#include "models/store/scopefilter.h"

#include <QCoreApplication>
#include <QSet>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AttemptText", text);
}

/// Written by the program alone.
const QSet<QString> &ownFields()
{
    static const QSet<QString> fields = [] {
        const auto list = QStringLiteral("row_number student_id teacher_id proctor_id school_id exam_first exam_last exam_precision entry_state "
                                         "void_reason entered_by verification verified_by verified_at transfer reporting typed_name_key "
                                         "teacher_name_key proctor_name_key")
                              .split(QLatin1Char(' '));
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    return fields;
}

tl::unexpected<Error> unknown(const QString &field, const QString &text)
{
    return failure(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("%1 \"%2\" is not there, or you may not see it.").arg(field, text),
                   tr("Check the number, or list the records first."));
}

Result<qint64> oneId(Session &session, const QString &sql, const QVector<Value> &values)
{
    return session.read<qint64>([&](Connection &connection) {
        auto statement = connection.prepare(sql);
        for (int i = 0; i < values.size(); ++i)
            statement->bind(i + 1, values[i]);
        const qint64 id = statement->step() ? statement->integer(0) : 0;
        return id != 0 && statement->step() ? qint64{-1} : id; // two people of one name are nobody
    });
}

Result<qint64> studentBy(Session &session, const QString &field, const QString &text)
{
    const QString column = field == QLatin1String("login") ? QStringLiteral("login_key") : field;
    return oneId(session, QStringLiteral("SELECT s.id FROM student s WHERE s.%1 = ? AND %2").arg(column, scopeCondition(session.scope(), EntityKind::Student, QStringLiteral("s"))),
                 {Value(field == QLatin1String("login") ? foldedLogin(text) : text)});
}

/// Staff are a directory: anybody may be named as teacher or proctor.
Result<qint64> staffBy(Session &session, const QString &text)
{
    const auto byNumber = oneId(session, QStringLiteral("SELECT id FROM staff WHERE staff_id = ? OR login_key = ?"), {Value(text), Value(foldedLogin(text))});
    if (!byNumber || *byNumber != 0)
        return byNumber;
    return oneId(session, QStringLiteral("SELECT id FROM staff WHERE last_name || ', ' || first_name = ? OR first_name || ' ' || last_name = ?"), {Value(text), Value(text)});
}

Result<Value> valueOf(const FieldDef &field, const QString &text)
{
    const auto wrong = [&] {
        return failure(Error::Kind::Invalid, QStringLiteral("C02"), tr("\"%1\" is no value for %2.").arg(text, field.key()), tr("Correct it; nothing was changed."));
    };
    bool ok = true;
    switch (field.type) {
    case FieldType::Integer:
        if (const auto year = schoolYearFromName(text); year && QLatin1String(field.key()).contains(QLatin1String("year")))
            return Value(*year);
        return text.toLongLong(&ok), ok ? Result<Value>(Value(text.toLongLong())) : wrong();
    case FieldType::Real:
        return text.toDouble(&ok), ok ? Result<Value>(Value(text.toDouble())) : wrong();
    case FieldType::Day: {
        const auto day = dayFromIso(text);
        return day ? Result<Value>(Value(*day)) : wrong();
    }
    default:
        return Value(text);
    }
}

bool isPerson(const QString &field)
{
    return field == QLatin1String("teacher") || field == QLatin1String("proctor");
}

Done addPerson(Session &session, const QString &field, const QString &text, AttemptFields *fields)
{
    const QByteArray idField = field.toLatin1() + "_id";
    const QByteArray nameField = field.toLatin1() + "_name";
    const auto id = text.isEmpty() ? Result<qint64>(0) : staffBy(session, text);
    if (!id)
        return tl::unexpected(id.error());
    if (*id == -1 || (*id == 0 && !text.isEmpty() && field == QLatin1String("teacher")))
        return unknown(field, text);
    fields->append({idField, *id > 0 ? Value(*id) : Value()});
    fields->append({nameField, *id > 0 ? Value() : Value(text)});
    return {};
}

Result<qint64> referenced(Session &session, const QString &field, const QString &text)
{
    if (field == QLatin1String("school_code"))
        return oneId(session, QStringLiteral("SELECT id FROM school WHERE school_code = ?"), {Value(text)});
    return studentBy(session, field, text);
}

} // namespace

QStringList attemptFieldNames()
{
    QStringList names{QStringLiteral("student_state_id"), QStringLiteral("local_id"), QStringLiteral("login"), QStringLiteral("exam_date"),
                      QStringLiteral("school_code"), QStringLiteral("teacher"), QStringLiteral("proctor")};
    for (const FieldDef &field : entityDef(EntityKind::Attempt).fields) {
        if (!ownFields().contains(field.key()))
            names.append(field.key());
    }
    return names;
}

Result<AttemptFields> attemptFieldsFromText(Session &session, const QVector<QPair<QString, QString>> &words)
{
    AttemptFields fields;
    const EntityDef &def = entityDef(EntityKind::Attempt);
    for (const auto &[word, typed] : words) {
        const QString text = typed.trimmed();
        // The number of a person may be named with or without "_id".
        const QString field = word == QLatin1String("teacher_id") || word == QLatin1String("proctor_id") ? word.chopped(3) : word;
        const bool isStudent = field == QLatin1String("student_state_id") || field == QLatin1String("local_id") || field == QLatin1String("login");
        if (isStudent || field == QLatin1String("school_code")) {
            const auto id = referenced(session, field, text);
            if (!id)
                return tl::unexpected(id.error());
            if (*id <= 0)
                return unknown(field, text);
            fields.append({isStudent ? QByteArray("student_id") : QByteArray("school_id"), Value(*id)});
        } else if (isPerson(field)) {
            if (const Done added = addPerson(session, field, text, &fields); !added)
                return tl::unexpected(added.error());
        } else if (field == QLatin1String("exam_date")) {
            fields.append({QByteArray("exam_date"), Value(text)});
        } else {
            const int index = def.find(QLatin1String(field.toLatin1()));
            if (index < 0 || ownFields().contains(field))
                return failure(Error::Kind::Invalid, QStringLiteral("NO-FIELD"), tr("\"%1\" is no field that can be written.").arg(field),
                               tr("Fields: %1.").arg(attemptFieldNames().join(QLatin1String(", "))));
            const auto value = text.isEmpty() ? Result<Value>(Value()) : valueOf(def.fields[index], text);
            if (!value)
                return tl::unexpected(value.error());
            fields.append({field.toLatin1(), *value});
        }
    }
    return fields;
}

} // namespace certdesk
