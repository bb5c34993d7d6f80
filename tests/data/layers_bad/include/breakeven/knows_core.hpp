// SPDX-License-Identifier: MIT
#pragma once

#include "core/numerics/random.hpp"
