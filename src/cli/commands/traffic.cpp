// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/command_table.hpp"
#include "cli/commands/commands.hpp"
#include "cli/options/sizing_reader.hpp"
#include "cli/options/traffic.hpp"
#include "cli/options/traffic_reader.hpp"
#include "views/traffic/report.hpp"

namespace breakeven::app {
namespace {

std::optional<TrafficAnswer> answer_traffic(Session& session, Settings& settings) {
  io::Diagnostics& problems = session.problems();
  const bool is_replayed = session.arguments().has(option::replay.name);
  auto traffic = read_traffic(session, settings, is_replayed || gives(session.given(), key("serverless_usd_per_s")));
  if (!traffic) return std::nullopt;
  TrafficAnswer answer{.traffic = std::move(*traffic)};
  answer.profile = profile_of(answer.traffic);
  if (!gives_a_side(session.given())) return answer;
  const double scale = read_scale(session);
  const auto measure = [&](InputSet& inputs) {
    measure_inputs(answer.traffic, answer.profile, scale, inputs, problems);
  };
  Question question = session.question({.serverless = true, .measure = measure});
  const SizingOptions asked = read_sizing_options(session, settings, scale);
  if (io::has_errors(problems)) return std::nullopt;
  answer.sizing = size_traffic(asked, std::move(question), answer.traffic, problems);
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

bool traffic_takes(const OptionRow& input) {
  return input.group != Group::demand && input.group != Group::hours && input.group != Group::mix &&
         input.key != "peak_to_average_ratio";
}

report::Report run_traffic(Session& session) {
  const auto& words = session.arguments().positionals;
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
