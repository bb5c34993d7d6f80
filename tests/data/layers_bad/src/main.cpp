// SPDX-License-Identifier: MIT
#include "io/embedded.hpp"
