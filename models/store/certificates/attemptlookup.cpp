// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certificates/attemptlookup.h"

#include "models/domain/names.h"
#include "models/store/scopefilter.h"

namespace certdesk {

namespace {

const QString courseColumns = QStringLiteral("c.school_year, c.course_number, c.course_name, c.subject, c.grades, c.program_code");
const QString certificateColumns = QStringLiteral("c.id, c.school_year, c.certificate_code, c.certificate_name, c.provider_name, c.exam_family, "
                                                  "c.pass_score, c.pass_is_earned");

QVector<CourseFact> courseRows(Statement &statement)
{
    QVector<CourseFact> list;
    while (statement.step())
        list.append({statement.integer(0), statement.text(1), statement.text(2), statement.text(3), statement.text(4), statement.text(5)});
    statement.reset();
    return list;
}

QVector<CertificateFact> certificateRows(Statement &statement)
{
    QVector<CertificateFact> list;
    while (statement.step()) {
        list.append({statement.integer(0), statement.integer(1), statement.text(2), statement.text(3), statement.text(4), statement.text(5),
                     statement.value(6), statement.integer(7) != 0});
    }
    statement.reset();
    return list;
}

QVector<ComponentFact> componentsOf(Connection &connection, qint64 certificate)
{
    auto &statement = connection.prepared(QStringLiteral("SELECT certificate_id, component_code, component_name, exam_family FROM component "
                                                         "WHERE certificate_id = ? ORDER BY component_code"));
    statement.query(Value(certificate));
    QVector<ComponentFact> list;
    while (statement.step())
        list.append({statement.integer(0), statement.text(1), statement.text(2), statement.text(3)});
    statement.reset();
    return list;
}

} // namespace

AttemptFacts readAttemptFacts(Connection &connection, qint64 organization, const Record &attempt)
{
    AttemptFacts facts;
    auto &courses = connection.prepared(QStringLiteral("SELECT %1 FROM course c WHERE c.org_id = ? AND c.school_year = ? AND "
                                                       "(LOWER(c.course_name) = LOWER(?) OR c.course_number = ?) ORDER BY c.course_number")
                                            .arg(courseColumns));
    facts.courses = courseRows(courses.query(Value(organization), Value(courseYear(attempt)), attempt["course_name"], attempt["course_number"]));
    auto &certificates = connection.prepared(QStringLiteral("SELECT %1 FROM certificate c WHERE c.org_id = ? AND c.school_year = ? AND "
                                                            "(LOWER(c.certificate_name) = LOWER(?) OR c.certificate_code = ?) ORDER BY c.certificate_code")
                                                 .arg(certificateColumns));
    facts.certificates = certificateRows(
        certificates.query(Value(organization), attempt["school_year"], attempt["certificate_name"], attempt["certificate_code"]));
    for (const CertificateFact &certificate : std::as_const(facts.certificates))
        facts.components += componentsOf(connection, certificate.id);
    auto &student = connection.prepared(QStringLiteral("SELECT grade, school_id FROM student WHERE id = ?"));
    student.query(attempt["student_id"]);
    if (student.step()) {
        facts.studentGrade = student.text(0);
        facts.studentSchool = student.integer(1);
    }
    student.reset();
    return facts;
}

QStringList assignedCertificates(Connection &connection, qint64 organization, const QString &program, qint64 schoolYear)
{
    QStringList codes;
    auto &statement = connection.prepared(QStringLiteral("SELECT c.certificate_code FROM program p JOIN program_certificate pc ON pc.program_id = p.id "
                                                         "JOIN certificate c ON c.id = pc.certificate_id "
                                                         "WHERE p.org_id = ? AND p.school_year = ? AND p.program_code = ? ORDER BY c.certificate_code"));
    statement.query(Value(organization), Value(schoolYear), Value(program));
    while (statement.step())
        codes.append(statement.text(0));
    statement.reset();
    return codes;
}

Result<QVector<CourseFact>> AttemptChoices::courses(qint64 schoolYear)
{
    return m_session.read<QVector<CourseFact>>([&](Connection &connection) {
        auto &statement = connection.prepared(QStringLiteral("SELECT %1 FROM course c WHERE c.org_id = ? AND c.school_year = ? AND "
                                                             "(c.is_cte IS NULL OR c.is_cte <> 0) ORDER BY c.course_name, c.course_number")
                                                  .arg(courseColumns));
        return courseRows(statement.query(Value(m_session.info().organization), Value(schoolYear)));
    });
}

Result<QVector<CertificateFact>> AttemptChoices::certificates(qint64 schoolYear, const QString &program, bool other)
{
    return m_session.read<QVector<CertificateFact>>([&](Connection &connection) {
        const qint64 organization = m_session.info().organization;
        const QStringList assigned = program.isEmpty() || other ? QStringList() : assignedCertificates(connection, organization, program, schoolYear);
        auto &statement = connection.prepared(QStringLiteral("SELECT %1 FROM certificate c WHERE c.org_id = ? AND c.school_year = ? "
                                                             "ORDER BY c.certificate_name, c.certificate_code")
                                                  .arg(certificateColumns));
        QVector<CertificateFact> list = certificateRows(statement.query(Value(organization), Value(schoolYear)));
        if (!assigned.isEmpty())
            list.removeIf([&](const CertificateFact &certificate) { return !assigned.contains(certificate.code); });
        return list;
    });
}

Result<QVector<ComponentFact>> AttemptChoices::components(qint64 schoolYear, const QString &certificateCode)
{
    return m_session.read<QVector<ComponentFact>>([&](Connection &connection) {
        auto &statement = connection.prepared(QStringLiteral("SELECT id FROM certificate WHERE org_id = ? AND school_year = ? AND certificate_code = ?"));
        statement.query(Value(m_session.info().organization), Value(schoolYear), Value(certificateCode));
        const qint64 certificate = statement.step() ? statement.integer(0) : 0;
        statement.reset();
        return componentsOf(connection, certificate);
    });
}

Result<QVector<AttemptChoices::PersonFact>> AttemptChoices::students(const QString &text, int limit)
{
    return m_session.read<QVector<PersonFact>>([&](Connection &connection) {
        QStringList conditions{scopeCondition(m_session.scope(), EntityKind::Student, QStringLiteral("s")),
                               QStringLiteral("(s.status IS NULL OR s.status <> 'archived')")};
        QVector<Value> values;
        // Names are kept as sorted words without marks: each word typed has to start one of them.
        for (const QString &word : normalizedName(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            conditions.append(QStringLiteral("(' ' || COALESCE(s.name_key, '') LIKE ? OR s.student_state_id LIKE ? OR s.local_id LIKE ? OR LOWER(s.login) LIKE ?)"));
            values += {Value(QStringLiteral("% ") + word + QLatin1Char('%')), Value(QLatin1Char('%') + word + QLatin1Char('%')),
                       Value(word + QLatin1Char('%')), Value(word + QLatin1Char('%'))};
        }
        auto statement = connection.prepare(QStringLiteral("SELECT s.id, s.last_name, s.first_name, COALESCE(s.student_state_id, s.local_id), s.grade, sc.name "
                                                           "FROM student s JOIN school sc ON sc.id = s.school_id WHERE %1 "
                                                           "ORDER BY s.last_name, s.first_name, s.id LIMIT %2")
                                                .arg(conditions.join(QLatin1String(" AND "))).arg(limit));
        for (int i = 0; i < values.size(); ++i)
            statement->bind(i + 1, values[i]);
        QVector<PersonFact> list;
        while (statement->step()) {
            list.append({statement->integer(0), statement->text(1) + QLatin1String(", ") + statement->text(2), statement->text(3),
                         (statement->text(4) + QLatin1Char(' ') + statement->text(5)).trimmed()});
        }
        return list;
    });
}

/// Staff are a directory: whoever enters attempts may name any of them as teacher or proctor.
Result<QVector<AttemptChoices::PersonFact>> AttemptChoices::staff()
{
    return m_session.read<QVector<PersonFact>>([&](Connection &connection) {
        auto statement = connection.prepare(QStringLiteral("SELECT id, last_name, first_name, staff_id, title FROM staff "
                                                           "WHERE status IS NULL OR status <> 'archived' ORDER BY last_name, first_name, id"));
        QVector<PersonFact> list;
        while (statement->step())
            list.append({statement->integer(0), statement->text(1) + QLatin1String(", ") + statement->text(2), statement->text(3), statement->text(4)});
        return list;
    });
}

Result<QStringList> AttemptChoices::recent(const char *field, int limit)
{
    const QLatin1String column(field);
    Q_ASSERT(entityDef(EntityKind::Attempt).find(column) >= 0);
    return m_session.read<QStringList>([&](Connection &connection) {
        auto statement = connection.prepare(QStringLiteral("SELECT q.%1 FROM (SELECT a.%1, a.id FROM attempt a WHERE a.entered_by = ? AND a.%1 IS NOT NULL "
                                                           "ORDER BY a.id DESC LIMIT 200) q GROUP BY q.%1 ORDER BY MAX(q.id) DESC LIMIT %2")
                                                .arg(column).arg(limit));
        statement->query(Value(m_session.person().name));
        QStringList values;
        while (statement->step())
            values.append(statement->text(0));
        return values;
    });
}

Result<QVector<CourseFact>> AttemptChoices::coursesOfStudent(qint64 student, qint64 schoolYear)
{
    return m_session.read<QVector<CourseFact>>([&](Connection &connection) {
        auto &statement = connection.prepared(QStringLiteral("SELECT DISTINCT %1 FROM member m JOIN student_group g ON g.id = m.group_id "
                                                             "JOIN course c ON c.org_id = g.org_id AND c.school_year = g.school_year AND c.course_number = g.course_number "
                                                             "WHERE m.student_id = ? AND g.school_year = ? AND (c.is_cte IS NULL OR c.is_cte <> 0)")
                                                  .arg(courseColumns));
        return courseRows(statement.query(Value(student), Value(schoolYear)));
    });
}

} // namespace certdesk
