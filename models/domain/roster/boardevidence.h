// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/roster/schoolboard.h"

namespace certdesk {

/// What the data says about one step of the board.
struct BoardEvidence
{
    bool isMet = false;     ///< done, by the table of R-031
    bool isStarted = false; ///< some of it has been done
    bool isBroken = false;  ///< it was done, but for rows that came later (R-034)
    bool isSettledBySignature = false; ///< what stood open when it was signed is a listed exception
    QVector<qint64> open;   ///< records that stand in the way
    QStringList names;      ///< the same in words
    QVector<BoardCount> counts;
};

/// The nine evidences of R-031, from the facts alone.
class BoardEvidences
{
public:
    explicit BoardEvidences(const BoardFacts &facts);
    BoardEvidence of(int step) const;

private:
    BoardEvidence promotion() const;
    BoardEvidence newStudents() const;
    BoardEvidence migrations() const;
    BoardEvidence passwords() const;
    BoardEvidence groups() const;
    BoardEvidence staff() const;
    BoardEvidence leavingClass() const;
    BoardEvidence leavers() const;
    BoardEvidence oldGroups() const;

    bool isActive(const Record &record) const { return record.text("status") != QLatin1String("archived"); }
    QVector<qint64> batches(const QStringList &kinds) const;
    void addIssues(BoardEvidence &evidence, const char *name, const QString &label, const char *code, const QStringList &kinds) const;
    void open(BoardEvidence &evidence, const Record &record) const;

    const BoardFacts &m_facts;
    QVector<const Record *> m_active;
    QHash<qint64, const Record *> m_thisYear; ///< enrollment, by student
    QSet<qint64> m_lastYear;                  ///< students who were enrolled somewhere the year before
};

} // namespace certdesk
