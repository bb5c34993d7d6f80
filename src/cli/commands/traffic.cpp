// SPDX-License-Identifier: MIT
#include "cli/commands/commands.hpp"
#include "cli/documents.hpp"
#include "cli/traffic_sizing.hpp"

namespace breakeven::cli {

bool traffic_takes(const InputRow& input) {
  return input.group != Group::demand && input.group != Group::hours && input.group != Group::mix &&
         input.key != "peak_to_average_ratio";
}

report::Report run_traffic(Session& session) {
  if (session.arguments().positionals.empty()) {
    session.problems().push_back({.code = "BE-U005",
                                  .message = "traffic needs a file",
                                  .help = "breakeven traffic FILE...; - is standard input"});
    return {};
  }
  Settings settings(session, *row(key("hours_per_month")).default_value);
  const auto traffic = read_traffic(session, settings, false);
  if (!traffic) return {};
  const TrafficProfile profile = profile_of(*traffic);
  const bool is_verbose = session.arguments().has("verbose");
  std::vector<Json> bins = bin_rows(*traffic);
  report::Report report{.document = document_header("breakeven.traffic"),
                        .blocks = profile_blocks(*traffic, profile),
                        .brief = profile_brief(profile),
                        .rows = bins};
  std::optional<TrafficSizing> sizing;
  if (asks_for_sides(session)) {
    sizing = size_traffic(session, settings, *traffic, profile);
    if (!sizing) return {};
    report.blocks.pop_back();  // its headline: the sizing has the last word
    for (report::Block& block : sizing_blocks(*sizing, *traffic, is_verbose)) report.blocks.push_back(std::move(block));
    report.brief = sizing_brief(*sizing);
    report.rows = sizing_rows(*sizing);
  }
  report.document["settings"] = settings.document();
  report.document["reading"] = reading_document(*traffic);
  report.document["profile"] = profile_document(*traffic, profile);
  report.document["bins"] = std::move(bins);
  report.document["sizing"] = sizing ? sizing_document(*sizing) : not_sized_document();
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
