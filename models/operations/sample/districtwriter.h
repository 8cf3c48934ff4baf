// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/operations/sample/attemptfaults.h"
#include "models/store/bulkload.h"

#include <functional>

namespace certdesk::sample {

/// Writes one district into its own database and, as the copies that synchronisation would have made, into the state's.
/// Throws StoreFailure.
class DistrictWriter
{
public:
    DistrictWriter(const District &district, Catalogue &catalogue, BulkLoad &own, BulkLoad &state, qint64 organizationInState, Progress &progress);
    /// `faults` gets what was planted among attempts, with row numbers.
    void write(quint64 seed, QVector<Fault> &faults);
    /// Called with the name and bytes of each certificate that is stored as evidence.
    std::function<void(const QString &, const QByteArray &)> onCertificate;

private:
    void store(Record &record);
    void writeAttempts(quint64 seed, QVector<Fault> &faults);
    void writeDraft(const Draft &draft);
    void writeProof(const Proof &proof, qint64 attempt);

    const District &m_district;
    Catalogue &m_catalogue;
    BulkLoad &m_own;
    BulkLoad &m_state;
    qint64 m_organization;
    Progress &m_progress;
    QMap<EntityKind, qint64> m_offsets; ///< id in the state minus id in the district
    qint64 m_rows = 0;
    QHash<int, qint64> m_scripted; ///< row number by script
};

} // namespace certdesk::sample
