// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/damageoperators.h"
#include "models/operations/sample/sampleoptions.h"

#include <QJsonArray>
#include <QJsonObject>

namespace certdesk::sample {

/// A roster file that is damaged on purpose, and the truth about it.
class DamagedFile
{
public:
    /// `columns` are pairs "header=field" as in RosterDialect.
    DamagedFile(const QString &name, const QStringList &columns, Pcg32 random);

    /// To be called before damaged(): a row and the hidden id of its person.
    void add(const QStringList &cells, const QString &person = {}) { m_rows.append({cells, false, person, {}}); }
    QByteArray damaged(const QVector<Damage> &operators);

    /// {file,row,column,original,damaged,code,operator,repairable}; row as a person counts it, 0 for the file as a whole.
    QVector<QJsonObject> truth;
    /// [row, hidden id of the person] for each row that names one.
    QJsonArray persons;

private:
    struct Line
    {
        QStringList cells;
        bool isText = false; ///< one text across the line, not a row
        QString person;
        QVector<QJsonObject> notes;
    };
    void apply(const DamageOperator &how, int permille);
    void damageCell(const DamageOperator &how, Line &line, bool isNoted);
    void damageRows(const DamageOperator &how, int permille);
    QVector<Line> damagedRow(const DamageOperator &how, const Line &line, const Line &before);
    void damageFile(const DamageOperator &how);
    void damageHeader(const DamageOperator &how);
    Line acrossLine(const DamageOperator &how, const QString &text);
    void note(Line &line, const DamageOperator &how, int column, const QString &original, const QString &repaired);
    void noteFile(const DamageOperator &how);
    QByteArray lineEnd(qsizetype line) const;
    QByteArray written(const Line &line, qsizetype place) const;
    QByteArray encoded(const QByteArray &text) const;
    int column(const char *field) const;
    bool has(const char *how) const { return m_applied.contains(QLatin1String(how)); }

    QString m_name;
    QStringList m_columns;
    Pcg32 m_random;
    QVector<Line> m_rows;
    QVector<Line> m_lines; ///< header, rows and what is between them
    QStringList m_applied;
};

} // namespace certdesk::sample
