<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>HomeFacts</name>
    <message numerus="yes">
        <source>days overdue: %1</source>
        <translation>
            <numerusform>day overdue: %1</numerusform>
            <numerusform>days overdue: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days left to certify %1</source>
        <translation>
            <numerusform>day left to certify %1</numerusform>
            <numerusform>days left to certify %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n fatal finding(s) block it</source>
        <translation>
            <numerusform>; %n fatal finding blocks it</numerusform>
            <numerusform>; %n fatal findings block it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>district(s) wait for your decision</source>
        <translation>
            <numerusform>district waits for your decision</numerusform>
            <numerusform>districts wait for your decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fatal finding(s) of the checks</source>
        <translation>
            <numerusform>fatal finding of the checks</numerusform>
            <numerusform>fatal findings of the checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>row(s) of imports are not solved</source>
        <translation>
            <numerusform>row of an import is not solved</numerusform>
            <numerusform>rows of imports are not solved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pass(es) have no evidence</source>
        <translation>
            <numerusform>pass has no evidence</numerusform>
            <numerusform>passes have no evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every one of %n pass(es) has its evidence</source>
        <translation>
            <numerusform>The one pass has its evidence</numerusform>
            <numerusform>Every one of %n passes has its evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>verified row(s) have changed since</source>
        <translation>
            <numerusform>verified row has changed since</numerusform>
            <numerusform>verified rows have changed since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>row(s) were refused by the state</source>
        <translation>
            <numerusform>row was refused by the state</numerusform>
            <numerusform>rows were refused by the state</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>row(s) wait for the state for more than a day</source>
        <translation>
            <numerusform>row waits for the state for more than a day</numerusform>
            <numerusform>rows wait for the state for more than a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the same week of last year %n attempt(s) were made.</source>
        <translation>
            <numerusform>In the same week of last year %n attempt was made.</numerusform>
            <numerusform>In the same week of last year %n attempts were made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::CategoryPage</name>
    <message numerus="yes">
        <source>%n category(ies)</source>
        <translation>
            <numerusform>%n category</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::CertificationPage</name>
    <message numerus="yes">
        <source>%n event(s) wait for your certification</source>
        <translation>
            <numerusform>%n event waits for your certification</numerusform>
            <numerusform>%n events wait for your certification</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::EventEditorPage</name>
    <message numerus="yes">
        <source>Published as version %1 to %n participant(s). Review in-progress events here.</source>
        <translation>
            <numerusform>Published as version %1 to %n participant. Review in-progress events here.</numerusform>
            <numerusform>Published as version %1 to %n participants. Review in-progress events here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::EventListPanel</name>
    <message numerus="yes">
        <source>The filters hide %n event(s)</source>
        <translation>
            <numerusform>The filters hide %n event</numerusform>
            <numerusform>The filters hide %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::EventsPage</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::FindBox</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::FindingsPage</name>
    <message numerus="yes">
        <source>%1 finding(s)</source>
        <translation>
            <numerusform>%1 finding</numerusform>
            <numerusform>%1 findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::HomePage</name>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n thing needs you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::ImportPage</name>
    <message numerus="yes">
        <source>%n row(s) hold the file back</source>
        <translation>
            <numerusform>%n row holds the file back</numerusform>
            <numerusform>%n rows hold the file back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n row(s) kept as issues</source>
        <translation>
            <numerusform>; %n row kept as an issue</numerusform>
            <numerusform>; %n rows kept as issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::Job</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::LinkKeeper</name>
    <message numerus="yes">
        <source>%n row(s) wait for the state</source>
        <translation>
            <numerusform>%n row waits for the state</numerusform>
            <numerusform>%n rows wait for the state</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The state refused %n row(s)</source>
        <translation>
            <numerusform>The state refused %n row</numerusform>
            <numerusform>The state refused %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>State out of reach, %n row(s) wait</source>
        <translation>
            <numerusform>State out of reach, %n row waits</numerusform>
            <numerusform>State out of reach, %n rows wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::ListPage</name>
    <message numerus="yes">
        <source>%1 student(s)</source>
        <translation>
            <numerusform>%1 student</numerusform>
            <numerusform>%1 students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 group(s)</source>
        <translation>
            <numerusform>%1 group</numerusform>
            <numerusform>%1 groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 person(s)</source>
        <translation>
            <numerusform>%1 person</numerusform>
            <numerusform>%1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 school(s)</source>
        <translation>
            <numerusform>%1 school</numerusform>
            <numerusform>%1 schools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 course(s)</source>
        <translation>
            <numerusform>%1 course</numerusform>
            <numerusform>%1 courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 file(s)</source>
        <translation>
            <numerusform>%1 file</numerusform>
            <numerusform>%1 files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 certificate(s)</source>
        <translation>
            <numerusform>%1 certificate</numerusform>
            <numerusform>%1 certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 program(s)</source>
        <translation>
            <numerusform>%1 program</numerusform>
            <numerusform>%1 programs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 result(s)</source>
        <translation>
            <numerusform>%1 result</numerusform>
            <numerusform>%1 results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 message</numerusform>
            <numerusform>%1 messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 batch(es)</source>
        <translation>
            <numerusform>%1 batch</numerusform>
            <numerusform>%1 batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 participant(s)</source>
        <translation>
            <numerusform>%1 participant</numerusform>
            <numerusform>%1 participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::MainWindow</name>
    <message numerus="yes">
        <source>Stop %n running job(s)?</source>
        <translation>
            <numerusform>Stop the running job?</numerusform>
            <numerusform>Stop %n running jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) put back</source>
        <translation>
            <numerusform>%n record put back</numerusform>
            <numerusform>%n records put back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n kept because somebody has changed it since</source>
        <translation>
            <numerusform>; %n kept because somebody has changed it since</numerusform>
            <numerusform>; %n kept because somebody has changed them since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::RunPanel</name>
    <message numerus="yes">
        <source>%n FATAL finding(s) open in %1.</source>
        <translation>
            <numerusform>%n FATAL finding open in %1.</numerusform>
            <numerusform>%n FATAL findings open in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::StateLinkPanel</name>
    <message numerus="yes">
        <source>%1 %n row(s) wait to be sent.</source>
        <translation>
            <numerusform>%1 %n row waits to be sent.</numerusform>
            <numerusform>%1 %n rows wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) wait to be sent.</source>
        <translation>
            <numerusform>%n row waits to be sent.</numerusform>
            <numerusform>%n rows wait to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::StatusLine</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
</TS>
