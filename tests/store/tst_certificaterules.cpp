// SPDX-License-Identifier: GPL-3.0-or-later
// The acceptance checks of the certificate rules (AC-12 to AC-48) and their near misses, with equal findings on both engines.
#include "tests/support/rulecase.h"

using namespace certdesk;
using namespace certdesk::test;

class TestCertificateRules : public QObject
{
    Q_OBJECT

    std::map<Engine, std::unique_ptr<RuleCase>> m_cases;

    RuleCase &on(Engine engine)
    {
        auto &one = m_cases[engine];
        if (!one)
            one = std::make_unique<RuleCase>(engine);
        return *one;
    }

    static void columns()
    {
        QTest::addColumn<QStringList>("student");
        QTest::addColumn<QStringList>("attempts");
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QStringList>("expected");
    }
    static void row(const char *name, const QStringList &attempts, const QString &rules, const QStringList &expected, const QString &parameters = {},
                    const QStringList &student = {})
    {
        QTest::newRow(name) << student << attempts << rules << parameters << expected;
    }
    void check()
    {
        QFETCH(QStringList, student);
        QFETCH(QStringList, attempts);
        QFETCH(QString, rules);
        QFETCH(QString, parameters);
        for (const Engine engine : engines())
            QTEST(on(engine).findings(student, attempts, rules, parameters), "expected");
    }
    static QString s(const char *text) { return QString::fromUtf8(text); }
    static QStringList l(std::initializer_list<const char *> texts)
    {
        QStringList list;
        for (const char *text : texts)
            list.append(s(text));
        return list;
    }

private Q_SLOTS:
    void spacing_data()
    {
        columns();
        const QString rules = s("EX-10 EX-11 EX-14");
        row("AC-14", l({"2026-03-03", "2026-03-22"}), rules, l({"EX-10 FATAL 2: 19 days after attempt 1 on 2026-03-03; 20 needed; earliest 2026-03-23"}));
        row("AC-15", l({"2026-03-03", "2026-03-23"}), rules, {});
        row("AC-15 strict", l({"2026-03-03", "2026-03-23"}), rules, l({"EX-10 FATAL 2: 20 days after attempt 1 on 2026-03-03; 20 needed; earliest 2026-03-24"}),
            s("EX-10:strict_between=1"));
        row("AC-16", l({"2026-03-03", "2026-03-24"}), rules, {});
        row("AC-16 strict", l({"2026-03-03", "2026-03-24"}), rules, {}, s("EX-10:strict_between=1"));
        row("AC-17", l({"2026-03-03", "2026-03-17"}), rules, l({"EX-10 FATAL 2: 14 days after attempt 1 on 2026-03-03; 20 needed; earliest 2026-03-23"}));
        row("AC-18 leap 19", l({"2028-02-15", "2028-03-05"}), rules, l({"EX-10 FATAL 2: 19 days after attempt 1 on 2028-02-15; 20 needed; earliest 2028-03-06"}));
        row("AC-18 leap 20", l({"2028-02-15", "2028-03-06"}), rules, {});
        row("AC-19 no leap 19", l({"2027-02-15", "2027-03-06"}), rules, l({"EX-10 FATAL 2: 19 days after attempt 1 on 2027-02-15; 20 needed; earliest 2027-03-07"}));
        row("AC-19 no leap 20", l({"2027-02-15", "2027-03-07"}), rules, {});
        row("AC-20 leap day 19", l({"2028-02-29", "2028-03-19"}), rules, l({"EX-10 FATAL 2: 19 days after attempt 1 on 2028-02-29; 20 needed; earliest 2028-03-20"}));
        row("AC-20 leap day 20", l({"2028-02-29", "2028-03-20"}), rules, {});
        row("AC-21 year boundary 19", l({"2026-06-20", "2026-07-09"}), rules, l({"EX-10 FATAL 2: 19 days after attempt 1 on 2026-06-20; 20 needed; earliest 2026-07-10"}));
        row("AC-21 year boundary 20", l({"2026-06-20", "2026-07-10"}), rules, {});
        row("AC-22 calendar boundary 19", l({"2025-12-20", "2026-01-08"}), rules, l({"EX-10 FATAL 2: 19 days after attempt 1 on 2025-12-20; 20 needed; earliest 2026-01-09"}));
        row("AC-22 calendar boundary 20", l({"2025-12-20", "2026-01-09"}), rules, {});
        row("entered in the other order", l({"2026-03-22", "2026-03-03"}), rules, l({"EX-10 FATAL 1: 19 days after attempt 1 on 2026-03-03; 20 needed; earliest 2026-03-23"}));
        row("each neighbour", l({"2026-03-03", "2026-03-13", "2026-03-23"}), rules,
            l({"EX-10 FATAL 2: 10 days after attempt 1 on 2026-03-03; 20 needed; earliest 2026-03-23",
               "EX-10 FATAL 3: 10 days after attempt 2 on 2026-03-13; 20 needed; earliest 2026-04-02"}));
        row("void rows do not count", l({"2026-03-03", "2026-03-10 entry_state=void", "2026-03-23"}), rules, {});
        row("planned sittings do not count", l({"2026-03-03", "2026-03-10 exam_status=planned", "2026-03-23"}), rules, {});
    }
    void spacing() { check(); }

    void families_data()
    {
        columns();
        const QString rules = s("EX-10 EX-11 EX-14");
        row("AC-26 versions of one family", l({"2026-03-03 exam_family=w certificate_code=WORD2016", "2026-03-13 exam_family=w certificate_code=WORD2019ES"}), rules,
            l({"EX-10 FATAL 2: 10 days after attempt 1 on 2026-03-03; 20 needed; earliest 2026-03-23"}));
        row("AC-26 components", l({"2026-03-03 exam_family=a component_code=C1", "2026-03-13 exam_family=a component_code=C2"}), rules, {});
        row("AC-26 components with families", l({"2026-03-03 exam_family=a1 component_code=C1", "2026-03-13 exam_family=a2 component_code=C2"}), rules, {});
        row("without a family the certificate counts", l({"2026-03-03 exam_family= certificate_code=A", "2026-03-13 exam_family= certificate_code=A"}), rules,
            l({"EX-10 FATAL 2: 10 days after attempt 1 on 2026-03-03; 20 needed; earliest 2026-03-23"}));
        row("two certificates without a family", l({"2026-03-03 exam_family= certificate_code=A", "2026-03-13 exam_family= certificate_code=B"}), rules, {});
        row("AC-27 provider's no-show", l({"2026-03-03", "2026-03-13 exam_status=no-show source=score-report", "2026-03-23"}), rules, {});
        row("AC-27 provider's aborted", l({"2026-03-03", "2026-03-13 exam_status=aborted source=score-report", "2026-03-23"}), rules, {});
        row("AC-27 teacher's no-show", l({"2026-03-03", "2026-03-13 exam_status=no-show", "2026-03-23"}), rules,
            l({"EX-10 FATAL 2: 10 days after attempt 1 on 2026-03-03; 20 needed; earliest 2026-03-23",
               "EX-10 FATAL 3: 10 days after attempt 2 on 2026-03-13; 20 needed; earliest 2026-04-02"}));
    }
    void families() { check(); }

    void counts_data()
    {
        columns();
        const QString rules = s("EX-10 EX-11");
        const QStringList four = l({"2026-09-01", "2026-10-01", "2026-11-02", "2026-12-02"});
        row("AC-23", four, rules, l({"EX-11 FATAL 4: attempt 4 in 2026-27 (2026-09-01, 2026-10-01, 2026-11-02, 2026-12-02); limit 3"}));
        row("a fifth", four + l({"2027-01-15"}), rules,
            l({"EX-11 FATAL 4: attempt 4 in 2026-27 (2026-09-01, 2026-10-01, 2026-11-02, 2026-12-02); limit 3",
               "EX-11 FATAL 5: attempt 5 in 2026-27 (2026-09-01, 2026-10-01, 2026-11-02, 2026-12-02, 2027-01-15); limit 3"}));
        row("three", four.mid(0, 3), rules, {});
        row("another limit", four.mid(0, 3), rules, l({"EX-11 FATAL 3: attempt 3 in 2026-27 (2026-09-01, 2026-10-01, 2026-11-02); limit 2"}), s("EX-11:max_attempts=2"));
        const QStringList split = l({"2026-02-02", "2026-03-16", "2026-05-04", "2026-07-25"});
        row("AC-24 school year", split, rules, {});
        row("AC-24 calendar year", split, rules, l({"EX-11 FATAL 4: attempt 4 in 2026 (2026-02-02, 2026-03-16, 2026-05-04, 2026-07-25); limit 3"}),
            s("EX-11:attempt_year=calendar"));
        const QStringList rolling = l({"2026-09-01", "2026-12-01", "2027-03-01"});
        row("AC-25 within the window", rolling + l({"2027-08-31"}), rules,
            l({"EX-11 FATAL 4: attempt 4 in 365 days (2026-09-01, 2026-12-01, 2027-03-01, 2027-08-31); limit 3"}), s("EX-11:attempt_year=rolling365"));
        row("AC-25 a day later", rolling + l({"2027-09-01"}), rules, {}, s("EX-11:attempt_year=rolling365"));
        row("last and first day of the school years", l({"2026-06-30", "2026-07-20", "2026-08-20", "2026-09-20"}), rules, {});
        row("last and first day of the calendar years", l({"2026-12-31", "2027-01-20", "2027-02-20", "2027-03-20"}), rules, {}, s("EX-11:attempt_year=calendar"));
        row("provider's no-show", four.mid(0, 3) + l({"2026-12-02 exam_status=no-show source=score-report"}), rules, {});
        row("one sitting entered twice", four.mid(0, 3) + l({"2026-11-02 source=workbook"}), rules, {});
    }
    void counts() { check(); }

    void monthDates_data()
    {
        columns();
        const QString rules = s("EX-10 EX-14");
        row("AC-28 Sep and Oct", l({"2026-09", "2026-10"}), rules, l({"EX-14 WARNING 2: 2026-09 and 2026-10: gap between 1 and 60 days; a full date decides"}));
        row("AC-28 Sep and Nov", l({"2026-09", "2026-11"}), rules, {});
        row("AC-28 three in one month", l({"2026-09", "2026-09", "2026-09"}), rules, l({"EX-10 FATAL 3: 9 days after attempt 2 on 2026-09; 20 needed; earliest 2026-10-11"}));
        row("two in one month", l({"2026-09", "2026-09"}), rules, l({"EX-14 WARNING 2: 2026-09 and 2026-09: gap between 0 and 29 days; a full date decides"}));
        row("month before a day at its end", l({"2026-09", "2026-09-25"}), rules, l({"EX-14 WARNING 2: 2026-09 and 2026-09-25: gap between 0 and 24 days; a full date decides"}));
        row("a day at the beginning, any order", l({"2026-09-03", "2026-09"}), rules, l({"EX-14 WARNING 1: 2026-09 and 2026-09-03: gap between 0 and 2 days; a full date decides"}));
        row("a day in the middle", l({"2026-09-15", "2026-09"}), rules, l({"EX-10 FATAL 1: 14 days after attempt 1 on 2026-09; 20 needed; earliest 2026-09-21"}));
        row("day far before the month", l({"2026-08-12", "2026-09"}), rules, {});
        row("day near the month", l({"2026-08-13", "2026-09"}), rules, l({"EX-14 WARNING 2: 2026-08-13 and 2026-09: gap between 19 and 48 days; a full date decides"}));
        row("four months apart in pairs", l({"2026-01", "2026-02", "2026-04", "2026-05"}), rules,
            l({"EX-14 WARNING 2: 2026-01 and 2026-02: gap between 1 and 58 days; a full date decides",
               "EX-14 WARNING 4: 2026-04 and 2026-05: gap between 1 and 60 days; a full date decides"}));
        row("February holds one", l({"2027-02-10", "2027-02"}), rules, l({"EX-10 FATAL 1: 9 days after attempt 1 on 2027-02; 20 needed; earliest 2027-02-21"}));
        row("a year", l({"2026", "2027"}), rules, l({"EX-14 WARNING 2: 2026 and 2027: gap between 1 and 729 days; a full date decides"}));
    }
    void monthDates() { check(); }

    void proctors_data()
    {
        columns();
        const QString rules = s("EX-20");
        row("AC-31", l({"2026-10-05 teacher=T1 proctor=T1 course_name=Design_1"}), rules, l({"EX-20 FATAL 1: Sam Birch (T1) proctored and teaches Design 1"}));
        row("AC-31 another person", l({"2026-10-05 teacher=T1 proctor=P1"}), rules, {});
        row("AC-32", l({"2026-10-05 teacher_name=Díaz-Ortega,_Ana_M. proctor_name=Ana_M_Diaz_Ortega course_number=8000100"}), rules,
            l({"EX-20 FATAL 1: Ana M Diaz Ortega (no staff id) proctored and teaches 8000100"}));
        row("AC-32 another name", l({"2026-10-05 teacher_name=Díaz-Ortega,_Ana_M. proctor_name=Anna_Diaz"}), rules, {});
        row("typed proctor, teacher on record", l({"2026-10-05 teacher=T3 proctor_name=Ortega_Diaz,_Ana course_number=8000100"}), rules,
            l({"EX-20 FATAL 1: Ortega Diaz, Ana (no staff id) proctored and teaches 8000100"}));
        row("two people of one name by record", l({"2026-10-05 teacher=T1 proctor=P1 teacher_name=Jo_Elm"}), rules, {});
        row("teaches the section of the course", l({"2026-10-05 teacher=T1 proctor=T2 course_number=8000100"}), rules,
            l({"EX-20 FATAL 1: Kim Cedar (T2) proctored and teaches Section 8000100"}), {}, l({"section=8000100"}));
        row("teaches another CTE course of the student", l({"2026-10-05 teacher=T1 proctor=T2 course_number=8000100"}), rules,
            l({"EX-20 FATAL 1: Kim Cedar (T2) proctored and teaches Section 8000200"}), {}, l({"section=8000200"}));
        row("teaches the student English", l({"2026-10-05 teacher=T1 proctor=T2 course_number=8000100"}), rules, {}, {}, l({"section=1000000"}));
        row("teaches the course to others", l({"2026-10-05 teacher=T1 proctor=T2 course_number=8000100"}), rules, {});
        row("taught it in another year", l({"2025-10-05 teacher=T1 proctor=T2 course_number=8000100"}), rules, {}, {}, l({"section=8000100"}));
        row("typed name of a section's teacher", l({"2026-10-05 teacher=T1 proctor_name=Cedar,_Kim course_number=8000100"}), rules,
            l({"EX-20 FATAL 1: Cedar, Kim (no staff id) proctored and teaches Section 8000100"}), {}, l({"section=8000100"}));
        row("void row", l({"2026-10-05 teacher=T1 proctor=T1 entry_state=void"}), rules, {});
    }
    void proctors() { check(); }

    void evidence_data()
    {
        columns();
        const QString rules = s("EV-01 EV-02");
        row("AC-37", l({"2026-10-05 outcome=P verification=verified"}), rules, l({"EV-01 REFUSE 1: 0 evidence items; report-or-pdf asks score-report line or PDF"}));
        row("AC-37 with a PDF", l({"2026-10-05 outcome=P verification=verified evidence=pdf"}), rules, {});
        row("AC-37 not verified", l({"2026-10-05 outcome=P verification=queried"}), rules, {});
        row("AC-38 CompTIA pass", l({"2026-10-05 outcome=P provider_name=CompTIA"}), rules, l({"EV-02 FATAL 1: policy pdf-if-no-report: has nothing, lacks score-report line, else PDF"}));
        row("AC-38 CompTIA pass with PDF", l({"2026-10-05 outcome=P provider_name=CompTIA evidence=pdf"}), rules, {});
        row("AC-38 Certiport pass with report line", l({"2026-10-05 outcome=P provider_name=Certiport evidence=report-line"}), rules, {});
        row("AC-38 the same under A's policy", l({"2025-10-05 outcome=P provider_name=Certiport evidence=report-line"}), rules,
            l({"EV-02 FATAL 1: policy pdf-always: has score-report line, lacks PDF"}));
        row("provider of the certificate", l({"2026-10-05 outcome=P certificate_code=NETW0001"}), rules,
            l({"EV-02 FATAL 1: policy pdf-if-no-report: has nothing, lacks score-report line, else PDF"}));
        row("fail with session record", l({"2026-10-05 provider_name=CompTIA evidence=session-record"}), rules, {});
        row("fail without", l({"2026-10-05 provider_name=CompTIA"}), rules, l({"EV-02 FATAL 1: policy session-record: has nothing, lacks session record"}));
        row("fail that needs none", l({"2026-10-05 provider_name=Certiport verification=verified"}), rules, {});
        row("one of two", l({"2026-10-05 outcome=P provider_name=NHA evidence=pdf"}), rules, l({"EV-02 FATAL 1: policy report-and-pdf: has PDF, lacks score-report line"}));
        row("both", l({"2026-10-05 outcome=P provider_name=NHA evidence=pdf+report-line"}), rules, {});
        row("no outcome yet", l({"2026-10-05 outcome= provider_name=CompTIA"}), rules, {});
    }
    void evidence() { check(); }

    void lists_data()
    {
        columns();
        const QString rules = s("CR-01 CE-01 CE-03 CE-04");
        row("AC-12", l({"2026-10-05 certificate_name=Word_Associate certificate_code=NETW0001"}), rules, l({"CE-03 REFUSE 1: \"Word Associate\" has WORD0001 in 2026-27, row has NETW0001"}));
        row("AC-12 recoded", l({"2025-10-05 certificate_name=Word_Associate certificate_code=WORD0000"}), rules, {});
        row("last year's code", l({"2026-10-05 certificate_name=Word_Associate certificate_code=WORD0000"}), rules,
            l({"CE-01 FATAL 1: WORD0000 is not on the 2026-27 list (3 codes)", "CE-03 REFUSE 1: \"Word Associate\" has WORD0001 in 2026-27, row has WORD0000"}));
        row("unknown code", l({"2026-10-05 certificate_code=NONE0001"}), rules, l({"CE-01 FATAL 1: NONE0001 is not on the 2026-27 list (3 codes)"}));
        row("not assigned", l({"2026-10-05 certificate_code=NETW0001 certificate_name=Network+ program_code=P100"}), rules,
            l({"CE-04 WARNING 1: P100 has 1 certificates in 2026-27, not Network+"}));
        row("assigned", l({"2026-10-05 certificate_code=WORD0001 program_code=P100"}), rules, {});
        row("no program", l({"2026-10-05 certificate_code=NETW0001"}), rules, {});
        row("course of the year", l({"2026-10-05 course_number=8000100"}), rules, {});
        row("course of another year", l({"2026-10-05 course_number=8000050"}), rules, l({"CR-01 FATAL 1: 8000050 is not in the 2026-27 catalogue; last listed 2024-25"}));
        row("course taken then", l({"2025-10-05 course_number=8000050 year_taken=2024-25"}), rules, {});
        row("course never listed", l({"2026-10-05 course_number=9999999"}), rules, l({"CR-01 FATAL 1: 9999999 is not in the 2026-27 catalogue; last listed never"}));
    }
    void lists() { check(); }

    void outcomes_data()
    {
        columns();
        const QString rules = s("OU-03 OU-08 EX-10");
        row("pass with date", l({"2026-10-05 outcome=P earned_on=2026-10-05"}), rules, {});
        row("pass without", l({"2026-10-05 outcome=P"}), rules, l({"OU-03 FATAL 1: P needs MMDDYYYY; have no earned date"}));
        row("pass with a month", l({"2026-10 outcome=P"}), rules, l({"OU-03 FATAL 1: P needs MMDDYYYY; have 2026-10"}));
        row("fail with date", l({"2026-10-05 earned_on=2026-10-05"}), rules, l({"OU-03 FATAL 1: P needs MMDDYYYY; have F, 2026-10-05"}));
        row("passed component", l({"2026-10-05 outcome=P component_code=C1"}), rules, {});
        row("passing is not earning", l({"2026-10-05 outcome=P certificate_code=CMAA0001"}), rules, {});
        row("AC-48 twice in one sheet", l({"2026-10-05 certificate_name=Word", "2026-10-05 certificate_name=Word"}), rules, l({"OU-08 REFUSE 2: row # already has Word on 2026-10-05"}));
        row("AC-48 two teachers", l({"2026-10-05 certificate_name=Word teacher=T1", "2026-10-05 certificate_name=Word teacher=T2"}), rules,
            l({"OU-08 WARNING 2: row # already has Word on 2026-10-05"}));
        row("two sources", l({"2026-10-05 certificate_name=Word", "2026-10-05 certificate_name=Word source=score-report"}), rules,
            l({"OU-08 WARNING 2: row # already has Word on 2026-10-05"}));
        row("two session times are two sittings", l({"2026-10-05 session_time=09:00", "2026-10-05 session_time=13:00"}), rules,
            l({"EX-10 FATAL 2: 0 days after attempt 1 on 2026-10-05; 20 needed; earliest 2026-10-25"}));
        row("one time given", l({"2026-10-05 certificate_name=Word session_time=09:00", "2026-10-05 certificate_name=Word"}), rules,
            l({"OU-08 REFUSE 2: row # already has Word on 2026-10-05"}));
        row("other component", l({"2026-10-05 component_code=C1", "2026-10-05 component_code=C2"}), rules, {});
        row("void row", l({"2026-10-05", "2026-10-05 entry_state=void"}), rules, {});
        row("months are no days", l({"2026-10", "2026-10"}), s("OU-08"), {});
    }
    void outcomes()
    {
        QFETCH(QStringList, student);
        QFETCH(QStringList, attempts);
        QFETCH(QString, rules);
        for (const Engine engine : engines()) {
            QStringList found = on(engine).findings(student, attempts, rules);
            for (QString &line : found)
                line.replace(QStringLiteral("row %1 already").arg(on(engine).row(1)), QStringLiteral("row # already"));
            QTEST(found, "expected");
        }
    }

    void people_data()
    {
        columns();
        const QString rules = s("ID-01 ID-03 RO-01 RO-02");
        row("on the roster", l({"2026-10-05"}), rules, {});
        row("not on last year's roster", l({"2025-10-05"}), s("ID-01"), l({"ID-01 REFUSE 1: S-1 is not on the 2025-26 roster (0 students, loaded never)"}), {},
            l({"student_state_id=S-1"}));
        row("archived and never on the roster", l({"2026-10-05"}), s("ID-01"), l({"ID-01 REFUSE 1: S-2 is not on the 2026-27 roster (0 students, loaded never)"}), {},
            l({"student_state_id=S-2 status=archived"}));
        row("typed as known", l({"2026-10-05 typed_name=ALDER,_Robin"}), rules, {});
        row("typed with the preferred name", l({"2026-10-05 typed_name=Bobby_Alder"}), rules, {}, {}, l({"preferred_name=Bobby"}));
        row("typed without the middle name", l({"2026-10-05 typed_name=Robin_Alder"}), rules, {}, {}, l({"middle_name=Wren"}));
        row("near", l({"2026-10-05 typed_name=Robyn_Aldor"}), rules, l({"ID-03 WARNING 1: \"Robyn Aldor\" v \"Robin Alder\" (legal): 0.863, 0.92 needed"}));
        row("nearer than t1", l({"2026-10-05 typed_name=Robin_Aldera"}), rules, {});
        row("far", l({"2026-10-05 typed_name=Kim_Cypress"}), rules, l({"ID-03 REFUSE 1: \"Kim Cypress\" v \"Robin Alder\" (legal): 0.492, 0.92 needed"}));
        row("no state number", {}, rules, l({"RO-01 WARNING 0: Robin Alder, grade 10, has no state student number"}), {}, l({"student_state_id=- grade=10"}));
        row("archived without state number", {}, rules, {}, {}, l({"student_state_id=- status=archived"}));
        row("youngest of grade 10", {}, rules, {}, {}, l({"grade=10 birth_date=2012-09-01"}));
        row("too young by a day", {}, rules, l({"RO-02 WARNING 0: age 13 on 2026-09-01 in grade 10; 14 to 17 expected"}), {}, l({"grade=10 birth_date=2012-09-02"}));
        row("oldest of grade 10", {}, rules, {}, {}, l({"grade=10 birth_date=2008-09-02"}));
        row("too old by a day", {}, rules, l({"RO-02 WARNING 0: age 18 on 2026-09-01 in grade 10; 14 to 17 expected"}), {}, l({"grade=10 birth_date=2008-09-01"}));
        row("kindergarten", {}, rules, {}, {}, l({"grade=KG birth_date=2022-09-01"}));
        row("kindergarten at three", {}, rules, l({"RO-02 WARNING 0: age 3 on 2026-09-01 in grade KG; 4 to 7 expected"}), {}, l({"grade=KG birth_date=2022-09-02"}));
        row("pre-kindergarten", {}, rules, {}, {}, l({"grade=PK birth_date=2023-09-01"}));
        row("ungraded", {}, rules, {}, {}, l({"grade=UG birth_date=2001-01-01"}));
    }
    void people() { check(); }

    void oneStateNumberOfTwoStudents_data() { addEngineRows(); }
    void oneStateNumberOfTwoStudents()
    {
        QFETCH(Engine, engine);
        // The store refuses to make such a pair; it comes with converted data.
        RuleCase &one = on(engine);
        one.findings(l({"student_state_id=TWIN-1"}), {}, s("RO-03"));
        one.findings(l({"student_state_id=TWIN-2 status=archived"}), {}, s("RO-03"));
        QVERIFY(one.findings(l({"student_state_id=TWIN-3 first_name=Lee"}), {}, s("RO-03")).isEmpty());
        one.session().connection().execute(s("UPDATE student SET student_state_id = 'TWIN' WHERE student_state_id LIKE 'TWIN-%'"));
        CheckRequest request;
        request.rules = l({"RO-03"});
        const auto run = runRules(one.session(), request);
        QVERIFY(run);
        QCOMPARE(run->result.findings.size(), 2);
        QCOMPARE(run->result.findings.first().message, s("TWIN belongs to 2 active students: Lee Alder, Robin Alder"));
        QCOMPARE(run->result.findings.first().severity, Severity::Fatal);
    }

    void bothEnginesGiveOneVerdict()
    {
        QStringList hashes;
        for (const Engine engine : engines()) {
            const auto run = runRules(on(engine).session(), {});
            QVERIFY(run);
            QVERIFY(run->result.findings.size() > 20);
            hashes.append(verdictHash(run->result.findings));
        }
        QCOMPARE(hashes.count(hashes.first()), hashes.size());
    }
};

QTEST_GUILESS_MAIN(TestCertificateRules)
#include "tst_certificaterules.moc"
