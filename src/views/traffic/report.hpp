// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/traffic/answer.hpp"
#include "report/report.hpp"

namespace breakeven::app {

/// What is known about the traffic, as a report; its pictures share the answer.
report::Report traffic_report(TrafficAnswer answer, const Json& settings, const io::Diagnostics& problems,
                              bool is_verbose);

// The parts of the report.

/// "reading": the files, how their rows were read, and how many were unreadable.
Json reading_document(const Traffic& traffic);
/// "profile": the same for requests read one by one and for sums from a warehouse.
Json profile_document(const Traffic& traffic, const TrafficProfile& profile);
/// One row for each bin.
std::vector<Json> bin_rows(const Traffic& traffic);
/// Each has a status, which also says if it is missing.
Json sizing_document(const std::optional<TrafficSizing>& sized, const std::optional<OtherWay>& other);
Json replay_document(const std::optional<TrafficReplay>& replay);
Json schedule_document(const std::optional<TrafficSchedule>& schedule);
Json traffic_serverless_document(const std::optional<TrafficServerless>& serverless);
/// One row for each number of replicas.
std::vector<Json> sizing_rows(const TrafficSizing& sizing);

/// The figures, the load over time, and notes on them.
std::vector<report::Block> profile_blocks(const Traffic& traffic, const TrafficProfile& profile);
std::string profile_headline(const Traffic& traffic, const TrafficProfile& profile);
/// Requests, input and output tokens.
std::string profile_brief(const TrafficProfile& profile);
/// The numbers of replicas, and the other tables asked for.
std::vector<report::Block> sizing_tables(const TrafficSizing& sizing, bool is_verbose);
report::Paragraph sizing_sentences(const TrafficSizing& sizing, const Traffic& traffic);
/// The cheapest way: replicas that never stop with the API, or the way that beats them.
std::string sizing_headline(const TrafficSizing& sizing, const std::optional<OtherWay>& other);
std::string sizing_brief(const TrafficSizing& sizing);
std::vector<report::Block> replay_blocks(const TrafficReplay& replay);
/// `zone` is the clock of the hours.
std::vector<report::Block> schedule_blocks(const TrafficSchedule& schedule, const std::string& zone);
std::string serverless_sentence(const TrafficServerless& serverless);

/// The load over time, the load-duration curve, the week, and the cost by number of replicas.
std::vector<report::Picture> traffic_pictures(const TrafficAnswer& answer);

}  // namespace breakeven::app
