# SPDX-License-Identifier: GPL-2.0-or-later
# What `cmake --install` puts where: headers, library, package files for CMake and pkg-config. The lexicon installs
# itself from stemmers/, tvar-reader from readers/, the tool from cli/.
include(CMakePackageConfigHelpers)
set(TVAR_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/tvar")

install(TARGETS tvar EXPORT tvar-targets
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT tvar-targets NAMESPACE tvar:: DESTINATION ${TVAR_CMAKE_DIR})

configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/tvarConfig.cmake.in" "${CMAKE_CURRENT_BINARY_DIR}/tvarConfig.cmake"
  INSTALL_DESTINATION ${TVAR_CMAKE_DIR} PATH_VARS CMAKE_INSTALL_DATADIR CMAKE_INSTALL_LIBEXECDIR)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/tvarConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)  # until 1.0, each minor version may break
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/tvarConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/tvarConfigVersion.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/FindXapian.cmake" "${CMAKE_CURRENT_LIST_DIR}/FindMd4c.cmake" DESTINATION ${TVAR_CMAKE_DIR})

# Written relative to itself, so that `cmake --install --prefix` and moved trees work.
file(RELATIVE_PATH TVAR_PC_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file("${CMAKE_CURRENT_LIST_DIR}/tvar.pc.in" "${CMAKE_CURRENT_BINARY_DIR}/tvar.pc" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/tvar.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
