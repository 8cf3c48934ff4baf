// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace certdesk {

/// A field whose values are words of a list (resources/intake/codes.tsv): gender, the program flags, roles. Anything else is
/// C06, never a default.
bool isCodedField(const QString &field);
/// The name under which a field of a kind of import is in the list ("staff.role", "gender"); empty when it is not.
QString codedFieldOf(const QString &kind, const QString &field);
/// The stored word for a spelling ("Female" is F); nothing for an unknown one.
std::optional<QString> codedValue(const QString &field, const QString &text);
/// The stored words of a field, for the message.
QStringList codesOfField(const QString &field);

} // namespace certdesk
