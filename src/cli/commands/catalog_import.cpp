// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <set>

#include "cli/argument_problems.hpp"
#include "cli/commands/commands.hpp"
#include "inputs/fitted_records.hpp"
#include "inputs/unknown_entry.hpp"
#include "inputs/warnings.hpp"
#include "io/catalog/catalog.hpp"
#include "io/catalog/fields.hpp"
#include "io/date.hpp"
#include "io/import/import.hpp"
#include "views/catalog.hpp"

namespace breakeven::app {
namespace {

const io::ImportFormat* asked_format(Session& session) {
  const auto asked = session.arguments().value("from");
  if (!asked) return nullptr;
  std::vector<std::string_view> names;
  for (const io::ImportFormat& format : io::import_formats()) {
    if (format.name == *asked) return &format;
    names.push_back(format.name);
  }
  session.problems().push_back(unreadable_value("from", *asked, io::suggestion(*asked, names, "formats")));
  return nullptr;
}

// A time of day HH:MM; absent if it is not one.
std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text) {
  constexpr std::size_t length = 5;
  if (text.size() != length || text[2] != ':') return std::nullopt;
  int hours = 0;
  int minutes = 0;
  for (const auto& [from, number] : {std::pair(0, &hours), std::pair(3, &minutes)}) {
    const char* begin = text.data() + from;
    const auto [end, error] = std::from_chars(begin, begin + 2, *number);
    if (error != std::errc() || end != begin + 2 || *number < 0) return std::nullopt;
  }
  const std::chrono::minutes time = std::chrono::hours(hours) + std::chrono::minutes(minutes);
  return minutes < 60 && time < std::chrono::hours(24) ? std::optional(time) : std::nullopt;
}

std::optional<RequestShape> parse_shape(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  RequestShape shape;
  for (const auto& [part, tokens] : {std::pair(text.substr(0, colon), &shape.input),
                                     std::pair(text.substr(std::min(colon + 1, text.size())), &shape.output)}) {
    double number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc() || end != part.data() + part.size() || !io::positive.contains(number)) return std::nullopt;
    *tokens = number * io::tok_per_request;
  }
  return shape;
}

// The id of the catalog entry that an option names.
template <class Entry>
std::optional<std::string> asked_id(Session& session, std::string_view option, const std::vector<Entry>& entries,
                                    std::optional<std::string> (io::Names::*called)(std::string_view) const) {
  auto id = session.arguments().value(option);
  if (!id || find(entries, *id)) return id;
  session.problems().push_back(unknown_entry(option, *id, ids_of(entries), std::string(option) + "s",
                                             (io::Names(session.catalog()).*called)(*id)));
  session.problems().back().location = io::Location{.argument = "--" + std::string(option)};
  return std::nullopt;
}

io::ImportContext asked_context(Session& session) {
  io::ImportContext context{.today = session.today(), .below = [&session] { return session.catalog(); }};
  if (const auto day = session.arguments().value("as-of")) {
    context.as_of = io::parse_date(*day);
    if (!context.as_of) session.problems().push_back(unreadable_value("as-of", *day, "write --as-of YYYY-MM-DD"));
  }
  if (const auto time = session.arguments().value("at")) {
    context.time_of_day = parse_time_of_day(*time);
    if (!context.time_of_day)
      session.problems().push_back(unreadable_value("at", *time, "write --at HH:MM, in UTC, such as --at 08:30"));
  }
  context.gpu = asked_id(session, "gpu", session.catalog().gpus, &io::Names::gpu);
  context.provider = session.arguments().value("provider");
  if (context.provider && (context.provider->empty() || io::printable(*context.provider) != *context.provider))
    session.problems().push_back(
        unreadable_value("provider", *context.provider, "write a name, such as --provider Nebius"));
  context.model = asked_id(session, "model", session.catalog().models, &io::Names::model);
  if (const auto gpus = session.arguments().value("gpus")) {
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(gpus->data(), gpus->data() + gpus->size(), count);
    if (error == std::errc() && end == gpus->data() + gpus->size() && count > 0)
      context.gpus_per_replica = count;
    else
      session.problems().push_back(unreadable_value("gpus", *gpus, "write the GPUs of one replica, such as --gpus 2"));
  }
  if (const auto shape = session.arguments().value("shape")) {
    context.shape = parse_shape(*shape);
    if (!context.shape)
      session.problems().push_back(
          unreadable_value("shape", *shape, "write input:output tokens of one request: --shape 1500:300"));
  }
  return context;
}

std::string remark(const io::ImportedFile& file, const io::Text& text) {
  return io::printable(text.name) + ": " + std::string(file.format->name) + " (" + std::string(file.format->holds) +
         "), " + std::to_string(file.imported_count) + " of " + std::to_string(file.entry_count) + " entries imported";
}

// Warns of options that fill in what a file leaves open, if no file does. A date always has an effect: it also decides
// which prices are in force.
void warn_of_idle_options(Session& session, const std::set<std::string_view>& used) {
  for (const std::string_view option : {"--gpu", "--gpus", "--model", "--shape", "--provider", "--at", "--phase-rates"})
    if (session.arguments().has(option.substr(2)) && !used.contains(option))
      session.problems().push_back(
          warning("BE-W038", std::string(option) + " has no effect: no file leaves open what it says", "remove it"));
}

}  // namespace

report::Report run_catalog_import(Session& session) {
  const auto& files = session.arguments().positionals;
  if (files.empty())
    session.problems().push_back({.code = "BE-U005",
                                  .message = "catalog import needs a file",
                                  .help = "breakeven catalog import prices.json --as-of 2026-08-01"});
  const io::ImportFormat* format = asked_format(session);
  const io::ImportContext context = asked_context(session);
  if (io::has_errors(session.problems())) return {};
  Catalog catalog;
  std::vector<std::string> remarks;
  std::set<std::string_view> used;
  for (const std::string& path : files) {
    const auto text = session.read(path);
    if (!text) continue;
    const io::ImportedFile file = io::import_file(*text, format, context, catalog, session.problems());
    if (!file.format) continue;
    remarks.push_back(remark(file, *text));
    used.insert(file.options_used.begin(), file.options_used.end());
    // Locating problems that nobody sees takes a tenth of the time.
    if (file.imported_count > 0 && session.arguments().has("quiet")) continue;
    for (io::Diagnostic& problem : io::not_imported(file, *text, session.arguments().has("verbose")))
      session.problems().push_back(std::move(problem));
  }
  if (io::has_errors(session.problems())) return {};
  if (!catalog.throughputs.empty()) used.insert("--phase-rates");
  warn_of_idle_options(session, used);
  if (session.arguments().has("phase-rates"))
    for (ThroughputRecord& fitted : phase_records(catalog.throughputs, session.problems()))
      if (!find(catalog.throughputs, fitted.id)) catalog.throughputs.push_back(std::move(fitted));
  const bool has_document =
      session.arguments().has("format") || session.arguments().has("export") || session.variable("BREAKEVEN_FORMAT");
  return import_report(catalog, std::move(remarks), has_document);
}

}  // namespace breakeven::app
