// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/form.h"

#include "ui/common/announce.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace certdesk {

namespace {

QString textOf(const QWidget *input)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(input))
        return line->text().trimmed();
    if (const auto *combo = qobject_cast<const QComboBox *>(input))
        return combo->currentText().trimmed();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(input))
        return text->toPlainText().trimmed();
    if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(input))
        return spin->text().trimmed();
    // An input of several parts: its first line edit speaks for it.
    const auto *inner = input->findChild<QLineEdit *>();
    return inner ? inner->text().trimmed() : QStringLiteral("-");
}

/// The part that takes the focus.
QWidget *focusOf(QWidget *input)
{
    if (input->focusPolicy() != Qt::NoFocus)
        return input;
    QWidget *inner = input->findChild<QLineEdit *>();
    return inner ? inner : input;
}

} // namespace

FormField::FormField(const QString &label, QWidget *input, QWidget *parent)
    : QWidget(parent), m_labelText(label), m_input(input), m_column(new QVBoxLayout(this)), m_label(new QLabel(label, this)),
      m_required(new TextLabel(TextLabel::Kind::Muted, tr("required"), this)), m_help(mutedLabel({}, this)),
      m_error(new TextLabel(TextLabel::Kind::Problem, {}, this))
{
    Q_ASSERT(!input->objectName().isEmpty());
    setObjectName(input->objectName() + QStringLiteral("Field"));
    input->setParent(this);
    m_label->setBuddy(focusOf(input));
    if (input->accessibleName().isEmpty())
        input->setAccessibleName(label);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::related);
    head->addWidget(m_label);
    m_required->setWordWrap(false);
    head->addWidget(m_required);
    head->addStretch(1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing::rowLabel);
    if (!label.isEmpty())
        m_column->addLayout(head);
    m_label->setVisible(!label.isEmpty());
    m_column->addWidget(input);
    m_column->addWidget(m_help);
    m_column->addWidget(m_error);
    for (QWidget *hidden : {static_cast<QWidget *>(m_required), static_cast<QWidget *>(m_help), static_cast<QWidget *>(m_error)})
        hidden->hide();
    focusOf(input)->installEventFilter(this);
    if (auto *line = qobject_cast<QLineEdit *>(focusOf(input)))
        connect(line, &QLineEdit::textChanged, this, &FormField::inputChanged);
    else if (auto *combo = qobject_cast<QComboBox *>(input))
        connect(combo, &QComboBox::currentTextChanged, this, &FormField::inputChanged);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(input))
        connect(text, &QPlainTextEdit::textChanged, this, &FormField::inputChanged);
    else if (auto *date = qobject_cast<QDateTimeEdit *>(input))
        connect(date, &QDateTimeEdit::dateTimeChanged, this, &FormField::inputChanged);
    else if (auto *box = qobject_cast<QAbstractButton *>(input))
        connect(box, &QAbstractButton::toggled, this, &FormField::inputChanged);
}

FormField *FormField::required(bool required)
{
    m_isRequired = required;
    m_required->setVisible(required);
    describe();
    return this;
}

FormField *FormField::help(const QString &text)
{
    m_help->setText(text);
    m_help->setVisible(!text.isEmpty());
    describe();
    return this;
}

FormField *FormField::check(Check check)
{
    m_check = std::move(check);
    return this;
}

void FormField::describe()
{
    QStringList parts;
    if (m_isRequired)
        parts.append(tr("required"));
    if (!m_help->text().isEmpty())
        parts.append(m_help->text());
    if (!m_error->text().isEmpty())
        parts.append(m_error->text());
    focusOf(m_input)->setAccessibleDescription(parts.join(QStringLiteral(". ")));
    if (focusOf(m_input)->accessibleName().isEmpty())
        focusOf(m_input)->setAccessibleName(m_labelText);
}

QString FormField::problem() const
{
    if (m_isRequired && textOf(m_input).isEmpty())
        return tr("Please fill this in.");
    return m_check ? m_check() : QString();
}

bool FormField::isValid() const
{
    return problem().isEmpty();
}

bool FormField::validate()
{
    m_checked = true;
    const QString found = problem();
    showError(found);
    return found.isEmpty();
}

QString FormField::error() const
{
    return m_error->text();
}

void FormField::showError(const QString &error)
{
    if (error == m_error->text())
        return;
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    describe();
    if (!error.isEmpty())
        announce(m_error, tr("%1: %2").arg(m_labelText, error));
}

void FormField::inputChanged()
{
    if (m_checked)
        showError(problem());
    Q_EMIT edited();
}

bool FormField::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isEnabled()) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        // Leaving an empty field with Tab on the first walk is no error yet; saving will tell.
        const bool left = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::MouseFocusReason;
        if (left && (m_checked || !textOf(m_input).isEmpty()))
            validate();
    }
    return QWidget::eventFilter(object, event);
}

FormSection::FormSection(const QString &heading, const QString &sentence, QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(spacing::group);
    setMaximumWidth(theme::scaled(520, font()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    if (!heading.isEmpty()) {
        auto *words = new QVBoxLayout;
        words->setSpacing(spacing::grid);
        words->addWidget(sectionLabel(heading, this));
        if (!sentence.isEmpty())
            words->addWidget(mutedLabel(sentence, this));
        m_column->addLayout(words);
    }
}

FormField *FormSection::add(const QString &label, QWidget *input)
{
    auto *field = new FormField(label, input, this);
    m_fields.append(field);
    m_column->addWidget(field);
    connect(field, &FormField::edited, this, &FormSection::edited);
    return field;
}

void FormSection::addRow(QWidget *widget)
{
    m_column->addWidget(widget);
}

bool FormSection::validate()
{
    FormField *first = nullptr;
    for (FormField *field : std::as_const(m_fields))
        if (!field->isHidden() && !field->validate() && !first)
            first = field;
    if (first)
        focusOf(first->input())->setFocus(Qt::OtherFocusReason);
    return !first;
}

} // namespace certdesk
