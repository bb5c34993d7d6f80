// SPDX-License-Identifier: MIT
#include "analysis/diff/document_changes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/diff/matched_entries.hpp"

namespace breakeven::app {
namespace {

struct DocumentPlace {
  std::string section{};
  std::string id{};
  std::string key{};
  ChangeKind kind = ChangeKind::changed;

  DocumentPlace member(const std::string& name) const {
    return {section, id, key.empty() ? name : key + "." + name, kind};
  }
};

bool is_structured(const Json* value) { return value && value->is_structured(); }

bool is_band(const Json& value) {
  return value.is_object() && value.size() == 2 && value.contains("low") && value.contains("high");
}

Json as_band(const Json& point) { return {{"low", point}, {"high", point}}; }

bool is_same_value(const Json* before, const Json* after) {
  if (!before || !after) return before == after;
  if (before->is_number() && after->is_number()) return is_same(number_of(*before), number_of(*after));
  return *before == *after;
}

// Only an input's value counts: a different origin is not a change.
const Json* value_of_input(const Json* input) {
  if (!input || !input->is_object()) return input;
  const Json* value = input->find("value");
  return value ? value : input;
}

class DocumentComparer {
 public:
  DocumentComparer(const Json& before, const Json& after) : before_(before), after_(after), naming_(before, after) {}

  std::vector<Change> run() {
    const auto schema = text_at(before_, "schema");
    const DocumentPlace document{.id = schema.substr(schema.find('.') + 1)};
    for (const MatchedEntry& pair : naming_.pairs(&before_, &after_)) {
      if (pair.name == "inputs")
        compare_inputs(document.member(pair.name), pair);
      else if (is_list_of_entries(pair.before) || is_list_of_entries(pair.after))
        compare_entries(pair);
      else
        compare(document.member(pair.name), pair);
    }
    return std::move(changes_);
  }

 private:
  void compare_inputs(const DocumentPlace& place, const MatchedEntry& inputs) {
    for (const MatchedEntry& pair : naming_.pairs(inputs.before, inputs.after))
      compare(place.member(pair.name), {.before = value_of_input(pair.before), .after = value_of_input(pair.after)});
  }

  void compare_entries(const MatchedEntry& list) {
    for (const MatchedEntry& pair : naming_.pairs(list.before, list.after)) {
      DocumentPlace entry{.section = list.name, .id = pair.name};
      if (!pair.before) entry.kind = ChangeKind::added;
      if (!pair.after) entry.kind = ChangeKind::removed;
      compare(entry, pair);
    }
  }

  void compare(const DocumentPlace& place, const MatchedEntry& pair) {
    const Json* before = pair.before;
    const Json* after = pair.after;
    if (!is_structured(before) && !is_structured(after)) {
      if (!is_same_value(before, after)) add(place, before, after);
      return;
    }
    // A price that was one number and is now a band, or the other way round.
    Json band;
    if (before && before->is_number() && is_band(*after)) before = &(band = as_band(*before));
    if (after && after->is_number() && is_band(*before)) after = &(band = as_band(*after));
    if (before && !is_structured(before)) add(place, before, nullptr);
    if (after && !is_structured(after)) add(place, nullptr, after);
    for (const MatchedEntry& member : naming_.pairs(before, after))
      if (!pair.is_named_by(member.name)) compare(place.member(member.name), member);
  }

  void add(const DocumentPlace& place, const Json* before, const Json* after) {
    changes_.push_back({.section = place.section,
                        .id = place.id,
                        .key = place.key,
                        .before = before ? *before : Json(),
                        .after = after ? *after : Json(),
                        .kind = place.kind});
  }

  const Json& before_;
  const Json& after_;
  Naming naming_;
  std::vector<Change> changes_;
};

// Order: changed numbers, additions, removals, the rest.
struct Rank {
  int group = 0;
  double size = 0;
};

Rank rank_of(const Change& change) {
  if (change.kind == ChangeKind::added) return {.group = 1};
  if (change.kind == ChangeKind::removed) return {.group = 2};
  const double size = size_of_change(number_of(change.before), number_of(change.after));
  return size < 0 ? Rank{.group = 3} : Rank{.group = 0, .size = size};
}

bool comes_first(const Change& a, const Change& b) {
  const Rank rank_a = rank_of(a);
  const Rank rank_b = rank_of(b);
  return rank_a.group != rank_b.group ? rank_a.group < rank_b.group : rank_a.size > rank_b.size;
}

}  // namespace

std::string_view name(ChangeKind kind) {
  static constexpr std::array<std::string_view, 3> names{"changed", "added", "removed"};
  return names.at(static_cast<std::size_t>(kind));
}

bool Change::is_of_same_entry(const Change& other) const { return section == other.section && id == other.id; }

std::vector<Change> changes_between(const Json& before, const Json& after) {
  std::vector<Change> changes = DocumentComparer(before, after).run();
  std::stable_sort(changes.begin(), changes.end(), comes_first);
  return changes;
}

std::optional<double> number_of(const Json& value) {
  return value.is_number() ? std::optional(value.number()) : std::nullopt;
}

bool is_same(const std::optional<double>& before, const std::optional<double>& after) {
  constexpr double rounding = 1e-12;
  if (!before || !after) return before.has_value() == after.has_value();
  return std::abs(*after - *before) <= rounding * std::max(std::abs(*before), std::abs(*after));
}

std::optional<double> change_ratio(const std::optional<double>& before, const std::optional<double>& after) {
  if (!before || !after || *before == 0 || (*before < 0) != (*after < 0)) return std::nullopt;
  const double ratio = *after / *before - 1;
  return std::isfinite(ratio) ? std::optional(ratio) : std::nullopt;
}

double size_of_change(const std::optional<double>& before, const std::optional<double>& after) {
  if (!before || !after) return -1;
  constexpr double steps = 1e9;  // keeps rounding from ordering equal changes
  const double factor = *after / *before;
  return factor > 0 ? std::round(std::abs(std::log(factor)) * steps) / steps : std::numeric_limits<double>::infinity();
}

}  // namespace breakeven::app
