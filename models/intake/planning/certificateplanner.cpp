// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/certificateplanner.h"

namespace certdesk {

namespace {

constexpr EntityKind C = EntityKind::Certificate;
constexpr EntityKind P = EntityKind::Program;

} // namespace

CertificatePlanner::CertificatePlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, C), m_componentCopier(scene.kind, EntityKind::Component),
      m_code(field("certificate_code")), m_component(field("component_code"))
{
    for (const Record &certificate : present().of(C))
        m_certificates.insert({certificate.integer("school_year"), certificate.text("certificate_code")}, &certificate);
    for (const Record &component : present().of(EntityKind::Component))
        m_components.insert({component.integer("certificate_id"), component.text("component_code")}, &component);
}

void CertificatePlanner::planRow(RowInput &row)
{
    const YearCode key{schoolYear(row), row.text(m_code)};
    if (key.first == 0) {
        row.report(intakeFinding("C01", {QStringLiteral("school_year")}), field("school_year"));
        return;
    }
    if (!claim(row, QString::number(key.first) + QLatin1Char('\n') + key.second + QLatin1Char('\n') + row.text(m_component)))
        return;
    const qint64 certificate = planCertificate(row, key);
    if (certificate != 0 && row.has(m_component))
        planComponent(row, certificate);
}

/// Answers the certificate's id or reference; 0 when the row goes no further.
qint64 CertificatePlanner::planCertificate(RowInput &row, const YearCode &key)
{
    if (m_created.contains(key))
        return m_created.value(key); // an earlier row of the file made it; this one adds a component
    const Record *certificate = m_certificates.value(key);
    if (certificate) {
        if (!mayUpdate(row))
            return 0;
        const QVector<FieldValue> fields = differences(m_copier, row, *certificate);
        if (!fields.isEmpty())
            row.effect(RowStatus::Update);
        if (row.isHeld())
            return 0;
        writer().update(*certificate, fields);
        return certificate->id;
    }
    if (!mayCreate(row, key.second))
        return 0;
    row.effect(RowStatus::Create);
    if (row.isHeld())
        return 0;
    QVector<FieldValue> fields = m_copier.all(row);
    fields.append(fieldValue(C, "school_year", Value(key.first)));
    const qint64 created = writer().create(C, fields);
    m_created.insert(key, created);
    return created;
}

void CertificatePlanner::planComponent(RowInput &row, qint64 certificate)
{
    const Record *component = m_components.value({certificate, row.text(m_component)});
    if (component) {
        const QVector<FieldValue> fields = differences(m_componentCopier, row, *component);
        if (!fields.isEmpty())
            row.effect(RowStatus::Update);
        writer().update(*component, fields);
        return;
    }
    row.effect(RowStatus::Create);
    QVector<FieldValue> fields = m_componentCopier.all(row);
    fields.append(fieldValue(EntityKind::Component, "certificate_id", Value(certificate)));
    if (!row.has(field("component_name")))
        fields.append(fieldValue(EntityKind::Component, "component_name", row.value(m_component)));
    writer().create(EntityKind::Component, fields);
}

ProgramCertificatePlanner::ProgramCertificatePlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_programCopier(scene.kind, P), m_programCode(field("program_code")), m_programName(field("program_name")),
      m_certificateCode(field("certificate_code")), m_certificateName(field("certificate_name"))
{
    learn(&m_programs, P, "program_code", "program_name");
    learn(&m_certificates, C, "certificate_code", "certificate_name");
    for (const Record &program : present().of(P))
        m_programRecords.insert(program.id, &program);
    for (const Record &link : present().of(EntityKind::ProgramCertificate))
        m_links.insert({link.integer("program_id"), link.integer("certificate_id")});
}

void ProgramCertificatePlanner::learn(Catalogue *catalogue, EntityKind kind, const char *code, const char *name) const
{
    for (const Record &record : present().of(kind)) {
        const qint64 year = record.integer("school_year");
        catalogue->byCode.insert({year, record.text(code)}, record.id);
        catalogue->byName.insert({year, record.text(name).toCaseFolded()}, record.id);
    }
}

std::optional<qint64> ProgramCertificatePlanner::look(RowInput &row, const Catalogue &catalogue, qint64 year, int code, int name) const
{
    if (row.has(code)) {
        const qint64 known = catalogue.byCode.value({year, row.text(code)});
        if (known != 0)
            return known;
        if (row.has(name))
            return 0;
        row.report(intakeFinding("R07", {QLatin1String("code"), row.text(code)}), code, row.text(code));
        return std::nullopt;
    }
    const QList<qint64> named = catalogue.byName.values({year, row.text(name).toCaseFolded()});
    if (named.size() == 1)
        return named.first();
    if (named.size() > 1)
        row.report(intakeFinding("K04", {row.text(name)}), name, row.text(name));
    else
        row.report(intakeFinding("R07", {QLatin1String("name"), row.text(name)}), name, row.text(name));
    return std::nullopt;
}

qint64 ProgramCertificatePlanner::make(RowInput &row, Catalogue *catalogue, EntityKind kind, qint64 year, int code, int name)
{
    QVector<FieldValue> fields;
    if (kind == P)
        fields = m_programCopier.all(row);
    else
        fields = {fieldValue(C, "certificate_code", row.value(code)), fieldValue(C, "certificate_name", row.value(name))};
    fields.append(fieldValue(kind, "school_year", Value(year)));
    const qint64 created = writer().create(kind, fields);
    catalogue->byCode.insert({year, row.text(code)}, created);
    catalogue->byName.insert({year, row.text(name).toCaseFolded()}, created);
    return created;
}

void ProgramCertificatePlanner::planRow(RowInput &row)
{
    const qint64 year = schoolYear(row);
    if (year == 0) {
        row.report(intakeFinding("C01", {QStringLiteral("school_year")}), field("school_year"));
        return;
    }
    std::optional<qint64> program = look(row, m_programs, year, m_programCode, m_programName);
    std::optional<qint64> certificate = look(row, m_certificates, year, m_certificateCode, m_certificateName);
    if (!program || !certificate)
        return;
    const bool linked = *program != 0 && *certificate != 0 && m_links.contains({*program, *certificate});
    const Record *known = m_programRecords.value(*program);
    const QVector<FieldValue> fields = known ? differences(m_programCopier, row, *known) : QVector<FieldValue>();
    if (linked && fields.isEmpty())
        return;
    if (linked ? !mayUpdate(row) : !mayCreate(row, row.text(m_programCode)))
        return;
    row.effect(linked ? RowStatus::Update : RowStatus::Create);
    if (row.isHeld())
        return;
    if (known)
        writer().update(*known, fields);
    if (linked)
        return;
    if (*program == 0)
        program = make(row, &m_programs, P, year, m_programCode, m_programName);
    if (*certificate == 0)
        certificate = make(row, &m_certificates, C, year, m_certificateCode, m_certificateName);
    constexpr EntityKind L = EntityKind::ProgramCertificate;
    writer().create(L, {fieldValue(L, "program_id", Value(*program)), fieldValue(L, "certificate_id", Value(*certificate))});
    m_links.insert({*program, *certificate});
}

} // namespace certdesk
