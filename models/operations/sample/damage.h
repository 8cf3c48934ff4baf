// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/pcg32.h"
#include "models/operations/sample/sampleoptions.h"

#include <QJsonObject>
#include <QStringList>

namespace certdesk::sample {

/// The ways in which a file can be damaged as real ones are (R-625, section 9 of the roster specification), in the order in
/// which several are applied.
const QStringList &damageOperators();
/// Thousandths of the rows or cells touched when no rate is given; 1000 for operators that change the whole file.
int defaultRate(const QString &name);

/// A roster file that is damaged on purpose, and the truth about it.
class DamagedFile
{
public:
    /// `columns` are pairs "header=field" as in RosterDialect.
    DamagedFile(const QString &name, const QStringList &columns, Pcg32 random);

    QVector<QStringList> rows; ///< to be filled before damaged() is called
    /// {file,row,column,original,damaged,code,operator,repairable}; row as a person counts it, 0 for the file as a whole.
    QVector<QJsonObject> truth;

    QByteArray damaged(const QVector<Damage> &operators);

private:
    struct Line
    {
        QStringList cells;
        bool isText = false; ///< one text across the line, not a row
        QVector<QJsonObject> notes;
    };
    void build();
    void apply(const Damage &damage);
    bool applyToRows(const Damage &damage);
    void applyToCell(const QString &name, Line &line);
    void note(Line &line, const QString &name, int column, const QString &original, const char *code, bool isRepairable);
    void noteFile(const QString &name, const char *code);
    QByteArray encoded(QByteArray text);
    int column(const char *field) const;

    QString m_name;
    QStringList m_columns;
    Pcg32 m_random;
    QVector<Line> m_lines;
    char m_delimiter = ',';
    QByteArray m_lineEnd = "\r\n";
    QString m_encoding;
    bool m_isCut = false;
};

} // namespace certdesk::sample
