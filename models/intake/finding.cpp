// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/finding.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>

namespace certdesk {

namespace {

struct CodeText
{
    const char *code;
    IntakeSeverity severity;
    const char *message;
    const char *next;
};

constexpr IntakeSeverity E = IntakeSeverity::Error;
constexpr IntakeSeverity P = IntakeSeverity::Decision;
constexpr IntakeSeverity W = IntakeSeverity::Warning;
constexpr IntakeSeverity I = IntakeSeverity::Information;

#define CODE(code, severity, message, next) {code, severity, QT_TRANSLATE_NOOP("intake", message), QT_TRANSLATE_NOOP("intake", next)}

const CodeText fileCodes[] = {
    CODE("F01", E, "The file is empty", "Export it again; check that the SIS filter returns rows"),
    CODE("F02", E, "This is not a table (%1)", "Save as XLSX or CSV"),
    CODE("F03", E, "Bytes at offset %1 fit no supported encoding", "Choose the encoding, or export as UTF-8"),
    CODE("F04", W, "Encoding taken to be %1 (%2 %)", "Look at the sample names; change if they look wrong"),
    CODE("F05", W, "Delimiter is not certain: %1 or %2", "Pick the view with the right columns"),
    CODE("F06", I, "Mixed line ends", "None needed"),
    CODE("F07", W, "%1 lines before the header are left out", "Check that the marked line is the header"),
    CODE("F08", E, "No header row found", "Name the columns, or mark the header line"),
    CODE("F09", W, "%1 tables in one sheet; table %2 is used", "Choose the table"),
    CODE("F10", E, "Quote opened in row %1 never closes, or the last row is cut",
         "The export may be incomplete; export again"),
    CODE("F11", P, "%1 sheets found", "Choose the sheet"),
    CODE("F12", E, "Archive refused: %1", "Unpack it yourself and choose the file"),
    CODE("F13", E, "Package incomplete: %1", "Ask for a complete export"),
    CODE("F14", E, "The file is locked or has changed since the review",
         "Close it in the spreadsheet program; review again"),
    CODE("F15", E, "Limit exceeded: %1", "Split the file or raise the limit in Settings"),
    CODE("F16", W, "Header only, no data rows", "Check the SIS filter"),
    CODE("F17", W, "Hidden or merged cells, or formula cells without stored value: %1", "Check the marked cells"),
    CODE("H01", W, "Column %1 has no name", "Name it or leave it out"),
    CODE("H02", E, "Column name \"%1\" occurs %2 times", "Choose which one to use"),
    CODE("H03", E, "Required field \"%1\" has no column", "Choose the fitting column for it"),
    CODE("H04", E, "Two columns feed \"%1\"", "Keep one"),
    CODE("H05", P, "\"%1\" was taken for \"%2\"", "Confirm or change"),
    CODE("H06", P, "Column \"%1\" no longer holds what the profile knows (%2, %3)", "Remap or accept as new normal"),
    CODE("H07", I, "%1 columns are not used", "None needed"),
    CODE("R01", I, "Blank rows left out: %1", "None needed"),
    CODE("R02", E, "Row has %1 cells, header has %2", "Usually an unquoted delimiter; quote the cell that holds it"),
    CODE("R03", W, "Row has fewer cells than the header (%1 of %2)", "Fill in or skip"),
    CODE("R04", I, "Same as row %1", "None needed"),
    CODE("R05", P, "Same record as row %1, but %2 differ", "Choose the right row"),
    CODE("R06", P, "This looks like a total or footer line", "Confirm skipping"),
    CODE("R08", E, "Organizations refer to each other in a circle: %1", "Correct in the source system"),
    CODE("R09", W, "%1 rows of a delta set inside a full set, or status in a full set", "Confirm how to treat it"),
    CODE("R10", W, "%1", "Choose one"),
    CODE("R07", E, "%1 refers to %2, which is not in the database", "Import it first, or correct it"),
};

const CodeText cellCodes[] = {
    CODE("C01", E, "\"%1\" is empty", "Fill in"),
    CODE("C02", E, "\"%1\" is not a %2", "Correct"),
    CODE("C03", E, "\"%1\" is not a valid date", "Correct"),
    CODE("C04", P, "Dates in \"%1\" can be read in two ways", "Choose month first or day first"),
    CODE("C05", E, "Grade \"%1\" is unknown", "Map it to a grade"),
    CODE("C06", E, "\"%1\" is not one of %2", "Choose"),
    CODE("C07", E, "Longer than %1 characters", "Shorten; it is never cut for you"),
    CODE("C08", P, "Identifier looks damaged: %1 → %2? (%3)", "Accept or correct"),
    CODE("C09", I, "Control or invisible characters removed from %1 values in \"%2\"", "Check"),
    CODE("C10", P, "Letters look garbled: \"%1\" → \"%2\"?", "Accept for the column"),
    CODE("C11", W, "Text that a spreadsheet would run as a formula", "Kept as text; made safe on export"),
    CODE("C12", W, "%1 weak passwords", "Choose a longer one or generate"),
    CODE("C13", W, "Age %1 is unusual for grade %2", "Check date of birth"),
    CODE("C14", W, "Graduating year %1 does not fit grade %2", "Check; retained?"),
    CODE("C15", I, "Blanks around the value removed from %1 values in \"%2\"", "None needed"),
    CODE("K01", E, "No student has %1", "Register now, choose the person, or skip"),
    CODE("K02", P, "Registered at %1", "Migrate"),
    CODE("K03", P, "Archived here since %1", "Restore"),
    CODE("K04", P, "Two possible records: %1", "Compare and choose"),
    CODE("K05", E, "Login is used by %1", "Other login, or same person?"),
    CODE("K06", P, "The identifier belongs to %1, file says %2", "Same person with a new name, or wrong ID?"),
    CODE("K07", P, "Grade %1 to %2 is not one step; %3", "Correct, or override with reason"),
    CODE("K08", I, "Already promoted for %1", "None needed"),
    CODE("K09", W, "Returns to grade %1, where results exist", "Open new attempts"),
    CODE("K10", P, "%1 has no grade after %2", "Archive as graduate or move to the next school"),
    CODE("K11", W, "The roster of this school comes from %1", "Change it in the SIS; a change here lasts until the next roster"),
    CODE("K12", W, "Teacher %1 is unknown or not unique", "Choose, import staff, leave open"),
    CODE("K13", E, "School %1 is unknown, or not one of yours", "Map the school"),
    CODE("K14", P, "%1 replaces %2 for %3", "Confirm re-keying"),
    CODE("K16", I, "Manual edit kept: %1", "Override for this batch"),
    CODE("ROLE", P, "%1 would get the role %2", "Accept it, or leave the role out"),
    CODE("B01", E, "%1: %2 of %3 would be %4 (usual %5)", "Check the file; override with reason"),
    CODE("B02", I, "Identical to batch %1 of %2", "None needed"),
    CODE("B03", W, "Older than the last import (%1)", "Check that this is the newest file"),
    CODE("B04", E, "This looks like %1", "Choose the right file, school or operation"),
    CODE("B05", P, "The ID scheme changed: %1 people match by name and birth date", "Re-key, with list"),
    CODE("B06", W, "The file may be cut off: %1", "Export again"),
    CODE("B07", E, "Blackout period until %1", "Wait or override"),
};

#undef CODE

const CodeText &textOf(const QString &code)
{
    static const QHash<QString, const CodeText *> catalogue = [] {
        QHash<QString, const CodeText *> all;
        for (const CodeText &text : fileCodes)
            all.insert(QLatin1String(text.code), &text);
        for (const CodeText &text : cellCodes)
            all.insert(QLatin1String(text.code), &text);
        return all;
    }();
    const CodeText *text = catalogue.value(code);
    Q_ASSERT_X(text, "intakeFinding", qPrintable(code));
    return *text;
}

} // namespace

IntakeFinding intakeFinding(const char *code, const QStringList &arguments)
{
    IntakeFinding finding;
    finding.code = QLatin1String(code);
    const CodeText &text = textOf(finding.code);
    finding.severity = text.severity;
    finding.message = QCoreApplication::translate("intake", text.message);
    for (qsizetype i = 0; i < arguments.size(); ++i)
        finding.message.replace(QLatin1Char('%') + QString::number(i + 1), arguments[i]);
    finding.next = QCoreApplication::translate("intake", text.next);
    return finding;
}

IntakeFinding intakeFinding(const char *code, IntakeSeverity severity, const QStringList &arguments)
{
    IntakeFinding finding = intakeFinding(code, arguments);
    finding.severity = severity;
    return finding;
}

bool hasError(const IntakeFindings &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(), [](const IntakeFinding &finding) { return finding.isError(); });
}

} // namespace certdesk
