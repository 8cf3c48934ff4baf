// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/review.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace certdesk {

/// The counts of a review, which add up to the rows and filter by a click, and the other filters: code, school, grade, text.
class ReviewFilters : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewFilters(QWidget *parent = nullptr);
    void showReview(const Review &review);
    const ReviewFilter &filter() const { return m_filter; }
    void setFilter(const ReviewFilter &filter);
    void focusText();
    /// "3 new", "= 5 rows of the file".
    QStringList countTexts() const;

Q_SIGNALS:
    void changed();

private:
    void showCounts(const Review &review);
    void fill(QComboBox *box, const QString &all, const QMap<QString, int> &values, const QString &chosen);
    void take();

    ReviewFilter m_filter;
    QWidget *m_counts;
    QVector<QPushButton *> m_buttons;
    QComboBox *m_code;
    QComboBox *m_school;
    QComboBox *m_grade;
    QLineEdit *m_text;
    QPushButton *m_held;
    QTimer m_typing;
    bool m_showing = false;
};

} // namespace certdesk
