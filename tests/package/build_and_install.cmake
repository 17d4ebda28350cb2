# SPDX-License-Identifier: GPL-2.0-or-later
# cmake -DSOURCE=… -DBUILD=… -DPREFIX=… [-DGENERATOR=… -DOPTIONS=…] -P build_and_install.cmake
# Installs the build tree BUILD to the empty folder PREFIX. With OPTIONS (-D…|-D…), configures and builds it first.
if(OPTIONS)
  string(REPLACE "|" ";" OPTIONS "${OPTIONS}")
  execute_process(COMMAND ${CMAKE_COMMAND} -S "${SOURCE}" -B "${BUILD}" -G "${GENERATOR}" ${OPTIONS}
    COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${CMAKE_COMMAND} --build "${BUILD}" --parallel 2 COMMAND_ERROR_IS_FATAL ANY)
endif()
file(REMOVE_RECURSE "${PREFIX}")
execute_process(COMMAND ${CMAKE_COMMAND} --install "${BUILD}" --prefix "${PREFIX}" COMMAND_ERROR_IS_FATAL ANY)
