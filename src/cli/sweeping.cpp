// SPDX-License-Identifier: MIT
#include "cli/sweeping.hpp"

#include "report/numbers.hpp"

namespace breakeven::cli {
namespace {

constexpr std::size_t most_variations = 2;

std::vector<Variation> read_variations(Session& session) {
  std::vector<Variation> variations;
  const auto texts = session.arguments().values("vary");
  if (texts.empty() || texts.size() > most_variations) {
    session.problems().push_back({.code = "BE-U012",
                                  .message = texts.empty() ? "nothing is varied" : "more than two inputs are varied",
                                  .help = "give one or two: --vary tok_per_month=1B/month..10B/month/10"});
    return {};
  }
  for (const std::string& text : texts)
    if (auto variation = parse_variation(text, session.problems())) variations.push_back(std::move(*variation));
  return variations;
}

Value first_value(const Variation& variation) {
  if (variation.is_of_ids()) return variation.ids.front();
  return variation.number(0, *row(key("hours_per_month")).default_value);
}

VariedQuestion::Values first_values(const std::vector<Variation>& variations) {
  VariedQuestion::Values first;
  for (const Variation& variation : variations) first.emplace_back(variation.key, first_value(variation));
  return first;
}

}  // namespace

std::shared_ptr<Sweep> Sweep::create(Session& session) {
  std::vector<Variation> variations = read_variations(session);
  if (io::has_errors(session.problems())) return nullptr;
  std::shared_ptr<Sweep> sweep(new Sweep(session, std::move(variations)));
  if (sweep->point_count() > most_points)
    session.problems().push_back({.code = "BE-U012",
                                  .message = "the sweep has " + report::count(static_cast<double>(sweep->point_count())) +
                                             " points, more than 100,000",
                                  .help = "take fewer points of one of the inputs"});
  if (io::has_errors(session.problems())) return nullptr;
  sweep->ask_all(session.problems(), [](auto) { return true; });
  return io::has_errors(session.problems()) ? nullptr : sweep;
}

Sweep::Sweep(Session& session, std::vector<Variation> variations)
    : variations_(std::move(variations)),
      values_(variations_.size()),
      question_(session, {}, first_values(variations_), session.problems()) {}

std::size_t Sweep::point_count() const {
  std::size_t count = 1;
  for (const Variation& variation : variations_) count *= variation.count;
  return count;
}

Value Sweep::value(const Variation& variation, std::size_t i) const {
  if (variation.is_of_ids()) return variation.ids[i];
  return variation.number(i, at(question().inputs, key("hours_per_month"))->number);
}

void Sweep::ask_all(io::Diagnostics& problems, const std::function<bool(std::span<const std::size_t>)>& next) {
  std::vector<std::size_t> places(variations_.size());
  for (std::size_t point = 0; point < point_count(); ++point) {
    std::size_t rest = point;
    for (std::size_t i = places.size(); i-- > 0; rest /= variations_[i].count) places[i] = rest % variations_[i].count;
    // The length of a month comes first: others may be measured in it.
    for (const bool is_month : {true, false})
      for (std::size_t i = 0; i < places.size(); ++i)
        if ((variations_[i].key == key("hours_per_month")) == is_month)
          question_.set(i, values_[i] = value(variations_[i], places[i]));
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

}  // namespace breakeven::cli
