// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/catalogue.h"

#include "models/operations/sample/sampleoptions.h"

#include <QStringList>

namespace certdesk::sample {

namespace {

struct ProgramText
{
    const char *cip;
    const char *name;
    /// Letter of the provider (place in providers()), colon, name; after '*' the components of a bundle.
    const char *certificates;
};

const QVector<ProgramText> &writtenPrograms()
{
    static const QVector<ProgramText> list{
        {"52.0401", "Business and Office Technology",
         "0:Microsoft Office Specialist: Word Associate;0:Microsoft Office Specialist: Excel Associate;0:Microsoft Office Specialist: PowerPoint "
         "Associate;0:Microsoft Office Specialist: Outlook Associate;0:Microsoft Office Specialist: Expert*Word Expert,Excel Expert;"
         "0:QuickBooks Certified User;0:Entrepreneurship and Small Business;5:Office Administration Level 1"},
        {"10.0303", "Digital Media and Design",
         "0:Adobe Certified Professional in Visual Design;0:Adobe Certified Professional in Video Design;0:Adobe Certified Professional in Web "
         "Design;0:Adobe Certified Professional in Print Design;5:Media Production*Camera and Light,Editing and Sound;1:CIW User Interface "
         "Designer;1:CIW Social Media Strategist;5:Photography Level 1"},
        {"11.0901", "Computer Systems and Networking",
         "2:CompTIA IT Fundamentals+;2:CompTIA Network+;2:CompTIA Server+;2:CompTIA Cloud Essentials+;2:CompTIA A+*A+ Core 1,A+ Core 2;"
         "2:CompTIA Project+;0:IT Specialist: Networking;0:IT Specialist: Device Configuration and Management"},
        {"11.0201", "Programming and Web Development",
         "1:CIW Site Development Associate;1:CIW Internet Business Associate;1:CIW JavaScript Specialist;1:CIW Database Design Specialist;"
         "1:CIW Web Foundations*Web Foundations: Business,Web Foundations: Networking;0:IT Specialist: Python;0:IT Specialist: Java;"
         "0:IT Specialist: HTML and CSS"},
        {"51.0000", "Health Sciences",
         "3:Certified Clinical Medical Assistant;3:Certified Phlebotomy Technician;3:Certified EKG Technician;3:Certified Medical Administrative "
         "Assistant;5:Patient Care*Patient Care: Theory,Patient Care: Skills;3:Certified Patient Care Technician;3:Certified Pharmacy "
         "Technician;3:Certified Electronic Health Records Specialist"},
        {"12.0503", "Culinary Arts",
         "4:ServSafe Food Handler;4:ServSafe Manager;4:ServSafe Allergens;4:ServSafe Workplace;4:ProStart Certificate*ProStart Level 1,ProStart "
         "Level 2;4:ServSuccess Certified Restaurant Professional;5:Baking and Pastry Level 1;5:Kitchen Safety"},
        {"11.1003", "Cybersecurity",
         "2:CompTIA Security+;2:CompTIA CySA+;2:CompTIA PenTest+;2:CompTIA Linux+;1:CIW Web Security Associate*Web Security: Policy,Web Security: "
         "Practice;0:IT Specialist: Cybersecurity;0:IT Specialist: Network Security;5:Digital Forensics Level 1"},
        {"46.0000", "Construction Trades",
         "5:Construction Core;5:Construction Carpentry;5:Construction Wiring;5:Construction Masonry;5:Safety on Site*Safety: Height,Safety: Tools;"
         "5:Construction Pipework;5:Blueprint Reading;0:Autodesk Certified User: Revit"},
    };
    return list;
}

const char *const furtherPrograms =
    "01.0000 Agriscience;01.0601 Horticulture;01.1106 Range Science;03.0101 Natural Resources;09.0402 Broadcast Journalism;10.0202 Audio "
    "Engineering;11.0801 Game Design;12.0401 Cosmetology;13.0101 Education and Training;14.4201 Mechatronics;15.0303 Electronics;15.0403 "
    "Robotics;15.0613 Advanced Manufacturing;15.1301 Drafting;15.1701 Solar Energy;19.0501 Nutrition;19.0709 Early Childhood;22.0302 Legal "
    "Studies;26.1201 Biotechnology;31.0504 Sport Management;36.0114 Career Exploration;41.0301 Laboratory Technology;43.0102 Corrections;"
    "43.0107 Law Enforcement;43.0203 Fire Science;43.0404 Emergency Management;46.0201 Carpentry;46.0302 Electrical Trades;46.0503 Plumbing;"
    "47.0101 Appliance Repair;47.0201 Heating and Cooling;47.0303 Industrial Maintenance;47.0603 Collision Repair;47.0604 Automotive Service;"
    "47.0605 Diesel Service;47.0607 Aviation Maintenance;47.0613 Small Engines;48.0501 Machining;48.0508 Welding;48.0703 Cabinetmaking;"
    "49.0101 Aviation;49.0205 Commercial Driving;49.0309 Marine Service;50.0402 Fashion Design;50.0502 Technical Theatre;51.0601 Dental "
    "Assisting;51.0801 Sports Medicine;51.0904 Emergency Medical Technician;51.3902 Nursing Assistant;52.0302 Accounting;52.0801 Finance;"
    "52.0901 Hospitality and Tourism";

QString invented(const QString &program)
{
    return QStringLiteral("5:%1 Level 1;5:%1 Level 2;5:%1 Safety;5:%1 Tools and Materials;5:%1 Technician*%1: Theory,%1: Practice;"
                          "5:%1 Quality Control;0:%1 Certified User;1:%1 Customer Care").arg(program);
}

} // namespace

const Yearly &Certificate::in(qint64 year) const
{
    return year == thisYear ? now : last;
}
Yearly &Certificate::in(qint64 year)
{
    return year == thisYear ? now : last;
}
const Yearly &Course::in(qint64 year) const
{
    return year == thisYear ? now : last;
}
Yearly &Course::in(qint64 year)
{
    return year == thisYear ? now : last;
}

const QVector<Provider> &Catalogue::providers() const
{
    static const QVector<Provider> list{
        {"Certiport", "CERTI", "yes", "pdf-if-no-report", "none", 7},
        {"Certification Partners", "CERPA", "yes", "pdf-if-no-report", "none", 14},
        {"CompTIA", "COMPT", "no", "pdf-if-no-report", "session-record", 14},
        {"NHA", "NHAXX", "unknown", "report-or-pdf", "none", 14},
        {"National Restaurant Association", "NRAED", "yes", "report-only", "none", 14},
        {"Sample Trades Board", "TRADE", "yes", "report-and-pdf", "none", 14},
    };
    return list;
}

Catalogue::Catalogue(int count)
{
    addCommon();
    const QStringList further = QString::fromLatin1(furtherPrograms).split(QLatin1Char(';'));
    for (int i = 0; i < count; ++i) {
        const QString code = QStringLiteral("P%1").arg(i + 1, 2, 10, QLatin1Char('0'));
        if (i < writtenPrograms().size()) {
            const ProgramText &text = writtenPrograms()[i];
            addProgram(code, QString::fromLatin1(text.name), QString::fromLatin1(text.cip), QString::fromLatin1(text.certificates));
        } else {
            const QString &text = further[i - writtenPrograms().size()];
            addProgram(code, text.mid(8), text.left(7), invented(text.mid(8)));
        }
    }
}

void Catalogue::addCommon()
{
    for (const char *entry : {"0:IC3 Digital Literacy Level 1", "0:IC3 Digital Literacy Level 2", "0:Communication Skills for Business",
                              "1:CIW Internet Business Foundations"})
        m_common.append(addCertificate(QString::fromLatin1(entry)));
    recoded = m_common[0];
    certificates[recoded].now.code = QStringLiteral("CERTZ001");
    certificates[m_common[1]].now.name = QStringLiteral("IC3 Digital Literacy GS6 Level 2");
    newlyAssigned = m_common[2];
}

int Catalogue::addCertificate(const QString &entry)
{
    const auto place = static_cast<int>(certificates.size());
    Certificate certificate;
    certificate.provider = entry.left(1).toInt();
    const QStringList parts = entry.mid(2).split(QLatin1Char('*'));
    const QString letters = QString::fromLatin1(providers()[certificate.provider].codeLetters);
    certificate.last = {letters + QStringLiteral("%1").arg(place + 1, 3, 10, QLatin1Char('0')), parts.first(), 0};
    certificate.now = certificate.last;
    certificate.family = parts.first();
    const QStringList components = parts.value(1).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (int i = 0; i < components.size(); ++i)
        certificate.components.append({QStringLiteral("%1-%2").arg(certificate.last.code).arg(i + 1), components[i]});
    certificate.passScore = QVector<int>{700, 650, 675, 390, 75, 70}[certificate.provider];
    certificate.weightPercent = QVector<int>{10, 20, 50, 20, 10, 20}[certificate.provider];
    certificates.append(certificate);
    return place;
}

int Catalogue::addCourse(int program, const QString &number, const QString &name, const QString &grades)
{
    const auto place = static_cast<int>(courses.size());
    courses.append({{number, name, 0}, {number, name, 0}, program, grades});
    return place;
}

void Catalogue::addProgram(const QString &code, const QString &name, const QString &cip, const QString &list)
{
    const auto place = static_cast<int>(programs.size());
    Program program{code, name, cip, 0, 0, {}, {}, 0, 0, 0};
    const auto number = [&](int tail) { return QStringLiteral("0%1%2").arg(8100 + place * 10).arg(tail, 2, 10, QLatin1Char('0')); };
    program.levels = {addCourse(place, number(10), name + QLatin1String(" I"), QStringLiteral("08,09,10")),
                      addCourse(place, number(20), name + QLatin1String(" II"), QStringLiteral("10,11")),
                      addCourse(place, number(30), name + QLatin1String(" III"), QStringLiteral("11,12"))};
    program.retiredCourse = addCourse(place, number(40), name + QLatin1String(" Survey"), QStringLiteral("09,10"));
    courses[program.retiredCourse].now = {};
    if (place % 3 == 1) // the same name with another number this year (AC-08)
        courses[program.levels[1]].now.code = number(25);
    if (place % 3 == 2)
        courses[program.levels[2]].now.name = name + QLatin1String(" Capstone");
    const QStringList entries = list.split(QLatin1Char(';'));
    for (const QString &entry : entries)
        program.certificates.append(addCertificate(entry));
    if (place % 2 == 0)
        certificates[program.certificates[5]].now.code.replace(4, 1, QLatin1Char('Z'));
    if (place % 2 == 1)
        certificates[program.certificates[6]].now.name += QLatin1String(" (2026)");
    program.retiredCertificate = addCertificate(QStringLiteral("5:%1 Preparation").arg(name));
    certificates[program.retiredCertificate].now = {};
    program.addedCertificate = addCertificate(QStringLiteral("5:%1 Micro-credential").arg(name));
    certificates[program.addedCertificate].last = {};
    program.certificates.append({program.retiredCertificate, program.addedCertificate});
    program.certificates.append(m_common);
    programs.append(program);
}

bool Catalogue::isAssigned(int program, int certificate, qint64 year) const
{
    if (!programs[program].certificates.contains(certificate) || !certificates[certificate].in(year).isListed())
        return false;
    return certificate != newlyAssigned || year == thisYear;
}

QVector<Exam> Catalogue::exams(int program, qint64 year) const
{
    QVector<Exam> list;
    for (const int certificate : programs[program].certificates) {
        if (!isAssigned(program, certificate, year))
            continue;
        const auto parts = static_cast<int>(certificates[certificate].components.size());
        for (int i = 0; i < parts; ++i)
            list.append({certificate, i});
        if (parts == 0)
            list.append({certificate, -1});
    }
    return list;
}

QString Catalogue::family(const Exam &exam) const
{
    const Certificate &certificate = certificates[exam.certificate];
    return exam.component < 0 ? certificate.family : certificate.components[exam.component].name;
}

} // namespace certdesk::sample
