// SPDX-License-Identifier: MIT
#include "io/json/non_finite.hpp"

#include <array>
#include <string_view>

namespace breakeven::io {
namespace {

// The tokens of Python's json module, and strings of the same length.
struct NonFinite {
  std::string_view token;
  std::string_view text;
};
constexpr std::array non_finites{NonFinite{"-Infinity", R"("-inf"   )"}, NonFinite{"Infinity", R"("inf"   )"},
                                 NonFinite{"NaN", R"("" )"}};

}  // namespace

std::string with_quoted_non_finites(std::string text) {
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (in_string && text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      in_string = !in_string;
    else if (!in_string)
      for (const NonFinite& row : non_finites)
        if (std::string_view(text).substr(at, row.token.size()) == row.token) {
          text.replace(at, row.token.size(), row.text);
          at += row.text.size() - 1;
          break;
        }
  }
  return text;
}

}  // namespace breakeven::io
