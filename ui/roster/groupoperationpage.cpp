// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/groupoperationpage.h"

#include "models/domain/day.h"
#include "models/store/storethread.h"
#include "ui/common/form.h"
#include "ui/roster/operationwords.h"
#include "ui/roster/schoolchoice.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace certdesk {

namespace {

using Kind = GroupRequest::Kind;

struct KindEntry
{
    Kind kind;
    const char *name; ///< in addresses
};
constexpr KindEntry kinds[] = {{Kind::Archive, "archive"}, {Kind::Restore, "restore"}, {Kind::Delete, "delete"}, {Kind::Create, "create"},
                               {Kind::CreateGradeLevel, "create-grade-level"}};

RowStatus statusOf(GroupOutcome outcome)
{
    switch (outcome) {
    case GroupOutcome::Archive:
    case GroupOutcome::Delete:
        return RowStatus::Archive;
    case GroupOutcome::Restore:
        return RowStatus::Restore;
    case GroupOutcome::Create:
        return RowStatus::Create;
    case GroupOutcome::Update:
    case GroupOutcome::AddMember:
    case GroupOutcome::EndMember:
        return RowStatus::Update;
    case GroupOutcome::Unchanged:
        return RowStatus::Unchanged;
    case GroupOutcome::Skipped:
        return RowStatus::Skipped;
    case GroupOutcome::Error:
        return RowStatus::Error;
    }
    return RowStatus::Unchanged;
}

QString wordOf(GroupOutcome outcome)
{
    if (outcome == GroupOutcome::Delete)
        return GroupOperationPage::tr("is deleted for good");
    if (outcome == GroupOutcome::Skipped)
        return GroupOperationPage::tr("is kept");
    return happening(statusOf(outcome));
}

QString sentenceOf(Kind kind, int groups)
{
    switch (kind) {
    case Kind::Archive:
        return GroupOperationPage::tr("Archive %n group(s)", nullptr, groups);
    case Kind::Restore:
        return GroupOperationPage::tr("Bring back %n group(s)", nullptr, groups);
    case Kind::Delete:
        return GroupOperationPage::tr("Delete %n group(s) for good", nullptr, groups);
    default:
        return GroupOperationPage::tr("Make %n group(s)", nullptr, groups);
    }
}

Result<OperationPreview> previewOf(Session &session, const GroupRequest &request, Progress &progress)
{
    const auto planned = planGroupOperation(session, request, &progress);
    if (!planned)
        return tl::unexpected(planned.error());
    OperationPreview preview;
    preview.columns = {GroupOperationPage::tr("Group"), GroupOperationPage::tr("School"), GroupOperationPage::tr("School year"), GroupOperationPage::tr("Kind"),
                       GroupOperationPage::tr("Members")};
    int touched = 0;
    for (const GroupPlanRow &row : planned->plan.rows) {
        PreviewRow shown;
        shown.key = QStringLiteral("%1/%2/%3").arg(row.group).arg(row.name, row.student);
        shown.cells = {row.student.isEmpty() ? row.name : row.name + QStringLiteral(" · ") + row.student, row.school, schoolYearName(row.schoolYear), row.kind,
                       QLocale().toString(row.members)};
        shown.status = statusOf(row.outcome);
        shown.word = wordOf(row.outcome);
        shown.why = QStringList{row.message, row.next}.join(QLatin1Char(' ')).trimmed();
        shown.holdsBack = row.outcome == GroupOutcome::Error;
        preview.heldBack += shown.holdsBack;
        touched += row.outcome != GroupOutcome::Unchanged && row.outcome != GroupOutcome::Skipped && row.outcome != GroupOutcome::Error;
        preview.rows.append(shown);
    }
    preview.words = {sentenceOf(request.kind, touched)};
    preview.cannotBeUndone = request.kind == Kind::Delete;
    preview.changesNothing = planned->plan.changes.isEmpty() && planned->plan.removals.isEmpty();
    if (request.kind == Kind::Delete)
        preview.warning = GroupOperationPage::tr("Deleted groups cannot be brought back. Students and results stay. Make a backup first if you are not sure: Settings, Backup.");
    else if (request.kind == Kind::Archive)
        preview.warning = GroupOperationPage::tr("Archived groups leave lists and pickers, so that teachers see this year's groups alone. Reports of the past keep them.");
    preview.commit = [planned = *planned](Session &writer, Progress *running) { return commitGroupOperation(writer, planned, running); };
    return preview;
}

} // namespace

GroupOperationPage::GroupOperationPage(const PageContext &context, QWidget *parent) : OperationPage(QStringLiteral("group-operation"), context, parent)
{
    buildForm();
    setKind(m_kind);
}

void GroupOperationPage::buildForm()
{
    const auto line = [](const char *name) {
        auto *input = new QLineEdit;
        input->setObjectName(QString::fromLatin1(name));
        return input;
    };
    m_school = new QComboBox;
    m_school->setObjectName(QStringLiteral("groupSchoolInput"));
    m_name = line("groupNameInput");
    m_students = line("groupStudentsInput");
    m_staff = line("groupStaffInput");
    m_count = line("groupCountInput");
    m_section = new FormSection(tr("Which groups"));
    m_schoolField = m_section->add(tr("School"), m_school);
    m_nameField = m_section->add(tr("Name"), m_name)->required();
    m_studentsField = m_section->add(tr("Members"), m_students);
    m_studentsField->help(tr("Login, state ID or local ID; a comma between several"));
    m_staffField = m_section->add(tr("Staff"), m_staff);
    m_staffField->help(tr("Login, e-mail or staff ID; a comma between several"));
    m_countField = m_section->add(tr("How many groups will be deleted"), m_count)->required();
    m_countField->help(tr("Type the number that the list of groups shows, so that nothing goes by mistake."));
    form()->addWidget(m_section);
    form()->addStretch(1);
    connect(m_section, &FormSection::edited, this, &GroupOperationPage::choicesChanged);
    connect(m_school, &QComboBox::currentIndexChanged, this, &GroupOperationPage::choicesChanged);
}

void GroupOperationPage::setKind(Kind kind)
{
    m_kind = kind;
    Words words;
    words.leadsTo = {QStringLiteral("groups"), {}};
    words.choose = tr("Choose");
    words.question = tr("Which groups?");
    words.reviewQuestion = tr("Is this what should happen?");
    switch (kind) {
    case Kind::Archive:
        words.title = tr("Archive last year's groups");
        words.verb = tr("Archive");
        words.advice = tr("All groups of earlier school years, but those marked to be kept. They can be brought back, one or all.");
        break;
    case Kind::Restore:
        words.title = tr("Bring groups back");
        words.verb = tr("Bring back");
        words.advice = tr("The set of groups that was archived last.");
        break;
    case Kind::Delete:
        words.title = tr("Delete groups permanently");
        words.verb = tr("Delete for good");
        words.advice = tr("Archived groups only. This cannot be undone; archiving is nearly always enough.");
        break;
    case Kind::CreateGradeLevel:
        words.title = tr("Grade-level groups");
        words.verb = tr("Make the groups");
        words.advice = tr("One group for each grade that the school serves. Members follow the roster by themselves: who is promoted changes the group.");
        break;
    default:
        words.title = tr("New group");
        words.verb = tr("Make the group");
        words.question = tr("Which group?");
        words.advice = tr("A group by hand, from chosen students.");
        break;
    }
    setWords(words);
    m_nameField->setVisible(kind == Kind::Create);
    m_studentsField->setVisible(kind == Kind::Create);
    m_staffField->setVisible(kind == Kind::Create);
    m_countField->setVisible(kind == Kind::Delete);
    m_schoolField->setVisible(m_groups.isEmpty());
}

void GroupOperationPage::open(const PageAddress &address)
{
    m_groups = address.parameter("groups").split(QLatin1Char(','), Qt::SkipEmptyParts);
    const QString name = address.parameter("kind");
    for (const KindEntry &entry : kinds) {
        if (name == QLatin1String(entry.name))
            setKind(entry.kind);
    }
    m_students->setText(address.parameter("students"));
    fillSchools(*context().store, this, m_school, address.parameter("school"), m_kind == Kind::Create ? QString() : tr("All my schools"),
                [this](bool isOther) { isOther ? choicesChanged() : void(); }, [this](const Error &error) { showError(error); });
    startAnew();
}

PageAddress GroupOperationPage::address() const
{
    PageAddress address{name(), {}};
    for (const KindEntry &entry : kinds) {
        if (entry.kind == m_kind)
            address.set("kind", QString::fromLatin1(entry.name));
    }
    if (!m_groups.isEmpty())
        address.set("groups", m_groups.join(QLatin1Char(',')));
    return address;
}

QVector<WizardFrame::Reason> GroupOperationPage::missing() const
{
    if (m_kind == Kind::Create && m_name->text().trimmed().isEmpty())
        return {{QStringLiteral("name"), tr("The group has no name"), {}}};
    bool isNumber = false;
    m_count->text().trimmed().toLongLong(&isNumber);
    if (m_kind == Kind::Delete && !isNumber)
        return {{QStringLiteral("count"), tr("The number of groups is not typed"), {}}};
    return {};
}

OperationPage::Plan GroupOperationPage::plan(const Decisions &decisions) const
{
    GroupRequest request;
    request.kind = m_kind;
    request.groups = m_groups;
    request.school = m_school->currentData().toString();
    request.reason = decisions.reason;
    if (m_kind == Kind::Create) {
        request.name = m_name->text().trimmed();
        request.students = wordsOf(m_students->text());
        request.staff = wordsOf(m_staff->text());
    }
    if (m_kind == Kind::Delete)
        request.count = m_count->text().trimmed().toLongLong();
    return [request](Session &session, Progress &progress) { return previewOf(session, request, progress); };
}

} // namespace certdesk
