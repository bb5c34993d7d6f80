// SPDX-License-Identifier: MIT
#include <iostream>

void write() { std::cout << "text"; }
