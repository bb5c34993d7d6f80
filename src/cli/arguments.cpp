// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"

namespace breakeven::app {

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = options.find(option);
  return found == options.end() || found->second.empty() ? std::nullopt : std::optional(found->second.front());
}

std::span<const std::string> Arguments::values(std::string_view option) const {
  const auto found = options.find(option);
  return found == options.end() ? std::span<const std::string>() : std::span<const std::string>(found->second);
}

}  // namespace breakeven::app
