// SPDX-License-Identifier: MIT
#include "cli/run.hpp"
