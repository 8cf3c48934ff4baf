// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace certdesk {

class PreviewTable;

/// The rows of a plan: ticks by Space, the status as icon, word and colour.
class PreviewView : public QTableView
{
    Q_OBJECT

public:
    explicit PreviewView(PreviewTable *table, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitRows();
};

} // namespace certdesk
