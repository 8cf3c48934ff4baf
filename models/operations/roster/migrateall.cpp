// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/migrateall.h"

#include "models/domain/names.h"
#include "models/intake/headernames.h"
#include "models/intake/values.h"
#include "models/operations/roster/studentlookup.h"
#include "models/store/batch.h"
#include "models/store/roster/hiddenstudents.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MigrateAll", text);
}

/// The cells of a kept row by field of a student import.
QHash<QString, QString> fieldsOf(const BatchIssue &issue)
{
    QHash<QString, QString> fields;
    QHash<QString, double> scores;
    for (auto cell = issue.rowContent.begin(); cell != issue.rowContent.end(); ++cell) {
        const QString text = cleanText(cell.value().toString().toUtf8().toStdString()).text;
        for (const FieldScore &meant : fieldsOfHeader(QStringLiteral("students"), normalizedHeader(cell.key()))) {
            if (text.isEmpty() || meant.score <= scores.value(meant.field))
                continue;
            scores.insert(meant.field, meant.score);
            fields.insert(meant.field, text);
        }
    }
    return fields;
}

struct Schools
{
    QHash<qint64, QString> codes;
    QHash<qint64, QString> names;
};

Result<Schools> readSchools(Session &session)
{
    const auto records = session.records(EntityKind::School);
    if (!records)
        return tl::unexpected(records.error());
    Schools schools;
    for (const Record &school : *records) {
        schools.codes.insert(school.id, school.text("school_code"));
        schools.names.insert(school.id, school.text("name"));
    }
    return schools;
}

MigrationWish wishOf(const BatchIssue &issue, const BatchInfo &batch, const Schools &schools, qint64 year)
{
    const QHash<QString, QString> fields = fieldsOf(issue);
    MigrationWish wish;
    wish.row.row = static_cast<int>(issue.row);
    wish.row.stateId = fields.value(QStringLiteral("student_state_id"));
    wish.row.login = fields.value(QStringLiteral("login"));
    wish.row.localId = fields.value(QStringLiteral("local_id"));
    // A row kept without its cells, or with headers of another kind: what the finding was about.
    if (wish.row.key().isEmpty())
        wish.row.stateId = wish.row.login = issue.value;
    const auto grade = normalizedGrade(fields.value(QStringLiteral("grade")), year);
    wish.row.grade = grade && *grade != graduatedGrade ? *grade : QString();
    wish.name = (fields.value(QStringLiteral("first_name")) + QLatin1Char(' ') + fields.value(QStringLiteral("last_name"))).trimmed();
    if (wish.name.isEmpty())
        wish.name = fields.value(QStringLiteral("full_name"));
    wish.birthDate = fields.value(QStringLiteral("birth_date"));
    wish.toSchool = fields.value(QStringLiteral("school_code"));
    if (wish.toSchool.isEmpty())
        wish.toSchool = schools.codes.value(issue.school);
    if (wish.toSchool.isEmpty() && batch.schools.size() == 1)
        wish.toSchool = batch.schools.first();
    wish.issue = issue.id;
    return wish;
}

class CardMaker
{
public:
    Done read(Session &session, const QString &here)
    {
        m_here = here;
        const auto schools = readSchools(session);
        if (!schools)
            return tl::unexpected(schools.error());
        m_schools = *schools;
        for (const auto &[kind, field] : {std::pair{EntityKind::Attempt, "exam_last"}, std::pair{EntityKind::Assessment, "taken_on"},
                                          std::pair{EntityKind::Member, "from_date"}, std::pair{EntityKind::Enrollment, "entry_date"}}) {
            const auto rows = session.records(kind);
            if (!rows)
                return tl::unexpected(rows.error());
            for (const Record &row : *rows) {
                qint64 &last = m_lastActivity[row.integer("student_id")];
                last = std::max(last, row.integer(field));
            }
        }
        return {};
    }
    StudentCard card(const Record &student) const
    {
        const qint64 school = student.integer("school_id");
        const qint64 last = m_lastActivity.value(student.id);
        return {student.id, fullName(student), isoDay(student["birth_date"]), m_schools.codes.value(school), m_schools.names.value(school),
                student.text("grade"), student.integer("graduating_year"),
                student.text("status") == QLatin1String("archived") ? QStringLiteral("archived") : QStringLiteral("active"), student.text("login"),
                student.text("student_state_id"), last ? isoDay(last) : QString(), !m_here.isEmpty() && m_schools.codes.value(school) == m_here};
    }

private:
    Schools m_schools;
    QHash<qint64, qint64> m_lastActivity;
    QString m_here;
};

QJsonArray cardsJson(const QVector<StudentCard> &cards)
{
    QJsonArray array;
    for (const StudentCard &card : cards)
        array.append(QJsonObject{{QStringLiteral("name"), card.fullName}, {QStringLiteral("birth_date"), card.birthDate},
                                 {QStringLiteral("school_code"), card.schoolCode}, {QStringLiteral("school_name"), card.schoolName},
                                 {QStringLiteral("grade"), card.grade}, {QStringLiteral("graduating_year"), card.graduatingYear},
                                 {QStringLiteral("status"), card.state}, {QStringLiteral("login"), card.login},
                                 {QStringLiteral("student_state_id"), card.studentStateId}, {QStringLiteral("lastActivity"), card.lastActivity},
                                 {QStringLiteral("here"), card.isHere}});
    return array;
}

} // namespace

Result<RosterRequest> migrateAllRequest(Session &session, const QString &school, const QVector<qint64> &wanted)
{
    const auto issues = readIssues(session);
    const auto schools = readSchools(session);
    if (!issues || !schools)
        return tl::unexpected(issues ? schools.error() : issues.error());
    RosterRequest request;
    request.kind = RosterRequest::Kind::Migrate;
    request.goodRowsOnly = true;
    QHash<qint64, BatchInfo> batches;
    for (const BatchIssue &issue : *issues) {
        if (issue.code != QLatin1String("K02") || (!wanted.isEmpty() && !wanted.contains(issue.id)))
            continue;
        if (!batches.contains(issue.batch))
            batches.insert(issue.batch, readBatch(session, issue.batch).value_or(BatchInfo()));
        const BatchInfo &batch = batches[issue.batch];
        if (request.targetYear == 0)
            request.targetYear = batch.schoolYear;
        const MigrationWish wish = wishOf(issue, batch, *schools, batch.schoolYear);
        if (school.isEmpty() || wish.toSchool == school)
            request.wishes.append(wish);
    }
    if (request.wishes.isEmpty())
        return failure(Error::Kind::NotFound, QStringLiteral("NO-ISSUE"), tr("No open issue waits for a migration."), tr("Look at: issues list"));
    return request;
}

Result<StudentSearch> searchStudent(Session &session, const QString &key, const QString &here)
{
    if (const auto allowed = session.require(Right::ViewRoster); !allowed)
        return tl::unexpected(allowed.error());
    const auto students = session.records(EntityKind::Student);
    CardMaker maker;
    if (const Done read = maker.read(session, here); !read || !students)
        return tl::unexpected(read ? students.error() : read.error());
    StudentLookup lookup;
    lookup.read(*students);
    StudentSearch search;
    const QString clean = cleanText(key.toUtf8().toStdString()).text;
    const qint64 found = lookup.find(clean);
    const QStringList variants = found ? QStringList() : lookup.variants(clean);
    const QStringList near = found ? QStringList() : lookup.near(clean);
    const QString name = normalizedName(clean);
    for (const Record &student : *students) {
        const auto hasKey = [&student](const QStringList &keys) {
            return keys.contains(student.text("student_state_id")) || keys.contains(student.text("local_id")) || keys.contains(foldedLogin(student.text("login")));
        };
        if (student.id == found)
            search.found.append(maker.card(student));
        else if (!variants.isEmpty() && hasKey(variants))
            search.variants.append(maker.card(student));
        else if (found == 0 && (hasKey(near) || normalizedName(fullName(student)) == name))
            search.near.append(maker.card(student));
    }
    const auto hidden = studentsElsewhere(session);
    for (const StudentElsewhere &student : hidden ? *hidden : QVector<StudentElsewhere>()) {
        if (found == 0 && !clean.isEmpty() && (student.studentStateId == clean || foldedLogin(student.login) == foldedLogin(clean)))
            search.elsewhere = student.schoolName;
    }
    return search;
}

QJsonObject studentSearchJson(const StudentSearch &search)
{
    return {{QStringLiteral("found"), cardsJson(search.found)},
            {QStringLiteral("variants"), cardsJson(search.variants)},
            {QStringLiteral("near"), cardsJson(search.near)},
            {QStringLiteral("elsewhere"), search.elsewhere.isEmpty() ? QJsonValue() : QJsonValue(search.elsewhere)}};
}

} // namespace certdesk
