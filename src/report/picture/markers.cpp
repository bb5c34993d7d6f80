// SPDX-License-Identifier: MIT
#include "report/picture/markers.hpp"

#include <algorithm>

#include "report/picture/canvas.hpp"

namespace breakeven::report {
namespace {

constexpr int marker_gap = 2;
constexpr int most_marker_rows = 3;

struct Placed {
  int column;
  std::string label;
};

enum class Anchor { center, left, right };  // the part of the label that is over the line

struct Room {
  int first;
  int end;
};

int start_of(const Placed& marker, Anchor anchor, const Room& room) {
  const int size = columns_of(marker.label);
  if (anchor == Anchor::left) return marker.column;
  if (anchor == Anchor::right) return marker.column - size + 1;
  return std::clamp(marker.column - size / 2, room.first, std::max(room.first, room.end - size));
}

bool collides(const HeadLabel& label, const Stem& stem) {
  return stem.height > label.row && stem.column > label.column - marker_gap &&
         stem.column < label.column + columns_of(label.text) + marker_gap - 1;
}

bool is_free(const Heads& heads, const HeadLabel& label, const Stem& stem) {
  const int end = label.column + columns_of(label.text);
  for (const HeadLabel& other : heads.labels) {
    const int other_end = other.column + columns_of(other.text);
    const bool apart = end + marker_gap <= other.column || other_end + marker_gap <= label.column;
    if ((other.row == label.row && !apart) || collides(other, stem)) return false;
  }
  return std::none_of(heads.stems.begin(), heads.stems.end(), [&](const Stem& s) { return collides(label, s); });
}

bool add(Heads& heads, const Placed& marker, Anchor anchor, const Room& room, int rows) {
  const int start = start_of(marker, anchor, room);
  if (start < room.first || start + columns_of(marker.label) > room.end) return false;
  for (int row = 0; row < rows; ++row) {
    const HeadLabel label{.row = row, .column = start, .text = marker.label};
    const Stem stem{.column = marker.column, .height = row};
    if (!is_free(heads, label, stem)) continue;
    heads.labels.push_back(label);
    heads.stems.push_back(stem);
    heads.height = std::max(heads.height, row + 1);
    return true;
  }
  return false;
}

std::optional<Heads> arranged(const std::vector<Placed>& markers, Anchor anchor, const Room& room, int rows) {
  Heads heads;
  for (const Placed& marker : markers)
    if (!add(heads, marker, anchor, room, rows)) return std::nullopt;
  return heads;
}

// Numbers over the lines; lines that are too close share a span of their first and last numbers.
Heads numbered(const std::vector<Placed>& markers) {
  Heads heads{.height = 1};
  std::size_t first = 0;
  for (std::size_t i = 0; i < markers.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    HeadLabel* before = heads.labels.empty() ? nullptr : &heads.labels.back();
    if (before && markers[i].column <= before->column + columns_of(before->text)) {
      before->text = std::to_string(first + 1) + "-" + number;
    } else {
      first = i;
      heads.labels.push_back({.column = markers[i].column, .text = number});
    }
    heads.stems.push_back({.column = markers[i].column});
    heads.legend.push_back(number + "  " + markers[i].label);
  }
  return heads;
}

Heads arranged(std::vector<Placed> markers, const Room& room) {
  const auto before = [](const Placed& a, const Placed& b) { return a.column < b.column; };
  std::stable_sort(markers.begin(), markers.end(), before);
  if (markers.empty()) return {};
  if (auto heads = arranged(markers, Anchor::center, room, 1)) return *heads;
  if (auto heads = arranged(markers, Anchor::right, room, most_marker_rows)) return *heads;
  const std::vector<Placed> reversed(markers.rbegin(), markers.rend());
  if (auto heads = arranged(reversed, Anchor::left, room, most_marker_rows)) return *heads;
  return numbered(markers);
}

}  // namespace

Heads place_markers(const std::vector<Marker>& markers, const Scale& scale, const Raster& raster, int first, int end) {
  std::vector<Placed> placed;
  std::vector<std::string> absent;
  for (const Marker& marker : markers) {
    const auto x = scale.place(marker.x);
    if (x && *x >= 0 && *x <= 1)
      placed.push_back({raster.column_of(*x), marker.label});
    else
      absent.push_back(marker.label + (!x       ? " (not on this axis)"
                                       : *x < 0 ? " (left of the frame)"
                                                : " (right of the frame)"));
  }
  Heads heads = arranged(std::move(placed), {first, end});
  heads.legend.insert(heads.legend.end(), absent.begin(), absent.end());
  return heads;
}

}  // namespace breakeven::report
