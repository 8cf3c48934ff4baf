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

/// The values that updates replace, by the position of the change.
using BeforeValues = QHash<int, QVector<Value>>;

BeforeValues valuesBefore(const ImportPlan &plan, const PresentData &present)
{
    QHash<RecordRef, int> wanted;
    for (int i = 0; i < plan.changes.size(); ++i) {
        if (plan.changes[i].operation == RowChange::Operation::Update)
            wanted.insert({plan.changes[i].kind, plan.changes[i].id}, i);
    }
    BeforeValues before;
    for (const QVector<Record> &records : present.records) {
        for (const Record &record : records) {
            if (const auto change = wanted.constFind({record.kind, record.id}); change != wanted.cend())
                before.insert(*change, record.values);
        }
    }
    return before;
}

class PlanReview : public Review
{
public:
    PlanReview(std::shared_ptr<const Table> table, std::shared_ptr<const ImportPlan> plan, const PresentData &present)
        : Review(std::move(table), plan->mapping), m_plan(std::move(plan)), m_before(valuesBefore(*m_plan, present))
    {
        m_fileFindings = m_plan->fileFindings;
        for (const Record &school : present.of(EntityKind::School))
            m_schools.insert(school.id, school.text("name"));
        m_firstFinding.reserve(static_cast<size_t>(m_plan->rowCount()) + 1);
        int at = 0;
        for (const PlanRow &row : m_plan->rows) {
            m_firstFinding.push_back(at);
            while (at < m_plan->rowFindings.size() && m_plan->rowFindings[at].row == row.row)
                ++at;
        }
        m_firstFinding.push_back(at);
        summarize();
    }

    int rowCount() const override { return m_plan->rowCount(); }
    RowStatus status(int index) const override { return m_plan->rows[index].status; }
    bool isHeld(int index) const override { return holdsBack(status(index), m_plan->options); }
    int fileRow(int index) const override { return m_plan->rows[index].row; }
    bool writesAnything() const override { return !m_plan->changes.isEmpty(); }

    QString code(int index) const override
    {
        const int finding = decidingFinding(index);
        return finding < 0 ? QString() : m_plan->rowFindings[finding].code;
    }

    ReviewLine line(int index) const override
    {
        ReviewLine line{fileRow(index), status(index), isHeld(index), personInFile(index), school(index), grade(index), {}, {}, {}};
        const int deciding = decidingFinding(index);
        if (deciding >= 0)
            line.findings.append(m_plan->rowFindings[deciding]);
        for (int i = firstFinding(index); i < firstFinding(index + 1); ++i) {
            if (i != deciding)
                line.findings.append(m_plan->rowFindings[i]);
        }
        QStringList effects;
        const PlanRow &row = m_plan->rows[index];
        for (int i = row.firstChange; i < row.firstChange + row.changeCount; ++i)
            tellChange(i, line, effects);
        line.effect = effects.join(QStringLiteral("; "));
        return line;
    }

private:
    int firstFinding(int index) const { return m_firstFinding[static_cast<size_t>(index)]; }

    /// The worst one: an error before a decision before a warning; information decides nothing unless it is alone.
    int decidingFinding(int index) const
    {
        int best = -1;
        for (int i = firstFinding(index); i < firstFinding(index + 1); ++i) {
            const auto rank = [](IntakeSeverity severity) {
                return severity == IntakeSeverity::Error ? 0 : severity == IntakeSeverity::Decision ? 1 : severity == IntakeSeverity::Warning ? 2 : 3;
            };
            if (best < 0 || rank(m_plan->rowFindings[i].severity) < rank(m_plan->rowFindings[best].severity))
                best = i;
        }
        return best;
    }

    QString words(const FieldDef &field, const Value &value) const
    {
        if (value.isEmpty())
            return {};
        if (field.secret)
            return tr("hidden");
        if (field.reference == EntityKind::School)
            return m_schools.value(value.integer());
        if (field.type == FieldType::Day)
            return isoDay(value);
        if (field.type == FieldType::Flag)
            return value.isTrue() ? tr("yes") : tr("no");
        if (field.key() == QLatin1String("school_year"))
            return schoolYearName(value.integer());
        return value.text();
    }

    void tellChange(int position, ReviewLine &line, QStringList &effects) const
    {
        const RowChange &change = m_plan->changes[position];
        const EntityDef &def = entityDef(change.kind);
        if (change.operation != RowChange::Operation::Update) {
            const QString noun = fieldTitle(QLatin1String(def.name)).toLower();
            effects.append((change.operation == RowChange::Operation::Create ? tr("new %1") : tr("%1 ends")).arg(noun));
            return;
        }
        const QVector<Value> before = m_before.value(position);
        for (const FieldValue &field : change.fields) {
            const FieldDef &fieldDef = def.fields[field.field];
            if (fieldDef.derived || (fieldDef.type == FieldType::Reference && fieldDef.reference != EntityKind::School))
                continue;
            const QString old = words(fieldDef, before.value(field.field));
            const QString now = words(fieldDef, field.value);
            line.changes.append({fieldDef.key(), fieldTitle(fieldDef.key()), old, now});
            effects.append(tr("%1 %2 → %3").arg(fieldTitle(fieldDef.key()), old.isEmpty() ? tr("empty") : old, now.isEmpty() ? tr("empty") : now));
        }
    }

    std::shared_ptr<const ImportPlan> m_plan;
    BeforeValues m_before;
    QHash<qint64, QString> m_schools;
    std::vector<int> m_firstFinding;
};

} // namespace

std::shared_ptr<const Review> reviewOf(std::shared_ptr<const Table> table, std::shared_ptr<const ImportPlan> plan, const PresentData &present)
{
    return std::make_shared<PlanReview>(std::move(table), std::move(plan), present);
}

} // namespace certdesk
