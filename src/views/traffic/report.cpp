// SPDX-License-Identifier: MIT
#include "views/traffic/report.hpp"

#include <memory>

#include "views/document.hpp"
#include "views/traffic/times.hpp"

namespace breakeven::app {
namespace {

Json traffic_document(const TrafficAnswer& answer, const Json& settings, const io::Diagnostics& problems) {
  Json document = document_header("breakeven.traffic");
  document["settings"] = settings;
  document["reading"] = reading_document(answer.traffic);
  document["profile"] = profile_document(answer.traffic, answer.profile);
  document["bins"] = bin_rows(answer.traffic);
  document["sizing"] = sizing_document(answer.sizing, answer.cheapest);
  document["replay"] = replay_document(answer.replay);
  document["schedule"] = schedule_document(answer.schedule);
  document["serverless"] = traffic_serverless_document(answer.serverless);
  close_document(document, answer.sizing ? answer.sizing->question.inputs : InputSet(), problems);
  return document;
}

// The sizing comes last, if there is one.
std::vector<report::Block> traffic_blocks(const TrafficAnswer& answer, bool is_verbose) {
  std::vector<report::Block> blocks = profile_blocks(answer.traffic, answer.profile);
  if (!answer.sizing) {
    blocks.emplace_back(report::Headline{profile_headline(answer.traffic, answer.profile)});
    return blocks;
  }
  append(blocks, sizing_tables(*answer.sizing, is_verbose));
  if (answer.replay) append(blocks, replay_blocks(*answer.replay));
  if (answer.schedule) append(blocks, schedule_blocks(*answer.schedule, zone_text(answer.traffic)));
  if (answer.serverless) blocks.emplace_back(report::Paragraph{{serverless_sentence(*answer.serverless)}});
  blocks.emplace_back(sizing_sentences(*answer.sizing, answer.traffic));
  blocks.emplace_back(report::Headline{sizing_headline(*answer.sizing, answer.cheapest)});
  return blocks;
}

}  // namespace

report::Report traffic_report(TrafficAnswer answer, const Json& settings, const io::Diagnostics& problems,
                              bool is_verbose) {
  const auto shown = std::make_shared<const TrafficAnswer>(std::move(answer));
  return {.document = traffic_document(*shown, settings, problems),
          .blocks = traffic_blocks(*shown, is_verbose),
          .brief = shown->sizing ? sizing_brief(*shown->sizing) : profile_brief(shown->profile),
          .rows = shown->sizing ? sizing_rows(*shown->sizing) : bin_rows(shown->traffic),
          .pictures = [shown] { return traffic_pictures(*shown); }};
}

}  // namespace breakeven::app
