// SPDX-License-Identifier: MIT
#include "inputs/sweep_values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "inputs/given.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

constexpr std::string_view forms = "write KEY=A..B/N, A..B/N@log, A..B:STEP or a,b,c";

// Rounds a decade's point to the number people write: the logarithm misses the last digits.
double rounded(double number) {
  constexpr int digits = 14;
  const std::string text = text::format("{:.{}e}", number, digits - 1);
  double result = number;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

double usual_month() { return *row(key("hours_per_month")).default_value; }

// How many values fit between the bounds; one that misses the upper bound only by rounding counts.
std::size_t steps_between(const AmountRange& bounds, Amount step) {
  constexpr double rounding = 1e-9;
  const double length = bounds.high.in_month(usual_month()) - bounds.low.in_month(usual_month());
  const double count = std::floor(length / step.in_month(usual_month()) + rounding) + 1;
  return static_cast<std::size_t>(std::min<double>(count, most_points + 1));
}

// Reads one --vary; problems give its text as their place.
class VariationReader {
 public:
  VariationReader(const std::string& text, io::Diagnostics& problems) : text_(text), problems_(problems) {}

  std::optional<SweptInput> read() {
    const std::size_t equals = text_.find('=');
    const std::string name = text_.substr(0, equals);
    const auto key = find_key(name);
    if (name.empty()) return refuse("BE-U010", "names no input", std::string(forms));
    if (!key) return refuse("BE-U009", "has the unknown input '" + io::printable(name) + "'", suggest_key(name));
    if (equals == std::string::npos)
      return refuse("BE-U010", "gives the input no values",
                    "write " + name + "=A..B/N, A..B/N@log, A..B:STEP or a,b,c");
    variation_.key = *key;
    if (!input().assign && !chooses_entries(input()) && !is_name(input()))
      return refuse("BE-U009", "varies " + name + ", which is neither a number nor a name",
                    "vary a price, a rate, a ratio, a count, an id or a service tier");
    const bool read = read_values(std::string_view(text_).substr(equals + 1));
    return read && are_few() && are_in_domain() ? std::optional(variation_) : std::nullopt;
  }

 private:
  const OptionRow& input() const { return row(variation_.key); }

  std::nullopt_t refuse(std::string_view code, const std::string& what, std::string help) {
    problems_.push_back({.code = code,
                         .message = "--vary '" + io::printable(text_) + "' " + what,
                         .location = io::Location{.argument = "--vary"},
                         .help = std::move(help)});
    return std::nullopt;
  }

  bool read_values(std::string_view values) {
    const std::size_t dots = values.find("..");
    if (is_name(input()) || dots == std::string_view::npos) return read_list(values);
    if (values.find(',') != std::string_view::npos)
      return refuse("BE-U010", "mixes a list and a range", std::string(forms)), false;
    return read_range(values, dots);
  }

  bool read_list(std::string_view values) {
    for (;;) {
      const std::string_view item = values.substr(0, values.find(','));
      if (item.empty()) return refuse("BE-Q001", "has an empty value", std::string(forms)), false;
      if (is_name(input())) {
        if (!may_be(input(), item))
          return refuse("BE-U010", "has '" + io::printable(item) + "'", word_help(input(), item)), false;
        variation_.ids.emplace_back(item);
      } else {
        const auto amount = read_amounts(std::string(item));
        if (!amount) return false;
        variation_.listed.push_back(amount->low);
      }
      ++variation_.count;
      if (item.size() == values.size()) return true;
      values.remove_prefix(item.size() + 1);
    }
  }

  bool read_range(std::string_view values, std::size_t dots) {
    constexpr std::string_view log_mark = "@log";
    variation_.rule = SweptInput::Rule::linear;
    if (values.ends_with(log_mark)) {
      variation_.rule = SweptInput::Rule::logarithmic;
      values.remove_suffix(log_mark.size());
    }
    const std::size_t colon = values.find(':', dots);
    if (colon != std::string_view::npos) return read_step(values, colon);
    const std::string_view count = digits_behind_last_slash(values);
    if (!count.empty()) values.remove_suffix(count.size() + 1);
    if (!read_bounds(std::string(values))) return false;
    if (!count.empty()) return set_count(count);
    if (input().domain.integer && variation_.rule == SweptInput::Rule::linear) return set_step({1, 0});
    return refuse("BE-U010", "does not say how many points", "write the number of points behind it: " + example()),
           false;
  }

  std::string example() const {
    const std::size_t mark = std::min(text_.find('@'), text_.size());
    return io::printable(text_.substr(0, mark)) + "/20" + text_.substr(mark);
  }

  static std::string_view digits_behind_last_slash(std::string_view values) {
    const std::size_t slash = values.rfind('/');
    if (slash == std::string_view::npos) return {};
    const std::string_view behind = values.substr(slash + 1);
    const bool digits = behind.find_first_not_of("0123456789") == std::string_view::npos;
    return digits ? behind : std::string_view();
  }

  bool set_count(std::string_view digits) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), variation_.count);
    if (error != std::errc()) variation_.count = most_points + 1;
    if (variation_.count >= 2) return true;
    return refuse("BE-U010", "has fewer than two points", "write 2 or more points, or one value alone"), false;
  }

  // A step without a unit takes the unit of the upper bound.
  bool read_step(std::string_view values, std::size_t colon) {
    if (variation_.rule == SweptInput::Rule::logarithmic)
      return refuse("BE-U010", "has a step on a logarithmic scale", "write the number of points: A..B/N@log"), false;
    const std::string_view range = values.substr(0, colon);
    if (!read_bounds(std::string(range))) return false;
    const std::string end(range.substr(range.find("..")));
    const auto step = read_amounts(std::string(values.substr(colon + 1)) + end);
    return step && set_step(step->low);
  }

  bool set_step(Amount step) {
    variation_.rule = SweptInput::Rule::stepped;
    variation_.step = step;
    if (step.number <= 0)
      return refuse("BE-Q008", "has a step that is not above 0", "write A..B:STEP with a step above 0"), false;
    variation_.count = steps_between(variation_.bounds, step);
    return true;
  }

  bool read_bounds(const std::string& range) {
    const auto bounds = read_amounts(range);
    if (!bounds) return false;
    variation_.bounds = *bounds;
    const double low = bounds->low.in_month(usual_month());
    if (low > bounds->high.in_month(usual_month()))
      return refuse("BE-Q009", "begins above its end", "exchange the bounds"), false;
    if (low <= 0 && variation_.rule == SweptInput::Rule::logarithmic)
      return refuse("BE-Q008", "begins at 0 on a logarithmic scale", "begin above 0"), false;
    return true;
  }

  std::optional<AmountRange> read_amounts(const std::string& text) {
    auto parsed = parse_quantity(text, input().measure, UnitPolicy::optional);
    if (const auto* range = std::get_if<AmountRange>(&parsed)) return *range;
    const auto& failed = std::get<QuantityProblem>(parsed);
    refuse(failed.code, "cannot be read: " + failed.message, failed.help);
    return std::nullopt;
  }

  bool are_few() {
    if (variation_.count <= most_points) return true;
    return refuse("BE-U013", "has more than 100,000 points", "take fewer points or a larger step"), false;
  }

  bool are_in_domain() {
    for (std::size_t i = 0; i < variation_.count && !variation_.is_id_list(); ++i) {
      const double number = variation_.number(i, usual_month());
      if (input().domain.contains(number)) continue;
      refuse("BE-Q008",
             "takes " + std::string(input().key) + " to " + text::plain(number) + ", and it must be " +
                 std::string(input().domain.text),
             input().domain.integer ? "give a step: A..B:1" : "");
      return false;
    }
    return true;
  }

  const std::string& text_;
  io::Diagnostics& problems_;
  SweptInput variation_;
};

}  // namespace

double SweptInput::number(std::size_t i, double hours_per_month) const {
  if (rule == Rule::listed) return listed[i].in_month(hours_per_month);
  const double low = bounds.low.in_month(hours_per_month);
  if (rule == Rule::stepped) return low + static_cast<double>(i) * step.in_month(hours_per_month);
  const double high = bounds.high.in_month(hours_per_month);
  if (i == 0) return low;
  if (i + 1 == count) return high;
  const double share = static_cast<double>(i) / static_cast<double>(count - 1);
  return rule == Rule::logarithmic ? rounded(low * std::pow(high / low, share)) : low + share * (high - low);
}

std::optional<SweptInput> parse_variation(const std::string& text, io::Diagnostics& problems) {
  return VariationReader(text, problems).read();
}

}  // namespace breakeven::app
