// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/grid/choiceedit.h"

#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace certdesk {

namespace {

constexpr int mostLines = 200;

QString line(const Choice &choice)
{
    QStringList parts;
    for (const QString &part : {choice.code, choice.name, choice.detail}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(" · "));
}

/// Accents and case do not matter when one looks for something.
QString folded(const QString &text)
{
    QString plain;
    for (const QChar character : text.normalized(QString::NormalizationForm_KD)) {
        if (character.category() != QChar::Mark_NonSpacing)
            plain += character.toLower();
    }
    return plain;
}

/// Every word of the text occurs somewhere in the line.
bool holds(const Choice &choice, const QStringList &words)
{
    const QString all = folded(line(choice));
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return all.contains(word); });
}

} // namespace

ChoiceEdit::ChoiceEdit(QWidget *parent) : QLineEdit(parent), m_model(new QStandardItemModel(this)), m_completer(new QCompleter(m_model, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->setWidget(this);
    m_completer->popup()->setObjectName(QStringLiteral("choiceList"));
    m_completer->popup()->setAccessibleName(tr("Choices"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) { pick(index.row()); });
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_picked.reset();
        filter(text);
    });
}

void ChoiceEdit::setChoices(const QVector<Choice> &choices)
{
    m_choices = choices;
    std::stable_partition(m_choices.begin(), m_choices.end(), [](const Choice &choice) { return choice.isRecent; });
    if (hasFocus() && isModified())
        filter(text());
}

QVector<Choice> ChoiceEdit::matching(const QString &text) const
{
    if (m_filteredElsewhere)
        return m_choices;
    const QStringList words = folded(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVector<Choice> found;
    for (const Choice &choice : m_choices) {
        if (holds(choice, words))
            found.append(choice);
    }
    return found;
}

void ChoiceEdit::filter(const QString &text)
{
    m_shown = matching(text).mid(0, mostLines);
    m_model->clear();
    for (const Choice &choice : std::as_const(m_shown)) {
        auto *item = new QStandardItem(line(choice));
        if (choice.isRecent) {
            QFont font = item->font();
            font.setBold(true);
            item->setFont(font);
            item->setToolTip(tr("Chosen before"));
        }
        m_model->appendRow(item);
    }
    if (m_shown.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    int width = this->width();
    for (const Choice &choice : std::as_const(m_shown))
        width = std::max(width, fontMetrics().horizontalAdvance(line(choice)) + 48);
    QRect place = rect();
    place.setWidth(std::min(width, 640));
    m_completer->complete(place);
    if (!text.isEmpty())
        m_completer->popup()->setCurrentIndex(m_model->index(0, 0));
}

void ChoiceEdit::takeLine()
{
    const QModelIndex line = m_completer->popup()->currentIndex();
    if (m_completer->popup()->isVisible() && line.isValid())
        pick(line.row());
    m_completer->popup()->hide();
}

void ChoiceEdit::openList()
{
    filter({});
}

void ChoiceEdit::pick(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    m_picked = m_shown[row];
    setText(m_picked->name.isEmpty() ? m_picked->code : m_picked->name);
    m_completer->popup()->hide();
    Q_EMIT picked();
}

const Choice *ChoiceEdit::chosen() const
{
    if (m_picked)
        return &*m_picked;
    const QString wanted = text().trimmed();
    const Choice *found = nullptr;
    for (const Choice &choice : m_choices) {
        const bool same = choice.code.compare(wanted, Qt::CaseInsensitive) == 0 || choice.name.compare(wanted, Qt::CaseInsensitive) == 0;
        if (same && found)
            return nullptr; // several: the person chooses, never chance (T-024)
        if (same)
            found = &choice;
    }
    return found;
}

/// The open list gives its keys straight to this widget, past the filters of whoever edits with it. So Tab and Enter take
/// the line, and then come again in the usual way.
bool ChoiceEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_completer->popup()->isVisible()) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const int key = pressed->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Return || key == Qt::Key_Enter) {
            takeLine();
            QCoreApplication::postEvent(this, new QKeyEvent(QEvent::KeyPress, key, pressed->modifiers(), pressed->text()));
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void ChoiceEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && (event->modifiers() & Qt::AltModifier || !m_completer->popup()->isVisible())) {
        openList();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace certdesk
