// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace certdesk {

class FindBox;
class WindowActions;
class WorkArea;

/// Adds what the window itself offers to Find: pages, actions of the present page, actions of the window, help topics.
void addWindowProviders(FindBox &find, WorkArea &work, WindowActions &actions);

} // namespace certdesk
