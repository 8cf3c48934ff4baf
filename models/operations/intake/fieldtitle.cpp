// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/fieldtitle.h"

#include <QCoreApplication>
#include <QHash>

namespace certdesk {

namespace {

const QHash<QString, const char *> &specialTitles()
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("student_state_id"), QT_TRANSLATE_NOOP("FieldTitle", "State ID")},
        {QStringLiteral("staff_state_id"), QT_TRANSLATE_NOOP("FieldTitle", "Staff state ID")},
        {QStringLiteral("local_id"), QT_TRANSLATE_NOOP("FieldTitle", "Local ID")},
        {QStringLiteral("previous_id"), QT_TRANSLATE_NOOP("FieldTitle", "Previous ID")},
        {QStringLiteral("state_id"), QT_TRANSLATE_NOOP("FieldTitle", "State ID")},
        {QStringLiteral("staff_id"), QT_TRANSLATE_NOOP("FieldTitle", "Staff ID")},
        {QStringLiteral("teacher_id"), QT_TRANSLATE_NOOP("FieldTitle", "Teacher ID")},
        {QStringLiteral("proctor_id"), QT_TRANSLATE_NOOP("FieldTitle", "Proctor ID")},
        {QStringLiteral("school_id"), QT_TRANSLATE_NOOP("FieldTitle", "School")},
        {QStringLiteral("birth_date"), QT_TRANSLATE_NOOP("FieldTitle", "Date of birth")},
        {QStringLiteral("email"), QT_TRANSLATE_NOOP("FieldTitle", "E-mail")},
        {QStringLiteral("contact_email"), QT_TRANSLATE_NOOP("FieldTitle", "Contact e-mail")},
        {QStringLiteral("teacher_email"), QT_TRANSLATE_NOOP("FieldTitle", "Teacher e-mail")},
        {QStringLiteral("proctor_email"), QT_TRANSLATE_NOOP("FieldTitle", "Proctor e-mail")},
        {QStringLiteral("iep"), QT_TRANSLATE_NOOP("FieldTitle", "IEP")},
        {QStringLiteral("el"), QT_TRANSLATE_NOOP("FieldTitle", "EL")},
        {QStringLiteral("section_504"), QT_TRANSLATE_NOOP("FieldTitle", "Section 504")},
        {QStringLiteral("is_cte"), QT_TRANSLATE_NOOP("FieldTitle", "Is CTE")},
        {QStringLiteral("cip_code"), QT_TRANSLATE_NOOP("FieldTitle", "CIP code")},
    };
    return titles;
}

QString plainTitle(const QString &field)
{
    QString words = field;
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (words.endsWith(QLatin1String(" id")))
        words.chop(3);
    return words.isEmpty() ? words : words.left(1).toUpper() + words.mid(1);
}

} // namespace

QString fieldTitle(const QString &field)
{
    if (const char *special = specialTitles().value(field))
        return QCoreApplication::translate("FieldTitle", special);
    return QCoreApplication::translate("FieldTitle", plainTitle(field).toUtf8().constData());
}

QString fieldHeading(const QString &field)
{
    QString words = field;
    words.replace(QLatin1Char('_'), QLatin1Char(' '));
    return words.left(1).toUpper() + words.mid(1);
}

} // namespace certdesk
