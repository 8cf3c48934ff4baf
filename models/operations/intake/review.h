// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/importrun.h"
#include "models/operations/roster/rosteroperation.h"

#include <functional>
#include <memory>

namespace certdesk {

/// One field that a row would change, in the words of a person.
struct ReviewChange
{
    QString field; ///< name, as in the mapping where a column feeds it
    QString title;
    QString before;
    QString after;
};

/// One line of Review.
struct ReviewLine
{
    int row = 0; ///< of the file as a person counts them; 0: not in the file
    RowStatus status = RowStatus::Unchanged;
    bool held = false;
    QString person;
    QString school;
    QString grade;
    IntakeFindings findings; ///< of this row, the one that decides first
    QString effect;          ///< what would happen: "Grade 09 → 10"
    QVector<ReviewChange> changes;
};

/// What Review asks of its lines.
struct ReviewFilter
{
    QSet<RowStatus> statuses; ///< empty: all
    bool heldOnly = false;
    QString code;
    QString school;
    QString grade;
    QString text;
    bool operator==(const ReviewFilter &) const = default;
};

/// The rows of a plan as Review shows them, whatever the operation. Lines are made when they are asked for, so that 2,000,000 rows
/// cost no more than their plan. Never changes once made: any thread may read it.
class Review
{
public:
    virtual ~Review() = default;

    virtual int rowCount() const = 0;
    virtual ReviewLine line(int index) const = 0;
    virtual RowStatus status(int index) const = 0;
    virtual bool isHeld(int index) const = 0;
    /// Of the first finding; empty for none.
    virtual QString code(int index) const = 0;
    virtual int fileRow(int index) const = 0;

    const Table &table() const { return *m_table; }
    const Mapping &mapping() const { return m_mapping; }
    /// Data row of the table, -1 for a line that is not in the file.
    int tableRow(int index) const;
    QString cell(int index, int column) const;
    QString school(int index) const;
    QString grade(int index) const;
    int count(RowStatus status) const { return m_counts[static_cast<size_t>(status)]; }
    int heldBack() const { return m_held; }
    int heldBack(RowStatus status) const { return m_heldStatuses[static_cast<size_t>(status)]; }
    /// Index of the first line that holds back, or -1.
    int firstHeld() const { return m_firstHeld; }
    /// What the file as a whole has: "R06", "H07" …
    const IntakeFindings &fileFindings() const { return m_fileFindings; }
    /// Each code, school and grade that occurs, with the number of its lines.
    const QMap<QString, int> &codes() const { return m_codes; }
    const QMap<QString, int> &schools() const { return m_schools; }
    const QMap<QString, int> &grades() const { return m_grades; }
    /// Codes of lines that hold back and could be accepted or decided, with the number of lines.
    const QMap<QString, int> &heldCodes() const { return m_heldCodes; }
    /// Whether anything would be written.
    virtual bool writesAnything() const = 0;

    /// Positions of the lines that pass, in their order; nothing when it was cancelled.
    std::optional<QVector<int>> filtered(const ReviewFilter &filter, const std::function<bool()> &isCancelled = {}) const;

protected:
    Review(std::shared_ptr<const Table> table, const Mapping &mapping);
    void summarize();
    QString field(int index, const char *name) const;
    QString personInFile(int index) const;

    IntakeFindings m_fileFindings;

private:
    bool passes(int index, const ReviewFilter &filter) const;

    std::shared_ptr<const Table> m_table;
    Mapping m_mapping;
    const ImportKind *m_kind;
    QHash<int, int> m_rows; ///< by file row
    std::array<int, rowStatusCount> m_counts{};
    std::array<int, rowStatusCount> m_heldStatuses{};
    int m_held = 0;
    int m_firstHeld = -1;
    QMap<QString, int> m_codes;
    QMap<QString, int> m_schools;
    QMap<QString, int> m_grades;
    QMap<QString, int> m_heldCodes;
};

/// `present` is what the plan was compared with: the values before come from it.
std::shared_ptr<const Review> reviewOf(std::shared_ptr<const Table> table, std::shared_ptr<const ImportPlan> plan, const PresentData &present);
/// `names`: by student id.
std::shared_ptr<const Review> reviewOf(std::shared_ptr<const Table> table, const Mapping &mapping,
                                       std::shared_ptr<const PlannedRosterOperation> planned, const QHash<qint64, QString> &names);

} // namespace certdesk
