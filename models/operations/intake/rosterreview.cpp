// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/fieldtitle.h"
#include "models/operations/intake/review.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Review", text);
}

/// An operation on students whom a file names: upgrade, archive.
class RosterReview : public Review
{
public:
    RosterReview(std::shared_ptr<const Table> table, const Mapping &mapping, std::shared_ptr<const PlannedRosterOperation> planned,
                 const QHash<qint64, QString> &names)
        : Review(std::move(table), mapping), m_planned(std::move(planned)), m_names(names)
    {
        summarize();
    }

    int rowCount() const override { return static_cast<int>(m_planned->plan.rows.size()); }
    RowStatus status(int index) const override { return at(index).status; }
    bool isHeld(int index) const override { return at(index).isHeld || status(index) == RowStatus::Conflict || status(index) == RowStatus::Error; }
    QString code(int index) const override { return at(index).code; }
    int fileRow(int index) const override { return at(index).fileRow; }
    bool writesAnything() const override { return !m_planned->plan.changes.isEmpty(); }

    ReviewLine line(int index) const override
    {
        const RosterPlanRow &row = at(index);
        ReviewLine line{row.fileRow, row.status, isHeld(index), m_names.value(row.student), school(index), grade(index), {}, {}, {}};
        if (line.person.isEmpty())
            line.person = row.key.isEmpty() ? personInFile(index) : row.key;
        if (!row.code.isEmpty() || !row.message.isEmpty()) {
            IntakeFinding finding;
            finding.code = row.code;
            finding.row = row.fileRow;
            finding.message = row.message;
            finding.next = row.next;
            finding.severity = row.status == RowStatus::Error     ? IntakeSeverity::Error
                               : row.status == RowStatus::Conflict ? IntakeSeverity::Decision
                                                                   : IntakeSeverity::Information;
            line.findings.append(finding);
        }
        if (row.oldGrade != row.newGrade && !row.newGrade.isEmpty()) {
            line.changes.append({QStringLiteral("grade"), fieldTitle(QStringLiteral("grade")), row.oldGrade, row.newGrade});
            line.effect = tr("%1 %2 → %3").arg(fieldTitle(QStringLiteral("grade")), row.oldGrade, row.newGrade);
        } else if (row.status == RowStatus::Archive) {
            line.effect = tr("to the archive");
        } else if (row.status == RowStatus::Retain) {
            line.effect = tr("stays in grade %1").arg(row.oldGrade);
        }
        return line;
    }

private:
    const RosterPlanRow &at(int index) const { return m_planned->plan.rows[index]; }

    std::shared_ptr<const PlannedRosterOperation> m_planned;
    QHash<qint64, QString> m_names;
};

} // namespace

std::shared_ptr<const Review> reviewOf(std::shared_ptr<const Table> table, const Mapping &mapping,
                                       std::shared_ptr<const PlannedRosterOperation> planned, const QHash<qint64, QString> &names)
{
    return std::make_shared<RosterReview>(std::move(table), mapping, std::move(planned), names);
}

} // namespace certdesk
