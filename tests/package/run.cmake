# SPDX-License-Identifier: MIT
# Installs BUILD into a fresh prefix and builds the example next to this file against it, as another project would.

set(work "${BUILD}/package_test")
file(REMOVE_RECURSE "${work}")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT code EQUAL 0)
    string(JOIN " " command ${ARGN})
    message(FATAL_ERROR "${command}: ${code}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --config "${CONFIG}" --prefix "${work}/prefix")
run("${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${work}/build" -G "${GENERATOR}" "-DCMAKE_BUILD_TYPE=${CONFIG}"
  "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_PREFIX_PATH=${work}/prefix" "-DCMAKE_RUNTIME_OUTPUT_DIRECTORY=${work}/bin$<0:>")
run("${CMAKE_COMMAND}" --build "${work}/build" --config "${CONFIG}")
run("${work}/bin/example")

set(expected "1825.00 usd against 600.00 usd a month: self-hosting breaks even at 46.3% utilization\n")
if(NOT output STREQUAL expected)
  message(FATAL_ERROR "expected: ${expected}found: ${output}")
endif()
