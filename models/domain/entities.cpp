// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entities.h"

#include <QHash>

namespace certdesk {

namespace {

FieldDef text(const char *name, int maxLength = 255) { return {name, FieldType::Text, EntityKind::None, false, false, false, maxLength}; }
FieldDef integer(const char *name) { return {name, FieldType::Integer}; }
FieldDef real(const char *name) { return {name, FieldType::Real}; }
FieldDef day(const char *name) { return {name, FieldType::Day}; }
FieldDef flag(const char *name) { return {name, FieldType::Flag}; }
FieldDef time(const char *name) { return {name, FieldType::Time}; }
FieldDef json(const char *name) { return {name, FieldType::Json, EntityKind::None, false, false, false, 1 << 24}; }
FieldDef ref(const char *name, EntityKind kind) { return {name, FieldType::Reference, kind}; }

FieldDef must(FieldDef field)
{
    field.required = true;
    return field;
}
FieldDef secret(FieldDef field)
{
    field.secret = true;
    return field;
}
FieldDef derived(FieldDef field)
{
    field.derived = true;
    return field;
}

using Names = QVector<const char *>;

EntityDef define(EntityKind kind, const char *name, const char *plural, const char *table, Owner owner, bool content,
                 QVector<FieldDef> fields, const QVector<Names> &keys)
{
    EntityDef def{kind, name, plural, table, owner, content, std::move(fields), {}};
    for (const Names &names : keys) {
        QVector<int> key;
        for (const char *field : names)
            key.append(def.index(field));
        def.keys.append(key);
    }
    return def;
}

QVector<EntityDef> rosterDefs()
{
    using E = EntityKind;
    return {
        define(E::Organization, "organization", "organizations", "organization", Owner::State, true,
               {must(text("code")), must(text("name")), must(text("kind"))}, {{"code"}}),
        define(E::School, "school", "schools", "school", Owner::District, true,
               {must(text("school_code")), must(text("name")), text("number"), text("state_id"), text("low_grade"), text("high_grade"),
                text("roster_source"), text("contact_name"), text("contact_email"), text("contact_phone"), text("status"),
                text("enabled_grades"), json("feeders"), json("access")},
               {{"school_code"}}),
        define(E::Staff, "staff", "staff", "staff", Owner::District, true,
               {text("staff_id"), text("staff_state_id"), text("login"), text("email"), must(text("first_name")), text("middle_name"),
                must(text("last_name")), text("suffix"), text("preferred_name"), text("title"), text("status"), day("archived_on"),
                text("archive_reason"), derived(text("login_key")), derived(text("name_key"))},
               {{"staff_id"}, {"login"}, {"email"}, {"first_name", "last_name"}}),
        define(E::StaffSchool, "staff_school", "staff_schools", "staff_school", Owner::District, true,
               {must(ref("staff_id", E::Staff)), must(ref("school_id", E::School))}, {{"staff_id", "school_id"}}),
        define(E::Student, "student", "students", "student", Owner::District, true,
               {text("student_state_id"), text("local_id"), text("login"), must(text("first_name")), text("middle_name"),
                must(text("last_name")), text("suffix"), text("preferred_name"), day("birth_date"), text("gender"), text("email"),
                must(ref("school_id", E::School)), text("grade"), integer("graduating_year"), day("entry_date"), day("exit_date"),
                text("status"), day("archived_on"), text("archive_reason"), text("phone"), text("address"), text("race"), text("iep"),
                text("section_504"), text("el"), text("lunch"), text("gifted"), text("homeless"), text("migrant"),
                text("accommodation"), real("time_multiplier"), json("metadata"), derived(text("login_key")), derived(text("name_key"))},
               {{"student_state_id"}, {"login"}, {"school_id", "local_id"}, {"school_id", "last_name", "first_name", "birth_date"}}),
        define(E::Enrollment, "enrollment", "enrollments", "enrollment", Owner::District, true,
               {must(ref("student_id", E::Student)), must(integer("school_year")), must(ref("school_id", E::School)), text("grade"),
                day("entry_date"), day("exit_date"), text("baseline_grade"), text("decision")},
               {{"student_id", "school_year", "school_id"}}),
    };
}

QVector<EntityDef> certificateDefs()
{
    using E = EntityKind;
    return {
        define(E::Course, "course", "courses", "course", Owner::District, true,
               {must(integer("school_year")), must(text("course_number")), must(text("course_name")), text("subject"), text("grades"),
                text("program_code"), flag("is_cte"), text("description", 4000)},
               {{"school_year", "course_number"}}),
        define(E::Program, "program", "programs", "program", Owner::District, true,
               {must(integer("school_year")), must(text("program_code")), must(text("program_name")), text("cip_code")},
               {{"school_year", "program_code"}}),
        define(E::Provider, "provider", "providers", "provider", Owner::District, true,
               {must(integer("school_year")), must(text("provider_name")), text("score_reports"), text("pass_policy"), text("fail_policy"),
                integer("pull_interval_days"), text("portal"), text("contact")},
               {{"school_year", "provider_name"}}),
        define(E::Certificate, "certificate", "certificates", "certificate", Owner::District, true,
               {must(integer("school_year")), must(text("certificate_code")), must(text("certificate_name")), text("provider_name"),
                text("exam_family"), text("certificate_type"), real("weight"), real("pass_score"), day("starts_on"), day("ends_on"),
                flag("pass_is_earned"), text("bundle_rule"), integer("bundle_count"), text("description", 4000)},
               {{"school_year", "certificate_code"}}),
        define(E::Component, "component", "components", "component", Owner::District, true,
               {must(ref("certificate_id", E::Certificate)), must(text("component_code")), must(text("component_name")), text("exam_family")},
               {{"certificate_id", "component_code"}}),
        define(E::ProgramCertificate, "program_certificate", "program_certificates", "program_certificate", Owner::District, true,
               {must(ref("program_id", E::Program)), must(ref("certificate_id", E::Certificate))}, {{"program_id", "certificate_id"}}),
        define(E::Group, "group", "groups", "student_group", Owner::District, true,
               {must(ref("school_id", E::School)), must(integer("school_year")), must(text("kind")), must(text("group_name")),
                text("course_number"), text("course_name"), text("section_number"), text("period"), text("term"), text("status"),
                flag("keep"), json("rule"), flag("frozen"), day("archived_on")},
               {{"school_id", "school_year", "kind", "group_name", "section_number", "period", "term"}}),
        define(E::GroupStaff, "group_staff", "group_staff", "group_staff", Owner::District, true,
               {must(ref("group_id", E::Group)), must(ref("staff_id", E::Staff)), text("role")}, {{"group_id", "staff_id"}}),
        define(E::Member, "member", "members", "member", Owner::District, true,
               {must(ref("group_id", E::Group)), must(ref("student_id", E::Student)), day("from_date"), day("to_date")},
               {{"group_id", "student_id"}}),
        define(E::Attempt, "attempt", "attempts", "attempt", Owner::District, true,
               {must(integer("row_number")), must(ref("student_id", E::Student)), text("typed_name"), must(integer("school_year")),
                integer("year_taken"), ref("school_id", E::School), text("grade"), text("course_number"), text("course_name"),
                text("program_code"), ref("teacher_id", E::Staff), text("teacher_name"), text("certificate_name"),
                text("certificate_code"), text("component_code"), text("exam_family"), day("exam_first"), day("exam_last"),
                text("exam_precision"), text("session_time"), text("exam_status"), text("outcome"), real("score"), real("pass_score"),
                day("earned_on"), ref("proctor_id", E::Staff), text("proctor_name"), text("source"), text("provider_name"),
                text("credential_number"), text("voucher"), text("room"), text("note", 4000), text("entry_state"), text("void_reason"),
                text("entered_by"), text("verification"), text("verified_by"), time("verified_at"), text("transfer"), text("reporting"),
                derived(text("typed_name_key")), derived(text("teacher_name_key")), derived(text("proctor_name_key"))},
               {{"row_number"}}),
        define(E::Evidence, "evidence", "evidence", "evidence", Owner::District, true,
               {must(text("sha256")), must(text("kind")), text("file_name"), integer("bytes"), integer("pages"), text("provider_name"),
                text("source"), text("line"), day("received_on"), text("uploaded_by")},
               {{"sha256", "line"}, {"sha256"}}),
        define(E::EvidenceLink, "evidence_link", "evidence_links", "evidence_link", Owner::District, true,
               {must(ref("attempt_id", E::Attempt)), must(ref("evidence_id", E::Evidence)), integer("page_from"), integer("page_to")},
               {{"attempt_id", "evidence_id"}}),
    };
}

/// What the operations of a school year leave behind (roster.md 2, R-004 to ).
QVector<EntityDef> schoolYearDefs()
{
    using E = EntityKind;
    return {
        define(E::GradeChange, "grade_change", "grade_changes", "grade_change", Owner::District, true,
               {must(ref("student_id", E::Student)), must(integer("school_year")), must(integer("number")), ref("school_id", E::School),
                must(text("kind")), text("from_grade"), text("grade"), day("valid_from"), text("file_grade"), text("reason", 4000),
                text("signed_by")},
               {{"student_id", "school_year", "number"}}),
        define(E::PreviousId, "previous_id", "previous_ids", "previous_id", Owner::District, true,
               {must(ref("student_id", E::Student)), must(text("id_kind")), must(text("previous_value")), day("until_date")},
               {{"student_id", "id_kind", "previous_value"}}),
        define(E::ExternalId, "external_id", "external_ids", "external_id", Owner::District, true,
               {must(text("system")), must(text("id_kind")), must(text("external_value")), ref("student_id", E::Student),
                ref("staff_id", E::Staff), ref("school_id", E::School), ref("group_id", E::Group)},
               {{"system", "id_kind", "external_value"}}),
        define(E::TestingPeriod, "testing_period", "testing_periods", "testing_period", Owner::District, true,
               {must(integer("school_year")), must(text("period_name")), ref("school_id", E::School), day("starts_on"), day("ends_on"),
                text("grades")},
               {{"school_year", "period_name", "school_id"}, {"school_year", "period_name"}}),
        define(E::Assessment, "assessment", "assessments", "assessment", Owner::District, true,
               {must(ref("student_id", E::Student)), must(integer("school_year")), ref("school_id", E::School), must(text("grade")),
                must(text("section_name")), text("period_name"), must(integer("attempt_number")), must(text("state")), real("score"),
                text("result"), day("taken_on"), text("reason", 4000)},
               {{"student_id", "grade", "section_name", "period_name", "attempt_number"},
                {"student_id", "grade", "section_name", "attempt_number"}}),
        define(E::RosterStep, "roster_step", "roster_steps", "roster_step", Owner::District, true,
               {must(ref("school_id", E::School)), must(integer("school_year")), must(integer("step")), must(text("state")),
                text("note", 4000), text("signed_by"), time("signed_at"), json("evidence")},
               {{"school_id", "school_year", "step"}}),
        define(E::ImportProfile, "import_profile", "import_profiles", "import_profile", Owner::Local, true,
               {must(text("name")), must(text("kind")), must(integer("profile_version")), text("signature"), must(json("document"))},
               {{"name"}}),
    };
}

QVector<EntityDef> accountDefs()
{
    using E = EntityKind;
    return {
        define(E::Account, "account", "users", "account", Owner::Local, true,
               {must(text("name")), text("display_name"), text("email"), ref("staff_id", E::Staff), ref("student_id", E::Student),
                secret(text("password_hash")), flag("must_change"), flag("disabled"), text("database_login"), derived(text("name_key"))},
               {{"name"}}),
        define(E::AccountRole, "account_role", "account_roles", "account_role", Owner::Local, true,
               {must(ref("account_id", E::Account)), must(text("role")), ref("school_id", E::School)}, {{"account_id", "role", "school_id"}}),
        define(E::RoleRight, "role_right", "role_rights", "role_right", Owner::Local, true,
               {must(text("role")), must(text("right_name"))}, {{"role", "right_name"}}),
    };
}

QVector<EntityDef> certificationDefs()
{
    using E = EntityKind;
    return {
        define(E::Rule, "rule", "rules", "rule", Owner::State, true,
               {must(text("code")), must(text("owner")), integer("rule_version"), must(text("title")), must(text("severity")),
                must(text("entity")), must(text("body", 1 << 20)), flag("archived")},
               {{"owner", "code"}}),
        define(E::RuleGroup, "rule_group", "rule_groups", "rule_group", Owner::State, true,
               {must(text("code")), must(text("name")), text("description", 4000), must(text("owner")), flag("active"), flag("published"),
                json("rules")},
               {{"owner", "code"}}),
        define(E::Category, "category", "categories", "category", Owner::State, true,
               {must(text("name")), must(text("level")), flag("active"), flag("published")}, {{"name"}}),
        define(E::CategoryMember, "category_member", "category_members", "category_member", Owner::District, true,
               {must(ref("category_id", E::Category)), must(text("person")), text("person_name"), text("email"), must(text("role")),
                must(text("organization_code")), text("school_code"), day("from_date"), day("to_date"), flag("active")},
               {{"category_id", "organization_code", "person", "role", "school_code"}}),
        define(E::Event, "event", "events", "event", Owner::State, true,
               {must(text("name", 120)), must(integer("school_year")), text("description", 4000), text("level"),
                ref("category_id", E::Category), day("start_date"), day("opens_date"), day("end_date"), text("snapshot_method"),
                time("snapshot_time"), must(text("status")), integer("published_version"), flag("has_changes"), json("groups"),
                json("links"), json("participants"), json("options")},
               {{"school_year", "name"}}),
        define(E::EventVersion, "event_version", "event_versions", "event_version", Owner::State, true,
               {must(ref("event_id", E::Event)), must(integer("number")), must(json("document")), text("rule_pack_hash"),
                time("published_at"), text("published_by")},
               {{"event_id", "number"}}),
        define(E::Participation, "participant", "participants", "participation", Owner::State, true,
               {must(ref("event_id", E::Event)), must(text("organization_code")), text("school_code"), must(text("status")),
                text("base_status"), must(integer("round")), day("own_due_date"), flag("ended"), flag("is_exception"),
                text("reason", 4000), time("sent_at"), time("decided_at"), text("decided_by"), integer("snapshot_version"),
                flag("quorum_changed")},
               {{"event_id", "organization_code", "school_code"}}),
        define(E::Snapshot, "snapshot", "snapshots", "snapshot", Owner::State, true,
               {must(ref("participation_id", E::Participation)), must(integer("number")), integer("round"), must(text("status")),
                time("planned_at"), time("taken_at"), text("cause"), text("person"), integer("row_count"), text("digest")},
               {{"participation_id", "number"}}),
        define(E::SignOff, "sign_off", "sign_offs", "sign_off", Owner::District, true,
               {must(ref("participation_id", E::Participation)), must(integer("round")), must(text("person")), text("person_name"),
                must(text("package_id")), time("signed_at"), time("received_at"), integer("snapshot_version"), text("digest"),
                text("rule_pack_hash"), integer("statement_version"), text("comment", 4000), flag("revoked"),
                text("revoke_reason", 4000), text("delivery"), text("refusal", 4000)},
               {{"package_id"}}),
        define(E::Request, "request", "requests", "request", Owner::District, true,
               {must(ref("participation_id", E::Participation)), must(integer("round")), must(text("package_id")), must(text("person")),
                text("person_name"), must(text("reason", 4000)), time("asked_at"), must(text("delivery")), text("answer"),
                text("answer_reason", 4000), time("answered_at")},
               {{"package_id"}}),
        define(E::WizardProgress, "wizard_progress", "wizard_progress", "wizard_progress", Owner::District, true,
               {must(ref("participation_id", E::Participation)), must(integer("round")), must(text("person")), time("started_at")},
               {{"participation_id", "round", "person"}}),
        define(E::ResultEntry, "result", "results", "result", Owner::Local, false,
               {ref("participation_id", E::Participation), integer("round"), must(text("kind")), text("title"), text("format"),
                text("requested_by"), time("requested_at"), must(text("status")), time("finished_at"), integer("fatal"),
                integer("warning"), integer("info"), integer("snapshot_version"), text("data_digest"), text("error", 4000),
                json("document")},
               {{"kind", "requested_at", "requested_by"}}),
        define(E::ResultView, "result_view", "result_views", "result_view", Owner::Local, false,
               {must(ref("result_id", E::ResultEntry)), must(text("person")), time("viewed_at")}, {{"result_id", "person"}}),
        define(E::Message, "message", "messages", "message", Owner::Local, false,
               {must(text("person")), must(text("process")), must(text("title")), text("body", 4000), ref("participation_id", E::Participation),
                text("event_name"), text("participant"), time("created_at"), flag("is_read"), flag("archived"), text("origin")},
               {{"person", "origin"}, {"person", "created_at", "title"}}),
    };
}

QVector<EntityDef> allDefs()
{
    QVector<EntityDef> defs(entityKindCount);
    for (const auto &part : {rosterDefs(), certificateDefs(), schoolYearDefs(), accountDefs(), certificationDefs()}) {
        for (const EntityDef &def : part)
            defs[static_cast<int>(def.kind)] = def;
    }
    return defs;
}

} // namespace

int EntityDef::find(QLatin1String field) const
{
    for (int i = 0; i < fields.size(); ++i) {
        if (field == fields[i].key())
            return i;
    }
    return -1;
}

int EntityDef::index(QLatin1String field) const
{
    const int found = find(field);
    Q_ASSERT_X(found >= 0, name, field.data());
    return found;
}

const EntityDef &entityDef(EntityKind kind)
{
    static const QVector<EntityDef> defs = allDefs();
    return defs[static_cast<int>(kind)];
}

std::optional<EntityKind> entityKindFromName(const QString &name)
{
    for (const EntityKind kind : entityKinds()) {
        const EntityDef &def = entityDef(kind);
        if (name == QLatin1String(def.name) || name == QLatin1String(def.plural))
            return kind;
    }
    return std::nullopt;
}

const QVector<EntityKind> &entityKinds()
{
    static const QVector<EntityKind> kinds = [] {
        QVector<EntityKind> list;
        for (int i = 1; i < entityKindCount; ++i)
            list.append(static_cast<EntityKind>(i));
        return list;
    }();
    return kinds;
}

} // namespace certdesk
