// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/districtwriter.h"

#include "models/operations/sample/records.h"

#include <QCoreApplication>

namespace certdesk::sample {

namespace {

/// Splits `total` over candidates: uneven by random weights, or evenly. Whole numbers, and exactly the total.
QHash<int, int> split(const QVector<int> &candidates, int total, bool isEven, Pcg32 random)
{
    QVector<qint64> weights;
    qint64 sum = 0;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        weights.append(isEven ? 1 : 1 + random.below(6));
        sum += weights.last();
    }
    QHash<int, int> counts;
    qint64 seen = 0;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        const qint64 before = total * seen / sum;
        seen += weights[i];
        counts.insert(candidates[i], static_cast<int>(total * seen / sum - before));
    }
    return counts;
}

} // namespace

DistrictWriter::DistrictWriter(const District &district, Catalogue &catalogue, BulkLoad &own, BulkLoad &state, qint64 organizationInState,
                               Progress &progress)
    : m_district(district), m_catalogue(catalogue), m_own(own), m_state(state), m_organization(organizationInState), m_progress(progress)
{
    for (const EntityKind kind : entityKinds())
        m_offsets.insert(kind, state.nextId(kind) - own.nextId(kind));
}

void DistrictWriter::store(Record &record)
{
    if (m_progress.isCancelled())
        throw StoreFailure{Progress::cancelledError().value()};
    m_own.add(record);
    Record copy = record;
    copy.id += m_offsets.value(record.kind);
    copy.organization = m_organization;
    const EntityDef &def = record.def();
    for (int i = 0; i < def.fields.size(); ++i) {
        if (def.fields[i].type == FieldType::Reference && !copy.values[i].isEmpty())
            copy.values[i] = Value(copy.values[i].integer() + m_offsets.value(def.fields[i].reference));
    }
    m_state.addCopy(copy, record.id);
}

void DistrictWriter::write(quint64 seed, QVector<Fault> &faults)
{
    const auto put = [this](Record &record) { store(record); };
    storeCatalogue(m_catalogue, put);
    storePeople(m_district, put);
    writeAttempts(seed, faults);
}

void DistrictWriter::writeAttempts(quint64 seed, QVector<Fault> &faults)
{
    AttemptMaker maker(m_district, m_catalogue, seed);
    AttemptFaults planted(maker, seed);
    planted.plant(m_district.size.faultsAClass);
    QHash<int, QVector<int>> scripts;
    QMap<qint64, int> left{{lastYear, m_district.size.attemptsLastYear}, {thisYear, m_district.size.attemptsThisYear}};
    for (const Draft &draft : planted.drafts()) {
        scripts[draft.student].append(draft.script);
        --left[draft.attempt.integer("school_year")];
    }
    const auto total = static_cast<int>(m_district.students.size());
    QMap<qint64, QHash<int, int>> counts;
    for (const qint64 year : {lastYear, thisYear}) {
        QVector<int> candidates;
        for (int i = 0; i < total; ++i) {
            if (maker.canSit(i, year) && !planted.usesStudent(i))
                candidates.append(i);
        }
        counts[year] = split(candidates, left.value(year), !m_district.size.storesFiles, Pcg32(seed, quint64(90 + m_district.number)));
    }
    for (int i = 0; i < total; ++i) {
        for (const int script : scripts.value(i))
            writeDraft(planted.drafts()[script]);
        for (const qint64 year : {lastYear, thisYear}) {
            for (const Draft &draft : maker.yearOf(i, year, counts[year].value(i)))
                writeDraft(draft);
        }
        if (i % 1000 == 0)
            m_progress.report(QCoreApplication::translate("Sample", "Writing exam attempts"), i, total);
    }
    for (Fault fault : planted.faults()) {
        fault.key = {{QStringLiteral("row_number"), m_scripted.value(fault.script)}};
        if (fault.partnerScript >= 0)
            fault.partner = {{QStringLiteral("row_number"), m_scripted.value(fault.partnerScript)}};
        faults.append(fault);
    }
}

void DistrictWriter::writeDraft(const Draft &draft)
{
    Record row = draft.attempt;
    row.set("row_number", Value(++m_rows));
    if (draft.script >= 0)
        m_scripted.insert(draft.script, m_rows);
    store(row);
    for (const Proof &proof : draft.proofs)
        writeProof(proof, row.id);
}

void DistrictWriter::writeProof(const Proof &proof, qint64 attempt)
{
    Record evidence(EntityKind::Evidence);
    evidence.set("sha256", Value(proof.sha256)).set("kind", Value(proof.kind)).set("file_name", Value(proof.fileName));
    evidence.set("line", Value(proof.line)).set("provider_name", Value(proof.provider)).set("received_on", Value(proof.receivedOn));
    evidence.set("uploaded_by", Value(proof.uploadedBy)).set("pages", proof.kind == QLatin1String("pdf") ? Value(1) : Value());
    evidence.set("source", Value(proof.kind == QLatin1String("report-line") ? QStringLiteral("provider") : QStringLiteral("teacher")));
    if (!proof.content.isEmpty()) {
        evidence.set("bytes", Value(qint64{proof.content.size()}));
        m_own.addFile(proof.sha256, proof.content);
        if (onCertificate)
            onCertificate(proof.fileName, proof.content);
    }
    store(evidence);
    Record link(EntityKind::EvidenceLink);
    link.set("attempt_id", Value(attempt)).set("evidence_id", Value(evidence.id));
    if (proof.kind == QLatin1String("pdf"))
        link.set("page_from", Value(1)).set("page_to", Value(1));
    store(link);
}

} // namespace certdesk::sample
