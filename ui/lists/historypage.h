// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/batch.h"
#include "ui/lists/listpage.h"

namespace certdesk {

/// Every batch with who, when and what; beside the chosen one what was decided and what became of its rows. It can be taken
/// back, after a review, and repeated with a new file.
class HistoryPage : public ListPage
{
    Q_OBJECT

public:
    HistoryPage(const Words &words, const PageContext &context, QWidget *parent = nullptr);

protected:
    void readDetails(qint64 id) override;

private:
    QWidget *describeBatch(const BatchInfo &batch);
};

} // namespace certdesk
