# SPDX-License-Identifier: GPL-2.0-or-later
# The tables of municipalities and districts as a C++ source in the build tree, made again when a table changes.
function(tvar_embed_municipalities output)
  set(data "${CMAKE_CURRENT_FUNCTION_LIST_DIR}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${data}/districts.tsv" "${data}/municipalities.tsv" "${data}/parts.tsv")
  file(READ "${data}/parts.tsv" TVAR_PART_ROWS)
  file(READ "${data}/districts.tsv" TVAR_DISTRICT_ROWS)
  file(READ "${data}/municipalities.tsv" TVAR_MUNICIPALITY_ROWS)
  foreach(rows TVAR_DISTRICT_ROWS TVAR_MUNICIPALITY_ROWS TVAR_PART_ROWS)
    string(REGEX REPLACE "#[^\n]*\n" "" ${rows} "${${rows}}")
  endforeach()
  foreach(rows TVAR_DISTRICT_ROWS TVAR_PART_ROWS)
    string(REGEX REPLACE "([^\t\n]+)\t([^\t\n]+)\n" "    {\"\\1\", \"\\2\"},\n" ${rows} "${${rows}}")
  endforeach()
  string(REGEX REPLACE "([^\t\n]+)\t([0-9]+)\t([0-9]+)\t([012])\n" "    {\"\\1\", \\2, \\3, NameKind{\\4}},\n"
         TVAR_MUNICIPALITY_ROWS "${TVAR_MUNICIPALITY_ROWS}")
  configure_file("${data}/municipalities.cpp.in" "${output}" @ONLY)
endfunction()
