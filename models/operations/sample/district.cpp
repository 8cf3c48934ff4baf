// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/district.h"

#include "models/operations/sample/classes.h"
#include "models/operations/sample/people.h"

namespace certdesk::sample {

namespace {

const QStringList &placeNames()
{
    static const QStringList list = QStringLiteral("Cedar Hollow;Juniper Creek;Quail Run;Harlan Ridge;Willow Bend;Prairie View;Copper Canyon;"
                                                   "Lone Pine;Mesa Verde;Otter Lake;Silver Spring;Foxtail;Marigold;Stony Brook;Blue Heron;"
                                                   "Whistling Duck;Sagebrush;Cottonwood;Redstone;Meadow Lark;Hidden Valley;Summit;Orchard;"
                                                   "Riverbend;Granite Falls;Maple Grove;Desert Willow;Eagle Point;Sunflower;Clearwater")
                                        .split(QLatin1Char(';'));
    return list;
}

struct Kind
{
    const char *word;
    int low;
    int high;
    int weight;
};

/// Secondary schools come in this order, so that two of them are a middle and a high school; one alone serves both.
Kind secondaryKind(int place, int count)
{
    static const Kind kinds[] = {{"Middle School", 6, 8, 3}, {"High School", 9, 12, 4},    {"High School", 9, 12, 3},
                                 {"Middle School", 6, 8, 2}, {"Academy", 6, 12, 2},        {"High School", 9, 12, 2},
                                 {"Middle School", 6, 8, 4}, {"Alternative School", 9, 12, 1}, {"High School", 9, 12, 4}};
    return count == 1 ? Kind{"Secondary School", 6, 12, 3} : kinds[place % 9];
}

School school(const District &district, int place, const Kind &kind)
{
    const QStringList &names = placeNames();
    const int name = (place + district.number * 11 - 11) % static_cast<int>(names.size());
    School made;
    made.id = place + 1;
    made.code = QStringLiteral("0%1").arg(district.number * 1000 + 10 * (place + 1));
    made.name = names[name];
    if (place >= names.size())
        made.name += QStringLiteral(" %1").arg(place / names.size() + 1);
    made.name += QLatin1Char(' ') + QLatin1String(kind.word);
    made.low = kind.low;
    made.high = kind.high;
    made.weight = kind.weight;
    made.isSecondary = kind.high > 5;
    return made;
}

void makeSchools(District &district, const Catalogue &catalogue)
{
    const int elementary = district.size.schools - district.size.secondarySchools;
    for (int i = 0; i < elementary; ++i)
        district.schools.append(school(district, i, {"Elementary School", 0, 5, 2 + i % 3}));
    for (int i = 0; i < district.size.secondarySchools; ++i)
        district.schools.append(school(district, elementary + i, secondaryKind(i, district.size.secondarySchools)));
    // High schools get five program places where a middle school gets one.
    int left = district.size.cteTeachers;
    int next = 0;
    while (left > 0) {
        for (School &one : district.schools) {
            const int wanted = !one.isSecondary ? 0 : one.high > 8 ? 5 : 1;
            for (int i = 0; i < wanted && left > 0; ++i, --left) {
                const int program = next++ % static_cast<int>(catalogue.programs.size());
                if (!one.programs.contains(program))
                    one.programs.append(program);
            }
        }
    }
}

} // namespace

int District::firstStaffWithTitle(const QString &title) const
{
    for (int i = 0; i < staff.size(); ++i) {
        if (staff[i].title == title)
            return i;
    }
    return -1;
}

QString gradeName(int grade)
{
    return grade <= 0 ? QStringLiteral("KG") : QStringLiteral("%1").arg(grade, 2, 10, QLatin1Char('0'));
}

int courseLevel(int grade)
{
    return grade >= 12 ? 2 : grade >= 10 ? 1 : 0;
}

District makeDistrict(const Options &options, int number, const Catalogue &catalogue)
{
    District district;
    district.number = number;
    district.code = QStringLiteral("D%1").arg(number);
    district.name = number == 1 ? QStringLiteral("Harlan County Sample District") : QStringLiteral("Otter Lake Sample District");
    district.file = number == 1 ? QStringLiteral("district.db") : QStringLiteral("district2.db");
    district.domain = number == 1 ? QStringLiteral("harlan.example") : QStringLiteral("otterlake.example");
    district.size = districtSize(options.size, number);
    makeSchools(district, catalogue);
    PeopleMaker people(district, options.seed);
    people.makeStaff();
    people.makeStudents();
    makeClasses(district, catalogue, options.seed);
    return district;
}

} // namespace certdesk::sample
