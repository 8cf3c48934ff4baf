// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/pageaddress.h"

#include <QVector>

namespace certdesk {

/// The pages one has walked, with their filters and selection (W-005). A plain value.
class PageHistory
{
public:
    static constexpr int kept = 100;

    /// A step to somewhere; what lay ahead is gone. The same address again is no step.
    void visit(const PageAddress &address);
    /// The present entry moved (filter, selection).
    void correct(const PageAddress &address);
    bool canGoBack() const { return m_index > 0; }
    bool canGoForward() const { return m_index + 1 < m_entries.size(); }
    PageAddress back();
    PageAddress forward();
    PageAddress current() const { return m_entries.value(m_index); }
    void clear();

private:
    QVector<PageAddress> m_entries;
    qsizetype m_index = -1;
};

} // namespace certdesk
