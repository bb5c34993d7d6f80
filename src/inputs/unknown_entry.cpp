// SPDX-License-Identifier: MIT
#include "inputs/unknown_entry.hpp"

#include "text/format.hpp"

namespace breakeven::app {

io::Diagnostic unknown_entry(std::string_view what, std::string_view id, std::span<const std::string_view> known,
                             std::string_view section, const std::optional<std::string>& called) {
  std::string help = called ? text::format("the catalog calls it {}", *called) : io::did_you_mean(id, known);
  if (help.empty())
    help = text::format("breakeven catalog list{}{} shows what there is", section.empty() ? "" : " ", section);
  return {.code = "BE-P003",
          .message = text::format("no catalog has the {} '{}'", what, io::printable(id)),
          .help = std::move(help)};
}

}  // namespace breakeven::app
