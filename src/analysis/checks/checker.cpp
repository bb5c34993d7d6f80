// SPDX-License-Identifier: MIT
#include "analysis/checks/checker.hpp"

#include <array>

#include "analysis/checks/catalog_path.hpp"
#include "analysis/document_schema.hpp"
#include "inputs/sweep_values.hpp"
#include "inputs/value_text.hpp"
#include "text/format.hpp"

namespace breakeven::app {
namespace {

std::optional<std::string_view> catalog_path(const Expectation& expectation) {
  return behind(expectation.metric, "catalog");
}

// Without a near match, the help points to the schema's list.
PathFault with_help(PathFault fault, std::string_view schema) {
  if (fault.help.empty()) fault.help = text::format("breakeven schema {} lists the figures", schema);
  return fault;
}

io::Diagnostic problem_at(const io::Location& place, std::string_view code, std::string message, std::string help) {
  return {.code = code, .message = std::move(message), .location = place, .help = std::move(help)};
}

// `what` says what is wrong with the figure.
io::Diagnostic faulty(const Expectation& expectation, std::string_view code, std::string_view what,
                      const PathFault& fault) {
  return problem_at(expectation.location, code,
                    text::format("\"{}\" {}: {}", io::printable(expectation.metric), what, fault.message), fault.help);
}

// The errors of a question; each notes the check that asked it.
io::Diagnostics errors_of(const Check& check, io::Diagnostics problems) {
  std::erase_if(problems, [](const io::Diagnostic& problem) { return problem.severity != io::Severity::error; });
  for (io::Diagnostic& problem : problems) {
    problem.notes.push_back("asked by the check \"" + io::printable(check.name) + "\"");
    if (problem.location && !problem.location->file.empty()) continue;
    const std::string argument = problem.location ? problem.location->argument : "";
    const auto option =
        check.option_places.find(argument.substr(std::min(argument.find_first_not_of('-'), argument.size())));
    problem.location = option == check.option_places.end() ? check.location : option->second;
  }
  return problems;
}

}  // namespace

CheckFiles read_check_files(std::vector<CheckableCommand> commands, std::deque<io::Text> texts,
                            io::Diagnostics& problems) {
  CheckFiles read{.commands = std::move(commands), .texts = std::move(texts)};
  for (const io::Text& text : read.texts) read.files.push_back(read_checks(text, read.commands, problems));
  return read;
}

std::string point_text(const std::vector<Given>& point) {
  std::string text;
  for (const Given& given : point)
    text += text::format("{}{} {}", text.empty() ? " at " : ", ", row(given.key).key,
                         io::printable(value_text(given.key, given.value)));
  return text;
}

bool is_about_answer(const Check& check) {
  return std::any_of(check.expected.begin(), check.expected.end(),
                     [](const Expectation& expectation) { return !catalog_path(expectation); });
}

std::string_view name(CheckStatus status) {
  static constexpr std::array<std::string_view, 4> names{"passed", "failed", "errored", "skipped"};
  return names.at(static_cast<std::size_t>(status));
}

const Json& Checker::schema_of(std::string_view name) {
  const auto known = schemas_.find(name);
  return known == schemas_.end() ? schemas_.emplace(std::string(name), schema(name)).first->second : known->second;
}

const std::variant<PathKind, PathFault>& Checker::kind_of(std::string_view command, const std::string& metric) {
  const auto path = behind(metric, "catalog");
  const std::string_view document = path ? "catalog" : command;
  const auto [entry, is_new] = kinds_.try_emplace({std::string(document), metric});
  if (is_new) entry->second = path ? catalog_kind_at(schema_of(document), *path) : kind_at(schema_of(document), metric);
  return entry->second;
}

void Checker::refuse_misfit(const Check& check, const Expectation& expectation) {
  const auto& kind = kind_of(check.command->name, expectation.metric);
  if (const auto* fault = std::get_if<PathFault>(&kind))
    asker_.problems.push_back(faulty(expectation, "BE-C003",
                                     catalog_path(expectation)
                                         ? "is no figure of catalogs"
                                         : text::format("is no figure of {}", check.command->name),
                                     with_help(*fault, catalog_path(expectation) ? "catalog" : check.command->name)));
  else if (const auto misfits = misfit(expectation, std::get<PathKind>(kind)))
    asker_.problems.push_back(faulty(expectation, "BE-C004", "cannot be tested so", *misfits));
}

// A check of the catalog alone would ignore inputs and options.
void Checker::refuse_idle(const Check& check) {
  if (is_about_answer(check) || check.expected.empty()) return;
  const auto own = std::find_if(check.given.begin(), check.given.end(),
                                [](const Given& given) { return given.source == Source::check; });
  if (own == check.given.end() && check.for_each.empty() && check.options.empty()) return;
  asker_.problems.push_back(problem_at(check.location, "BE-C008",
                                       "inputs and options have no effect on a check of the catalog alone",
                                       "leave them out, or expect something of an answer too"));
}

void Checker::refuse_misfits(const CheckFile& file) {
  for (const Check& check : file.checks)
    if (asker_.problems.size() < io::most_problems) refuse_idle(check);
  for (const Check& check : file.checks)
    for (const Expectation& expectation : check.expected)
      if (asker_.problems.size() < io::most_problems) refuse_misfit(check, expectation);
}

// Command-line inputs that the command does not take are meant for other checks.
std::vector<Given> Checker::given_at(const Check& check, const std::vector<Given>& point) {
  std::vector<Given> given;
  for (const Given& value : asker_.given)
    if (check.command->takes_input(row(value.key))) given.push_back(value);
  given.insert(given.end(), check.given.begin(), check.given.end());
  given.insert(given.end(), point.begin(), point.end());
  return given;
}

std::vector<Given> Checker::values_of(const Check& check, const RepeatedInput& repeated, io::Diagnostics& problems) {
  if (!repeated.text) return repeated.values;
  io::Diagnostics found;
  const Given& range = repeated.values.front();
  const auto variation = parse_variation(std::string(row(range.key).key) + "=" + *repeated.text, found);
  for (io::Diagnostic& problem : found) {
    problem.location = io::locate(*range.file, range.pointer);
    // Says it like a sweep, without the option.
    const std::string assignment = std::string(row(range.key).key) + "=";
    for (const std::string& said : {"--vary '" + assignment, assignment})
      for (std::string* text : {&problem.message, &problem.help})
        if (const auto at = text->find(said); at != std::string::npos)
          text->replace(at, said.size(), said.starts_with('-') ? "'" : "");
    problems.push_back(std::move(problem));
  }
  std::vector<Given> values;
  if (!variation) return values;
  const std::vector<Given> given = given_at(check, {});
  const Asker asked{.given = given, .catalog = catalog_, .today = asker_.today, .problems = found};
  constexpr Key month = key("hours_per_month");
  const double hours = asked.current_number(month).value_or(*row(month).default_value);
  for (std::size_t i = 0; i < variation->count; ++i) {
    values.push_back(range);
    values.back().value = variation->is_id_list() ? Value(variation->ids[i]) : Value(variation->number(i, hours));
  }
  return values;
}

Checker::Points Checker::points_of(const Check& check, io::Diagnostics& problems) {
  Points points(1);
  for (const RepeatedInput& repeated : check.for_each) {
    const std::vector<Given> values = values_of(check, repeated, problems);
    if (points.size() * values.size() > most_points) {
      problems.push_back(problem_at(check.location, "BE-C010", "the check is repeated more than 100,000 times",
                                    "list fewer values in \"for_each\""));
      return {};
    }
    Points longer;
    for (const auto& point : points)
      for (const Given& value : values) {
        longer.push_back(point);
        longer.back().push_back(value);
      }
    points = std::move(longer);
  }
  return points;
}

std::vector<Checked> Checker::run(const Check& check) {
  std::vector<Checked> checked;
  io::Diagnostics problems;
  const Points points = points_of(check, problems);
  if (problems.empty())
    for (const auto& point : points) run_at(check, point, checked);
  else
    for (const Expectation& expectation : check.expected)
      checked.push_back({.check = &check,
                         .expectation = &expectation,
                         .status = CheckStatus::errored,
                         .diagnostics = errors_of(check, problems)});
  return checked;
}

std::vector<Checked> Checker::skip(const Check& check) {
  std::vector<Checked> skipped;
  io::Diagnostics unused;
  for (const auto& point : points_of(check, unused))
    for (const Expectation& expectation : check.expected)
      skipped.push_back({.check = &check, .expectation = &expectation, .point = point});
  return skipped;
}

void Checker::run_at(const Check& check, const std::vector<Given>& point, std::vector<Checked>& checked) {
  io::Diagnostics found;
  const Json document =
      is_about_answer(check) ? check.command->answer(check.options, given_at(check, point), catalog_, found) : Json();
  const bool failed = io::has_errors(found);
  if (failed) found = errors_of(check, std::move(found));
  for (const Expectation& expectation : check.expected) {
    Checked& one = checked.emplace_back();
    one.check = &check;
    one.expectation = &expectation;
    one.point = point;
    if (const auto path = catalog_path(expectation)) {
      compare_catalog(one, *path);
      continue;
    }
    one.diagnostics = found;
    if (failed)
      one.status = CheckStatus::errored;
    else
      compare(one, document);
  }
}

namespace {
// Whether the status around a null value says why it is null.
bool has_reason(const PathValue& found) {
  const bool is_of_an_answer = found.status == "feasible" || found.status == "priced" || found.status == "at";
  return !found.status.empty() && (!is_of_an_answer || !found.reason.empty());
}
}  // namespace

void Checker::compare(Checked& one, const Json& document) {
  const std::string& metric = one.expectation->metric;
  const std::string_view part = std::string_view(metric).substr(0, metric.find('.'));
  if (!document.contains(part)) {
    one.status = CheckStatus::errored;
    one.diagnostics.push_back(
        problem_at(one.expectation->location, "BE-C007",
                   text::format("this answer of {} has no \"{}\"", one.check->command->name, part),
                   "an option of the command adds it, as \"options\": {\"range\": true} does for \"range\""));
    return;
  }
  PathValue found = value_at(document, metric);
  const bool is_known = found.value && !found.value->is_null();
  if (!is_known) {
    one.actual_status = found.value && has_reason(found) ? std::move(found.status) : "absent";
    one.actual_reason = std::move(found.reason);
  }
  decide(one, is_known ? *found.value : Json());
}

void Checker::compare_catalog(Checked& one, std::string_view path) {
  const auto found = catalog_value_at(catalog_(), asker_.today, schema_of("catalog"), path);
  if (const auto* fault = std::get_if<PathFault>(&found)) {
    one.status = CheckStatus::errored;
    one.diagnostics.push_back(faulty(*one.expectation, "BE-P003", "is not there", *fault));
    return;
  }
  const Json& value = std::get<Json>(found);
  if (value.is_null()) one.actual_status = "absent";
  decide(one, value);
}

void Checker::decide(Checked& one, Json actual) {
  one.actual = std::move(actual);
  one.status = holds(*one.expectation, one.actual) ? CheckStatus::passed : CheckStatus::failed;
}

}  // namespace breakeven::app
