# SPDX-License-Identifier: GPL-2.0-or-later
# Debian's md4cConfig.cmake insists on the HTML renderer, a package that libmd4c-dev does not pull in; the parser alone
# is what is needed. Installed beside the package configuration, because a static tvar needs it where it is linked.
find_path(MD4C_INCLUDE_DIR md4c.h)
find_library(MD4C_LIBRARY NAMES md4c)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Md4c REQUIRED_VARS MD4C_LIBRARY MD4C_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "Install Debian's libmd4c-dev.")
if(Md4c_FOUND AND NOT TARGET Md4c::Md4c)
  add_library(Md4c::Md4c UNKNOWN IMPORTED)
  set_target_properties(Md4c::Md4c PROPERTIES
    IMPORTED_LOCATION "${MD4C_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${MD4C_INCLUDE_DIR}")
endif()
mark_as_advanced(MD4C_INCLUDE_DIR MD4C_LIBRARY)
