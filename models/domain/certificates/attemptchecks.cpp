// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certificates/attemptchecks.h"

#include "models/domain/names.h"

#include <QCoreApplication>
#include <QDateTime>

namespace certdesk::attemptchecks {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AttemptChecks", text);
}

Error refused(const char *code, const QString &message, const QString &next)
{
    return Error{Error::Kind::Refused, QString::fromLatin1(code), message, next, {}};
}

QString thousandths(int value)
{
    return QString::number(value / 1000.0, 'f', 3);
}

QString shown(const Value &value, const FieldDef &field)
{
    if (value.isEmpty())
        return tr("nothing");
    return field.type == FieldType::Day ? isoDay(value) : value.text();
}

} // namespace

std::optional<Error> examInFuture(const Record &attempt, DayNumber today)
{
    if (!attempt.has("exam_first") || attempt.integer("exam_first") <= today)
        return std::nullopt;
    const qint64 days = attempt.integer("exam_first") - today;
    return refused("EX-01", days == 1 ? tr("%1 is 1 day in the future.").arg(isoDay(attempt["exam_first"]))
                                      : tr("%1 is %2 days in the future.").arg(isoDay(attempt["exam_first"])).arg(days),
                   tr("Enter the date on which the exam was sat, today or before."));
}

std::optional<Error> codeOfOther(const Record &attempt, const AttemptFacts &facts)
{
    if (!attempt.has("certificate_name") || !attempt.has("certificate_code"))
        return std::nullopt;
    QStringList codes;
    for (const CertificateFact &certificate : facts.certificates) {
        if (certificate.schoolYear == attempt.integer("school_year")
            && certificate.name.compare(attempt.text("certificate_name"), Qt::CaseInsensitive) == 0)
            codes.append(certificate.code);
    }
    if (codes.isEmpty() || codes.contains(attempt.text("certificate_code")))
        return std::nullopt;
    const QString right = codes.join(QLatin1String(", "));
    return refused("CE-03",
                   tr("\"%1\" has %2 in %3, row has %4.")
                       .arg(attempt.text("certificate_name"), right, schoolYearName(attempt.integer("school_year")), attempt.text("certificate_code")),
                   tr("Take the code %1, or choose the certificate that has the code %2.").arg(right, attempt.text("certificate_code")));
}

std::optional<Error> unknownCertificate(const Record &attempt, const AttemptFacts &facts)
{
    if (!attempt.has("certificate_name") && !attempt.has("certificate_code"))
        return std::nullopt;
    for (const CertificateFact &certificate : facts.certificates) {
        if (certificate.schoolYear == attempt.integer("school_year")
            && (certificate.name.compare(attempt.text("certificate_name"), Qt::CaseInsensitive) == 0
                || certificate.code == attempt.text("certificate_code")))
            return std::nullopt;
    }
    const QString named = attempt.has("certificate_name") ? attempt.text("certificate_name") : attempt.text("certificate_code");
    return refused("CE-01", tr("\"%1\" is not on the %2 certificate list.").arg(named, schoolYearName(attempt.integer("school_year"))),
                   tr("Choose a certificate of that year's list."));
}

std::optional<Error> typedName(const Record &attempt, const Record &student)
{
    const QString typed = normalizedName(attempt.text("typed_name"));
    if (typed.isEmpty())
        return std::nullopt;
    const auto joined = [&](const QStringList &parts) { return parts.join(QLatin1Char(' ')).simplified(); };
    QStringList known{joined({student.text("first_name"), student.text("last_name")}),
                      joined({student.text("first_name"), student.text("middle_name"), student.text("last_name")})};
    if (student.has("preferred_name"))
        known.append(joined({student.text("preferred_name"), student.text("last_name")}));
    int best = -1;
    QString closest;
    for (const QString &name : std::as_const(known)) {
        const int similarity = nameSimilarity(typed, normalizedName(name));
        if (similarity > best) {
            best = similarity;
            closest = name;
        }
    }
    if (best >= nameRefusedBelow)
        return std::nullopt;
    return refused("ID-03", tr("\"%1\" v \"%2\": similarity %3, %4 needed.").arg(attempt.text("typed_name"), closest, thousandths(best), thousandths(nameRefusedBelow)),
                   tr("Choose the right student, or correct the typed name."));
}

std::optional<Error> outcomeAgainstScore(const Record &attempt)
{
    if (!attempt.has("score") || !attempt.has("pass_score"))
        return std::nullopt;
    const double score = attempt["score"].real();
    const double mark = attempt["pass_score"].real();
    const QString outcome = attempt.text("outcome");
    const bool follows = outcome == QLatin1String("P") ? score >= mark : outcome == QLatin1String("F") ? score < mark : true;
    if (follows)
        return std::nullopt;
    return refused("OU-02", tr("%1 v pass mark %2: %3 does not follow.").arg(attempt["score"].text(), attempt["pass_score"].text(), outcome),
                   tr("Correct the score or the outcome."));
}

std::optional<Error> duplicate(const Record &attempt, const QVector<Record> &others)
{
    const auto family = [](const Record &row) { return row.has("exam_family") ? row.text("exam_family") : row.text("certificate_code"); };
    const auto sameSource = [&](const Record &row) {
        const bool sameTeacher = row.has("teacher_id") || attempt.has("teacher_id")
                                     ? row["teacher_id"] == attempt["teacher_id"]
                                     : normalizedName(row.text("teacher_name")) == normalizedName(attempt.text("teacher_name"));
        return row["source"] == attempt["source"] && row["entered_by"] == attempt["entered_by"] && sameTeacher;
    };
    const bool isVoid = attempt.text("entry_state") == QLatin1String("void");
    if (family(attempt).isEmpty() || !attempt.has("exam_first") || isVoid || attempt["exam_first"] != attempt["exam_last"])
        return std::nullopt;
    for (const Record &row : others) {
        const bool same = row.id != attempt.id && row["student_id"] == attempt["student_id"] && row.text("entry_state") != QLatin1String("void")
                          && family(row) == family(attempt) && row["component_code"] == attempt["component_code"]
                          && row["exam_first"] == attempt["exam_first"] && row["exam_last"] == attempt["exam_last"];
        const bool otherTime = row.has("session_time") && attempt.has("session_time") && row["session_time"] != attempt["session_time"];
        if (!same || otherTime || !sameSource(row))
            continue;
        const QString named = attempt.has("certificate_name") ? attempt.text("certificate_name") : family(attempt);
        return refused("OU-08", tr("Row %1 already has %2 on %3.").arg(row["row_number"].text(), named, isoDay(attempt["exam_first"])),
                       tr("Two real sittings: give both their session time. Otherwise keep the row that is there."));
    }
    return std::nullopt;
}

std::optional<Error> dropsVerification(const Record &before, const Record &after)
{
    if (before.text("verification") != QLatin1String("verified"))
        return std::nullopt;
    for (int i = 0; i < before.values.size(); ++i) {
        const FieldDef &field = before.def().fields[i];
        if (before.values[i] == after.values[i] || !isKeyAttemptField(field.key()))
            continue;
        const QString when = isoDay(QDateTime::fromMSecsSinceEpoch(before.integer("verified_at"), Qt::UTC).date().toJulianDay());
        return refused("EV-06",
                       tr("This row was verified on %1 by %2: \"%3\" from %4 to %5 drops it.")
                           .arg(when, before.text("verified_by"), field.key(), shown(before.values[i], field), shown(after.values[i], field)),
                       tr("Confirm the change; the row has to be verified again."));
    }
    return std::nullopt;
}

} // namespace certdesk::attemptchecks
