// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/choicelists.h"

#include <QCoreApplication>

namespace certdesk::choicelists {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ChoiceLists", text);
}

void markRecent(Session &session, QVector<Choice> &choices, const char *field)
{
    const QStringList recent = AttemptChoices(session).recent(field).value_or(QStringList());
    for (Choice &choice : choices)
        choice.isRecent = recent.contains(choice.name);
}

} // namespace

QVector<Choice> courses(Session &session, qint64 schoolYear)
{
    QVector<Choice> choices;
    const auto rows = AttemptChoices(session).courses(schoolYear).value_or(QVector<CourseFact>());
    for (const CourseFact &course : rows) {
        const QString grades = course.grades.isEmpty() ? QString() : tr("grades %1").arg(course.grades);
        choices.append({Value(course.name), course.number, course.name, QStringList{course.subject, grades}.join(QLatin1Char(' ')).trimmed(), false,
                        {{"course_name", Value(course.name)}, {"course_number", Value(course.number)}}});
    }
    markRecent(session, choices, "course_name");
    return choices;
}

QVector<Choice> certificates(Session &session, qint64 schoolYear, const QString &program, bool other)
{
    QVector<Choice> choices;
    const auto rows = AttemptChoices(session).certificates(schoolYear, program, other).value_or(QVector<CertificateFact>());
    for (const CertificateFact &certificate : rows) {
        choices.append({Value(certificate.name), certificate.code, certificate.name, certificate.provider, false,
                        {{"certificate_name", Value(certificate.name)}, {"certificate_code", Value(certificate.code)}}});
    }
    markRecent(session, choices, "certificate_name");
    return choices;
}

QVector<Choice> components(Session &session, qint64 schoolYear, const QString &certificateCode)
{
    QVector<Choice> choices;
    const auto rows = AttemptChoices(session).components(schoolYear, certificateCode).value_or(QVector<ComponentFact>());
    for (const ComponentFact &component : rows)
        choices.append({Value(component.code), component.code, component.name, {}});
    return choices;
}

QVector<Choice> staff(Session &session, const char *idField, const char *nameField)
{
    QVector<Choice> choices;
    const auto rows = AttemptChoices(session).staff().value_or(QVector<AttemptChoices::PersonFact>());
    for (const auto &person : rows)
        choices.append({Value(person.name), person.number, person.name, person.detail, false, {{idField, Value(person.id)}, {nameField, Value()}}});
    return choices;
}

QVector<Choice> students(Session &session, const QString &text)
{
    QVector<Choice> choices;
    const auto rows = AttemptChoices(session).students(text).value_or(QVector<AttemptChoices::PersonFact>());
    for (const auto &person : rows)
        choices.append({Value(person.id), person.number, person.name, person.detail, false, {{"student_id", Value(person.id)}}});
    return choices;
}

QVector<Choice> outcomes()
{
    return {{Value(QStringLiteral("P")), QStringLiteral("P"), tr("Passed"), {}}, {Value(QStringLiteral("F")), QStringLiteral("F"), tr("Failed"), {}}};
}

} // namespace certdesk::choicelists
