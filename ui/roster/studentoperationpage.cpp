// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/studentoperationpage.h"

#include "ui/common/announce.h"
#include "ui/common/form.h"
#include "ui/common/storejob.h"
#include "ui/roster/operationwords.h"
#include "ui/roster/schoolchoice.h"

#include <QComboBox>
#include <QHash>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace certdesk {

namespace {

using Kind = RosterRequest::Kind;

struct KindEntry
{
    Kind kind;
    const char *name; ///< in addresses
};
constexpr KindEntry kinds[] = {{Kind::UpgradeByFilter, "upgrade"}, {Kind::Archive, "archive"},    {Kind::Restore, "restore"},
                               {Kind::MoveUp, "move-up"},          {Kind::MoveBack, "move-back"}, {Kind::Migrate, "migrate"}};

constexpr int anyClass = 1999; ///< the spin box below its first year: no class is asked for

QString classText(const Record &student)
{
    const qint64 year = student.integer("graduating_year");
    return year > 0 ? QString::number(year) : QString();
}

PreviewRow previewRow(const RosterPlanRow &row, const Record *student, const QHash<qint64, QString> &schools)
{
    PreviewRow shown;
    shown.key = QString::number(row.student);
    if (student) {
        const QString school = schools.value(student->integer("school_id"));
        const QString toSchool = row.newSchool != 0 && row.newSchool != row.oldSchool ? QStringLiteral(" → ") + schools.value(row.newSchool) : QString();
        const QString grades = row.newGrade.isEmpty() || row.newGrade == row.oldGrade ? row.oldGrade : row.oldGrade + QStringLiteral(" → ") + row.newGrade;
        shown.cells = {student->text("last_name") + QStringLiteral(", ") + student->text("first_name"), student->text("student_state_id"), student->text("login"),
                       school + toSchool, grades, classText(*student)};
    } else {
        shown.cells = {row.key, {}, {}, {}, {}, {}};
    }
    shown.status = row.status;
    shown.word = happening(row.status);
    shown.holdsBack = row.isHeld || row.status == RowStatus::Conflict || row.status == RowStatus::Error;
    QStringList why;
    if (!row.message.isEmpty())
        why.append(row.code.isEmpty() ? row.message : row.code + QStringLiteral(": ") + row.message);
    if (!row.next.isEmpty())
        why.append(row.next);
    why += row.effects;
    for (const RosterNotice &notice : row.notices)
        why.append(notice.code + QStringLiteral(": ") + notice.message);
    shown.why = why.join(QStringLiteral(". ")).replace(QLatin1String(".."), QLatin1String("."));
    return shown;
}

QStringList asksOf(const RosterPlan &plan)
{
    QSet<QString> asks;
    for (const RosterPlanRow &row : plan.rows) {
        if (row.isHeld)
            asks.insert(rowStatusName(row.status));
        else if (row.status == RowStatus::Conflict && !row.code.isEmpty())
            asks.insert(row.code);
    }
    return QStringList(asks.cbegin(), asks.cend());
}

Result<OperationPreview> previewOf(Session &session, const RosterRequest &request, Progress &progress)
{
    const auto planned = planRosterOperation(session, request, &progress);
    if (!planned)
        return tl::unexpected(planned.error());
    const auto students = session.records(EntityKind::Student);
    const auto schools = session.records(EntityKind::School);
    if (!students || !schools)
        return tl::unexpected(!students ? students.error() : schools.error());
    QHash<qint64, const Record *> byId;
    for (const Record &student : *students)
        byId.insert(student.id, &student);
    QHash<qint64, QString> names;
    for (const Record &school : *schools)
        names.insert(school.id, school.text("name"));
    OperationPreview preview;
    preview.columns = {OperationPage::tr("Student"), OperationPage::tr("State ID"), OperationPage::tr("Login"),
                       OperationPage::tr("School"),  OperationPage::tr("Grade"),    OperationPage::tr("Class of")};
    const bool isUpgrade = request.kind == Kind::UpgradeByFilter;
    for (const RosterPlanRow &row : planned->plan.rows) {
        PreviewRow shown = previewRow(row, byId.value(row.student), names);
        const bool isFree = row.code != QLatin1String("K08"); // promoted already: cannot be ticked
        shown.mayBeLeftOut = isUpgrade && isFree;
        shown.mayBeRetained = isUpgrade && isFree;
        preview.rows.append(shown);
    }
    preview.words = rosterOperationInWords(*planned);
    QStringList warnings;
    if (isUpgrade)
        warnings.append(OperationPage::tr("This applies to everybody who is ticked. Untick or retain the students who repeat the grade now, or put them back afterwards, so that "
                                          "their grade agrees with the student information system."));
    for (const RosterNotice &notice : planned->plan.notices)
        warnings.append(notice.message);
    preview.warning = warnings.join(QLatin1Char('\n'));
    preview.asks = asksOf(planned->plan);
    preview.heldBack = planned->plan.heldBack();
    preview.changesNothing = planned->plan.changes.isEmpty();
    preview.commit = [planned = *planned](Session &writer, Progress *running) { return commitRosterOperation(writer, planned, running); };
    return preview;
}

} // namespace

StudentOperationPage::StudentOperationPage(const PageContext &context, QWidget *parent) : OperationPage(QStringLiteral("student-operation"), context, parent)
{
    buildForm();
    setKind(m_kind);
}

QString StudentOperationPage::kindName(Kind kind)
{
    for (const KindEntry &entry : kinds) {
        if (entry.kind == kind)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

void StudentOperationPage::buildForm()
{
    m_school = new QComboBox;
    m_school->setObjectName(QStringLiteral("operationSchoolInput"));
    m_grade = new QComboBox;
    m_grade->setObjectName(QStringLiteral("operationGradeInput"));
    m_class = new QSpinBox;
    m_class->setObjectName(QStringLiteral("operationClassInput"));
    m_class->setRange(anyClass, 2100);
    m_students = new QLineEdit;
    m_students->setObjectName(QStringLiteral("operationStudentsInput"));
    m_why = new QComboBox;
    m_why->setObjectName(QStringLiteral("operationArchiveReasonInput"));
    m_why->addItem(tr("Graduated"), QStringLiteral("graduated"));
    m_why->addItem(tr("Transferred"), QStringLiteral("transferred"));
    m_why->addItem(tr("Left"), QStringLiteral("left"));
    m_why->addItem(tr("No longer participating"), QStringLiteral("no longer participating"));
    m_why->addItem(tr("Other"), QStringLiteral("other"));
    m_filter = new FormSection(tr("Who"));
    m_studentsField = m_filter->add(tr("Students"), m_students);
    m_studentsField->help(tr("Login, state ID or local ID; a comma between several"));
    m_schoolField = m_filter->add(tr("School"), m_school);
    m_gradeField = m_filter->add(tr("Grade"), m_grade);
    m_classField = m_filter->add(tr("Class of"), m_class);
    m_classField->help(tr("The calendar year of their graduation"));
    m_whyField = m_filter->add(tr("Why they leave"), m_why);
    form()->addWidget(m_filter);
    form()->addStretch(1);
    connect(m_filter, &FormSection::edited, this, &StudentOperationPage::choicesChanged);
    connect(m_grade, &QComboBox::currentIndexChanged, this, [this] {
        proposeClass();
        choicesChanged();
    });
    connect(m_school, &QComboBox::currentIndexChanged, this, &StudentOperationPage::choicesChanged);
    connect(m_class, &QSpinBox::valueChanged, this, &StudentOperationPage::choicesChanged);
}

void StudentOperationPage::setKind(Kind kind)
{
    m_kind = kind;
    Words words;
    words.leadsTo = {QStringLiteral("students"), {}};
    words.choose = tr("Choose");
    words.question = tr("Which students?");
    words.reviewQuestion = tr("Is this what should happen?");
    switch (kind) {
    case Kind::UpgradeByFilter:
        words.title = tr("Promote by filter");
        words.verb = tr("Promote");
        words.choose = tr("Filter");
        words.advice = tr("Promotes everybody of a grade who stays ticked, one grade up. The way by file is more exact: it promotes only those whom the student "
                          "information system lists.");
        break;
    case Kind::Archive:
        words.title = tr("Archive students");
        words.verb = tr("Archive");
        words.advice = tr("Only for students who left the school or no longer take part, such as last year's graduates. Their data stays in the reports, and "
                          "they can be restored.");
        break;
    case Kind::Restore:
        words.title = tr("Restore students");
        words.verb = tr("Restore");
        words.advice = tr("Archived students come back to a school and grade with everything that belongs to them.");
        break;
    case Kind::Migrate:
        words.title = tr("Migrate a student");
        words.verb = tr("Migrate");
        words.advice = tr("Moves the one record of a student from another school to yours. Results and history come along; the old school's reports of the past "
                          "stay as they are.");
        break;
    default:
        words.title = kind == Kind::MoveUp ? tr("Move students up") : tr("Roll students back");
        words.verb = kind == Kind::MoveUp ? tr("Move up") : tr("Roll back");
        words.advice = tr("One grade, within what the grade at the start of the school year allows.");
        break;
    }
    setWords(words);
    const bool takesPlace = kind == Kind::Restore || kind == Kind::Migrate;
    m_studentsField->setVisible(kind != Kind::UpgradeByFilter);
    m_schoolField->setVisible(kind == Kind::UpgradeByFilter || kind == Kind::Archive || takesPlace);
    m_gradeField->setVisible(kind == Kind::UpgradeByFilter || kind == Kind::Archive || takesPlace);
    m_classField->setVisible(kind == Kind::UpgradeByFilter || kind == Kind::Archive);
    m_whyField->setVisible(kind == Kind::Archive);
    m_gradeField->required(kind == Kind::UpgradeByFilter);
    m_studentsField->required(kind != Kind::UpgradeByFilter && kind != Kind::Archive);
    m_class->setSpecialValueText(kind == Kind::Archive ? tr("Any") : QString());
    m_grade->clear();
    m_grade->addItem(kind == Kind::UpgradeByFilter ? tr("Choose a grade") : takesPlace ? tr("As it is") : tr("Any"), QString());
    if (kind == Kind::UpgradeByFilter)
        m_grade->addItem(tr("All grades, the highest first"), allGrades);
    for (const char *grade : {"PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"})
        m_grade->addItem(QString::fromLatin1(grade), QString::fromLatin1(grade));
    m_class->setValue(anyClass);
}

/// The second filter follows from the first: who is in grade 9 now graduates with the class of this year + 3.
void StudentOperationPage::proposeClass()
{
    const QString grade = m_grade->currentData().toString();
    if (m_kind != Kind::UpgradeByFilter || grade.isEmpty() || grade == allGrades)
        return m_class->setValue(anyClass);
    m_class->setValue(static_cast<int>(expectedGraduatingYear(grade, context().store->info().schoolYear)));
}

void StudentOperationPage::open(const PageAddress &address)
{
    const QString name = address.parameter("kind");
    for (const KindEntry &entry : kinds) {
        if (name == QLatin1String(entry.name))
            setKind(entry.kind);
    }
    m_students->setText(address.parameter("students"));
    fillSchools(*context().store, this, m_school, address.parameter("school"), m_kind == Kind::Migrate ? tr("Choose the school") : tr("All my schools"),
                [this](bool isOther) { isOther ? choicesChanged() : void(); }, [this](const Error &error) { showError(error); });
    if (const int place = m_grade->findData(address.parameter("grade")); !address.parameter("grade").isEmpty() && place >= 0)
        m_grade->setCurrentIndex(place);
    if (const int year = address.parameter("class").toInt(); year > anyClass)
        m_class->setValue(year);
    startAnew();
    const bool needsNoChoice = m_kind == Kind::MoveUp || m_kind == Kind::MoveBack;
    if (needsNoChoice && !m_students->text().isEmpty())
        review();
}

PageAddress StudentOperationPage::address() const
{
    PageAddress address{name(), {}};
    address.set("kind", kindName(m_kind));
    if (!m_students->text().isEmpty())
        address.set("students", m_students->text());
    return address;
}

bool StudentOperationPage::isFilter() const
{
    return m_kind == Kind::UpgradeByFilter || (m_kind == Kind::Archive && m_students->text().trimmed().isEmpty());
}

QVector<WizardFrame::Reason> StudentOperationPage::missing() const
{
    QVector<WizardFrame::Reason> reasons;
    const QString grade = m_grade->currentData().toString();
    if (m_kind == Kind::UpgradeByFilter && grade.isEmpty())
        reasons.append({QStringLiteral("grade"), tr("No grade is chosen"), {}});
    else if (m_kind == Kind::UpgradeByFilter && grade != allGrades && m_class->value() == anyClass)
        reasons.append({QStringLiteral("class"), tr("No graduating year is chosen"), {}});
    else if (m_kind == Kind::Archive && isFilter() && m_class->value() == anyClass && grade.isEmpty())
        reasons.append({QStringLiteral("who"), tr("Name students, a class or a grade"), {}});
    else if (!isFilter() && m_students->text().trimmed().isEmpty())
        reasons.append({QStringLiteral("students"), tr("No student is named"), {}});
    if (m_kind == Kind::Migrate && m_school->currentData().toString().isEmpty())
        reasons.append({QStringLiteral("school"), tr("No school is chosen"), {}});
    return reasons;
}

RosterRequest StudentOperationPage::request() const
{
    RosterRequest request;
    request.kind = m_kind;
    request.students = wordsOf(m_students->text());
    const QString school = m_school->currentData().toString();
    (m_kind == Kind::Migrate ? request.toSchool : request.school) = school;
    if (!m_gradeField->isHidden())
        request.grade = m_grade->currentData().toString();
    if (!m_classField->isHidden() && m_class->value() > anyClass)
        request.graduatingYear = m_class->value();
    request.archiveReason = m_why->currentData().toString();
    return request;
}

OperationPage::Plan StudentOperationPage::plan(const Decisions &decisions) const
{
    RosterRequest wanted = request();
    wanted.reason = decisions.reason;
    for (const QString &word : decisions.accepted) {
        if (word == QLatin1String("K07"))
            wanted.overrides.insert(word);
        else
            wanted.accepted.insert(word);
    }
    return [wanted, leftOut = decisions.leftOut, retained = decisions.retained](Session &session, Progress &progress) mutable -> Result<OperationPreview> {
        // Ticks carry record ids; requests name people by a key that also the command line takes.
        const auto keyOf = [&session](const QString &id) {
            const auto student = session.record(EntityKind::Student, id.toLongLong());
            if (!student)
                return QString();
            for (const char *field : {"student_state_id", "login", "local_id"}) {
                if (student->has(field))
                    return student->text(field);
            }
            return QString();
        };
        for (const QString &id : std::as_const(leftOut))
            wanted.except.append(keyOf(id));
        for (const QString &id : std::as_const(retained))
            wanted.retain.append(keyOf(id));
        return previewOf(session, wanted, progress);
    };
}

} // namespace certdesk
