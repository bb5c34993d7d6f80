// SPDX-License-Identifier: MIT
#include "cli/commands/commands.hpp"
#include "cli/documents.hpp"
#include "cli/traffic_profile.hpp"
#include "report/numbers.hpp"

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
  std::vector<Json> rows = bin_rows(*traffic);
  report::Report report{.document = document_header("breakeven.traffic"),
                        .blocks = profile_blocks(*traffic, profile),
                        .brief = report::plain(profile.total.requests / request) + " " +
                                 report::plain(profile.total.input / token) + " " +
                                 report::plain(profile.total.output / token),
                        .rows = rows,
                        .pictures = [traffic, profile] { return profile_pictures(*traffic, profile); }};
  report.document["settings"] = settings.document();
  report.document["reading"] = reading_document(*traffic);
  report.document["profile"] = profile_document(*traffic, profile);
  report.document["bins"] = rows;
  close_document(report.document, {}, session.problems());
  return report;
}

}  // namespace breakeven::cli
