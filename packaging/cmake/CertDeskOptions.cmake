# SPDX-License-Identifier: GPL-3.0-or-later
# Every compiler flag of the project lives on this one interface target.
add_library(certdesk_options INTERFACE)
target_compile_features(certdesk_options INTERFACE cxx_std_20)
target_compile_definitions(certdesk_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS
  QT_NO_URL_CAST_FROM_STRING CERTDESK_VERSION="${PROJECT_VERSION}")
target_include_directories(certdesk_options INTERFACE "${CMAKE_SOURCE_DIR}")
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(certdesk_options INTERFACE -Wall -Wextra -Wold-style-cast -Woverloaded-virtual -Wconversion
    $<$<BOOL:${CERTDESK_WERROR}>:-Werror>
    $<$<CONFIG:Release,RelWithDebInfo>:-fstack-protector-strong -D_FORTIFY_SOURCE=2>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 reads the unused members of a moved std::variant as uninitialized when it optimizes.
    target_compile_options(certdesk_options INTERFACE $<$<CONFIG:Release,RelWithDebInfo>:-Wno-maybe-uninitialized>)
  endif()
  if(NOT WIN32 AND NOT APPLE)
    target_link_options(certdesk_options INTERFACE -Wl,-z,relro,-z,now)
  endif()
endif()

# certdesk_library(NAME LIBS…): one static library of all sources below the current folder.
function(certdesk_library name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC certdesk_options ${ARGN})
endfunction()
