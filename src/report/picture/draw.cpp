// SPDX-License-Identifier: MIT
#include "report/ascii.hpp"
#include "report/picture/drawings.hpp"

namespace breakeven::report {

std::string draw(const Picture& picture, const Style& style) {
  Canvas canvas(static_cast<int>(style.width));
  const auto onto_canvas = [&](const auto& kind) {
    if (!kind.title.empty()) canvas.append(kind.title, {.bold = true});
    draw_onto(canvas, kind, style);
    if (kind.caption.empty()) return;
    canvas.append_empty_row();
    canvas.append(kind.caption);
  };
  std::visit(onto_canvas, style.ascii ? in_ascii(picture).content : picture.content);
  return canvas.text(style.color);
}

}  // namespace breakeven::report
