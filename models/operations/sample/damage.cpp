// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/damage.h"

#include "models/operations/sample/inputfiles.h"

namespace certdesk::sample {

namespace {

/// Letters that Windows-1252 lacks lose their marks, as they do in the programs that write it.
QString inWindows1252(const QString &text)
{
    QString shown;
    for (const QChar c : text)
        shown += c.unicode() < 256 ? c : c.decomposition().isEmpty() ? QChar(u'?') : c.decomposition().at(0);
    return shown;
}

QByteArray wide(const QString &text, bool isBigEndian)
{
    QByteArray bytes(isBigEndian ? "\xfe\xff" : "\xff\xfe");
    for (const QChar c : text) {
        const char high = static_cast<char>(c.unicode() >> 8);
        const char low = static_cast<char>(c.unicode() & 0xff);
        bytes.append(isBigEndian ? high : low).append(isBigEndian ? low : high);
    }
    return bytes;
}

} // namespace

DamagedFile::DamagedFile(const QString &name, const QStringList &columns, Pcg32 random) : m_name(name), m_columns(columns), m_random(random) {}

int DamagedFile::column(const char *field) const
{
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].endsWith(QLatin1Char('=') + QLatin1String(field)))
            return i;
    }
    return -1;
}

void DamagedFile::note(Line &line, const DamageOperator &how, int column, const QString &original, const QString &repaired)
{
    QJsonObject entry{{QStringLiteral("file"), m_name},
                      {QStringLiteral("operator"), how.key()},
                      {QStringLiteral("column"), column < 0 ? QString() : m_columns[column].section(QLatin1Char('='), 0, 0)},
                      {QStringLiteral("original"), original},
                      {QStringLiteral("damaged"), column < 0 ? QString() : line.cells[column]},
                      {QStringLiteral("code"), QString::fromLatin1(how.code)},
                      {QStringLiteral("repairable"), how.isRepairable}};
    if (how.isRepairable && column >= 0)
        entry.insert(QStringLiteral("repaired"), repaired);
    line.notes.append(entry);
}

void DamagedFile::noteFile(const DamageOperator &how)
{
    Line whole;
    note(whole, how, -1, {}, {});
    whole.notes.first().insert(QStringLiteral("row"), 0);
    truth.append(whole.notes.first());
}

void DamagedFile::damageCell(const DamageOperator &how, Line &line, bool isNoted)
{
    const int place = column(how.field);
    const QString original = line.cells.value(place);
    const QString damaged = how.damaged(original, m_random);
    if (place < 0 || damaged == original)
        return;
    line.cells[place] = damaged;
    if (isNoted)
        note(line, how, place, original, original);
}

/// The row, and what stands after it now.
QVector<DamagedFile::Line> DamagedFile::damagedRow(const DamageOperator &how, const Line &line, const Line &before)
{
    const QString key = how.key();
    if (key == QLatin1String("blank-rows")) {
        Line blank{QStringList(line.cells.size(), QString()), false, {}, {}};
        note(blank, how, -1, {}, {});
        return {blank, line};
    }
    Line changed = line;
    if (key == QLatin1String("extra-cells")) {
        changed.cells.append(QStringLiteral("x"));
    } else if (key == QLatin1String("short-rows")) {
        changed.cells.resize(std::max<qsizetype>(1, changed.cells.size() - 2));
    } else if (key == QLatin1String("shared-mail")) {
        changed.cells[column("email")] = before.cells.value(column("email"));
    } else {
        changed.notes.clear();
        if (key == QLatin1String("contradicting-rows"))
            changed.cells[column("phone")] = QStringLiteral("555-0199");
        else if (key == QLatin1String("second-school"))
            changed.cells[column("school")] = before.cells.value(column("school")) + QStringLiteral("9");
        note(changed, how, -1, {}, {});
        return {line, changed};
    }
    note(changed, how, -1, {}, {});
    return {changed};
}

void DamagedFile::damageRows(const DamageOperator &how, int permille)
{
    QVector<Line> lines{m_lines.first()};
    for (qsizetype i = 1; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const bool isChosen = m_random.chance(permille) && line.cells.size() == m_columns.size() && i > 1;
        lines += isChosen ? damagedRow(how, line, m_lines[i - 1]) : QVector<Line>{line};
    }
    m_lines = lines;
}

DamagedFile::Line DamagedFile::acrossLine(const DamageOperator &how, const QString &text)
{
    Line line{{text}, true, {}, {}};
    note(line, how, -1, {}, {});
    return line;
}

void DamagedFile::damageHeader(const DamageOperator &how)
{
    QStringList &header = m_lines.first().cells;
    const QString key = how.key();
    if (key == QLatin1String("duplicate-header"))
        header[column("middle")] = header[column("first")];
    else if (key == QLatin1String("misspelled-header"))
        header[column("year")].remove(QLatin1Char('u'));
    else if (key == QLatin1String("unnamed-column"))
        header[column("phone")].clear();
    else if (key == QLatin1String("no-header"))
        m_lines.removeFirst();
}

/// Operators on the whole text that change its lines; the others change how it is written.
void DamagedFile::damageFile(const DamageOperator &how)
{
    const QString key = how.key();
    m_applied.append(key);
    if (key == QLatin1String("totals-line")) {
        m_lines.append(acrossLine(how, QStringLiteral("Total students: %1").arg(m_rows.size())));
        return;
    }
    if (key == QLatin1String("preamble")) {
        m_lines.prepend(acrossLine(how, QStringLiteral("Drawn on %1").arg(isoDay(asOf()))));
        m_lines.prepend(acrossLine(how, QStringLiteral("Student roster")));
        return;
    }
    if (key == QLatin1String("trailing-blank-rows"))
        m_lines.insert(m_lines.size(), 1000, Line{QStringList(m_columns.size(), QString()), false, {}, {}});
    else if (key == QLatin1String("cut-off"))
        m_lines.resize(std::max<qsizetype>(3, m_lines.size() * 6 / 10));
    damageHeader(how);
    noteFile(how);
}

void DamagedFile::apply(const DamageOperator &how, int permille)
{
    switch (how.reach) {
    case DamageOperator::Reach::Cell:
        for (qsizetype i = 1; i < m_lines.size(); ++i) {
            if (m_random.chance(permille) && !m_lines[i].isText)
                damageCell(how, m_lines[i], true);
        }
        return;
    case DamageOperator::Reach::Column:
        for (qsizetype i = 1; i < m_lines.size(); ++i)
            damageCell(how, m_lines[i], false);
        noteFile(how);
        return;
    case DamageOperator::Reach::Row:
        damageRows(how, permille);
        return;
    case DamageOperator::Reach::File:
        damageFile(how);
        return;
    case DamageOperator::Reach::Package:
        return; // of packages: damagePackage()
    }
}

QByteArray DamagedFile::lineEnd(qsizetype line) const
{
    if (has("cr-line-ends"))
        return "\r";
    return has("mixed-line-ends") && line % 2 == 1 ? "\n" : "\r\n";
}

QByteArray DamagedFile::written(const Line &line, qsizetype place) const
{
    const char delimiter = has("semicolon") ? ';' : has("pipe") ? '|' : has("tab") ? '\t' : ',';
    QByteArray end = lineEnd(place);
    if (has("trailing-delimiters") && !line.isText)
        end.prepend(delimiter);
    QByteArray bytes = delimitedLine(line.cells, delimiter, end);
    if (has("blank-after-delimiter") && !line.isText)
        bytes = line.cells.join(QLatin1String(", ")).contains(QLatin1Char('"')) ? bytes : line.cells.join(QLatin1String(", ")).toUtf8() + end;
    if (has("unclosed-quote") && place == m_lines.size() / 2)
        bytes.prepend('"');
    if (has("cut-off") && place + 1 == m_lines.size())
        bytes.truncate(bytes.size() / 3);
    return bytes;
}

QByteArray DamagedFile::damaged(const QVector<Damage> &operators)
{
    QStringList header;
    for (const QString &name : std::as_const(m_columns))
        header.append(name.section(QLatin1Char('='), 0, 0));
    m_lines = QVector<Line>{{header, false, {}, {}}} + m_rows;
    for (const DamageOperator &how : damageCatalogue()) {
        for (const Damage &damage : operators) {
            if (damage.name == QLatin1String(how.name))
                apply(how, damage.permille);
        }
    }
    QByteArray text = has("separator-line") ? QByteArray("sep=") + (has("semicolon") ? ";" : has("pipe") ? "|" : has("tab") ? "\t" : ",") + "\r\n" : QByteArray();
    qint64 row = has("separator-line") ? 2 : 1;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        if (has("windows-1252")) {
            for (QString &cell : line.cells)
                cell = inWindows1252(cell);
        }
        for (QJsonObject &entry : line.notes) {
            entry.insert(QStringLiteral("row"), row);
            truth.append(entry);
        }
        if (!line.person.isEmpty())
            persons.append(QJsonArray{row, line.person});
        text += written(line, i);
        row += 1 + line.cells.join(QChar()).count(QLatin1Char('\n'));
    }
    return encoded(text);
}

QByteArray DamagedFile::encoded(const QByteArray &text) const
{
    if (has("bom") || has("double-bom"))
        return (has("double-bom") ? "\xef\xbb\xbf\xef\xbb\xbf" : "\xef\xbb\xbf") + text;
    if (has("windows-1252"))
        return QString::fromUtf8(text).toLatin1();
    if (has("utf-16") || has("utf-16-be"))
        return wide(QString::fromUtf8(text), has("utf-16-be"));
    return text;
}

} // namespace certdesk::sample
