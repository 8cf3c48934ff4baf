// SPDX-License-Identifier: GPL-3.0-or-later
// Of RosterPlanner: new attempts at the assessments of a grade that is repeated (5.10).
#include "models/domain/roster/rosterplan.h"

#include <QCoreApplication>
#include <QMap>

namespace certdesk {

namespace {

QString tr(const char *text, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("RosterPlan", text, disambiguation, n);
}

} // namespace

/// attempt n+1 of every section and testing period, beside the earlier ones. Where one is open there is nothing to open.
int RosterPlanner::openAttempts(const Record &student, qint64 school, const NewAttempts &wanted)
{
    QMap<QPair<QString, QString>, const Record *> last;
    QSet<QPair<QString, QString>> open;
    const auto places = m_assessments.values(student.id);
    for (const qsizetype place : places) {
        const Record &attempt = m_present.assessments[place];
        const QPair<QString, QString> what{attempt.text("section_name"), attempt.text("period_name")};
        if (attempt.text("grade") != wanted.grade || (!wanted.sections.isEmpty() && !wanted.sections.contains(what.first))
            || (!wanted.periods.isEmpty() && !wanted.periods.contains(what.second)))
            continue;
        if (attempt.text("state") == QLatin1String("open"))
            open.insert(what);
        const Record *&newest = last[what];
        if (!newest || newest->integer("attempt_number") < attempt.integer("attempt_number"))
            newest = &attempt;
    }
    const EntityDef &def = entityDef(EntityKind::Assessment);
    int opened = 0;
    for (auto it = last.cbegin(); it != last.cend(); ++it) {
        if (open.contains(it.key()))
            continue;
        RowChange change{RowChange::Operation::Create, EntityKind::Assessment, 0, 0, {}, m_fileRow};
        const QVector<QPair<const char *, Value>> values{{"student_id", Value(student.id)},
                                                         {"school_year", Value(m_options.targetYear)},
                                                         {"school_id", Value(school)},
                                                         {"grade", Value(wanted.grade)},
                                                         {"section_name", Value(it.key().first)},
                                                         {"period_name", Value(it.key().second)},
                                                         {"attempt_number", Value(it.value()->integer("attempt_number") + 1)},
                                                         {"state", Value(QStringLiteral("open"))},
                                                         {"reason", Value(m_options.reason.trimmed())}};
        for (const auto &[name, value] : values) {
            if (!value.isEmpty())
                change.fields.append({def.index(name), value});
        }
        m_plan.changes.append(change);
        ++opened;
    }
    return opened;
}

void RosterPlanner::newAttempts(qint64 id, NewAttempts wanted)
{
    const Record *record = student(id);
    if (!record || !isFirst(id, 0))
        return;
    if (wanted.grade.isEmpty())
        wanted.grade = record->text("grade");
    m_fileRow = 0;
    const int opened = openAttempts(*record, record->integer("school_id"), wanted);
    RosterPlanRow &row = addRow(id, 0, opened > 0 ? RowStatus::Create : RowStatus::Unchanged);
    if (opened > 0)
        row.effects.append(tr("%n attempts open in grade %1", nullptr, opened).arg(wanted.grade));
    else
        row.message = tr("Nothing to open in grade %1: no results there, or open attempts already").arg(wanted.grade);
}

} // namespace certdesk
