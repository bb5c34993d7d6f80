// SPDX-License-Identifier: MIT
#include "cli/options/monte_carlo.hpp"

#include <algorithm>
#include <limits>

#include "cli/argument_problems.hpp"
#include "inputs/number.hpp"

namespace breakeven::app {

std::optional<MonteCarloOptions> monte_carlo_options(Session& session) {
  constexpr std::int64_t most_draws = 10'000'000;
  MonteCarloOptions options;
  const Arguments& arguments = session.arguments();
  const std::string count = arguments.value("monte-carlo").value_or("");
  if (const auto draws = read_whole_number<std::int64_t>(count, 1, most_draws))
    options.simulation.draw_count = *draws;
  else
    session.problems().push_back(unreadable_value("monte-carlo", count, "write a number of draws from 1 to 10000000"));
  if (const auto text = arguments.value("seed")) {
    const auto seed = read_whole_number<std::uint64_t>(*text, 0, std::numeric_limits<std::uint64_t>::max());
    if (!seed) session.problems().push_back(unreadable_value("seed", *text, "write a whole number from 0 on"));
    options.simulation.seed = seed.value_or(1);
  }
  if (const auto text = arguments.value("distribution")) {
    constexpr std::array known{Distribution::uniform, Distribution::triangular, Distribution::lognormal};
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](Distribution distribution) { return name(distribution) == *text; });
    if (found == known.end())
      session.problems().push_back(unreadable_value("distribution", *text, "write uniform, triangular or lognormal"));
    else
      options.distribution = *found;
  }
  return io::has_errors(session.problems()) ? std::nullopt : std::optional(options);
}

}  // namespace breakeven::app
