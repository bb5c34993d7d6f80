// SPDX-License-Identifier: MIT
#include "io/traces/columns.hpp"

#include <algorithm>

#include "io/traces/known_formats.hpp"

namespace breakeven::io {
namespace {

using namespace std::string_view_literals;
using Names = std::string_view;

constexpr std::array time_names{"timestamp"sv,        "time"sv,      "ts"sv,        "arrivaltime"sv,
                                "arrivaltimestamp"sv, "arrivedat"sv, "starttime"sv, "start"sv,
                                "starts"sv,           "createdat"sv, "created"sv,   "requesttime"sv,
                                "requesttimestamp"sv, "datetime"sv,  "date"sv,      "hour"sv};
constexpr std::array input_names{"inputtok"sv,
                                 "inputtokens"sv,
                                 "prompttokens"sv,
                                 "inputlength"sv,
                                 "contexttokens"sv,
                                 "numprefilltokens"sv,
                                 "promptsize"sv,
                                 "promptlength"sv,
                                 "promptlen"sv,
                                 "requesttokens"sv,
                                 "inputlen"sv,
                                 "numinputtokens"sv,
                                 "numprompttokens"sv,
                                 "usageprompttokens"sv,
                                 "usageinputtokens"sv,
                                 "genaiusageinputtokens"sv,
                                 "input"sv};
constexpr std::array output_names{"outputtok"sv,
                                  "outputtokens"sv,
                                  "completiontokens"sv,
                                  "outputlength"sv,
                                  "generatedtokens"sv,
                                  "numdecodetokens"sv,
                                  "tokensize"sv,
                                  "completionlength"sv,
                                  "responsetokens"sv,
                                  "outputlen"sv,
                                  "numoutputtokens"sv,
                                  "numgenerationtokens"sv,
                                  "usagecompletiontokens"sv,
                                  "usageoutputtokens"sv,
                                  "genaiusageoutputtokens"sv,
                                  "output"sv};
constexpr std::array cached_names{"cachedinputtok"sv,
                                  "cachedtokens"sv,
                                  "inputcachedtokens"sv,
                                  "cachedinputtokens"sv,
                                  "numcachedtokens"sv,
                                  "cachereadinputtokens"sv,
                                  "usageprompttokensdetailscachedtokens"sv,
                                  "usageinputtokensdetailscachedtokens"sv,
                                  "cached"sv};
constexpr std::array status_names{"status"sv, "statuscode"sv, "httpstatus"sv, "responsestatus"sv, "finishreason"sv};
constexpr std::array error_names{"error"sv, "errormessage"sv, "errorcode"sv};
constexpr std::array success_names{"success"sv, "succeeded"sv, "issuccess"sv, "ok"sv};
constexpr std::array requests_names{"requests"sv, "requestcount"sv, "numrequests"sv, "nummodelrequests"sv, "count"sv};
constexpr std::array failed_names{"failedrequests"sv, "failures"sv, "errors"sv, "failed"sv};
constexpr std::array prefix_names{"hashids"sv, "blockhashes"sv, "prefixblocks"sv};
constexpr std::array end_names{"endtime"sv, "end"sv};

constexpr std::array<RoleRow, role_count> role_table{{
    {Role::time, "time", "the time of arrival", time_names},
    {Role::input, "input", "the input tokens", input_names},
    {Role::output, "output", "the output tokens", output_names},
    {Role::cached_input, "cached", "the cached input tokens", cached_names},
    {Role::status, "status", "the status", status_names},
    {Role::error, "error", "the error", error_names},
    {Role::success, "success", "the success", success_names},
    {Role::requests, "requests", "the number of requests", requests_names},
    {Role::failed_requests, "failed", "the number of failed requests", failed_names},
    {Role::prefix_blocks, "prefix-blocks", "the prefix blocks", prefix_names},
    {Role::end, "end", "the end of the bin", end_names},
    {Role::part, "part", "the part of the profile", {}},
    {Role::width, "width", "the width of the bin", {}},
    {Role::input_output, "input-output", "the sum of products", {}},
    {Role::output_output, "output-output", "the sum of squares", {}},
    {Role::first, "first", "the first time", {}},
    {Role::last, "last", "the last time", {}},
    {Role::length, "length", "the length", {}},
}};

// Roles that --columns may map come first.
constexpr std::size_t mapped_count = static_cast<std::size_t>(Role::part);

std::string plain_column(std::string_view column) {
  std::string name;
  for (const char c : column) {
    if (c >= 'A' && c <= 'Z') name += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) name += c;
  }
  return name;
}

// Finds columns by name. Those that only histograms have count only if the file is a histogram.
ColumnNames named_columns(std::span<const std::string> present) {
  ColumnNames names;
  std::vector<std::string> plain_names;
  for (const std::string& column : present) plain_names.push_back(plain_column(column));
  for (const RoleRow& row : role_table)
    for (const std::string_view name : row.columns) {
      const auto found = std::find(plain_names.begin(), plain_names.end(), name);
      if (found == plain_names.end()) continue;
      of(names, row.role) = present[static_cast<std::size_t>(found - plain_names.begin())];
      break;
    }
  return names;
}

constexpr std::array needed_roles{Role::time, Role::input, Role::output};

bool is_needed(Role role) { return std::find(needed_roles.begin(), needed_roles.end(), role) != needed_roles.end(); }

std::string listed(std::span<const std::string> present) {
  constexpr std::size_t most = 12;
  std::string text;
  for (std::size_t i = 0; i < present.size() && i < most; ++i) text += (i == 0 ? "" : ", ") + printable(present[i]);
  return text + (present.size() > most ? ", …" : "");
}

bool has_column(const PresentColumns& present, std::string_view name) {
  return std::find(present.names.begin(), present.names.end(), name) != present.names.end();
}

bool may_come(const PresentColumns& present, Role role) { return present.has_others && !is_needed(role); }

// The columns of a known format, or found by name.
TraceColumns known_columns(const PresentColumns& present) {
  TraceColumns columns;
  const TraceFormat* format = find_trace_format(present.names);
  if (!format) {
    columns.names = named_columns(present.names);
    // Members that only failed requests have may be missing in the first rows.
    if (std::string& error = of(columns.names, Role::error); present.has_others && error.empty()) error = "error";
    return columns;
  }
  columns.format = format->name;
  columns.time_form = format->time_form;
  columns.no_output_is_failed = format->no_output_is_failed;
  columns.bin_s = format->bin_s;
  for (const FormatColumn& column : format->columns)
    if (has_column(present, column.name) || may_come(present, column.role))
      of(columns.names, column.role) = column.name;
  return columns;
}

}  // namespace

std::span<const RoleRow> roles() { return role_table; }

const RoleRow& row(Role role) { return role_table[static_cast<std::size_t>(role)]; }

std::span<const std::string_view> role_names() {
  static const auto names = [] {
    std::array<std::string_view, mapped_count> list;
    for (std::size_t i = 0; i < mapped_count; ++i) list[i] = role_table[i].name;
    return list;
  }();
  return names;
}

std::optional<Role> find_role(std::string_view name) {
  for (std::size_t i = 0; i < mapped_count; ++i)
    if (role_table[i].name == name) return role_table[i].role;
  return std::nullopt;
}

std::optional<TraceColumns> find_columns(const PresentColumns& present, const ColumnNames& given,
                                         const std::string& file, Diagnostics& problems) {
  const auto refuse = [&](std::string message, std::string help) {
    problems.push_back({.code = "BE-T002",
                        .message = std::move(message),
                        .location = Location{.file = printable(file)},
                        .notes = {"it has: " + listed(present.names)},
                        .help = std::move(help)});
    return std::nullopt;
  };
  TraceColumns columns = known_columns(present);
  for (std::size_t i = 0; i < role_count; ++i) {
    if (given[i].empty() || given[i] == columns.names[i]) continue;
    if (!has_column(present, given[i]) && !may_come(present, static_cast<Role>(i))) {
      const std::vector<std::string_view> candidates(present.names.begin(), present.names.end());
      return refuse("there is no column '" + printable(given[i]) + "'", did_you_mean(given[i], candidates));
    }
    columns.format = "columns as given";
    // A given column has no other role.
    std::replace(columns.names.begin(), columns.names.end(), given[i], std::string());
    columns.names[i] = given[i];
  }
  for (const Role needed : needed_roles)
    if (of(columns.names, needed).empty())
      return refuse("no column is known to be " + std::string(row(needed).meaning),
                    "name it: --columns time=COLUMN,input=COLUMN,output=COLUMN");
  for (const std::string& name : columns.names)
    if (!name.empty() && std::count(present.names.begin(), present.names.end(), name) > 1)
      return refuse("there are several columns '" + printable(name) + "'", "give each column a name of its own");
  return columns;
}

}  // namespace breakeven::io
