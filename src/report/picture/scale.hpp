// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "report/picture.hpp"

namespace breakeven::report {

/// Maps the values of an axis to places on it.
class Scale {
 public:
  /// Domain: low < high, and 0 < low on a logarithmic scale.
  Scale(AxisScale kind, double low, double high);

  /// 0 at the low end, 1 at the high end; values outside the axis go beyond. Absent for NaN, and on a logarithmic scale
  /// for 0 or less.
  std::optional<double> place(double value) const;

  /// Round values on the axis: 1, 2 or 5 times a power of ten apart, or decades with or without their 2 and 5. Several
  /// choices, densest first.
  std::vector<std::vector<double>> ticks() const;

 private:
  double position(double value) const;
  std::vector<double> linear_ticks(int multiple, int exponent) const;
  std::vector<std::vector<double>> linear_choices() const;
  std::vector<double> decades(int stride, bool with_2_and_5) const;

  AxisScale kind_;
  double low_;
  double high_;
};

/// How far an axis reaches beyond its values.
enum class Reach { to_the_values, to_round_numbers };

/// The scale that shows `values`, or what the axis asks for; absent if there is nothing to show.
std::optional<Scale> scale_of(const Axis& axis, const std::vector<double>& values, Reach reach);

/// A tick with its label, at a column or row of the frame.
struct Tick {
  int at = 0;
  std::string label{};
};

/// The densest ticks that `fit` accepts and whose labels differ; at worst one tick, or none. `cell` turns a place on
/// the axis into a column or row.
std::vector<Tick> choose_ticks(const Scale& scale, const std::function<std::string(double)>& label,
                               const std::function<int(double)>& cell,
                               const std::function<bool(const std::vector<Tick>&)>& fit);

}  // namespace breakeven::report
