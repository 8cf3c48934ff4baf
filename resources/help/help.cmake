# SPDX-License-Identifier: GPL-3.0-or-later
# The help pages, shipped inside the program; translated ones stand in a folder of their language.
file(GLOB_RECURSE help_pages CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.html")
qt_add_resources(certdesk_ui certdesk_help PREFIX "/help" BASE "${CMAKE_CURRENT_LIST_DIR}" FILES ${help_pages})
