// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/value.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace certdesk {

/// One line of a drop-down.
struct Choice
{
    Value value;
    QString code;
    QString name;
    QString detail;        ///< third column: grades and subject of a course, school of a student
    bool isRecent = false; ///< chosen before: stands first
    QVector<QPair<QByteArray, Value>> with = {}; ///< fields that are chosen with it
    bool operator==(const Choice &) const = default;
};

/// A line edit with a drop-down that filters by code and name while one types (T-084). Alt+Down opens all.
class ChoiceEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit ChoiceEdit(QWidget *parent = nullptr);

    /// Recent ones first, the others in their order. They may come while the person types.
    void setChoices(const QVector<Choice> &choices);
    /// Whoever gives the choices has filtered them by the text already: all are shown.
    void setFilteredElsewhere() { m_filteredElsewhere = true; }
    const QVector<Choice> &choices() const { return m_choices; }
    /// The choice that was picked or that the text names, alone, by code or name; null otherwise.
    const Choice *chosen() const;
    /// Lines that hold the text, in the order shown.
    QVector<Choice> matching(const QString &text) const;
    void openList();
    /// The marked line of the open list becomes the choice; the list closes.
    void takeLine();

Q_SIGNALS:
    void picked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void filter(const QString &text);
    void pick(int line);

    QVector<Choice> m_choices;
    QVector<Choice> m_shown;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    std::optional<Choice> m_picked;
    bool m_filteredElsewhere = false;
};

} // namespace certdesk
