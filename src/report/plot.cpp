// SPDX-License-Identifier: MIT
#include "report/formats.hpp"

namespace breakeven::report {

std::string render_plot(const Report& report, const Style& style) {
  std::string text;
  if (!report.pictures) return text;
  for (const Picture& picture : report.pictures()) text += (text.empty() ? "" : "\n") + draw(picture, style);
  return text;
}

}  // namespace breakeven::report
