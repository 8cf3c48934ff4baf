// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/boardreading.h"
#include "ui/common/page.h"

class QComboBox;
class QVBoxLayout;

namespace certdesk {

class Card;
class TextLabel;

/// The returning-school board: nine steps of one school, each with what it is for, live counts that lead to the
/// people behind them, its button, and who signed it off.
class BoardPage : public Page
{
    Q_OBJECT

public:
    explicit BoardPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Returning-school board"); }
    QString sentence() const override;
    QString helpTopic() const override { return QStringLiteral("board"); }
    bool showsSchoolYear() const override { return false; }
    /// Parameters: "school" (code), "order" (number or recommended).
    void open(const PageAddress &address) override;
    PageAddress address() const override;
    void refresh() override { read(); }
    QString printableHtml() const override;

private:
    void read();
    void show();
    void fillSchools();
    const SchoolBoard *board() const;
    QWidget *stepCard(const SchoolBoard &board, const BoardStep &step);
    void addCounts(Card *card, const BoardStep &step);
    void addSignature(Card *card, const SchoolBoard &board, const BoardStep &step);
    void mark(int step, BoardMark mark, const QString &note);

    PageContext m_context;
    QVector<SchoolBoard> m_boards;
    QString m_wantedSchool;
    bool m_isRead = false;
    QComboBox *m_school;
    QComboBox *m_order;
    TextLabel *m_reason;
    TextLabel *m_notice;
    QVBoxLayout *m_steps;
};

} // namespace certdesk
