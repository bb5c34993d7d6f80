// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/argument_problems.hpp"
#include "cli/commands.hpp"
#include "cli/commands/commands.hpp"
#include "cli/traffic_options.hpp"
#include "cli/traffic_reading.hpp"
#include "cli/traffic_sql.hpp"
#include "cli/traffic_view.hpp"

namespace breakeven::cli {
namespace {

void refuse_idle(Session& session, const OptionRow& row, const std::string& without, std::string help) {
  const std::string option = "--" + std::string(row.name);
  session.problems().push_back({.code = "BE-U011",
                                .message = option + " has no effect " + without,
                                .location = io::Location{.argument = option},
                                .help = std::move(help)});
}

// Options that only a query, a sizing or a replay heeds, where there is none.
void refuse_idle_sizing(Session& session) {
  for (const OptionRow& row : option::sql_rows)
    if (session.arguments().has(row.name)) refuse_idle(session, row, "without sql", "write breakeven traffic sql");
  const auto refuse_without = [&](const OptionRow& row, const OptionRow& needed) {
    if (session.arguments().has(row.name) && !session.arguments().has(needed.name))
      refuse_idle(session, row, "without --" + std::string(needed.name),
                  "add --" + std::string(needed.name) + ", or leave it out");
  };
  refuse_without(option::max_wait.row, option::replay);
  refuse_without(option::billing_increment.row, option::schedule);
  refuse_without(option::months.row, option::growth.row);
  for (const OptionRow& row : option::sizing_rows)
    if (session.arguments().has(row.name) && !asks_for_sides(session))
      refuse_idle(session, row, "without both sides", "add --gpu-price, --throughput and --api-price, or leave it out");
}

// What else traffic takes is of its own pass over a file.
report::Report run_sql(Session& session) {
  const auto is_known = [](std::string_view name) {
    const auto is_it = [&](const OptionRow& row) { return row.name == name; };
    return std::any_of(option::sql_rows.begin(), option::sql_rows.end(), is_it) ||
           std::any_of(option::shared_rows.begin(), option::shared_rows.end(), is_it);
  };
  for (const OptionRow& row : session.arguments().command->options)
    if (session.arguments().has(row.name) && !is_known(row.name))
      refuse_idle(session, row, "in traffic sql", "give it to breakeven traffic, which reads the query's result");
  for (const Given& given : session.given())
    if (given.source == Source::option)
      session.problems().push_back(problem_with(given, "BE-U011", given.origin + " has no effect in traffic sql",
                                                "give it to breakeven traffic, which reads the query's result"));
  const auto& words = session.arguments().positionals;
  for (std::size_t i = 1; i < words.size(); ++i)
    session.problems().push_back(unexpected_argument(words[i], *session.arguments().command));
  return traffic_sql(session);
}

std::optional<TrafficAnswer> answer_traffic(Session& session, Settings& settings) {
  const bool is_replayed = session.arguments().has(option::replay.name);
  auto traffic = read_traffic(session, settings, is_replayed || asks_for_serverless(session));
  if (!traffic) return std::nullopt;
  TrafficAnswer answer{.traffic = std::move(*traffic)};
  answer.profile = profile_of(answer.traffic);
  if (!asks_for_sides(session)) return answer;
  answer.sizing = size_traffic(session, settings, answer.traffic, answer.profile);
  if (!answer.sizing) return std::nullopt;
  if (is_replayed) answer.replay = replay_traffic(session, settings, answer.traffic, *answer.sizing);
  if (session.arguments().has(option::schedule.name))
    answer.schedule = schedule_traffic(session, settings, answer.traffic, *answer.sizing);
  answer.serverless = serverless_traffic_of(session, answer.traffic, *answer.sizing);
  if (io::has_errors(session.problems())) return std::nullopt;
  answer.cheapest = cheapest_other(answer);
  return answer;
}

}  // namespace

bool traffic_takes(const InputRow& input) {
  return input.group != Group::demand && input.group != Group::hours && input.group != Group::mix &&
         input.key != "peak_to_average_ratio";
}

report::Report run_traffic(Session& session) {
  const auto& words = session.arguments().positionals;
  if (!words.empty() && words.front() == "sql") return run_sql(session);
  refuse_idle_sizing(session);
  if (words.empty())
    session.problems().push_back(
        {.code = "BE-U005",
         .message = "traffic needs a file",
         .help =
             "breakeven traffic FILE...; - is standard input; breakeven traffic sql prints a query for a warehouse"});
  if (io::has_errors(session.problems())) return {};
  Settings settings(session, *row(key("hours_per_month")).default_value);
  auto answer = answer_traffic(session, settings);
  if (!answer) return {};
  return traffic_report(std::move(*answer), settings.document(), session.problems(),
                        session.arguments().has("verbose"));
}

}  // namespace breakeven::cli
