// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/importrun.h"

#include <QWidget>

class QRadioButton;
class QTableWidget;
class QVBoxLayout;

namespace certdesk {

class Card;

/// What would happen: counts that add up to the rows of the file, the problems with the first one open, which column became
/// which field; and what the person decides about it (W-043).
class ImportReviewPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ImportReviewPanel(QWidget *parent = nullptr);
    void showPlan(const ImportPlan &plan, CommitMode usual);
    CommitMode mode() const;
    /// Statuses and codes that the person has accepted.
    QSet<QString> accepted() const { return m_accepted; }
    void forget();
    static QString statusTitle(RowStatus status);

Q_SIGNALS:
    /// The plan has to be made again.
    void acceptedChanged();
    void modeChanged();

private:
    void showCounts(const ImportPlan &plan);
    void showDecisions(const ImportPlan &plan);
    void showProblems(const ImportPlan &plan);
    void showColumns(const ImportPlan &plan);

    QSet<QString> m_accepted;
    QWidget *m_counts;
    Card *m_decisionCard;
    QVBoxLayout *m_decisions;
    QRadioButton *m_all;
    QRadioButton *m_good;
    Card *m_problemCard;
    QTableWidget *m_problems;
    Card *m_columnCard;
    QTableWidget *m_columns;
};

} // namespace certdesk
