# SPDX-License-Identifier: MIT
include(CheckCXXSourceCompiles)
include(CMakeDependentOption)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Kind of build" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

cmake_dependent_option(BREAKEVEN_STATIC "Link the released program statically" ON
  "CMAKE_SYSTEM_NAME STREQUAL Linux;NOT BREAKEVEN_SANITIZE;NOT BREAKEVEN_FUZZ" OFF)
if(BREAKEVEN_STATIC)
  set(CMAKE_REQUIRED_LINK_OPTIONS -static)
  check_cxx_source_compiles("#include <string>\nint main() { return std::stoi(\"0\"); }" BREAKEVEN_CAN_LINK_STATIC)
  unset(CMAKE_REQUIRED_LINK_OPTIONS)
endif()

if(NOT MSVC)
  # A fused multiply-add rounds once instead of twice: the same inputs would give other bytes on other machines.
  add_compile_options(-ffp-contract=off -ffunction-sections -fdata-sections)
  add_link_options($<IF:$<PLATFORM_ID:Darwin>,-Wl$<COMMA>-dead_strip,-Wl$<COMMA>--gc-sections>)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # A batch fits in memory: collecting garbage while it compiles costs a tenth of the time, and these passes another,
  # for nothing that tests/bench can tell.
  add_compile_options(--param=ggc-min-heapsize=524288 -fno-tree-vrp -fno-schedule-insns2)
endif()

if(BREAKEVEN_SANITIZE)
  list(JOIN BREAKEVEN_SANITIZE "," sanitizers)
  add_compile_options(-fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${sanitizers})
endif()
if(BREAKEVEN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(breakeven_developer_warnings INTERFACE)
if(BREAKEVEN_DEVELOPER)
  target_compile_options(breakeven_developer_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Werror
    # In a batch a name hides those of other files: the preset `separate` asks for each file's own.
    $<$<NOT:$<BOOL:${BREAKEVEN_UNITY}>>:-Wshadow>
    # Where it optimizes, g++ 12 takes the value of an empty std::optional for one that is read.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
