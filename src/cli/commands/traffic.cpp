// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/commands/commands.hpp"
#include "cli/documents.hpp"
#include "cli/traffic_options.hpp"
#include "cli/traffic_replay.hpp"
#include "cli/traffic_schedule.hpp"
#include "cli/traffic_serverless.hpp"
#include "cli/traffic_sql.hpp"

namespace breakeven::cli {
namespace {

void append(std::vector<report::Block>& blocks, std::vector<report::Block> more) {
  for (report::Block& block : more) blocks.push_back(std::move(block));
}

void refuse_idle(Session& session, const OptionRow& row, std::string_view without, std::string help) {
  const std::string option = "--" + std::string(row.name);
  session.problems().push_back({.code = "BE-U011",
                                .message = option + " has no effect " + std::string(without),
                                .location = io::Location{.argument = option},
                                .help = std::move(help)});
}

// Options that only a sizing heeds.
void refuse_without_sides(Session& session) {
  for (const OptionRow& row : option::sizing_rows)
    if (session.arguments().has(row.name))
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
  return traffic_sql(session);
}

}  // namespace

bool traffic_takes(const InputRow& input) {
  return input.group != Group::demand && input.group != Group::hours && input.group != Group::mix &&
         input.key != "peak_to_average_ratio";
}

report::Report run_traffic(Session& session) {
  const auto& words = session.arguments().positionals;
  if (!words.empty() && words.front() == "sql") return run_sql(session);
  for (const OptionRow& row : option::sql_rows)
    if (session.arguments().has(row.name)) refuse_idle(session, row, "without sql", "write breakeven traffic sql");
  if (words.empty()) {
    session.problems().push_back(
        {.code = "BE-U005",
         .message = "traffic needs a file",
         .help =
             "breakeven traffic FILE...; - is standard input; breakeven traffic sql prints a query for a warehouse"});
    return {};
  }
  Settings settings(session, *row(key("hours_per_month")).default_value);
  const bool is_replayed = session.arguments().has(option::replay.name);
  const auto traffic = read_traffic(session, settings, is_replayed || asks_for_serverless(session));
  if (!traffic) return {};
  const TrafficProfile profile = profile_of(*traffic);
  const bool is_verbose = session.arguments().has("verbose");
  std::vector<Json> bins = bin_rows(*traffic);
  report::Report report{.document = document_header("breakeven.traffic"),
                        .blocks = profile_blocks(*traffic, profile),
                        .brief = profile_brief(profile),
                        .rows = bins};
  std::optional<TrafficSizing> sizing;
  std::optional<TrafficReplay> replay;
  std::optional<TrafficSchedule> schedule;
  std::optional<TrafficServerless> serverless;
  if (session.arguments().has(option::max_wait.row.name) && !is_replayed)
    refuse_idle(session, option::max_wait.row, "without --replay", "add --replay, or leave it out");
  if (asks_for_sides(session)) {
    sizing = size_traffic(session, settings, *traffic, profile);
    if (sizing && is_replayed) replay = replay_traffic(session, settings, *traffic, *sizing);
    if (sizing && session.arguments().has(option::schedule.name))
      schedule = schedule_traffic(session, settings, *traffic, *sizing);
    if (io::has_errors(session.problems())) return {};
    report.blocks.pop_back();  // its headline: the sizing has the last word
    serverless = serverless_traffic_of(*traffic, *sizing);
    std::vector<OtherWay> others;
    if (schedule) others.push_back({"this schedule", schedule->schedule.cost()});
    if (serverless) others.push_back({"serverless workers", serverless->cost});
    std::vector<report::Block> sized = sizing_blocks(*sizing, *traffic, others, is_verbose);
    const auto conclusion = std::make_move_iterator(sized.end() - 2);  // sentences and headline
    append(report.blocks, {std::make_move_iterator(sized.begin()), conclusion});
    if (replay) append(report.blocks, replay_blocks(*replay));
    if (schedule) append(report.blocks, schedule_blocks(*schedule));
    if (serverless) report.blocks.emplace_back(report::Paragraph{{serverless_sentence(*serverless)}});
    append(report.blocks, {conclusion, std::make_move_iterator(sized.end())});
    report.brief = sizing_brief(*sizing);
    report.rows = sizing_rows(*sizing);
  } else {
    refuse_without_sides(session);
  }
  report.document["settings"] = settings.document();
  report.document["reading"] = reading_document(*traffic);
  report.document["profile"] = profile_document(*traffic, profile);
  report.document["bins"] = std::move(bins);
  report.document["sizing"] = sizing ? sizing_document(*sizing) : not_sized_document();
  report.document["replay"] = replay_document(replay);
  report.document["schedule"] = schedule_document(schedule);
  report.document["serverless"] = traffic_serverless_document(serverless);
  report.pictures = [traffic, profile, sizing] {
    std::vector<report::Picture> pictures = profile_pictures(*traffic, profile);
    if (sizing)
      for (report::Picture& picture : sizing_pictures(*sizing)) pictures.push_back(std::move(picture));
    return pictures;
  };
  close_document(report.document, sizing ? sizing->question.inputs : InputSet(), session.problems());
  return report;
}

}  // namespace breakeven::cli
