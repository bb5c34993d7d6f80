// SPDX-License-Identifier: MIT
#include "cli/options/rank.hpp"

#include "cli/argument_problems.hpp"
#include "cli/options/catalog_filter.hpp"

namespace breakeven::app {
namespace {

std::optional<std::chrono::days> max_age(Session& session) {
  const auto text = session.arguments().value("max-age");
  if (!text) return current_age;
  if (*text == "any") return std::nullopt;
  constexpr double hours_per_day = 24;
  constexpr double most_days = 36'500;
  const auto parsed = parse_quantity(*text, Measure::duration, UnitPolicy::required);
  const auto* range = std::get_if<AmountRange>(&parsed);
  const double days = range && range->low.month_power == 0 ? range->low.number / hours_per_day : -1;
  if (days >= 0 && days <= most_days && range->low.number == range->high.number)
    return std::chrono::days(static_cast<int>(days));
  session.problems().push_back(unreadable_value("max-age", *text, "write days, such as --max-age 30d, or any"));
  return std::nullopt;
}

}  // namespace

RankOptions read_rank_options(Session& session, const Catalog& catalog) {
  RankOptions options{.filter = read_filter(filter_words(session.arguments()), catalog, session.problems()),
                      .all_records = session.arguments().has("all-records"),
                      .max_age = max_age(session)};
  options.filter.model.clear();  // it is an input of rank
  return options;
}

}  // namespace breakeven::app
