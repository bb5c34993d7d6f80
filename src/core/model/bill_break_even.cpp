// SPDX-License-Identifier: MIT
// Crossings of the staircase with a bill of several pieces: the merge of MODEL 2.5.
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "breakeven/break_even.hpp"
#include "core/numerics/tolerance.hpp"

namespace breakeven {
namespace {

constexpr Tokens unbounded = Tokens::from_held(std::numeric_limits<double>::infinity());

// The part of a step that self-hosting wins: nothing, the end, all, or the beginning.
enum class Outcome { lost, rising, won, falling };

// The part of a step that lies in one piece of the bill.
struct Cell {
  const BillPiece& piece;
  double step;
  Tokens begin;
  Tokens end;
};

// Goes up the volumes cell by cell, skipping over steps with the same outcome.
class Merge {
 public:
  Merge(const Staircase& staircase, int most_listed) : staircase_(staircase), most_listed_(most_listed) {}

  void add(const BillPiece& piece, Tokens end) {
    const double first = first_step(piece.from);
    const double last = last_step(end);
    const double last_whole = end == unbounded ? last : last - 1;
    if (end == unbounded && gains_nothing(piece) && only_ties(piece, end, first)) return;
    for (double step = first; step <= last && !done_; ++step)
      step = step > first ? visit_alike(piece, end, step, last_whole) : visit(piece, end, step);
    if (last == most_replicas) done_ = true;
  }

  bool done() const { return done_; }

  VolumeBreakEven answer(const BillPiece& last_piece) {
    if (count_ == 0) return never(last_piece);
    if (needed_) {
      return {.status = Status::never,
              .needed = first_,
              .reason = "the first break-even needs more than the maximum number of replicas"};
    }
    if (winning_ && count_ == 1 && first_ == Tokens{})
      return {.status = Status::always, .value = Tokens{}, .last = Tokens{}};
    if (fallen_ && listed_ == count_) crossings_.push_back({.volume = *fallen_, .to = Side::api});
    VolumeBreakEven result{.status = count_ > 1 ? Status::not_unique : Status::at,
                           .value = first_,
                           .crossing_count = count_,
                           .crossings = std::move(crossings_)};
    if (endless_) {
      result.reason = "the cheaper side changes with every replica, without end";
    } else if (winning_) {
      result.last = last_rise_;
    } else {
      result.until = until_;
      result.reason = "at higher volumes the API wins again";
    }
    return result;
  }

 private:
  Tokens edge(double step) const { return staircase_.capacity * step; }
  Money step_cost(double step) const { return staircase_.cost(step); }
  double period() const { return staircase_.replicas_per_machine; }
  Money period_cost() const { return staircase_.step * period() + staircase_.machine; }
  // What the replicas of one machine more are worth above what they cost.
  Money gain(const BillPiece& piece) const { return piece.slope * staircase_.capacity * period() - period_cost(); }
  bool is_beyond(double step) const { return staircase_.max_replicas && step > *staircase_.max_replicas; }

  double first_step(Tokens volume) const {
    return std::max(staircase_.min_replicas, std::floor(volume / staircase_.capacity * (1 + edge_tolerance)) + 1);
  }
  double last_step(Tokens volume) const {
    const double step = std::ceil(volume / staircase_.capacity * (1 - edge_tolerance));
    return std::min(most_replicas, std::max(staircase_.min_replicas, step));
  }
  Cell cell(const BillPiece& piece, Tokens end, double step) const {
    const Tokens step_begin = step > staircase_.min_replicas ? edge(step - 1) : Tokens{};
    return {piece, step, std::max(piece.from, step_begin), std::min(end, edge(step))};
  }

  // By how much the bill exceeds the cost of the step, in units of its rounding error.
  double excess(const BillPiece& piece, double step, Tokens volume) const {
    const Money bill = piece.slope * volume;
    const Money cost = step_cost(step);
    const Money size = absolute(piece.intercept) + absolute(bill) + cost;
    return size == Money{} ? 0 : (piece.intercept + bill - cost) / (size * cost_tolerance);
  }

  // Self-hosting wins a tie, but a cell in which the bill falls from a tie is lost from the start.
  Outcome outcome(const Cell& c) const {
    const double at_begin = excess(c.piece, c.step, c.begin);
    const double at_end = excess(c.piece, c.step, c.end);
    if (c.piece.slope < TokenPrice{}) {
      if (at_end >= -1) return Outcome::won;
      return at_begin > 1 ? Outcome::falling : Outcome::lost;
    }
    if (at_begin >= -1) return Outcome::won;
    return at_end >= -1 ? Outcome::rising : Outcome::lost;
  }

  bool gains_nothing(const BillPiece& piece) const {
    return absolute(gain(piece)) <= period_cost() * (2 * cost_tolerance);
  }

  // In how many machines, up to `most`, the step ends as `step` does in the first. What is gained from machine to
  // machine has one sign in a piece, so equal outcomes follow each other.
  double periods_alike(const BillPiece& piece, Tokens end, double step, double most) const {
    if (gains_nothing(piece)) return most;
    const Outcome wanted = outcome(cell(piece, end, step));
    double alike = 1;
    double unlike = most + 1;
    while (unlike - alike > 1) {
      const double middle = std::floor(alike + (unlike - alike) / 2);
      double& bound = outcome(cell(piece, end, step + period() * (middle - 1))) == wanted ? alike : unlike;
      bound = middle;
    }
    return alike;
  }

  bool is_uniform(const BillPiece& piece, Tokens end, double first) const {
    const Outcome wanted = outcome(cell(piece, end, first));
    if (wanted == Outcome::rising) return false;
    for (double i = 1; i < period(); ++i)
      if (outcome(cell(piece, end, first + i)) != wanted) return false;
    return true;
  }

  double visit_period(const BillPiece& piece, Tokens end, double first) {
    for (double i = 0; i < period() && !done_; ++i) visit(piece, end, first + i);
    return first + period() - 1;
  }

  // Visits as many steps as end alike machine by machine, or one; those up to `last` are whole. Returns the last one.
  double visit_alike(const BillPiece& piece, Tokens end, double first, double last) {
    if (staircase_.max_replicas && first <= *staircase_.max_replicas) last = std::min(last, *staircase_.max_replicas);
    double periods = std::floor((last - first + 1) / period());
    for (double i = 0; i < period() && periods > 1; ++i) periods = periods_alike(piece, end, first + i, periods);
    if (periods < 1) return visit(piece, end, first);
    visit_period(piece, end, first);
    const double last_step = first + period() * periods - 1;
    if (is_uniform(piece, end, first)) return last_step;
    double visited = 1;
    double rises = 0;
    while (visited < periods && !done_ && (visited < 2 || listed_ < most_listed_)) {
      const double before = count_;
      visit_period(piece, end, first + period() * visited++);
      rises = count_ - before;
    }
    if (done_ || visited == periods) return last_step;
    count_ += rises * (periods - visited - 1);
    endless_ = last_step > most_replicas - period();
    return visit_period(piece, end, last_step - period() + 1);
  }

  // Where a machine gains nothing and no step of one does better than to end in a tie, so do all that follow: that is
  // not a crossing.
  bool only_ties(const BillPiece& piece, Tokens end, double first) {
    for (double i = 0; i < period(); ++i) {
      const Cell c = cell(piece, end, first + i);
      const Outcome found = outcome(c);
      const bool ties = found == Outcome::rising && ties_at_end(c);
      if (found != Outcome::lost && !ties) return only_ties_ = false;
      only_ties_ = only_ties_ || ties;
    }
    if (only_ties_) enter(cell(piece, end, first), false);
    return only_ties_;
  }

  bool ties_at_end(const Cell& c) const { return excess(c.piece, c.step, c.end) <= 1; }

  double visit(const BillPiece& piece, Tokens end, double step) {
    const Cell c = cell(piece, end, step);
    const Outcome found = outcome(c);
    const bool begins_won = found == Outcome::won || found == Outcome::falling;
    enter(c, begins_won);
    if (done_) return step;
    if (found == Outcome::rising) {
      const Tokens root = (step_cost(step) - piece.intercept) / piece.slope;
      rise(std::clamp(root, c.begin, c.end));
      touching_ = ties_at_end(c);
    } else if (found == Outcome::falling) {
      const Tokens root = (step_cost(step) - piece.intercept) / piece.slope;
      fall(std::clamp(root, c.begin, c.end));
    }
    if (is_beyond(step) && count_ > 0) needed_ = done_ = true;
    return step;
  }

  // Updates the side at the start of a cell, where the bill or the staircase may jump. Beyond max_replicas, only a
  // first win matters.
  void enter(const Cell& c, bool begins_won) {
    const bool is_tie = touching_ && !begins_won;
    touching_ = false;
    if (is_tie && rise_is_listed_) crossings_.back() = {.volume = last_rise_, .to = Side::api, .touch = true};
    if (is_beyond(c.step) && count_ > 0) {
      done_ = true;
    } else if (is_tie) {
      winning_ = false;
      until_ = last_rise_;
    } else if (begins_won && !winning_) {
      rise(c.begin);
    } else if (!begins_won && winning_) {
      fall(c.begin);
    }
  }

  void rise(Tokens volume) {
    if (count_++ == 0) first_ = volume;
    last_rise_ = volume;
    winning_ = true;
    rise_is_listed_ = listed_ < most_listed_;
    if (rise_is_listed_) {
      if (fallen_) crossings_.push_back({.volume = *fallen_, .to = Side::api});
      crossings_.push_back({.volume = volume, .to = Side::self_host});
      ++listed_;
    }
    fallen_.reset();
  }

  void fall(Tokens volume) {
    winning_ = false;
    until_ = volume;
    fallen_ = volume;
  }

  VolumeBreakEven never(const BillPiece& last_piece) const {
    const bool gains = gain(last_piece) > Money{} && !gains_nothing(last_piece);
    return {.status = Status::never,
            .reason = only_ties_ ? "every full replica only ties with the API"
                      : gains    ? "the first break-even needs more than a quadrillion replicas"
                                 : "the API's bill stays below the cost of self-hosting at every volume"};
  }

  const Staircase& staircase_;
  int most_listed_;
  bool winning_ = false;   // at the current volume
  bool touching_ = false;  // won only at this point, unless the next cell is won too
  bool endless_ = false;
  bool only_ties_ = false;
  bool needed_ = false;  // the first rise is beyond max_replicas
  bool done_ = false;
  bool rise_is_listed_ = false;
  double count_ = 0;
  int listed_ = 0;
  Tokens first_;
  Tokens last_rise_;
  Tokens until_;
  std::optional<Tokens> fallen_{};  // since the last rise; not listed yet
  std::vector<Crossing> crossings_;
};

}  // namespace

VolumeBreakEven volume_break_even(const Staircase& staircase, std::span<const BillPiece> bill, int most_listed) {
  Merge merge(staircase, most_listed);
  for (std::size_t i = 0; i < bill.size() && !merge.done(); ++i) {
    const bool is_last = i + 1 == bill.size();
    merge.add(bill[i], is_last ? unbounded : bill[i + 1].from);
  }
  return merge.answer(bill.back());
}

}  // namespace breakeven
