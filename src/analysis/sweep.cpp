// SPDX-License-Identifier: MIT
#include "analysis/sweep.hpp"

#include "inputs/value_text.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

constexpr Key month = key("hours_per_month");

// The values of the first point. The length of the month converts the others.
VariedQuestion::Values first_values(const Asker& asker, const std::vector<SweptInput>& variations) {
  double hours = asker.current_number(month).value_or(*row(month).default_value);
  for (const SweptInput& variation : variations)
    if (variation.key == month) hours = variation.number(0, hours);
  VariedQuestion::Values first;
  for (const SweptInput& variation : variations)
    first.emplace_back(variation.key,
                       variation.is_id_list() ? Value(variation.ids.front()) : variation.number(0, hours));
  return first;
}

// Inputs derived from a varied input vary with it.
void drop_changed(InputSet& held, const InputSet& inputs) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (held[i] && (!inputs[i] || inputs[i]->number != held[i]->number || inputs[i]->id != held[i]->id))
      held[i].reset();
}

}  // namespace

std::shared_ptr<Sweep> Sweep::create(const Asker& asker, std::vector<SweptInput> variations) {
  std::shared_ptr<Sweep> sweep(new Sweep(asker, std::move(variations)));
  if (sweep->point_count() > most_points)
    asker.problems.push_back({.code = "BE-U013",
                              .message = "the sweep has " + text::count(static_cast<double>(sweep->point_count())) +
                                         " points, more than 100,000",
                              .location = io::Location{.argument = "--vary"},
                              .help = "take fewer points of one of the inputs"});
  if (io::has_errors(asker.problems)) return nullptr;
  sweep->held_ = sweep->question().inputs;
  for (const SweptInput& variation : sweep->variations()) at(sweep->held_, variation.key).reset();
  sweep->ask_all(asker.problems, [&](auto) {
    drop_changed(sweep->held_, sweep->question().inputs);
    return true;
  });
  if (!io::has_errors(asker.problems)) return sweep;
  sweep->note_point(asker.problems);
  return nullptr;
}

void Sweep::note_point(io::Diagnostics& problems) const {
  std::string point = "this is so where";
  for (std::size_t i = 0; i < variations_.size(); ++i)
    point += text::format("{} {} is {}", i == 0 ? "" : " and", row(variations_[i].key).key,
                          value_text(variations_[i].key, values_[i]));
  for (io::Diagnostic& problem : problems)
    if (problem.severity == io::Severity::error) problem.notes.push_back(point);
}

Sweep::Sweep(const Asker& asker, std::vector<SweptInput> variations)
    : variations_(std::move(variations)),
      values_(variations_.size()),
      question_(asker, {.serverless = true}, "--vary", first_values(asker, variations_), asker.problems) {}

std::size_t Sweep::point_count() const {
  std::size_t count = 1;
  for (const SweptInput& variation : variations_) count *= variation.count;
  return count;
}

Value Sweep::value(const SweptInput& variation, std::size_t i) const {
  if (variation.is_id_list()) return variation.ids[i];
  return variation.number(i, at(question().inputs, month)->number);
}

void Sweep::ask_all(io::Diagnostics& problems, const std::function<bool(std::span<const std::size_t>)>& next) {
  std::vector<std::size_t> places(variations_.size());
  for (std::size_t point = 0; point < point_count(); ++point) {
    std::size_t rest = point;
    for (std::size_t i = places.size(); i-- > 0; rest /= variations_[i].count) places[i] = rest % variations_[i].count;
    // The length of the month comes first: it converts the others.
    for (const bool is_month : {true, false})
      for (std::size_t i = 0; i < places.size(); ++i)
        if ((variations_[i].key == month) == is_month) question_.set(i, values_[i] = value(variations_[i], places[i]));
    if (!question_.ask(problems) || !next(places)) return;
  }
}

void Sweep::visit(const std::function<void(const SweepPoint&)>& visitor) {
  io::Diagnostics known;
  ask_all(known, [&](std::span<const std::size_t> places) {
    const Comparison comparison = compare(question().scenario);
    visitor({places, values_, question(), comparison});
    return true;
  });
}

}  // namespace breakeven::app
