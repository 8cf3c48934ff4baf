// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/inputfiles.h"

#include "models/operations/sample/attempts.h"
#include "models/operations/sample/rosterfiles.h"
#include "models/reports/writefailure.h"
#include "models/reports/xlsxwriter.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSaveFile>

namespace certdesk::sample {

namespace {

QStringList columns(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char('|'));
}

constexpr qsizetype bufferBytes = 1 << 20;

QString folderOf(const District &district)
{
    return district.number == 1 ? QStringLiteral("district/") : QStringLiteral("district2/");
}

} // namespace

QByteArray delimitedLine(const QStringList &cells, char delimiter, const QByteArray &lineEnd)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line.append(delimiter);
        QByteArray cell = cells[i].toUtf8();
        const bool isPlain = !cell.contains(delimiter) && !cell.contains('"') && !cell.contains('\n') && !cell.contains('\r') && !cell.startsWith(' ')
                             && !cell.endsWith(' ');
        line += isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
    return line + lineEnd;
}

InputFiles::InputFiles(const QDir &folder, const Options &options, Truth &truth, Progress &progress)
    : m_folder(folder), m_options(options), m_truth(truth), m_progress(progress)
{
}

Done InputFiles::text(const QString &name, const Shape &shape, const QStringList &header, const std::function<void(const Row &)> &rows)
{
    const QString path = m_folder.filePath(m_district + name);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return writeFailure();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeFailure();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(shape.hasMark ? "\xef\xbb\xbf" : "");
    bool isGood = true;
    const auto flush = [&] {
        hash.addData(buffer);
        isGood = isGood && file.write(buffer) == buffer.size();
        buffer.clear();
    };
    const Row line = [&](const QStringList &cells) {
        buffer += delimitedLine(cells, shape.delimiter, shape.lineEnd);
        if (buffer.size() > bufferBytes)
            flush();
    };
    line(header);
    rows(line);
    flush();
    if (m_progress.isCancelled())
        return Progress::cancelledError();
    if (!isGood || !file.commit())
        return writeFailure();
    m_truth.addFile(QStringLiteral("files/") + m_district + name, hash.result().toHex());
    return {};
}

Done InputFiles::workbook(const QString &name, const QStringList &header, const std::function<void(const Row &)> &rows)
{
    const QString path = m_folder.filePath(m_district + name);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return writeFailure();
    XlsxWriter writer(path);
    writer.setCreated(writtenAt() / 1000);
    QVector<SheetColumn> titles;
    for (const QString &title : header)
        titles.append({title, false});
    writer.sheet(QStringLiteral("Students"), titles);
    rows([&](const QStringList &cells) {
        QVector<Value> values;
        for (const QString &cell : cells)
            values.append(Value(cell));
        writer.row(values);
    });
    if (const Done done = writer.finish(); !done)
        return done;
    return tell(name);
}

Done InputFiles::archive(const QString &name, const QVector<ZipMember> &members)
{
    if (const Done done = writeZip(m_folder.filePath(m_district + name), members); !done)
        return done;
    return tell(name);
}

/// The SHA-256 of a file that a library has written.
Done InputFiles::tell(const QString &name)
{
    QFile file(m_folder.filePath(m_district + name));
    if (!file.open(QIODevice::ReadOnly))
        return writeFailure();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    m_truth.addFile(QStringLiteral("files/") + m_district + name, hash.result().toHex());
    return {};
}

Done InputFiles::keep(const District &district, const QString &name, const QByteArray &bytes)
{
    // Not a QSaveFile: there are thousands of these, each would wait for the disk, and all of files/ is put in place at once.
    const QString below = folderOf(district) + name;
    QFile file(m_folder.filePath(below));
    if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return writeFailure();
    m_truth.addFile(QStringLiteral("files/") + below, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    return {};
}

Done InputFiles::write(const District &district, const Catalogue &catalogue)
{
    m_progress.report(QCoreApplication::translate("Sample", "Writing the input files"), 0, 0);
    m_district = folderOf(district);
    Done done = people(district);
    if (done)
        done = classes(district);
    if (done)
        done = catalogues(catalogue);
    if (done)
        done = attempts(district, catalogue);
    if (done)
        done = RosterFiles(*this, m_options, m_truth).write(district, catalogue);
    return done;
}

Done InputFiles::people(const District &district)
{
    Done done = text(QStringLiteral("schools.csv"), {}, columns("school_code|name|number|state_id|low_grade|high_grade"), [&](const Row &row) {
        for (const School &school : district.schools)
            row({school.code, school.name, school.code, QStringLiteral("77-") + school.code, gradeName(school.low), gradeName(school.high)});
    });
    if (!done)
        return done;
    return text(QStringLiteral("staff.csv"), {},
                columns("staff_id|staff_state_id|login|email|first_name|middle_name|last_name|suffix|preferred_name|title|school_code"), [&](const Row &row) {
                    for (const Staff &person : district.staff) {
                        const QString school = person.schools.isEmpty() ? QString() : district.schools[person.schools.first()].code;
                        row({person.staffId, person.stateId, person.login, person.email, person.name.first, person.name.middle, person.name.last,
                             person.name.suffix, person.name.preferred, person.title, school});
                    }
                });
}

Done InputFiles::classes(const District &district)
{
    const QString year = schoolYearName(thisYear);
    const auto facts = [&](const Group &group) {
        return QStringList{district.schools[group.school].code, year,          group.name,   group.courseNumber, group.courseName,
                           group.section,                       group.period, group.term};
    };
    Done done = text(QStringLiteral("sections_%1.csv").arg(year), {},
                     columns("school_code|school_year|group_name|course_number|course_name|section_number|period|term|teacher_id|role"), [&](const Row &row) {
                         for (const Group &group : district.groups) {
                             for (qsizetype i = 0; group.kind == QLatin1String("section") && i < group.staff.size(); ++i) {
                                 const QString role = i == 0 ? QStringLiteral("teacher") : QStringLiteral("co-teacher");
                                 row(facts(group) + QStringList{district.staff[group.staff[i]].staffId, role});
                             }
                         }
                     });
    if (!done)
        return done;
    return text(QStringLiteral("enrollments_%1.csv").arg(year), {},
                columns("school_code|school_year|group_name|course_number|course_name|section_number|period|term|student_state_id|local_id"), [&](const Row &row) {
                    for (const Student &student : district.students) {
                        if (student.section >= 0)
                            row(facts(district.groups[student.section]) + QStringList{student.stateId, student.localId});
                    }
                });
}

Done InputFiles::catalogues(const Catalogue &catalogue)
{
    for (const qint64 year : {lastYear, thisYear}) {
        Done done = courses(catalogue, year);
        if (done)
            done = certificateList(catalogue, year);
        if (done)
            done = assignments(catalogue, year);
        if (!done)
            return done;
    }
    return {};
}

Done InputFiles::courses(const Catalogue &catalogue, qint64 year)
{
    const QString name = schoolYearName(year);
    const QString subject = QStringLiteral("Career and Technical Education");
    return text(QStringLiteral("courses_%1.csv").arg(name), {},
                columns("school_year|course_number|course_name|subject|grades|program_code|is_cte"), [&](const Row &row) {
                    for (const Course &course : catalogue.courses) {
                        const Yearly &facts = course.in(year);
                        if (facts.isListed())
                            row({name, facts.code, facts.name, subject, course.grades, catalogue.programs[course.program].code, QStringLiteral("Y")});
                    }
                });
}

Done InputFiles::certificateList(const Catalogue &catalogue, qint64 year)
{
    const QString name = schoolYearName(year);
    return text(QStringLiteral("certificate-list_%1.csv").arg(name), {},
                columns("school_year|certificate_code|certificate_name|provider_name|exam_family|pass_score"), [&](const Row &row) {
                    for (const Certificate &certificate : catalogue.certificates) {
                        const Yearly &facts = certificate.in(year);
                        if (facts.isListed())
                            row({name, facts.code, facts.name, QString::fromLatin1(catalogue.providers()[certificate.provider].name),
                                 certificate.family, QString::number(certificate.passScore)});
                    }
                });
}

Done InputFiles::assignments(const Catalogue &catalogue, qint64 year)
{
    const QString name = schoolYearName(year);
    return text(QStringLiteral("program-certificates_%1.csv").arg(name), {},
                columns("school_year|program_code|program_name|cip_code|certificate_code|certificate_name"), [&](const Row &row) {
                    for (int i = 0; i < catalogue.programs.size(); ++i) {
                        const Program &program = catalogue.programs[i];
                        for (const int certificate : program.certificates) {
                            const Yearly &facts = catalogue.certificates[certificate].in(year);
                            if (catalogue.isAssigned(i, certificate, year))
                                row({name, program.code, program.name, program.cip, facts.code, facts.name});
                        }
                    }
                });
}

/// New results of the last days of May, not in the database yet: one exam a student, of a family the student has not sat.
Done InputFiles::attempts(const District &district, const Catalogue &catalogue)
{
    AttemptMaker maker(district, catalogue, m_options.seed + 1);
    const auto rows = [&](const Row &row) {
        int left = district.number == 1 ? 40 : 10;
        for (int i = static_cast<int>(district.students.size()) - 1; i >= 0 && left > 0; --i) {
            const Student &student = district.students[i];
            if (!maker.canSit(i, thisYear) || student.stateId.isEmpty())
                continue;
            const Exam exam{catalogue.programs[student.program].addedCertificate, -1};
            const DayNumber day = schoolDay(dayNumber(2027, 5, 24) + left % 4);
            const Record made = maker.clean(i, exam, day, left % 5 != 0).attempt;
            const Staff &teacher = district.staff[maker.teacherOf(i, thisYear)];
            const Staff &proctor = district.staff[static_cast<int>(made.integer("proctor_id")) - 1];
            row({student.stateId, AttemptMaker::listName(student.name), district.schools[student.school].code, schoolYearName(thisYear),
                 made.text("course_number"), made.text("course_name"), teacher.staffId, made.text("certificate_name"), made.text("certificate_code"), isoDay(day), made.text("outcome"),
                 made.text("score"), proctor.staffId});
            --left;
        }
    };
    return text(QStringLiteral("attempts_2027-05.csv"), {},
                columns("student_state_id|student_name|school_code|school_year|course_number|course_name|teacher_id|certificate_name|"
                        "certificate_code|exam_date|outcome|score|proctor_id"),
                rows);
}

} // namespace certdesk::sample
