// SPDX-License-Identifier: MIT
#include "CLI/App.hpp"
