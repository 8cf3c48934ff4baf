// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/truth.h"

#include <QJsonDocument>

namespace certdesk::sample {

Truth::Truth(const Options &options) : m_options(options) {}

void Truth::addFaults(const District &district, const QVector<Fault> &faults)
{
    for (const Fault &fault : faults) {
        m_faults.append(QJsonObject{{QStringLiteral("rule"), fault.rule},
                                    {QStringLiteral("severity"), fault.severity},
                                    {QStringLiteral("organization"), district.code},
                                    {QStringLiteral("database"), district.file},
                                    {QStringLiteral("entity"), fault.entity},
                                    {QStringLiteral("key"), fault.key},
                                    {QStringLiteral("class"), fault.kind},
                                    {QStringLiteral("partner"), fault.partner.isEmpty() ? QJsonValue() : QJsonValue(fault.partner)},
                                    {QStringLiteral("field"), fault.field},
                                    {QStringLiteral("planted"), fault.planted},
                                    {QStringLiteral("true"), fault.truth},
                                    {QStringLiteral("note"), fault.note}});
    }
}

QByteArray Truth::text() const
{
    const QJsonObject document{{QStringLiteral("asOf"), isoDay(asOf())},
                               {QStringLiteral("seed"), static_cast<qint64>(m_options.seed)},
                               {QStringLiteral("size"), sizeName(m_options.size)},
                               {QStringLiteral("faults"), m_faults},
                               {QStringLiteral("outcomes"), m_outcomes},
                               {QStringLiteral("personOutcomes"), m_personOutcomes},
                               {QStringLiteral("scenarios"), m_scenarios},
                               {QStringLiteral("persons"), m_persons},
                               {QStringLiteral("damage"), m_damage},
                               {QStringLiteral("files"), m_files},
                               {QStringLiteral("contentHash"), m_contentHash}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace certdesk::sample
