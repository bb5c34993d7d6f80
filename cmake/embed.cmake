# SPDX-License-Identifier: MIT
# Included, this file offers the functions below; run as a script, it turns INPUT into OUTPUT, which defines SYMBOL().

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${INPUT}" text)
  file(WRITE "${OUTPUT}" "#include <string_view>

namespace breakeven::embedded {
namespace {
constexpr char text[] = R\"embedded(${text})embedded\";
}
std::string_view ${SYMBOL}();
std::string_view ${SYMBOL}() { return {text, sizeof text - 1}; }
}
")
  return()
endif()

set(BREAKEVEN_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

# Compiles `file` into `target` as std::string_view breakeven::embedded::`symbol`().
function(breakeven_embed target symbol file)
  get_filename_component(file "${file}" ABSOLUTE)
  if(NOT EXISTS "${file}")
    message(FATAL_ERROR "${file} is missing; it is embedded into the program")
  endif()
  set(output "${PROJECT_BINARY_DIR}/embedded/${symbol}.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DINPUT=${file}" "-DOUTPUT=${output}" "-DSYMBOL=${symbol}" -P "${BREAKEVEN_EMBED_SCRIPT}"
    DEPENDS "${file}" "${BREAKEVEN_EMBED_SCRIPT}"
    COMMENT "Embedding ${symbol}"
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

# Embeds each NAME.schema.json of the arguments as NAME_schema(), and the table that finds them by name.
function(breakeven_embed_schemas target)
  foreach(file IN LISTS ARGN)
    get_filename_component(name "${file}" NAME)
    string(REGEX REPLACE "\\.schema\\.json$" "" name "${name}")
    string(MAKE_C_IDENTIFIER "${name}_schema" symbol)
    breakeven_embed(${target} ${symbol} "${file}")
    string(APPEND declarations "std::string_view ${symbol}();\n")
    string(APPEND names "    \"${name}\",\n")
    string(APPEND branches "  if (name == \"${name}\") return ${symbol}();\n")
  endforeach()
  set(output "${PROJECT_BINARY_DIR}/embedded/schemas.cpp")
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT [[
#include "io/embedded.hpp"

namespace breakeven::embedded {

@declarations@
std::string_view schema(std::string_view name) {
@branches@  return {};
}

std::span<const std::string_view> schema_names() {
  static constexpr std::string_view names[] = {
@names@  };
  return names;
}

}
]])
  target_sources(${target} PRIVATE "${output}")
endfunction()
