// SPDX-License-Identifier: MIT
#include "report/picture/scale.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "text/format.hpp"

namespace breakeven::report {
namespace {

constexpr double largest = 1e300;
constexpr double smallest = 1e-300;
constexpr double slack = 1e-9;  // relative to a step or a span: covers rounding only
constexpr std::size_t most_ticks = 120;

struct Range {
  double low;
  double high;
};

// The double nearest to count·10^exponent; a product of doubles may miss it.
double decimal(double count, int exponent) {
  const std::string text = text::format("{:.0f}e{}", count, exponent);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Clamps values so large, or so close to 0, that their differences could not be represented.
double held(double value, AxisScale kind) {
  if (kind == AxisScale::linear && std::abs(value) < smallest) return 0;
  return std::clamp(value, kind == AxisScale::linear ? -largest : smallest, largest);
}

std::optional<Range> range_of(const std::vector<double>& values, AxisScale kind) {
  Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const double value : values) {
    if (!std::isfinite(value) || (kind == AxisScale::logarithmic && value <= 0)) continue;
    range.low = std::min(range.low, held(value, kind));
    range.high = std::max(range.high, held(value, kind));
  }
  return range.low <= range.high ? std::optional(range) : std::nullopt;
}

bool is_flat(const Range& range) {
  return range.high - range.low <= slack * std::max(std::abs(range.low), std::abs(range.high));
}

// Adds room if all values are the same.
Range widened(const Range& range, AxisScale kind) {
  if (kind == AxisScale::logarithmic) return {range.low / 2, range.high * 2};
  if (range.low == 0) return {0, 1};
  const double room = std::abs(range.low) / 2;
  return {range.low - room, range.high + room};
}

// Rounds out to multiples of a step that divides the range at least five times; a range near 0 begins at 0.
Range rounded_linear(Range range) {
  if (range.low > 0 && range.low <= range.high / 2) range.low = 0;
  if (range.high < 0 && range.high >= range.low / 2) range.high = 0;
  const double rough = range.high / 5 - range.low / 5;
  const int exponent = static_cast<int>(std::floor(std::log10(rough)));
  const double ratio = rough / std::pow(10, exponent);
  const double multiple = ratio < 2 ? 1 : ratio < 5 ? 2 : 5;
  const double step = decimal(multiple, exponent);
  return {std::floor(range.low / step + slack) * step, std::ceil(range.high / step - slack) * step};
}

double rounded_logarithmic(double value, bool up) {
  const int exponent = static_cast<int>(std::floor(std::log10(value)));
  double below = decimal(1, exponent);
  for (const int multiple : {1, 2, 5, 10}) {
    const double round = decimal(multiple, exponent);
    if (up && round >= value * (1 - slack)) return round;
    if (round <= value * (1 + slack)) below = round;
  }
  return up ? value : below;
}

Range rounded(const Range& range, AxisScale kind) {
  if (kind == AxisScale::linear) return rounded_linear(range);
  return {rounded_logarithmic(range.low, false), rounded_logarithmic(range.high, true)};
}

bool differ(const std::vector<Tick>& ticks) {
  for (std::size_t i = 1; i < ticks.size(); ++i)
    if (ticks[i].label == ticks[i - 1].label) return false;
  return true;
}

}  // namespace

Scale::Scale(AxisScale kind, double low, double high) : kind_(kind), low_(low), high_(high) {}

double Scale::position(double value) const { return kind_ == AxisScale::linear ? value : std::log10(value); }

std::optional<double> Scale::place(double value) const {
  constexpr double farthest = 1e6;
  if (std::isnan(value) || (kind_ == AxisScale::logarithmic && value <= 0)) return std::nullopt;
  const double low = position(low_) / 2;  // halved, because the span of two large numbers overflows
  const double place = (position(value) / 2 - low) / (position(high_) / 2 - low);
  return std::clamp(place, -farthest, farthest);
}

std::vector<double> Scale::linear_ticks(int multiple, int exponent) const {
  const double step = decimal(multiple, exponent);
  const double first = std::ceil(low_ / step - slack);
  const double last = std::floor(high_ / step + slack);
  std::vector<double> values;
  if (!(last - first < most_ticks)) return values;
  for (double count = first; count <= last; ++count) values.push_back(decimal(count * multiple, exponent) + 0.0);
  return values;
}

std::vector<std::vector<double>> Scale::linear_choices() const {
  std::vector<std::vector<double>> choices;
  const int exponent = static_cast<int>(std::floor(std::log10(high_ / 2 - low_ / 2)));
  for (int power = exponent - 2; power <= exponent + 1; ++power)
    for (const int multiple : {1, 2, 5})
      if (auto values = linear_ticks(multiple, power); !values.empty()) choices.push_back(std::move(values));
  return choices;
}

std::vector<double> Scale::decades(int stride, bool with_2_and_5) const {
  std::vector<double> values;
  const int first = static_cast<int>(std::floor(std::log10(low_)));
  const int last = static_cast<int>(std::ceil(std::log10(high_)));
  for (int exponent = first; exponent <= last; ++exponent)
    for (const int multiple : {1, 2, 5}) {
      const bool wanted = multiple == 1 ? exponent % stride == 0 : with_2_and_5;
      if (!wanted) continue;
      const double value = decimal(multiple, exponent);
      if (value >= low_ * (1 - slack) && value <= high_ * (1 + slack)) values.push_back(value);
    }
  return values;
}

std::vector<std::vector<double>> Scale::ticks() const {
  if (kind_ == AxisScale::linear) return linear_choices();
  std::vector<double> densest = decades(1, true);
  if (densest.size() < 2) return linear_choices();
  std::vector<std::vector<double>> choices{std::move(densest)};
  for (const int stride : {1, 2, 3, 4, 5, 6, 10, 20, 30, 50, 100, 200}) choices.push_back(decades(stride, false));
  std::erase_if(choices, [](const auto& values) { return values.size() > most_ticks; });
  return choices;
}

std::optional<Scale> scale_of(const Axis& axis, const std::vector<double>& values, Reach reach) {
  std::vector<double> shown = values;
  if (axis.from) std::erase_if(shown, [&](double value) { return value < *axis.from; });
  if (axis.to) std::erase_if(shown, [&](double value) { return value > *axis.to; });
  for (const auto& end : {axis.from, axis.to})
    if (end) shown.push_back(*end);
  std::optional<Range> range = range_of(shown, axis.scale);
  if (!range) return std::nullopt;
  if (is_flat(*range)) range = widened(*range, axis.scale);
  const Range wide = reach == Reach::to_round_numbers ? rounded(*range, axis.scale) : *range;
  return Scale(axis.scale, axis.from ? range->low : wide.low, axis.to ? range->high : wide.high);
}

std::vector<Tick> choose_ticks(const Scale& scale, const std::function<std::string(double)>& label,
                               const std::function<int(double)>& cell,
                               const std::function<bool(const std::vector<Tick>&)>& fit) {
  std::vector<Tick> ticks;
  for (const std::vector<double>& values : scale.ticks()) {
    ticks.clear();
    for (const double value : values) ticks.push_back({cell(*scale.place(value)), label(value)});
    if (differ(ticks) && fit(ticks)) return ticks;
  }
  while (!ticks.empty() && !(ticks.size() == 1 && fit(ticks))) ticks.pop_back();
  return ticks;
}

}  // namespace breakeven::report
