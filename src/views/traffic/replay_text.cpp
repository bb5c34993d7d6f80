// SPDX-License-Identifier: MIT
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/traffic/report.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string wait_text(double seconds) { return text::significant(seconds, 3) + " s"; }

}  // namespace

std::vector<report::Block> replay_blocks(const TrafficReplay& replay) {
  report::Table table{
      .columns = {{"Replayed on " + text::counted(static_cast<double>(replay.replica_count), "replica")},
                  {"To the API", Align::right},
                  {"Busy", Align::right},
                  {"Waited", Align::right},
                  {"Mean wait", Align::right},
                  {"p99 wait", Align::right},
                  {"Longest", Align::right}},
      .rows = {}};
  const auto add = [&](std::string name, const QueueReplay& outcome) {
    table.rows.push_back({std::move(name), text::percent(outcome.overflow_work_ratio),
                          text::percent(outcome.busy_ratio), text::percent(outcome.waited_ratio),
                          wait_text(outcome.mean_wait_s), wait_text(outcome.p99_wait_s),
                          wait_text(outcome.max_wait_s)});
  };
  add("all wait", replay.all_wait);
  if (replay.some_wait) add("at most " + wait_text(*replay.most_wait_s), *replay.some_wait);
  add("none waits", replay.none_waits);
  return {std::move(table),
          report::Paragraph{{text::format("The bins let {} of the tokens overflow; each replica does one request after "
                                          "another here, in the time that it takes at full load.",
                                          text::percent(replay.binned_overflow_ratio)) +
                             (replay.is_peak ? " No replica is worth its price, so it is replayed on as many as the "
                                               "busiest bin takes."
                                             : "") +
                             (replay.is_scaled ? " Of a scaled trace, copies of a request come at random times "
                                                 "of its bin."
                                               : "")}}};
}

std::string serverless_sentence(const TrafficServerless& serverless) {
  std::string text = text::format("Serverless workers cost {} usd/month", text::money(serverless.cost / usd));
  if (serverless.replay) {
    const auto& replay = *serverless.replay;
    text += text::format(
        ", {} of them on in the mean; {} of the requests start one cold", text::significant(serverless.workers, 3),
        text::percent(static_cast<double>(replay.cold_start_count) / static_cast<double>(replay.request_count)));
    if (serverless.is_one_worker)
      text += text::format(" (by the closed form, requests at random at the rate of each bin, it would be {} usd)",
                           text::money(serverless.at_random / usd));
  }
  if (!serverless.approximation.empty()) text += ". It is approximate (" + std::string(serverless.approximation) + ")";
  return text + ".";
}

}  // namespace breakeven::app
