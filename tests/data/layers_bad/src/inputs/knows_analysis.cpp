// SPDX-License-Identifier: MIT
#include "analysis/rank.hpp"
