// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/argument_problems.hpp"
#include "cli/command_table.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/traffic_sql.hpp"
#include "cli/options/sizing_reader.hpp"
#include "cli/options/traffic.hpp"
#include "cli/options/traffic_reader.hpp"
#include "views/traffic/report.hpp"

namespace breakeven::app {
namespace {

bool gives(Session& session, bool (*is_sought)(Key)) {
  const auto& given = session.given();
  return std::any_of(given.begin(), given.end(), [&](const Given& value) { return is_sought(value.key); });
}

// A side to compare: any input but those of the month and the cache.
bool is_of_a_side(Key input) {
  return traffic_takes(row(input)) && input != key("hours_per_month") && input != key("cache_hit_ratio") &&
         input != key("cache_write_ratio");
}

// For which the requests themselves are kept.
bool is_serverless(Key input) { return input == key("serverless_usd_per_s"); }

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
    if (session.arguments().has(row.name) && !gives(session, is_of_a_side))
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

// The question, with what the trace says in place of what may be given for others. An option for that is refused.
std::optional<Question> question_of(Session& session, const TrafficAnswer& known, double scale) {
  io::Diagnostics& problems = session.problems();
  Chosen chosen = session.chosen();
  for (std::size_t i = 0; i < input_count; ++i) {
    if (!chosen[i] || traffic_takes(row(Key{i}))) continue;
    if (chosen[i]->source == Source::option)
      problems.push_back(problem_with(*chosen[i], "BE-U011", chosen[i]->origin + " has no effect: the trace says it",
                                      "leave it out, or use breakeven compare"));
    chosen[i] = nullptr;
  }
  if (io::has_errors(problems)) return std::nullopt;
  const auto measure = [&](InputSet& inputs) { measure_inputs(known.traffic, known.profile, scale, inputs, problems); };
  Question question = session.asker().answerable(chosen, {.serverless = true, .measure = measure}, problems);
  if (io::has_errors(problems)) return std::nullopt;
  return question;
}

std::optional<TrafficAnswer> answer_traffic(Session& session, Settings& settings) {
  io::Diagnostics& problems = session.problems();
  const bool is_replayed = session.arguments().has(option::replay.name);
  auto traffic = read_traffic(session, settings, is_replayed || gives(session, is_serverless));
  if (!traffic) return std::nullopt;
  TrafficAnswer answer{.traffic = std::move(*traffic)};
  answer.profile = profile_of(answer.traffic);
  if (!gives(session, is_of_a_side)) return answer;
  const double scale = read_scale(session);
  auto question = question_of(session, answer, scale);
  const SizingOptions asked = read_sizing_options(session, settings, scale);
  if (!question || io::has_errors(problems)) return std::nullopt;
  answer.sizing = size_traffic(asked, std::move(*question), answer.traffic, problems);
  if (io::has_errors(problems)) return std::nullopt;
  if (is_replayed) {
    const auto hours = settings.read(option::max_wait);
    answer.replay = replay_traffic(hours ? std::optional(*hours * s_per_hour) : std::nullopt, answer.traffic,
                                   *answer.sizing, problems);
  }
  if (session.arguments().has(option::schedule.name))
    if (const auto schedule = read_schedule_options(session, settings))
      answer.schedule = schedule_traffic(*schedule, answer.traffic, *answer.sizing, problems);
  answer.serverless = serverless_traffic_of(answer.traffic, *answer.sizing, problems);
  if (io::has_errors(problems)) return std::nullopt;
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

}  // namespace breakeven::app
