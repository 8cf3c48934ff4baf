// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace certdesk {

struct LoginParts
{
    QString first;
    QString middle;
    QString last;
    QString localId;
    qint64 graduatingYear = 0;
};

/// %f first name, %m middle, %l last, %y graduating year, %i local ID; a number before the letter is the longest
/// length ("%1f"); of a year the last digits are taken. Small ASCII letters, digits and .-_@ are left, letters lose their marks.
QString loginFromTemplate(const QString &pattern, const LoginParts &parts);
/// Empty when the template can be used; else what is wrong with it.
QString loginTemplateFault(const QString &pattern);

} // namespace certdesk
