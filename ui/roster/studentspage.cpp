// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/studentspage.h"

#include "models/domain/day.h"
#include "models/store/storethread.h"
#include "models/store/viewreader.h"
#include "models/tables/displaytext.h"
#include "models/tables/recordtable.h"
#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace certdesk {

/// What stands beside a chosen student.
struct StudentsPage::Profile
{
    ViewRow row;
    QString key; ///< as the operations take it
    bool isArchived = false;
    QStringList grades;      ///< history, newest first
    QStringList assessments; ///< by grade, section and attempt
};

namespace {

QString keyOf(const Record &student)
{
    for (const char *field : {"student_state_id", "login", "local_id"}) {
        if (student.has(field))
            return student.text(field);
    }
    return {};
}

QStringList gradeHistory(const QVector<Record> &changes, qint64 student)
{
    QVector<const Record *> own;
    for (const Record &change : changes) {
        if (change.integer("student_id") == student)
            own.append(&change);
    }
    std::sort(own.begin(), own.end(), [](const Record *a, const Record *b) {
        return std::pair(a->integer("school_year"), a->integer("number")) > std::pair(b->integer("school_year"), b->integer("number"));
    });
    QStringList lines;
    for (const Record *change : own) {
        const QString from = change->text("from_grade");
        const QString grades = from.isEmpty() || from == change->text("grade") ? change->text("grade") : from + QStringLiteral(" → ") + change->text("grade");
        lines.append(QStringLiteral("%1 · %2 · %3").arg(schoolYearName(change->integer("school_year")), change->text("kind"), grades));
    }
    return lines;
}

QStringList assessmentLines(const QVector<Record> &assessments, qint64 student)
{
    QStringList lines;
    for (const Record &one : assessments) {
        if (one.integer("student_id") != student)
            continue;
        QStringList parts{StudentsPage::tr("Grade %1").arg(one.text("grade")), one.text("section_name"), one.text("period_name"),
                          StudentsPage::tr("attempt %1").arg(one.integer("attempt_number")), one.text("state"), one.text("result")};
        parts.removeAll(QString());
        lines.append(parts.join(QStringLiteral(" · ")));
    }
    lines.sort();
    return lines;
}

} // namespace

StudentsPage::StudentsPage(const Words &words, const PageContext &context, QWidget *parent)
    : ListPage(QStringLiteral("students"), QStringLiteral("students"), words, context, parent)
{
}

void StudentsPage::open(const PageAddress &address)
{
    ListPage::open(address);
    if (!m_isOpened && address.parameter("id").isEmpty())
        showDetails(0);
    m_isOpened = true;
}

QWidget *StudentsPage::nothingChosen()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, spacing::related, spacing::related);
    column->setSpacing(spacing::related);
    addLinks(column, tr("Batch operations"), batchOperations(context().store->person()));
    addLinks(column, tr("Student groups"), groupOperations(context().store->person()));
    column->addStretch(1);
    return inside;
}

void StudentsPage::addLinks(QVBoxLayout *column, const QString &heading, const QVector<RosterPlace> &places)
{
    if (places.isEmpty())
        return;
    column->addWidget(sectionLabel(heading));
    for (const RosterPlace &place : places) {
        auto *link = new QPushButton(place.word);
        named(link, place.name, place.word + QStringLiteral(". ") + place.tip);
        link->setToolTip(place.tip);
        makeLink(link);
        connect(link, &QPushButton::clicked, this, [this, place] { goTo(place.leadsTo); });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
}

void StudentsPage::addLines(QVBoxLayout *column, const QString &heading, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    column->addWidget(sectionLabel(heading));
    for (const QString &line : lines)
        column->addWidget(bodyLabel(line));
}

void StudentsPage::readDetails(qint64 id)
{
    context().store->run<Profile>(
        this,
        [id, view = &table()->view()](Session &session) -> Result<Profile> {
            QVector<int> all;
            for (int i = 0; i < view->columns.size(); ++i)
                all.append(i);
            const auto rows = ViewReader(session).rows(*view, {id}, all);
            const auto student = session.record(EntityKind::Student, id);
            if (!rows)
                return tl::unexpected(rows.error());
            if (rows->isEmpty() || !student)
                return failure(Error::Kind::NotFound, QStringLiteral("NO-STUDENT"), StudentsPage::tr("This student is no longer in the list."));
            const auto changes = session.records(EntityKind::GradeChange);
            const auto assessments = session.records(EntityKind::Assessment);
            return Profile{rows->first(), keyOf(*student), student->text("status") == QLatin1String("archived"),
                           changes ? gradeHistory(*changes, id) : QStringList(), assessments ? assessmentLines(*assessments, id) : QStringList()};
        },
        [this, id](const Result<Profile> &profile) {
            if (!profile)
                return showError(profile.error());
            setDetails(id, profilePanel(*profile));
        });
}

QWidget *StudentsPage::profilePanel(const Profile &profile)
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, spacing::related, spacing::related);
    column->setSpacing(spacing::related);
    if (context().store->person().may(Right::BatchOperations))
        column->addWidget(actionRow(profile));
    column->addWidget(describe(profile.row));
    addLines(column, tr("Grades"), profile.grades);
    addLines(column, tr("Assessments"), profile.assessments);
    column->addStretch(1);
    auto *back = new QPushButton(tr("All batch operations"));
    named(back, "allOperationsLink", back->text());
    makeLink(back);
    connect(back, &QPushButton::clicked, this, [this] { showDetails(0); });
    column->addWidget(back, 0, Qt::AlignLeft);
    return inside;
}

/// What can be done with this one student, by the same operations as for many.
QWidget *StudentsPage::actionRow(const Profile &profile)
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row);
    const auto add = [&](const char *name, const QString &text, const char *kind) {
        auto *button = new QPushButton(text);
        named(button, name, text);
        connect(button, &QPushButton::clicked, this, [this, kind, key = profile.key] {
            goTo(PageAddress{QStringLiteral("student-operation"), {}}.set("kind", QString::fromLatin1(kind)).set("students", key));
        });
        flow->addWidget(button);
    };
    if (profile.isArchived) {
        add("restoreStudentButton", tr("Restore"), "restore");
        return row;
    }
    add("archiveStudentButton", tr("Archive this student"), "archive");
    add("moveUpButton", tr("Move up"), "move-up");
    add("rollBackButton", tr("Roll back"), "move-back");
    add("migrateButton", tr("Migrate"), "migrate");
    return row;
}

} // namespace certdesk
