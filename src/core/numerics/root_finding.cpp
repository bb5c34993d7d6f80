// SPDX-License-Identifier: MIT
#include "core/numerics/root_finding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace breakeven {
namespace {

constexpr int most_differences = 1'000'000;
constexpr std::size_t most_solutions = 1'000;
constexpr int smooth_halvings = 6;
constexpr double root_rounding = 1e-15;
constexpr double tie = 1e-9;  // of the parts

// A value and the difference there.
struct Point {
  double x = 0;
  std::optional<DifferenceParts> probe{};

  bool is_positive() const { return !probe->feasible || probe->difference() > noise(); }
  double size() const {
    return std::abs(probe->rest) + std::abs(probe->marginal) + probe->replicas * probe->step + std::abs(probe->other);
  }
  double noise() const { return std::min(root_rounding * size(), std::numeric_limits<double>::max()); }
  bool is_tie() const { return probe->feasible && std::abs(probe->difference()) <= tie * size(); }
};

struct Bounds {
  double low;
  double high;
};

Bounds bounds_of(const Point& a, const Point& b) {
  const auto low = [&](double DifferenceParts::*part) { return std::min((*a.probe).*part, (*b.probe).*part); };
  const auto high = [&](double DifferenceParts::*part) { return std::max((*a.probe).*part, (*b.probe).*part); };
  return {low(&DifferenceParts::rest) + low(&DifferenceParts::marginal) +
              low(&DifferenceParts::replicas) * low(&DifferenceParts::step) - high(&DifferenceParts::other),
          high(&DifferenceParts::rest) + high(&DifferenceParts::marginal) +
              high(&DifferenceParts::replicas) * high(&DifferenceParts::step) - low(&DifferenceParts::other)};
}

class CrossingSearch {
 public:
  CrossingSearch(const Difference& difference, const SearchRange& range) : difference_(difference), range_(range) {}

  Solutions run() {
    Point before = at(range_.low);
    note_sign(before);
    while (before.x < range_.high) {
      const Point here = at(next_start(before.x));
      note_sign(here);
      divide(before, here);
      before = here;
    }
    if (!found_.list.empty()) found_.positive_at_low = found_.list.front().touch || !found_.list.front().to_positive;
    return std::move(found_);
  }

 private:
  Point at(double x) {
    ++differences_;
    return {x, difference_(x)};
  }

  void note_sign(const Point& point) {
    if (found_.any_value || !point.probe) return;
    found_.any_value = true;
    found_.positive_at_low = point.is_positive();
  }

  // The next start is a factor or a part of the range away, whichever is nearer.
  double next_start(double x) const {
    constexpr double factor = 1.3;
    constexpr double parts = 100;
    constexpr double least = 1e-15;
    const double linear = x + (range_.high - range_.low) / parts;
    double next = std::min(linear, std::max(x * factor, least));
    if (range_.whole) next = std::max(std::ceil(next), x + 1);
    if (range_.known && x < *range_.known) next = std::min(next, *range_.known);
    return std::min(next, range_.high);
  }

  double middle(double a, double b) const {
    const double mean = a > 0 && b > 2 * a ? std::sqrt(a) * std::sqrt(b) : a + (b - a) / 2;
    return range_.whole ? std::floor(mean) : mean;
  }

  bool can_divide(double a, double b) const {
    const double between = middle(a, b);
    return between > a && between < b;
  }

  bool gives_up(double x) {
    const bool limit = differences_ > most_differences || found_.list.size() >= most_solutions;
    if (limit && !found_.searched_to) found_.searched_to = x;
    return limit;
  }

  // Searches a part of the range in which the number of replicas may change.
  void divide(const Point& a, const Point& b) {
    if (!a.probe && !b.probe) return;
    if (gives_up(a.x)) return;
    if (a.probe && b.probe) {
      if (!a.probe->feasible && !b.probe->feasible) return;
      const bool bounded = a.probe->feasible == b.probe->feasible && a.probe->piece == b.probe->piece;
      if (bounded && excludes_zero(a, b)) return;
      if (bounded && a.probe->replicas == b.probe->replicas) return smooth(a, b, smooth_halvings);
    }
    if (!can_divide(a.x, b.x)) return end(a, b);
    const Point between = at(middle(a.x, b.x));
    divide(a, between);
    divide(between, b);
  }

  static bool excludes_zero(const Point& a, const Point& b) {
    const Bounds bounds = bounds_of(a, b);
    const double noise = std::max(a.noise(), b.noise());
    return bounds.low > noise || bounds.high < -noise;
  }

  // Searches a part in which the difference is smooth: a sign change is one root; without one, a dip to zero may hide.
  void smooth(const Point& a, const Point& b, int halvings) {
    if (a.is_positive() != b.is_positive()) return root(a, b);
    if (halvings == 0 || !can_divide(a.x, b.x) || excludes_zero(a, b)) return;
    const Point between = at(middle(a.x, b.x));
    if (!between.probe) return;
    smooth(a, between, halvings - 1);
    smooth(between, b, halvings - 1);
  }

  void root(Point a, Point b) {
    while (can_divide(a.x, b.x)) {
      const Point between = at(middle(a.x, b.x));
      if (!between.probe) return;
      (between.is_positive() == a.is_positive() ? a : b) = between;
    }
    add_between(a, b);
  }

  // Two adjacent values between which the replicas change, or one of which has no difference.
  void end(const Point& a, const Point& b) {
    if (a.probe && b.probe && a.is_positive() != b.is_positive()) add_between(a, b);
  }

  // Adds the sign change between two adjacent values: at a tie, if either is one.
  void add_between(const Point& a, const Point& b) {
    if (!a.is_tie() && !b.is_tie()) return add({range_.whole ? b.x : edge(a, b), SolutionKind::jump, b.is_positive()});
    const bool first = a.is_tie() && (!b.is_tie() || std::abs(a.probe->difference()) < std::abs(b.probe->difference()));
    add({first ? a.x : b.x, SolutionKind::root, b.is_positive()});
  }

  // The replica count tolerates rounding, so the exact edge is where `needed` is a whole number.
  double edge(const Point& a, const Point& b) {
    constexpr double beyond = 1e-9;
    if (a.probe->replicas == b.probe->replicas) return b.x;
    const double whole = std::min(a.probe->replicas, b.probe->replicas);
    const Point left = at(a.x * (1 - beyond));
    const Point right = at(b.x * (1 + beyond));
    if (!left.probe || !right.probe) return b.x;
    const double share = (whole - left.probe->needed) / (right.probe->needed - left.probe->needed);
    return share >= 0 && share <= 1 ? left.x + share * (right.x - left.x) : b.x;
  }

  // A change back at the same value makes it a touch, or no change.
  void add(const Solution& solution) {
    if (found_.list.empty() || !is_same(found_.list.back(), solution)) return found_.list.push_back(solution);
    if (found_.list.back().to_positive) return found_.list.pop_back();
    found_.list.back().to_positive = found_.list.back().touch = true;
  }

  // The replica count tolerates rounding, so a touch may be that wide.
  static bool is_same(const Solution& a, const Solution& b) {
    constexpr double width = 1e-11;
    const bool both_tie = a.kind == SolutionKind::root && b.kind == SolutionKind::root;
    return b.value - a.value <= (both_tie ? b.value * width : 0);
  }

  const Difference& difference_;
  const SearchRange& range_;
  Solutions found_;
  int differences_ = 0;
};

}  // namespace

Solutions find_solutions(const Difference& difference, const SearchRange& range) {
  return CrossingSearch(difference, range).run();
}

}  // namespace breakeven
