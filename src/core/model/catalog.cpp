// SPDX-License-Identifier: MIT
#include "breakeven/catalog.hpp"

namespace breakeven {

Catalog::Catalog() = default;
Catalog::Catalog(const Catalog& other) = default;
Catalog::Catalog(Catalog&& other) noexcept = default;
Catalog& Catalog::operator=(const Catalog& other) = default;
Catalog& Catalog::operator=(Catalog&& other) noexcept = default;
Catalog::~Catalog() = default;
bool operator==(const Catalog& a, const Catalog& b) = default;

}  // namespace breakeven
