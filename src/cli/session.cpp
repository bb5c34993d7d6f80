// SPDX-License-Identifier: MIT
#include "cli/session.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

#include "cli/argument_parser.hpp"
#include "cli/compound_options.hpp"
#include "io/catalog/catalog.hpp"
#include "io/catalog/pack.hpp"
#include "io/date.hpp"
#include "io/embedded.hpp"
#include "io/files.hpp"

namespace breakeven::app {
namespace {

constexpr long long last_second = 253'402'300'799;  // of the year 9999

std::vector<std::string> split_list(std::string_view list, char separator) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::string_view part = list.substr(0, list.find(separator));
    if (!part.empty()) parts.emplace_back(part);
    list.remove_prefix(std::min(part.size() + 1, list.size()));
  }
  return parts;
}

}  // namespace

Session::Session(const Process& process, const Program& program, Arguments arguments)
    : process_(process), program_(program), arguments_(std::move(arguments)) {
  choose_today();
  name_inputs();
}

Session::Session(const Session& outer, Arguments arguments, std::vector<Given> given, CatalogSource catalog)
    : process_(outer.process_),
      program_(outer.program_),
      arguments_(std::move(arguments)),
      today_(outer.today_),
      outer_catalog_(std::move(catalog)),
      given_(std::move(given)) {}

std::optional<std::string_view> Session::variable(std::string_view name) const {
  for (const std::string_view entry : process_.environment)
    if (entry.size() > name.size() + 1 && entry.starts_with(name) && entry[name.size()] == '=')
      return entry.substr(name.size() + 1);
  return std::nullopt;
}

void Session::name_inputs() {
  const auto add = [&](const std::string& path) { inputs_.push_back(path == "-" ? "/dev/stdin" : path); };
  for (const std::string& path : arguments_.positionals) add(path);
  for (const auto rows : {global_options(), arguments_.command->options})
    for (const OptionRow& option : rows)
      if (option.value == "FILE" && option.name != "output")
        for (const std::string& path : arguments_.values(option.name)) add(path);
  for (const std::string& path : split_list(variable("BREAKEVEN_CATALOG").value_or(""), ':')) add(path);
}

void Session::choose_today() {
  today_ = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  if (const auto epoch = variable("SOURCE_DATE_EPOCH")) {
    long long seconds = 0;
    const auto [end, error] = std::from_chars(epoch->data(), epoch->data() + epoch->size(), seconds);
    const bool whole = error == std::errc() && end == epoch->data() + epoch->size();
    if (whole && seconds >= 0 && seconds <= last_second)
      today_ = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
    else
      problems_.push_back(
          {.code = "BE-U010",
           .message = "SOURCE_DATE_EPOCH '" + io::printable(*epoch) + "' is not a number of seconds since 1970",
           .help = "unset it, or give --today YYYY-MM-DD"});
  }
  const auto given = arguments_.value("today");
  if (!given) return;
  if (const auto date = io::parse_date(*given))
    today_ = *date;
  else
    problems_.push_back({.code = "BE-U010",
                         .message = "--today '" + io::printable(*given) + "' is not a date",
                         .location = io::Location{.argument = "--today"},
                         .help = "write YYYY-MM-DD"});
}

const Catalog& Session::catalog() {
  if (outer_catalog_) return outer_catalog_();
  if (catalog_) return *catalog_;
  catalog_ = catalog_over({});
  if (arguments_.has("bench") && !io::has_errors(problems_)) take_benchmarks(*catalog_);
  return *catalog_;
}

Catalog Session::catalog_over(std::span<const std::string> files) {
  Catalog catalog;
  if (!arguments_.has("no-builtin")) catalog = io::unpack(embedded::packed_catalog());
  inputs_.insert(inputs_.end(), files.begin(), files.end());
  for (const std::string& path : files)
    if (const auto text = io::read_file(path, problems_)) io::read_catalog(*text, catalog, problems_);
  for (const io::Text& layer : layers()) io::read_catalog(layer, catalog, problems_);
  return catalog;
}

// Read only once, because a layer can be standard input.
const std::vector<io::Text>& Session::layers() {
  if (layers_) return *layers_;
  layers_.emplace();
  std::vector<std::string> paths = split_list(variable("BREAKEVEN_CATALOG").value_or(""), ':');
  for (const std::string& path : arguments_.values("catalog")) paths.push_back(path);
  for (const std::string& path : paths)
    if (auto text = read(path)) layers_->push_back(std::move(*text));
  return *layers_;
}

bool Session::may_read_stdin() {
  if (!stdin_read_) return stdin_read_ = true;
  problems_.push_back(
      {.code = "BE-U008", .message = "standard input is asked for twice", .help = "give one of the two as a file"});
  return false;
}

std::optional<io::Text> Session::read(const std::string& path) {
  if (path != "-") return io::read_file(path, problems_);
  if (!may_read_stdin()) return std::nullopt;
  return io::read_stream(*process_.in, problems_);
}

std::deque<io::Text> Session::texts(std::span<const std::string> paths) {
  std::deque<io::Text> texts;
  for (const std::string& path : paths)
    if (auto text = read(path)) texts.push_back(std::move(*text));
  return texts;
}

std::istream* Session::standard_input(std::span<const std::string> paths) {
  for (const std::string& path : paths)
    if (path == "-" && !may_read_stdin()) return nullptr;
  return process_.in;
}

void Session::show_progress(std::string_view line) {
  constexpr std::string_view erase = "\r\x1b[K";
  if (process_.err_is_terminal && !arguments_.has("quiet")) *process_.err << erase << line << std::flush;
}

void Session::take_options(std::vector<Given>& given) {
  for (std::size_t i = 0; i < input_count; ++i) {
    const OptionRow& input = row(Key{i});
    if (!arguments_.command->takes_input(input)) continue;
    if (const auto value = arguments_.value(input.name))
      given.push_back({.key = Key{i}, .value = *value, .origin = "--" + std::string(input.name)});
  }
  for (const CompoundRow& compound : compound_options())
    if (const auto value = arguments_.value(compound.option.name);
        value && arguments_.command->takes_input(row(compound.keys.front())))
      compound.read(*value, given, problems_);
}

void Session::take_settings(std::vector<Given>& given) {
  for (const std::string& setting : arguments_.values("set")) {
    const std::size_t equals = setting.find('=');
    const std::string name = setting.substr(0, equals);
    const auto key = find_key(name);
    const io::Location place{.argument = "--set " + name};
    if (equals == std::string::npos)
      problems_.push_back({.code = "BE-U010",
                           .message = "--set '" + io::printable(setting) + "' has no value",
                           .location = place,
                           .help = "write --set KEY=VALUE"});
    else if (!key)
      problems_.push_back({.code = "BE-U009",
                           .message = "--set has the unknown input '" + io::printable(name) + "'",
                           .location = place,
                           .help = name.empty() ? "write --set KEY=VALUE" : suggest_key(name)});
    else
      given.push_back({.key = *key,
                       .value = setting.substr(equals + 1),
                       .origin = "--set " + name,
                       .unit_policy = UnitPolicy::optional});
  }
}

void Session::take_benchmarks(Catalog& catalog) {
  const std::deque<io::Text> files = texts(arguments_.values("bench"));
  const Benchmarks benchmarks{.files = files, .lists_all = arguments_.has("verbose")};
  benchmarked_ = overlay_benchmarks(benchmarks, given(), today_, catalog, problems_);
}

// Uses the model and GPU of benchmark files if nothing else gives them.
void Session::take_benchmarked(std::vector<Given>& given) {
  if (!arguments_.has("bench")) return;
  const auto rate = std::find_if(given.begin(), given.end(),
                                 [](const Given& known) { return row(known.key).group == Group::throughput; });
  if (rate != given.end())
    problems_.push_back(problem_with(*rate, "BE-U004", rate->origin + " and --bench both say how fast a replica is",
                                     "give one of the two"));
  catalog();
  const auto take = [&](Key key, const std::string& id) {
    const bool is_given = std::any_of(given.begin(), given.end(), [&](const Given& known) { return known.key == key; });
    if (!id.empty() && !is_given) given.push_back({.key = key, .value = id, .origin = "--bench"});
  };
  take(key("model"), benchmarked_.model);
  take(key("gpu"), benchmarked_.gpu);
}

const std::vector<Given>& Session::given() {
  if (given_) return *given_;
  std::vector<Given>& given = given_.emplace();
  take_options(given);
  take_settings(given);
  for (Given& variable : read_environment(process_.environment, problems_)) given.push_back(std::move(variable));
  if (const auto path = arguments_.value("scenario")) {
    scenario_text_ = read(*path);
    if (scenario_text_) scenario_ = read_scenario(*scenario_text_, problems_);
    given.insert(given.end(), scenario_.given.begin(), scenario_.given.end());
  }
  drop_untaken(given);
  take_benchmarked(given);
  return given;
}

// Files and the environment can hold inputs for other commands; the command line cannot.
void Session::drop_untaken(std::vector<Given>& given) {
  const CommandRow& command = *arguments_.command;
  const auto is_untaken = [&](const Given& value) { return !command.takes_input(row(value.key)); };
  for (const Given& value : given)
    if (is_untaken(value) && value.source == Source::option)
      problems_.push_back(problem_with(value, "BE-U011",
                                       value.origin + " has no effect: " + std::string(command.takes_no_other),
                                       "leave it out, or use breakeven compare"));
  std::erase_if(given, is_untaken);
}

Asker Session::asker() {
  const std::vector<Given>& all = given();
  if (arguments_.has("catalog") || variable("BREAKEVEN_CATALOG")) catalog();
  return {all, scenario_.recorded, [this]() -> const Catalog& { return catalog(); }, today_, problems_};
}

}  // namespace breakeven::app
