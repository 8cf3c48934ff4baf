// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/entryrow.h"

#include "models/store/certificates/attemptstory.h"
#include "models/store/storethread.h"
#include "models/tables/displaytext.h"
#include "ui/certificates/choicelists.h"
#include "ui/common/announce.h"
#include "ui/common/banner.h"
#include "ui/common/flowlayout.h"
#include "ui/common/style.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {
constexpr int previewPause = 120; ///< milliseconds after a change
}

EntryRow::EntryRow(StoreThread *store, QWidget *parent) : QFrame(parent), m_store(store), m_fields(new QWidget(this))
{
    setObjectName(QStringLiteral("entryRow"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::group, spacing::group, spacing::group, spacing::group);
    column->setSpacing(spacing::related);
    m_banner = new Banner(this);
    m_banner->hide();
    auto *flow = new FlowLayout(m_fields, spacing::related);
    flow->setContentsMargins(0, 0, 0, 0);
    m_student = addChoice("entryStudentInput", tr("Student"), 22);
    m_student->setPlaceholderText(tr("ID or name"));
    m_student->setFilteredElsewhere();
    m_course = addChoice("entryCourseInput", tr("Course"), 20);
    m_certificate = addChoice("entryCertificateInput", tr("Certificate"), 25);
    m_component = addChoice("entryComponentInput", tr("Component"), 9);
    m_date = addText("entryDateInput", tr("Exam date"), 11, tr("Day, or 2027-05 for a month"));
    m_outcome = addChoice("entryOutcomeInput", tr("Outcome"), 7);
    m_score = addText("entryScoreInput", tr("Score"), 6, {});
    m_proctor = addChoice("entryProctorInput", tr("Proctor"), 15);
    m_save = new QPushButton(tr("Enter row"), m_fields);
    named(m_save, "entrySaveButton", tr("Enter row"));
    m_save->setToolTip(tr("Enter row (Ctrl+Enter)"));
    makePrimary(m_save);
    addField(m_save, "entrySaveButton", {}, 0);
    m_filled = mutedLabel({}, this);
    m_filled->setObjectName(QStringLiteral("entryFilled"));
    QFont italic = m_filled->font();
    italic.setItalic(true);
    m_filled->setFont(italic);
    column->addWidget(m_banner);
    column->addWidget(m_fields);
    column->addWidget(m_filled);
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(previewPause);
    connectInputs();
    m_outcome->setChoices(choicelists::outcomes());
}

void EntryRow::connectInputs()
{
    connect(&m_previewTimer, &QTimer::timeout, this, &EntryRow::preview);
    connect(m_save, &QPushButton::clicked, this, &EntryRow::save);
    connect(m_student, &QLineEdit::textEdited, this, &EntryRow::readStudents);
    connect(m_student, &ChoiceEdit::picked, this, &EntryRow::studentChosen);
    for (QLineEdit *input : std::as_const(m_order)) {
        input->installEventFilter(this);
        connect(input, &QLineEdit::textChanged, this, [this] { m_previewTimer.start(); });
    }
    // A drop-down opens with what the other fields leave of it.
    connect(m_date, &QLineEdit::editingFinished, this, &EntryRow::readChoices);
}

void EntryRow::addField(QWidget *input, const char *objectName, const QString &label, int characters)
{
    auto *field = new QWidget(m_fields);
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::rowLabel);
    auto *words = mutedLabel(label, field);
    words->setWordWrap(false);
    column->addWidget(words);
    column->addWidget(input);
    if (characters > 0) {
        named(input, objectName, label);
        words->setBuddy(input);
        input->setFixedWidth(characters * input->fontMetrics().averageCharWidth() + 28);
        m_order.append(qobject_cast<QLineEdit *>(input));
    }
    m_fields->layout()->addWidget(field);
}

ChoiceEdit *EntryRow::addChoice(const char *objectName, const QString &label, int characters)
{
    auto *input = new ChoiceEdit(m_fields);
    addField(input, objectName, label, characters);
    return input;
}

QLineEdit *EntryRow::addText(const char *objectName, const QString &label, int characters, const QString &hint)
{
    auto *input = new QLineEdit(m_fields);
    input->setToolTip(hint);
    addField(input, objectName, label, characters);
    return input;
}

void EntryRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    stylepaint::box(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), palette().color(QPalette::Base), theme::border(palette()));
}

void EntryRow::setSchoolYear(qint64 endYear)
{
    m_schoolYear = endYear;
    readChoices();
}

void EntryRow::setDate(qint64 day)
{
    m_date->setText(displayText(ColumnType::Day, Value(day)));
}

void EntryRow::focusFirst()
{
    m_student->setFocus(Qt::ShortcutFocusReason);
}

qint64 EntryRow::student() const
{
    return m_student->chosen() ? m_student->chosen()->value.integer() : 0;
}

/// The row belongs to the year of its exam; before there is a date, to the one chosen in the status line.
qint64 EntryRow::year() const
{
    const auto date = valueFromText(ColumnType::Day, m_date->text(), m_schoolYear);
    if (date && date->isInteger())
        return schoolYearOf(date->integer());
    const auto month = partialDate(m_date->text().trimmed());
    return month ? schoolYearOf(month->first) : m_schoolYear;
}

AttemptFields EntryRow::fields() const
{
    AttemptFields fields;
    const auto add = [&](const ChoiceEdit *input, const char *field) {
        const Choice *chosen = input->chosen();
        if (chosen && !chosen->with.isEmpty())
            fields += chosen->with;
        else if (chosen || !input->text().trimmed().isEmpty())
            fields.append({field, chosen ? chosen->value : Value(input->text().trimmed())});
    };
    if (student() != 0)
        fields.append({"student_id", Value(student())});
    add(m_course, "course_name");
    add(m_certificate, "certificate_name");
    add(m_component, "component_code");
    add(m_outcome, "outcome");
    add(m_proctor, "proctor_name");
    const auto date = valueFromText(ColumnType::Day, m_date->text(), m_schoolYear);
    if (!m_date->text().trimmed().isEmpty())
        fields.append({"exam_date", date && date->isInteger() ? *date : Value(m_date->text().trimmed())});
    if (const auto score = valueFromText(ColumnType::Real, m_score->text()); score && !score->isEmpty())
        fields.append({"score", *score});
    return fields;
}

void EntryRow::readStudents(const QString &text)
{
    const quint64 question = ++m_studentQuestion;
    m_store->run<QVector<Choice>>(
        m_student, [text](Session &session) -> Result<QVector<Choice>> { return choicelists::students(session, text); },
        [this, question](const Result<QVector<Choice>> &choices) {
            if (choices && question == m_studentQuestion)
                m_student->setChoices(*choices);
        });
}

void EntryRow::readChoices()
{
    struct Lists
    {
        QVector<Choice> courses;
        QVector<Choice> certificates;
        QVector<Choice> components;
        QVector<Choice> staff;
    };
    const bool other = m_store->person().may(Right::EditAllAttempts);
    m_store->run<Lists>(
        this,
        [year = year(), program = m_program, code = m_certificateCode, other](Session &session) -> Result<Lists> {
            return Lists{choicelists::courses(session, year), choicelists::certificates(session, year, program, other),
                         choicelists::components(session, year, code), choicelists::staff(session, "proctor_id", "proctor_name")};
        },
        [this](const Result<Lists> &lists) {
            if (!lists)
                return;
            m_course->setChoices(lists->courses);
            m_certificate->setChoices(lists->certificates);
            m_component->setChoices(lists->components);
            m_proctor->setChoices(lists->staff);
        });
}

/// One CTE course in the student's timetable is the course (T-082); several are left to the person.
void EntryRow::studentChosen()
{
    if (!m_course->text().isEmpty() || student() == 0)
        return;
    m_store->run<QVector<CourseFact>>(
        this, [id = student(), year = year()](Session &session) { return AttemptChoices(session).coursesOfStudent(id, year); },
        [this](const Result<QVector<CourseFact>> &courses) {
            if (courses && courses->size() == 1 && m_course->text().isEmpty())
                m_course->setText(courses->first().number);
        });
}

void EntryRow::preview()
{
    const AttemptFields wanted = fields();
    if (wanted.isEmpty()) {
        m_filled->clear();
        return;
    }
    const quint64 question = ++m_previewQuestion;
    m_store->run<AttemptFill>(
        this,
        [wanted, year = m_schoolYear](Session &session) {
            AttemptFields all = wanted;
            const bool dated = std::any_of(wanted.cbegin(), wanted.cend(), [](const auto &field) { return field.first == "exam_date"; });
            if (!dated)
                all.append({"school_year", Value(year)});
            return previewAttempt(session, all);
        },
        [this, question](const Result<AttemptFill> &fill) {
            if (fill && question == m_previewQuestion)
                showFill(*fill);
        });
}

void EntryRow::showFill(const AttemptFill &fill)
{
    const Record &row = fill.attempt;
    QStringList words;
    const auto add = [&](const QString &label, const char *field) {
        if (row.has(field))
            words.append(tr("%1 %2").arg(label, row.text(field)));
    };
    words.append(schoolYearName(row.integer("school_year")));
    add(tr("grade"), "grade");
    add(tr("course number"), "course_number");
    add(tr("program"), "program_code");
    add(tr("code"), "certificate_code");
    if (!fill.courseCandidates.isEmpty())
        words.append(tr("this course has %1 numbers: choose one").arg(fill.courseCandidates.size()));
    m_filled->setText(tr("Filled: %1").arg(words.join(QStringLiteral(" · "))));
    m_filled->setToolTip(tr("Grade from the roster, course number and program from the year's courses, code from the certificate list of the exam's school year."));
    const bool isOther = row.text("program_code") != m_program || row.text("certificate_code") != m_certificateCode;
    m_program = row.text("program_code");
    m_certificateCode = row.text("certificate_code");
    if (isOther)
        readChoices();
}

void EntryRow::save()
{
    m_banner->dismiss();
    if (student() == 0) {
        showRefusal({Error::Kind::Invalid, QStringLiteral("C01"), tr("No student is chosen."), tr("Type an ID or a name and choose from the list."), {}});
        return;
    }
    const auto command = std::make_shared<AddAttempt>(fields());
    m_save->setEnabled(false);
    m_store->apply(command, this, [this, command](const Result<Change> &done) {
        m_save->setEnabled(true);
        if (!done) {
            showRefusal(done.error());
            return;
        }
        m_student->clear();
        m_outcome->clear();
        m_score->clear();
        m_filled->clear();
        focusFirst();
        Q_EMIT entered(command->result());
    });
}

/// The input that the refusal is about gets the focus.
void EntryRow::showRefusal(const Error &error)
{
    m_banner->showError(error);
    const bool aboutDate = error.code == QLatin1String("EX-01") || error.code == QLatin1String("C03") || error.code == QLatin1String("OU-08");
    const bool aboutCertificate = error.code.startsWith(QLatin1String("CE-"));
    QLineEdit *input = aboutDate ? m_date : aboutCertificate ? m_certificate : error.code == QLatin1String("OU-02") ? m_score : m_student;
    input->setFocus(Qt::OtherFocusReason);
    input->selectAll();
}

void EntryRow::moveOn(QObject *from, int step)
{
    const qsizetype at = m_order.indexOf(static_cast<QLineEdit *>(from)) + step;
    if (at >= m_order.size())
        save();
    else if (at >= 0)
        m_order[at]->setFocus(Qt::TabFocusReason);
}

bool EntryRow::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->modifiers() & Qt::ControlModifier) {
        save();
        return true;
    }
    if (isEnter) {
        if (auto *choice = qobject_cast<ChoiceEdit *>(object))
            choice->takeLine();
        moveOn(object, 1);
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        Q_EMIT closeWanted();
        return true;
    }
    return QFrame::eventFilter(object, event);
}

QJsonObject EntryRow::draft() const
{
    QJsonObject draft;
    for (const QLineEdit *input : m_order) {
        if (!input->text().isEmpty())
            draft.insert(input->objectName(), input->text());
    }
    return draft;
}

void EntryRow::restoreDraft(const QJsonObject &draft)
{
    for (QLineEdit *input : std::as_const(m_order))
        input->setText(draft.value(input->objectName()).toString());
    if (!m_student->text().isEmpty())
        readStudents(m_student->text());
}

} // namespace certdesk
