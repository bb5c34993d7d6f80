// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
