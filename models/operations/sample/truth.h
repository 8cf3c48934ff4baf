// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/district.h"
#include "models/operations/sample/fault.h"

#include <QJsonArray>

namespace certdesk::sample {

/// truth.json: what was planted where (T-536, R-626).
class Truth
{
public:
    explicit Truth(const Options &options);
    void addFaults(const District &district, const QVector<Fault> &faults);
    void addFile(const QString &name, const QByteArray &sha256) { m_files.insert(name, QString::fromLatin1(sha256)); }
    void addDamage(const QJsonObject &entry) { m_damage.append(entry); }
    /// The hidden id of the person behind each row: an array in the order of the rows, or [row, id] pairs.
    void setPersons(const QString &file, const QJsonArray &persons) { m_persons.insert(file, persons); }
    /// What a standard operation on the fresh sample has to count.
    void addScenario(const QJsonObject &scenario) { m_scenarios.append(scenario); }
    void setOutcomes(const QString &organization, const QJsonObject &outcomes) { m_outcomes.insert(organization, outcomes); }
    void setPersonOutcomes(const QString &organization, const QJsonObject &outcomes) { m_personOutcomes.insert(organization, outcomes); }
    void setContentHash(const QString &database, const QString &hash) { m_contentHash.insert(database, hash); }
    QByteArray text() const;

private:
    Options m_options;
    QJsonArray m_faults;
    QJsonObject m_files;
    QJsonArray m_damage;
    QJsonObject m_outcomes;
    QJsonObject m_personOutcomes;
    QJsonObject m_persons;
    QJsonArray m_scenarios;
    QJsonObject m_contentHash;
};

} // namespace certdesk::sample
