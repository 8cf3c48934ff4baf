# SPDX-License-Identifier: GPL-3.0-or-later
# The icons: one SVG a word, rasterised here to masks that the program tints from its palette (no SVG module at run
# time). Icons are drawn on a 24 px grid and asked for at 16, 20 and 24 px at 1×, 2× and 3×; pictures at 96 px.
find_program(RSVG_CONVERT rsvg-convert REQUIRED)

set(icon_sizes 16 20 24 32 40 48 60 72)
set(picture_sizes 96 192 288)
set(sign_sizes 16 24 32 48 64 128 256)
set(icon_folder "${CMAKE_CURRENT_BINARY_DIR}/icons")
file(MAKE_DIRECTORY "${icon_folder}")
file(GLOB icon_drawings CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/*.svg")

set(icon_masks)
foreach(drawing IN LISTS icon_drawings)
  get_filename_component(word "${drawing}" NAME_WE)
  if(word MATCHES "^picture-")
    set(sizes ${picture_sizes})
  elseif(word STREQUAL "certdesk")
    set(sizes ${sign_sizes})
  else()
    set(sizes ${icon_sizes})
  endif()
  set(masks)
  set(steps)
  foreach(size IN LISTS sizes)
    set(mask "${icon_folder}/${word}-${size}.png")
    list(APPEND masks "${mask}")
    list(APPEND steps COMMAND "${RSVG_CONVERT}" -w ${size} -h ${size} -o "${mask}" "${drawing}")
  endforeach()
  add_custom_command(OUTPUT ${masks} ${steps} DEPENDS "${drawing}" COMMENT "Rasterising ${word}" VERBATIM)
  list(APPEND icon_masks ${masks})
endforeach()

qt_add_resources(certdesk_ui certdesk_icons PREFIX "/icons" BASE "${icon_folder}" FILES ${icon_masks})
