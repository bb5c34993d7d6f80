// SPDX-License-Identifier: MIT
#include "io/catalog/displaced.hpp"

#include <cctype>

namespace breakeven::io {

bool is_same_seller(std::string_view a, std::string_view b) {
  const auto plain = [](std::string_view name) {
    std::string letters;
    for (const char letter : name)
      if (const auto byte = static_cast<unsigned char>(letter); std::isalnum(byte))
        letters += static_cast<char>(std::tolower(byte));
    return letters;
  };
  const std::string one = plain(a);
  const std::string other = plain(b);
  return one.starts_with(other) || other.starts_with(one);
}

void warn_of_displaced(const std::vector<ReplacedOffer>& displaced, ObjectReader& document) {
  if (displaced.empty() || has_errors(document.problems())) return;
  const ReplacedOffer& first = displaced.front();
  Diagnostic found{.code = "BE-W045",
                   .message = std::to_string(displaced.size()) +
                              (displaced.size() == 1 ? " offer takes the id of another seller's"
                                                     : " offers take the ids of other sellers'") +
                              ", which is no longer seen",
                   .location = locate(document.text(), first.pointer),
                   .notes = {"'" + printable(first.id) + "' was of " + printable(first.before) + ", and is now of " +
                             printable(first.after)},
                   .help = "give the catalogs apart, or change the ids of one",
                   .severity = Severity::warning};
  document.problems().push_back(std::move(found));
}

}  // namespace breakeven::io
