// SPDX-License-Identifier: MIT
#include "breakeven/compare.hpp"
