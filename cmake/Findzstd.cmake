# SPDX-License-Identifier: MIT
# zstd::libzstd, from zstd's own package configuration or, where a distribution leaves that out as Debian does, from its
# header and library.
find_package(zstd CONFIG QUIET)
if(zstd_FOUND)
  foreach(known IN ITEMS zstd::libzstd_static zstd::libzstd_shared)
    if(NOT TARGET zstd::libzstd AND TARGET ${known})
      add_library(zstd::libzstd ALIAS ${known})
    endif()
  endforeach()
  return()
endif()

include(FindPackageHandleStandardArgs)
find_path(zstd_INCLUDE_DIR zstd.h)
find_library(zstd_LIBRARY zstd)
find_package_handle_standard_args(zstd REQUIRED_VARS zstd_LIBRARY zstd_INCLUDE_DIR)
if(zstd_FOUND AND NOT TARGET zstd::libzstd)
  add_library(zstd::libzstd UNKNOWN IMPORTED)
  set_target_properties(zstd::libzstd PROPERTIES
    IMPORTED_LOCATION "${zstd_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${zstd_INCLUDE_DIR}")
endif()
mark_as_advanced(zstd_INCLUDE_DIR zstd_LIBRARY)
