// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace certdesk {

/// E stops the row (or the file), P needs a decision, W leaves the row usable, I is information.
enum class IntakeSeverity : char { Error = 'E', Decision = 'P', Warning = 'W', Information = 'I' };

/// Something the intake found in a file: in one cell, one row, one column or the file itself.
struct IntakeFinding
{
    QString code;
    IntakeSeverity severity = IntakeSeverity::Error;
    QString file;    ///< of a package; empty where there is only one
    int row = 0;     ///< line or sheet row as a person counts it; 0: the file or a column
    int column = 0;  ///< counted from 1; 0: no single column
    QString field;   ///< snake case name of the field, where there is one
    QString value;   ///< never a password
    int confidence = 0; ///< of a proposal, per cent; 0: none is told
    QString message; ///< for the person
    QString next;    ///< what to do

    bool isError() const { return severity == IntakeSeverity::Error; }
    bool needsDecision() const { return severity == IntakeSeverity::Decision; }
};

using IntakeFindings = QVector<IntakeFinding>;

/// A finding with the message, severity and next action of the catalogue (roster chapter, section 7). The arguments fill
/// %1, %2 … of the message. An unknown code is a bug.
IntakeFinding intakeFinding(const char *code, const QStringList &arguments = {});
IntakeFinding intakeFinding(const char *code, IntakeSeverity severity, const QStringList &arguments = {});

/// True when any finding is of severity E: the file (or row) cannot be used as it stands.
bool hasError(const IntakeFindings &findings);

} // namespace certdesk
