// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/damage.h"

#include "models/operations/sample/inputfiles.h"

namespace certdesk::sample {

namespace {

/// What Excel shows of a long number: three digits and the exponent.
QString scientific(const QString &digits)
{
    QString number = digits;
    while (number.startsWith(QLatin1Char('0')))
        number.remove(0, 1);
    if (number.size() < 4)
        return digits;
    return QStringLiteral("%1.%2E+%3").arg(number.at(0)).arg(number.mid(1, 2)).arg(number.size() - 1, 2, 10, QLatin1Char('0'));
}

QString withoutZeros(QString digits)
{
    while (digits.size() > 1 && digits.startsWith(QLatin1Char('0')))
        digits.remove(0, 1);
    return digits;
}

/// Letters that Windows-1252 lacks lose their marks, as they do in the programs that write it.
QString inWindows1252(const QString &text)
{
    QString shown;
    for (const QChar c : text)
        shown += c.unicode() < 256 ? c : c.decomposition().isEmpty() ? QChar(u'?') : c.decomposition().at(0);
    return shown;
}

} // namespace

const QStringList &damageOperators()
{
    static const QStringList names = QStringLiteral("lost-zeros exponent unknown-grade formulas stray-blanks windows-1252 utf-16 bom duplicate-rows "
                                                    "blank-rows totals-line preamble semicolon cr-line-ends cut-off")
                                         .split(QLatin1Char(' '));
    return names;
}

int defaultRate(const QString &name)
{
    static const QStringList some = QStringLiteral("lost-zeros exponent unknown-grade formulas stray-blanks duplicate-rows blank-rows").split(QLatin1Char(' '));
    return some.contains(name) ? 20 : 1000;
}

DamagedFile::DamagedFile(const QString &name, const QStringList &columns, Pcg32 random) : m_name(name), m_columns(columns), m_random(random) {}

int DamagedFile::column(const char *field) const
{
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].endsWith(QLatin1Char('=') + QLatin1String(field)))
            return i;
    }
    return -1;
}

void DamagedFile::note(Line &line, const QString &name, int column, const QString &original, const char *code, bool isRepairable)
{
    line.notes.append({{QStringLiteral("file"), m_name},
                       {QStringLiteral("operator"), name},
                       {QStringLiteral("column"), column < 0 ? QString() : m_columns[column].section(QLatin1Char('='), 0, 0)},
                       {QStringLiteral("original"), original},
                       {QStringLiteral("damaged"), column < 0 ? QString() : line.cells[column]},
                       {QStringLiteral("code"), QString::fromLatin1(code)},
                       {QStringLiteral("repairable"), isRepairable}});
}

void DamagedFile::noteFile(const QString &name, const char *code)
{
    Line whole;
    note(whole, name, -1, {}, code, true);
    whole.notes.first().insert(QStringLiteral("row"), 0);
    truth.append(whole.notes.first());
}

void DamagedFile::applyToCell(const QString &name, Line &line)
{
    const auto change = [&](const char *field, const QString &damaged, const char *code, bool isRepairable) {
        const int place = column(field);
        const QString original = line.cells[place];
        if (damaged == original)
            return;
        line.cells[place] = damaged;
        note(line, name, place, original, code, isRepairable);
    };
    const auto cell = [&](const char *field) { return line.cells[column(field)]; };
    static const QVector<QString> grades{QStringLiteral("XX"), QStringLiteral("17"), QStringLiteral("ninth-ish"), QStringLiteral("?"), QStringLiteral("9/10")};
    if (name == QLatin1String("lost-zeros"))
        change("ssid", withoutZeros(cell("ssid")), "C08", true);
    else if (name == QLatin1String("exponent"))
        change("ssid", scientific(cell("ssid")), "C08", false);
    else if (name == QLatin1String("unknown-grade"))
        change("grade", m_random.pick(grades), "C05", false);
    else if (name == QLatin1String("formulas"))
        change("preferred", QStringLiteral("=1+") + QString::number(m_random.below(9)), "C11", false);
    else if (name == QLatin1String("stray-blanks"))
        change("last", QLatin1Char(' ') + cell("last") + QLatin1String("  "), "C15", true);
}

/// Operators that work on chosen rows; false when the operator is none of them.
bool DamagedFile::applyToRows(const Damage &damage)
{
    if (damage.permille > 0 && defaultRate(damage.name) == 1000)
        return false;
    QVector<Line> lines{m_lines.first()};
    for (qsizetype i = 1; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        const bool isChosen = m_random.chance(damage.permille);
        if (isChosen && damage.name == QLatin1String("blank-rows")) {
            Line blank{QStringList(line.cells.size(), QString()), false, {}};
            note(blank, damage.name, -1, {}, "R01", true);
            lines.append(blank);
        } else if (isChosen && damage.name != QLatin1String("duplicate-rows") && !line.isText) {
            applyToCell(damage.name, line);
        }
        lines.append(line);
        if (isChosen && damage.name == QLatin1String("duplicate-rows")) {
            Line again{line.cells, false, {}};
            note(again, damage.name, -1, {}, "R04", true);
            lines.append(again);
        }
    }
    m_lines = lines;
    return true;
}

void DamagedFile::apply(const Damage &damage)
{
    if (applyToRows(damage))
        return;
    const auto across = [&](const QString &text, const char *code) {
        Line line{{text}, true, {}};
        note(line, damage.name, -1, {}, code, true);
        return line;
    };
    if (damage.name == QLatin1String("windows-1252") || damage.name == QLatin1String("utf-16") || damage.name == QLatin1String("bom")) {
        m_encoding = damage.name;
        noteFile(damage.name, damage.name == QLatin1String("windows-1252") ? "F04" : "");
    } else if (damage.name == QLatin1String("totals-line")) {
        m_lines.append(across(QStringLiteral("Total students: %1").arg(rows.size()), "R06"));
    } else if (damage.name == QLatin1String("preamble")) {
        m_lines.prepend(across(QStringLiteral("Drawn on %1").arg(isoDay(asOf())), "F07"));
        m_lines.prepend(across(QStringLiteral("Student roster"), "F07"));
    } else if (damage.name == QLatin1String("semicolon")) {
        m_delimiter = ';';
        noteFile(damage.name, "");
    } else if (damage.name == QLatin1String("cr-line-ends")) {
        m_lineEnd = "\r";
        noteFile(damage.name, "");
    } else if (damage.name == QLatin1String("cut-off")) {
        m_isCut = true;
        noteFile(damage.name, "B06");
    }
}

void DamagedFile::build()
{
    QStringList header;
    for (const QString &name : std::as_const(m_columns))
        header.append(name.section(QLatin1Char('='), 0, 0));
    m_lines = {{header, false, {}}};
    for (const QStringList &row : std::as_const(rows))
        m_lines.append({row, false, {}});
}

QByteArray DamagedFile::damaged(const QVector<Damage> &operators)
{
    build();
    for (const QString &name : damageOperators()) {
        for (const Damage &damage : operators) {
            if (damage.name == name)
                apply(damage);
        }
    }
    if (m_isCut)
        m_lines.resize(std::max<qsizetype>(3, m_lines.size() * 6 / 10));
    QByteArray text;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        for (int k = 0; k < line.cells.size() && m_encoding == QLatin1String("windows-1252"); ++k) {
            const QString original = line.cells[k];
            line.cells[k] = inWindows1252(original);
            if (line.cells[k] != original)
                note(line, m_encoding, k, original, "", false);
        }
        QByteArray bytes = delimitedLine(line.cells, m_delimiter, m_lineEnd);
        if (m_isCut && i + 1 == m_lines.size()) {
            bytes.truncate(bytes.size() / 3);
            note(line, QStringLiteral("cut-off"), -1, {}, "R03", false);
        }
        for (QJsonObject &entry : line.notes) {
            entry.insert(QStringLiteral("row"), i + 1);
            truth.append(entry);
        }
        text += bytes;
    }
    return encoded(text);
}

QByteArray DamagedFile::encoded(QByteArray text)
{
    if (m_encoding == QLatin1String("bom"))
        return "\xef\xbb\xbf" + text;
    if (m_encoding == QLatin1String("windows-1252"))
        return QString::fromUtf8(text).toLatin1();
    if (m_encoding != QLatin1String("utf-16"))
        return text;
    QByteArray wide("\xff\xfe");
    for (const QChar c : QString::fromUtf8(text))
        wide.append(static_cast<char>(c.unicode() & 0xff)).append(static_cast<char>(c.unicode() >> 8));
    return wide;
}

} // namespace certdesk::sample
