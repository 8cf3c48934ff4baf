// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/pagehistory.h"

namespace certdesk {

void PageHistory::visit(const PageAddress &address)
{
    if (m_index >= 0 && m_entries[m_index] == address)
        return;
    m_entries.resize(m_index + 1);
    m_entries.append(address);
    if (m_entries.size() > kept)
        m_entries.removeFirst();
    m_index = m_entries.size() - 1;
}

void PageHistory::correct(const PageAddress &address)
{
    if (m_index >= 0)
        m_entries[m_index] = address;
}

PageAddress PageHistory::back()
{
    Q_ASSERT(canGoBack());
    return m_entries[--m_index];
}

PageAddress PageHistory::forward()
{
    Q_ASSERT(canGoForward());
    return m_entries[++m_index];
}

void PageHistory::clear()
{
    m_entries.clear();
    m_index = -1;
}

} // namespace certdesk
