// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/pcg32.h"

#include <QSet>
#include <QString>

namespace certdesk::sample {

struct PersonName
{
    QString first;
    QString middle;
    QString last;
    QString suffix;
    QString preferred; ///< first name the person goes by, when it is not the legal one
    QChar gender = QLatin1Char('F');
};

/// Invents people: combinations from lists, with the names that break careless programs: marks, apostrophes, hyphens,
/// two surnames, one-word and very long names, suffixes, preferred names.
class NameMaker
{
public:
    explicit NameMaker(Pcg32 random) : m_random(random) {}
    PersonName next();
    QString firstName(QChar gender);
    QString lastName();

private:
    Pcg32 m_random;
    int m_count = 0;
};

/// Plain a–z and digits of a name: "Díaz-Ortega" is "diazortega". For logins and file names.
QString plainLetters(const QString &name);

/// Gives out sign-in names, each once: "jdoe31", then "jdoe31b", …
class LoginMaker
{
public:
    QString next(const PersonName &name, const QString &tail, const QString &domain = {});

private:
    QSet<QString> m_taken;
};

} // namespace certdesk::sample
