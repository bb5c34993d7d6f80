// SPDX-License-Identifier: MIT
#include "views/rank.hpp"
