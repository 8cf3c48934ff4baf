// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/listpage.h"

namespace certdesk {

/// Every batch with who, when and what; the chosen one can be taken back (W-032). The undo is a batch itself.
class HistoryPage : public ListPage
{
    Q_OBJECT

public:
    HistoryPage(const Words &words, const PageContext &context, QWidget *parent = nullptr);

private:
    void undo();
};

} // namespace certdesk
