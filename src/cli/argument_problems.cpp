// SPDX-License-Identifier: MIT
#include "cli/argument_problems.hpp"

#include <algorithm>

namespace breakeven::app {
namespace {

io::Diagnostic problem(std::string_view code, std::string message, std::string argument, std::string help) {
  return {.code = code,
          .message = std::move(message),
          .location = io::Location{.argument = std::move(argument)},
          .help = std::move(help)};
}

std::string dashed(std::string_view option) { return "--" + std::string(option); }

std::string_view without_dashes(std::string_view word) {
  word.remove_prefix(std::min(word.find_first_not_of('-'), word.size()));
  return word;
}

}  // namespace

io::Diagnostic missing_value(std::string_view option) {
  return problem("BE-U010", dashed(option) + " has no value", dashed(option), "write " + dashed(option) + "=VALUE");
}

io::Diagnostic unreadable_value(std::string_view option, std::string_view value, std::string help) {
  return problem("BE-U010", dashed(option) + " '" + io::printable(value) + "' cannot be read", dashed(option),
                 std::move(help));
}

io::Diagnostic swallowed_option(std::string_view option, std::string_view following) {
  return problem("BE-U010", dashed(option) + " has no value: '" + io::printable(following) + "' follows it",
                 dashed(option), "write " + dashed(option) + "=VALUE");
}

io::Diagnostic needless_value(std::string_view flag) {
  return problem("BE-U010", dashed(flag) + " takes no value", dashed(flag), "write " + dashed(flag) + " alone");
}

io::Diagnostic written_twice(std::string_view path) {
  return problem("BE-U003", "two answers are to be written to '" + io::printable(path) + "'", "--export",
                 "give each its own file");
}

io::Diagnostic written_over(std::string_view option, std::string_view path) {
  return problem("BE-O003", "'" + io::printable(path) + "' is read, and would be written over", dashed(option),
                 "write the answer to another file");
}

io::Diagnostic repeated_option(std::string_view option, std::size_t times) {
  return problem("BE-U003", dashed(option) + " is given " + std::to_string(times) + " times", dashed(option),
                 "keep one of them");
}

io::Diagnostic unknown_option(std::string_view word, const std::vector<std::string_view>& known,
                              const CommandRow* command, bool behind_dashes) {
  const std::string name(word.substr(0, word.find('=')));
  const std::string_view bare = without_dashes(name);
  const std::string all = "breakeven " + (command ? std::string(command->name) + " " : "") + "--help lists all";
  std::string help = all;
  if (const std::string close = io::did_you_mean(bare, known, "--"); !close.empty())
    help = close + "        (" + all + ")";
  if (behind_dashes && std::find(known.begin(), known.end(), bare) != known.end())
    help = "options are not read after --";
  return problem("BE-U001", "unknown option " + io::printable(name), name, std::move(help));
}

io::Diagnostic unexpected_argument(std::string_view word, const CommandRow& command) {
  return problem("BE-U006", "unexpected argument '" + io::printable(word) + "'", std::string(word),
                 "breakeven " + std::string(command.name) + " --help lists its options");
}

io::Diagnostic unknown_command(const CommandRow* parent, const std::vector<std::string>& words,
                               std::span<const CommandRow> commands) {
  const std::string before = parent ? std::string(parent->name) + " " : "";
  std::vector<std::string_view> names;
  std::string all = parent ? before + "has the commands" : "commands are";
  for (const CommandRow& command : commands) {
    if (!command.name.starts_with(before) || command.name.find(' ', before.size()) != std::string_view::npos) continue;
    names.push_back(command.name.substr(before.size()));
    (all += names.size() == 1 ? " " : ", ") += names.back();
  }
  if (words.empty() || words.front().starts_with('-'))
    return {.code = "BE-U002", .message = parent ? before + "needs a command" : "no command is given", .help = all};
  const std::string& word = words.front();
  const bool is_late = std::find(names.begin(), names.end(), word) != names.end();
  const std::string close = is_late ? "commands are not read after --" : io::did_you_mean(word, names);
  return problem("BE-U002",
                 parent ? before + "has no command '" + io::printable(word) + "'"
                        : "unknown command '" + io::printable(word) + "'",
                 word, close.empty() ? all : close);
}

}  // namespace breakeven::app
