# SPDX-License-Identifier: MIT
# Included, this file offers the functions below; run as a script, it writes OUTPUT, which defines schema() and
# schema_names() from INPUTS, or the FUNCTION that returns the text of INPUT.

if(CMAKE_SCRIPT_MODE_FILE AND FUNCTION)
  file(READ "${INPUT}" text)
  file(WRITE "${OUTPUT}" "#include \"io/embedded.hpp\"

namespace breakeven::embedded {

std::string_view ${FUNCTION}() { return R\"embedded(${text})embedded\"; }

}
")
  return()
endif()

if(CMAKE_SCRIPT_MODE_FILE)
  foreach(input IN LISTS INPUTS)
    get_filename_component(name "${input}" NAME)
    string(REGEX REPLACE "\\.schema\\.json$" "" name "${name}")
    file(READ "${input}" text)
    string(APPEND names "    \"${name}\",\n")
    string(APPEND branches "  if (name == \"${name}\") return R\"embedded(${text})embedded\";\n")
  endforeach()
  file(WRITE "${OUTPUT}" "#include \"io/embedded.hpp\"

namespace breakeven::embedded {

std::string_view schema(std::string_view name) {
${branches}  return {};
}

std::span<const std::string_view> schema_names() {
  static constexpr std::string_view names[] = {
${names}  };
  return names;
}

}
")
  return()
endif()

set(BREAKEVEN_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

# Compiles each NAME.schema.json of the arguments into `target`, to be found by name.
function(breakeven_embed_schemas target)
  foreach(file IN LISTS ARGN)
    get_filename_component(file "${file}" ABSOLUTE)
    list(APPEND files "${file}")
  endforeach()
  set(output "${PROJECT_BINARY_DIR}/embedded/schemas.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DINPUTS=${files}" "-DOUTPUT=${output}" -P "${BREAKEVEN_EMBED_SCRIPT}"
    DEPENDS ${files} "${BREAKEVEN_EMBED_SCRIPT}"
    COMMENT "Embedding the schemas"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()

# Compiles the text of `file` into `target`, as std::string_view breakeven::embedded::FUNCTION().
function(breakeven_embed_text target function file)
  get_filename_component(file "${file}" ABSOLUTE)
  set(output "${PROJECT_BINARY_DIR}/embedded/${function}.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DFUNCTION=${function}" "-DINPUT=${file}" "-DOUTPUT=${output}" -P "${BREAKEVEN_EMBED_SCRIPT}"
    DEPENDS "${file}" "${BREAKEVEN_EMBED_SCRIPT}"
    COMMENT "Embedding the ${function}"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()

# Compiles the catalog `file` into `target`, packed, as std::string_view breakeven::embedded::packed_catalog().
function(breakeven_embed_catalog target file)
  get_filename_component(file "${file}" ABSOLUTE)
  set(output "${PROJECT_BINARY_DIR}/embedded/packed_catalog.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND breakeven_pack_catalog "${file}" "${output}"
    DEPENDS "${file}" breakeven_pack_catalog
    COMMENT "Packing the catalog"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
