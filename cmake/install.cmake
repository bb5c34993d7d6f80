# SPDX-License-Identifier: MIT
include(CMakePackageConfigHelpers)

set(package_directory "${CMAKE_INSTALL_LIBDIR}/cmake/breakeven")

install(TARGETS breakeven)
install(TARGETS breakeven_core EXPORT breakeven)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/breakeven" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT breakeven FILE breakeven-config.cmake NAMESPACE breakeven:: DESTINATION "${package_directory}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/breakeven-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/breakeven-config-version.cmake" DESTINATION "${package_directory}")
