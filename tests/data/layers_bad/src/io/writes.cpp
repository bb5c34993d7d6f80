// SPDX-License-Identifier: MIT
#include <cstdio>

void write() { std::puts("text"); }
