// SPDX-License-Identifier: MIT
#pragma once

#include "io/embedded.hpp"
