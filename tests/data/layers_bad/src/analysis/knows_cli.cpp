// SPDX-License-Identifier: MIT
#include "cli/session.hpp"
