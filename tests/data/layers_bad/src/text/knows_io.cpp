// SPDX-License-Identifier: MIT
#include "io/files.hpp"
