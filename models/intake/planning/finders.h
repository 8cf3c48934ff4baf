// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/rowinput.h"

#include <QMultiHash>

namespace certdesk {

/// The school of a row: by its column, by the option, or the only one there is.
class SchoolFinder
{
public:
    SchoolFinder(const ImportKind &kind, const ImportOptions &options, const PresentData &present);

    /// True when a row without school columns has one.
    bool hasDefault() const { return m_default != 0; }
    /// Id of the school; 0 after K13 was reported, or when the row names none and there is no default.
    qint64 find(RowInput &row) const;
    /// The same for a cell that may list several, separated by ; | or a comma.
    QVector<qint64> findAll(RowInput &row) const;
    QString name(qint64 id) const { return m_names.value(id); }
    qint64 byCode(const QString &code) const { return m_byCode.value(code); }

private:
    int m_code;
    int m_name;
    QHash<QString, qint64> m_byCode;
    QHash<QString, qint64> m_byName;
    QHash<qint64, QString> m_names;
    qint64 m_default = 0;
};

/// The student of a row by state ID, login, local ID, in this order. A name with birth date only proposes.
class StudentFinder
{
public:
    StudentFinder(const ImportKind &kind, const PresentData &present);

    struct Match
    {
        const Record *student = nullptr;
        int keys = 0;            ///< number of keys that lead to it
        bool byLoginOnly = false;
        bool byFormer = false;   ///< an identifier that the student once had
        const HiddenStudent *hidden = nullptr;
        QString key;             ///< what the row was looked up by, for messages
    };
    /// Reports K04 when keys lead to different people. `schoolId` narrows local IDs; 0: all schools, if unique.
    Match find(RowInput &row, qint64 schoolId) const;
    /// Near matches for a key that finds nobody: one wrong letter, or the same name; at most three, for K01.
    QStringList near(const RowInput &row) const;
    /// Someone of the same name and birth date; null when none or several.
    const Record *namesake(const QString &first, const QString &last, const Value &birthDate) const;
    static QString displayName(const Record &person);

private:
    const Record *at(int index) const { return index < 0 ? nullptr : &m_students[index]; }
    int localMatch(const QString &localId, qint64 schoolId) const;
    void readFormer(const PresentData &present);
    int formerMatch(const RowInput &row) const;
    void findLost(RowInput &row) const;
    bool isNamedLike(const RowInput &row, const Record &student) const;

    const QVector<Record> &m_students;
    const QVector<HiddenStudent> &m_hidden;
    int m_ssidField;
    int m_localField;
    int m_loginField;
    int m_firstField;
    int m_lastField;
    int m_nameField; ///< the whole name in one cell
    int m_birthField;
    int m_previousField;
    QHash<QString, int> m_byFormer;   ///< former identifiers; -2: of several
    QHash<QString, int> m_byExternal; ///< identifiers of other systems; -2: of several
    QHash<QString, int> m_byStateId;
    QHash<QString, int> m_byLogin;
    QMultiHash<QString, int> m_byLocal;
    const std::vector<std::pair<quint64, int>> &numbers(int storedField) const;

    mutable QHash<int, std::vector<std::pair<quint64, int>>> m_numbers; ///< identifiers as numbers, sorted, by field; filled when asked
    mutable int m_nearSearches = 0;
    mutable QHash<QString, int> m_byName; ///< -2: several; filled when first asked
    mutable bool m_namesRead = false;
};

struct StaffQuery
{
    QString staffId;
    QString email;
    QString login;
    QString firstName;
    QString lastName;
    QString fullName;

    bool isEmpty() const { return staffId.isEmpty() && email.isEmpty() && login.isEmpty() && lastName.isEmpty() && fullName.isEmpty(); }
    QString display() const;
};

/// Staff by ID, e-mail, login, then a name that only one has.
class StaffFinder
{
public:
    explicit StaffFinder(const PresentData &present);
    /// Null when unknown or not unique. A last name alone has to be unique at the school; 0: among all.
    const Record *find(const StaffQuery &query, qint64 school = 0) const;

private:
    const QVector<Record> &m_staff;
    QHash<QString, int> m_byId;
    QHash<QString, int> m_byEmail;
    QHash<QString, int> m_byLogin;
    QHash<QString, int> m_bySchool; ///< school and last name; -2: several
    QHash<QString, int> m_byName; ///< normalized full name, and last name alone; -2: several
};

} // namespace certdesk
