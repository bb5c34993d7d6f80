// SPDX-License-Identifier: MIT
#include "inputs/given.hpp"

#include <algorithm>

namespace breakeven::app {
namespace {

constexpr std::string_view prefix = "BREAKEVEN_";
constexpr std::array<std::string_view, 2> other_variables{"BREAKEVEN_FORMAT", "BREAKEVEN_CATALOG"};

std::string upper(std::string_view key) {
  std::string text(key);
  for (char& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return text;
}

const std::vector<std::string>& variable_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all(other_variables.begin(), other_variables.end());
    for (const OptionRow& input : input_table) all.push_back(std::string(prefix) + upper(input.key));
    return all;
  }();
  return names;
}

bool same_group_other_member(Key a, Key b) {
  return row(a).group != Group::none && row(a).group == row(b).group && row(a).member != row(b).member;
}

std::string both(const Given& a, const Given& b) { return io::printable(a.origin) + " and " + io::printable(b.origin); }

void refuse_contradictions(const std::vector<Given>& given, io::Diagnostics& problems) {
  for (std::size_t i = 0; i < given.size() && problems.size() < io::most_problems; ++i) {
    const auto same_level = [&](const Given& other) { return other.source == given[i].source; };
    const auto end = given.begin() + static_cast<std::ptrdiff_t>(i);
    const auto same = std::find_if(given.begin(), end,
                                   [&](const Given& other) { return same_level(other) && other.key == given[i].key; });
    const auto rival = std::find_if(given.begin(), end, [&](const Given& other) {
      return same_level(other) && same_group_other_member(other.key, given[i].key);
    });
    // A pair such as input_tok and output_tok contradicts a third input once, not twice.
    if (same != end)
      io::add_once(
          problem_with(given[i], "BE-U003", both(*same, given[i]) + " give the same input twice", "keep one of them"),
          problems);
    else if (rival != end)
      io::add_once(
          problem_with(given[i], "BE-U004", both(*rival, given[i]) + " answer the same question", "keep one of them"),
          problems);
  }
}

}  // namespace

std::string_view name(Source source) {
  static constexpr std::array<std::string_view, 9> names{"varied", "trace",    "option",  "env",    "check",
                                                         "check",  "scenario", "catalog", "default"};
  return names.at(static_cast<std::size_t>(source));
}

std::span<const std::string_view> input_keys() {
  static const auto keys = [] {
    std::array<std::string_view, input_count> all;
    std::transform(input_table.begin(), input_table.end(), all.begin(),
                   [](const OptionRow& input) { return input.key; });
    return all;
  }();
  return keys;
}

std::string suggest_key(std::string_view name) {
  std::string option(name.substr(std::min(name.find_first_not_of('-'), name.size())));
  std::replace(option.begin(), option.end(), '_', '-');
  for (const OptionRow& input : input_table)
    if (!option.empty() && input.name == option) return "did you mean " + std::string(input.key) + "?";
  const std::string suggested = io::did_you_mean(name, input_keys());
  return suggested.empty() ? "breakeven schema scenario lists the inputs" : suggested;
}

std::string word_help(const OptionRow& input, std::string_view word) {
  std::string help = io::did_you_mean(word, input.words);
  if (!help.empty()) help += " ";
  help += "it is one of";
  for (const std::string_view known : input.words) (help += known == input.words.front() ? " " : ", ") += known;
  return help;
}

io::Diagnostic problem_with(const Given& given, std::string_view code, std::string message, std::string help) {
  io::Location location{.argument = given.origin};
  if (given.file) location = io::locate(*given.file, given.pointer);
  return {.code = code, .message = std::move(message), .location = std::move(location), .help = std::move(help)};
}

std::vector<Given> read_environment(std::span<const std::string_view> environment, io::Diagnostics& warnings) {
  std::vector<Given> given;
  const auto& names = variable_names();
  for (const std::string_view entry : environment) {
    if (!entry.starts_with(prefix)) continue;
    const std::string_view variable = entry.substr(0, entry.find('='));
    const std::string_view value = entry.substr(std::min(variable.size() + 1, entry.size()));
    const auto found = std::find(names.begin(), names.end(), variable);
    if (found == names.end()) {
      const std::vector<std::string_view> candidates(names.begin(), names.end());
      warnings.push_back({.code = "BE-W008",
                          .message = "unknown environment variable " + io::printable(variable) + " is ignored",
                          .location = io::Location{.argument = std::string(variable)},
                          .help = io::did_you_mean(variable, candidates),
                          .severity = io::Severity::warning});
      continue;
    }
    const auto index = static_cast<std::size_t>(found - names.begin());
    if (index < other_variables.size() || value.empty()) continue;
    given.push_back({.key = Key{index - other_variables.size()},
                     .value = std::string(value),
                     .source = Source::env,
                     .origin = std::string(variable)});
  }
  return given;
}

EffectiveInputs effective_inputs(const std::vector<Given>& given, io::Diagnostics& problems) {
  refuse_contradictions(given, problems);
  EffectiveInputs chosen{};
  for (const Given& candidate : given) {
    const bool displaced = std::any_of(given.begin(), given.end(), [&](const Given& other) {
      const bool rival = other.key == candidate.key || same_group_other_member(other.key, candidate.key);
      return rival && other.source < candidate.source;
    });
    if (!displaced) chosen[static_cast<std::size_t>(candidate.key)] = &candidate;
  }
  return chosen;
}

}  // namespace breakeven::app
