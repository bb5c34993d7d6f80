// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/picture.hpp"
#include "report/picture/raster.hpp"
#include "report/picture/scale.hpp"

namespace breakeven::report {

/// A label above the frame; row 0 is the one next to it.
struct HeadLabel {
  int row = 0;
  int column = 0;
  std::string text{};
};

/// A marker's line, which rises `height` rows above the frame to its label.
struct Stem {
  int column = 0;
  int height = 0;
};

/// The positions of markers and their labels, in columns of the frame, and a legend for markers without a label.
struct Heads {
  int height = 0;
  std::vector<HeadLabel> labels{};
  std::vector<Stem> stems{};
  std::vector<std::string> legend{};
};

/// Labels side by side, or staggered, or numbers with a legend, from column `first` to before `end`.
Heads place_markers(const std::vector<Marker>& markers, const Scale& scale, const Raster& raster, int first, int end);

}  // namespace breakeven::report
