# SPDX-License-Identifier: GPL-2.0-or-later
# Xapian's packaged CMake file defines variables only; this makes the target Xapian::Xapian. Installed beside the
# package configuration, because a static tvar needs it where it is linked.
find_path(XAPIAN_INCLUDE_DIR xapian.h)
find_library(XAPIAN_LIBRARY NAMES xapian)
if(XAPIAN_INCLUDE_DIR AND EXISTS "${XAPIAN_INCLUDE_DIR}/xapian/version.h")
  file(STRINGS "${XAPIAN_INCLUDE_DIR}/xapian/version.h" _xapian_version REGEX "#define XAPIAN_VERSION \"")
  string(REGEX REPLACE ".*\"([0-9.]+).*" "\\1" XAPIAN_VERSION "${_xapian_version}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Xapian REQUIRED_VARS XAPIAN_LIBRARY XAPIAN_INCLUDE_DIR VERSION_VAR XAPIAN_VERSION
  REASON_FAILURE_MESSAGE "Install Debian's libxapian-dev.")
if(Xapian_FOUND AND NOT TARGET Xapian::Xapian)
  add_library(Xapian::Xapian UNKNOWN IMPORTED)
  set_target_properties(Xapian::Xapian PROPERTIES
    IMPORTED_LOCATION "${XAPIAN_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${XAPIAN_INCLUDE_DIR}")
endif()
mark_as_advanced(XAPIAN_INCLUDE_DIR XAPIAN_LIBRARY)
