// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>
#include <functional>

class QLabel;
class QVBoxLayout;

namespace certdesk {

class TextLabel;

/// One input with its label above, "required" as a word, help below, and its error below that (W-030). It is checked when
/// the person leaves it, and from then on while typing.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// An empty answer: the input is right. Otherwise what is wrong and what would be right.
    using Check = std::function<QString()>;

    /// `input` needs an objectName; its accessible name is the label. A check box carries its own words: leave `label` empty.
    FormField(const QString &label, QWidget *input, QWidget *parent = nullptr);
    FormField *required(bool required = true);
    FormField *help(const QString &text);
    FormField *check(Check check);

    QWidget *input() const { return m_input; }
    QString label() const { return m_labelText; }
    bool isValid() const;
    /// Checks now and shows the error.
    bool validate();
    QString error() const;
    /// An error the program found elsewhere ("this number is taken"); shown until the input changes.
    void showError(const QString &error);

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QString problem() const;
    void inputChanged();
    void describe();

    QString m_labelText;
    QWidget *m_input;
    QVBoxLayout *m_column;
    QLabel *m_label;
    TextLabel *m_required;
    TextLabel *m_help;
    TextLabel *m_error;
    Check m_check;
    bool m_isRequired = false;
    bool m_checked = false;
};

/// Related fields under a heading, in one column.
class FormSection : public QWidget
{
    Q_OBJECT

public:
    explicit FormSection(const QString &heading, const QString &sentence = {}, QWidget *parent = nullptr);
    FormField *add(const QString &label, QWidget *input);
    void addRow(QWidget *widget);
    const QVector<FormField *> &fields() const { return m_fields; }
    /// Checks all; the first wrong one gets the focus.
    bool validate();

Q_SIGNALS:
    void edited();

private:
    QVBoxLayout *m_column;
    QVector<FormField *> m_fields;
};

} // namespace certdesk
