// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <memory>

#include "cli/argument_problems.hpp"
#include "cli/commands.hpp"
#include "cli/commands/commands.hpp"
#include "cli/documents.hpp"
#include "cli/traffic_clock.hpp"
#include "cli/traffic_options.hpp"
#include "cli/traffic_replay.hpp"
#include "cli/traffic_schedule.hpp"
#include "cli/traffic_serverless.hpp"
#include "cli/traffic_sql.hpp"

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

// All that is known of the traffic.
struct TrafficAnswer {
  Traffic traffic{};
  TrafficProfile profile{};
  std::optional<TrafficSizing> sizing{};
  std::optional<TrafficReplay> replay{};
  std::optional<TrafficSchedule> schedule{};
  std::optional<TrafficServerless> serverless{};
  std::optional<OtherWay> cheapest{};  // where it costs less than replicas that never stop
};

std::optional<OtherWay> cheapest_of(const TrafficAnswer& answer) {
  std::vector<OtherWay> others;
  if (answer.schedule && answer.schedule->is_ever_on()) {
    const Money cost = answer.schedule->schedule.cost();
    others.push_back({"schedule", "this schedule", cost, answer.schedule->always_on.cost() - cost});
  }
  if (answer.serverless) {
    const Money cost = answer.serverless->cost;
    const bool is_exact = answer.serverless->approximation.empty();
    others.push_back({"serverless", is_exact ? "a serverless path" : "a serverless path, approximately,", cost,
                      answer.sizing->hybrid.best.cost() - cost});
  }
  return cheapest_other(*answer.sizing, std::move(others));
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
  answer.cheapest = cheapest_of(answer);
  return answer;
}

std::vector<report::Block> blocks_of(const TrafficAnswer& answer, bool is_verbose) {
  std::vector<report::Block> blocks = profile_blocks(answer.traffic, answer.profile);
  if (!answer.sizing) return blocks;
  blocks.pop_back();  // its headline: the sizing has the last word
  std::vector<report::Block> sized = sizing_blocks(*answer.sizing, answer.traffic, answer.cheapest, is_verbose);
  const auto conclusion = std::make_move_iterator(sized.end() - 2);  // sentences and headline
  append(blocks, {std::make_move_iterator(sized.begin()), conclusion});
  if (answer.replay) append(blocks, replay_blocks(*answer.replay));
  if (answer.schedule) append(blocks, schedule_blocks(*answer.schedule, zone_text(answer.traffic)));
  if (answer.serverless) blocks.emplace_back(report::Paragraph{{serverless_sentence(*answer.serverless)}});
  append(blocks, {conclusion, std::make_move_iterator(sized.end())});
  return blocks;
}

Json traffic_document(const TrafficAnswer& answer, const Settings& settings) {
  Json document = document_header("breakeven.traffic");
  document["settings"] = settings.document();
  document["reading"] = reading_document(answer.traffic);
  document["profile"] = profile_document(answer.traffic, answer.profile);
  document["bins"] = bin_rows(answer.traffic);
  document["sizing"] = answer.sizing ? sizing_document(*answer.sizing, answer.cheapest) : not_sized_document();
  document["replay"] = replay_document(answer.replay);
  document["schedule"] = schedule_document(answer.schedule);
  document["serverless"] = traffic_serverless_document(answer.serverless);
  return document;
}

std::vector<report::Picture> traffic_pictures_of(const TrafficAnswer& answer) {
  std::vector<report::Picture> pictures = profile_pictures(answer.traffic, answer.profile);
  if (answer.sizing)
    for (report::Picture& picture : sizing_pictures(*answer.sizing, answer.cheapest))
      pictures.push_back(std::move(picture));
  return pictures;
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
  const auto shown = std::make_shared<const TrafficAnswer>(std::move(*answer));
  report::Report report{.document = traffic_document(*shown, settings),
                        .blocks = blocks_of(*shown, session.arguments().has("verbose")),
                        .brief = shown->sizing ? sizing_brief(*shown->sizing) : profile_brief(shown->profile),
                        .rows = shown->sizing ? sizing_rows(*shown->sizing) : bin_rows(shown->traffic),
                        .pictures = [shown] { return traffic_pictures_of(*shown); }};
  close_document(report.document, shown->sizing ? shown->sizing->question.inputs : InputSet(), session.problems());
  return report;
}

}  // namespace breakeven::cli
