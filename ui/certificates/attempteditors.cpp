// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/attempteditors.h"

#include "ui/certificates/choicelists.h"
#include "ui/common/grid/griddelegate.h"
#include "ui/common/prompt.h"

#include <QCoreApplication>

namespace certdesk {

AttemptEditors::AttemptEditors(Grid *grid, QObject *parent) : QObject(parent), m_grid(grid), m_table(grid->table())
{
    const Person &person = m_table->store()->person();
    if (!person.may(Right::EnterAttempts))
        return;
    m_table->setEditCommand([this](const RecordTable::CellEdit &edit) { return commandFor(edit); });
    installEditors();
    connect(m_table, &RecordTable::editDone, this, [this](qint64 id) { take(id); });
    connect(grid, &Grid::editRefused, this, [this](const RecordTable::CellEdit &edit, const Error &error) {
        m_running.remove(edit.id);
        if (error.code == QLatin1String("EV-06"))
            confirm(edit, error);
    });
}

std::shared_ptr<Command> AttemptEditors::commandFor(const RecordTable::CellEdit &edit)
{
    AttemptFields fields;
    const ViewColumn &column = m_table->view().columns[edit.column];
    for (const auto &field : edit.with)
        fields.append(field);
    if (fields.isEmpty() && (column.name == QLatin1String("proctor") || column.name == QLatin1String("teacher"))) {
        const QByteArray person = column.name.toLatin1();
        fields = {{person + "_id", Value()}, {person + "_name", edit.value}};
    } else if (fields.isEmpty()) {
        fields = {{column.name == QLatin1String("exam_date") ? QByteArray("exam_date") : column.field.toLatin1(), edit.value}};
    }
    const auto command = std::make_shared<EditAttempt>(edit.id, edit.version, fields, m_confirmed.remove(edit.id));
    m_running.insert(edit.id, command);
    return command;
}

/// The lines come when the store has them; the person may type meanwhile.
QWidget *AttemptEditors::choiceEditor(QWidget *parent, const QModelIndex &index, std::function<QVector<Choice>(Session &, const Record &)> lines)
{
    auto *editor = new ChoiceEdit(parent);
    const qint64 id = m_table->idAt(index.row());
    m_table->store()->run<QVector<Choice>>(
        editor,
        [id, lines](Session &session) -> Result<QVector<Choice>> {
            const auto row = session.record(EntityKind::Attempt, id);
            return row ? lines(session, *row) : QVector<Choice>();
        },
        [editor](const Result<QVector<Choice>> &choices) {
            if (choices)
                editor->setChoices(*choices);
        });
    return editor;
}

void AttemptEditors::installEditors()
{
    const bool other = m_table->store()->person().may(Right::EditAllAttempts);
    const auto install = [this](const char *column, std::function<QVector<Choice>(Session &, const Record &)> lines) {
        m_grid->delegate()->setFactory(m_grid->column(QString::fromLatin1(column)), [this, lines](QWidget *parent, const QModelIndex &index) {
            return choiceEditor(parent, index, lines);
        });
    };
    install("course_name", [](Session &session, const Record &row) { return choicelists::courses(session, courseYear(row)); });
    // Numbers of the row's course name first; that is where a name with several numbers is decided.
    install("course_number", [](Session &session, const Record &row) {
        QVector<Choice> choices = choicelists::courses(session, courseYear(row));
        for (Choice &choice : choices) {
            choice.isRecent = choice.name == row.text("course_name");
            choice.value = Value(choice.code);
        }
        return choices;
    });
    install("certificate_name", [other](Session &session, const Record &row) {
        return choicelists::certificates(session, row.integer("school_year"), row.text("program_code"), other);
    });
    install("component_code", [](Session &session, const Record &row) {
        return choicelists::components(session, row.integer("school_year"), row.text("certificate_code"));
    });
    install("proctor", [](Session &session, const Record &) { return choicelists::staff(session, "proctor_id", "proctor_name"); });
    install("teacher", [](Session &session, const Record &) { return choicelists::staff(session, "teacher_id", "teacher_name"); });
    install("outcome", [](Session &, const Record &) { return choicelists::outcomes(); });
}

void AttemptEditors::take(qint64 id)
{
    const auto command = m_running.take(id);
    if (!command)
        return;
    m_done.append({command->before(), command->result().attempt});
    m_undone.clear();
    Q_EMIT stackChanged();
    Q_EMIT edited(id);
    if (!command->result().courseCandidates.isEmpty())
        m_grid->edit(id, m_grid->column(QStringLiteral("course_number")));
}

void AttemptEditors::addEntered(const Record &row)
{
    m_done.append({Record(EntityKind::Attempt), row});
    m_undone.clear();
    Q_EMIT stackChanged();
}

void AttemptEditors::confirm(const RecordTable::CellEdit &edit, const Error &error)
{
    const Prompt::Question question{tr("Change a verified row?"), error.message + QLatin1Char('\n') + error.next, tr("Change and verify again"), tr("Keep it verified"), false};
    Prompt::ask(m_grid, question, [this, edit](bool yes) {
        const int row = m_table->rowOf(edit.id);
        if (!yes || row < 0)
            return;
        m_confirmed.insert(edit.id);
        m_table->setData(m_table->index(row, edit.column), QVariant::fromValue(CellChoice{edit.value, edit.with}));
    });
}

void AttemptEditors::undo()
{
    walk(m_done, m_undone, true);
}

void AttemptEditors::redo()
{
    walk(m_undone, m_done, false);
}

void AttemptEditors::walk(QVector<Step> &from, QVector<Step> &to, bool back)
{
    if (from.isEmpty())
        return;
    const Step step = from.takeLast();
    std::shared_ptr<Command> command;
    if (step.before.id == 0 && back)
        command = std::make_shared<VoidAttempt>(QVector<qint64>{step.after.id}, tr("Entry taken back"));
    else if (step.before.id == 0)
        command = std::make_shared<UnvoidAttempt>(step.after.id);
    else
        command = back ? std::make_shared<RestoreAttempt>(step.before, step.after) : std::make_shared<RestoreAttempt>(step.after, step.before);
    m_table->store()->apply(command, this, [this, step, &to](const Result<Change> &done) {
        if (done) {
            to.append(step);
            Q_EMIT edited(step.after.id);
        } else {
            Q_EMIT failed(done.error());
        }
        Q_EMIT stackChanged();
    });
    Q_EMIT stackChanged();
}

} // namespace certdesk
