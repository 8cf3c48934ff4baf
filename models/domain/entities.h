// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>
#include <QVector>
#include <optional>

namespace certdesk {

/// Every kind of record that commands write. Order: a kind stands after all kinds it refers to, so walking the list
/// inserts parents first and walking it backwards deletes children first.
enum class EntityKind {
    None,
    Organization,
    School,
    Staff,
    StaffSchool,
    Student,
    Enrollment,
    Course,
    Program,
    Provider,
    Certificate,
    Component,
    ProgramCertificate,
    Group,
    GroupStaff,
    Member,
    Attempt,
    Evidence,
    EvidenceLink,
    GradeChange,
    PreviousId,
    ExternalId,
    TestingPeriod,
    Assessment,
    RosterStep,
    ImportProfile,
    Account,
    AccountRole,
    RoleRight,
    Rule,
    RuleGroup,
    Category,
    CategoryMember,
    Event,
    EventVersion,
    Participation,
    Snapshot,
    SignOff,
    Request,
    WizardProgress,
    ResultEntry,
    ResultView,
    Message,
};
inline constexpr int entityKindCount = static_cast<int>(EntityKind::Message) + 1;

enum class FieldType { Text, Integer, Real, Day, Flag, Time, Reference, Json };

struct FieldDef
{
    const char *name = nullptr;
    FieldType type = FieldType::Text;
    EntityKind reference = EntityKind::None;
    bool required = false;
    bool secret = false;  ///< never in journal, hash, list or export
    bool derived = false; ///< computed by the store from the other fields; not in journal and hash
    int maxLength = 255;  ///< characters, for text

    QLatin1String key() const { return QLatin1String(name); }
};

/// Who writes rows of this kind, and so which way they travel between district and state (C-007).
enum class Owner { District, State, Local };

/// What a table holds, in one place: the store writes, journals, hashes, undoes, synchronises and lists every kind of
/// record through this description. `resources/schema` holds the same columns as SQL; a test compares the two.
struct EntityDef
{
    EntityKind kind = EntityKind::None;
    const char *name = nullptr;   ///< singular, as in JSON: "student"
    const char *plural = nullptr; ///< as on the command line: "students"
    const char *table = nullptr;
    Owner owner = Owner::District;
    bool content = true; ///< part of the content hash (R-017): a domain record, not bookkeeping
    QVector<FieldDef> fields;
    /// The natural key: the first alternative whose fields all have a value names the record (C-302).
    QVector<QVector<int>> keys;

    int find(QLatin1String field) const; ///< -1 when there is no such field
    int index(QLatin1String field) const; ///< a wrong name is a bug
    int index(const char *field) const { return index(QLatin1String(field)); }
};

const EntityDef &entityDef(EntityKind kind);
/// By singular or plural name.
std::optional<EntityKind> entityKindFromName(const QString &name);
/// All kinds, parents first.
const QVector<EntityKind> &entityKinds();

} // namespace certdesk
