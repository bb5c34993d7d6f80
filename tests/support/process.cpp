// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <algorithm>
#include <cctype>
#include <exception>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "catch.hpp"
#include "cli/run.hpp"

namespace breakeven::test {
namespace {

constexpr const char* fixed_day = "SOURCE_DATE_EPOCH=1795219200";  // 2026-11-21

// The streams and variables are the run's; the working directory is the caller's.
Outcome run_with(const std::vector<std::string>& words, const std::string& standard_input,
                 const std::vector<std::string>& environment, std::ostream& out) {
  std::istringstream in(standard_input);
  std::ostringstream err;
  app::Process process{
      .words = words, .environment = {environment.begin(), environment.end()}, .in = &in, .out = &out, .err = &err};
  const auto sets_day = [](const std::string& entry) { return entry.starts_with("SOURCE_DATE_EPOCH="); };
  if (std::none_of(environment.begin(), environment.end(), sets_day)) process.environment.emplace_back(fixed_day);
  Outcome outcome;
  try {
    outcome.exit_code = app::run(process);
  } catch (const std::exception& bug) {
    outcome.exit_code = 70;
    err << "internal error: " << bug.what() << "\n";
  }
  outcome.err = err.str();
  return outcome;
}

// One word of the line, and whether any of it was quoted.
struct Token {
  std::string text;
  bool quoted = false;
};

// The word at the start of `rest`, which is moved behind it; nothing at the end of the line.
std::optional<Token> take_token(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
  if (rest.empty()) return std::nullopt;
  Token token;
  char quote = '\0';
  while (!rest.empty()) {
    const char letter = rest.front();
    if (quote == '\0' && (letter == ' ' || letter == '\t')) break;
    rest.remove_prefix(1);
    if (letter == quote) {
      quote = '\0';
    } else if (quote == '\0' && (letter == '\'' || letter == '"')) {
      quote = letter;
      token.quoted = true;
    } else if (letter == '\\' && quote != '\'' && !rest.empty()) {
      token.text += rest.front();
      token.quoted = true;
      rest.remove_prefix(1);
    } else {
      token.text += letter;
    }
  }
  if (quote != '\0') throw std::invalid_argument("a quote is not closed");
  return token;
}

bool is_assignment(const Token& token) {
  const auto part_of_name = [](unsigned char letter) {
    return std::isupper(letter) || std::isdigit(letter) || letter == '_';
  };
  const std::size_t equals = token.text.find('=');
  return equals != std::string::npos && equals > 0 &&
         std::all_of(token.text.begin(), token.text.begin() + static_cast<std::ptrdiff_t>(equals), part_of_name);
}

}  // namespace

Outcome run_words(const std::vector<std::string>& words, const std::string& standard_input,
                  const std::vector<std::string>& environment, const std::filesystem::path& directory) {
  std::filesystem::current_path(directory);
  std::ostringstream out;
  Outcome outcome = run_with(words, standard_input, environment, out);
  outcome.out = out.str();
  return outcome;
}

CommandLine parse_command_line(std::string_view line) {
  CommandLine command;
  std::vector<Token> tokens;
  for (std::string_view rest = line; auto token = take_token(rest);) tokens.push_back(std::move(*token));
  auto next = tokens.begin();
  const auto at = [&](std::string_view operation) {
    return next != tokens.end() && !next->quoted && next->text == operation;
  };
  if (at("echo")) {
    for (++next; next != tokens.end() && !at("|"); ++next)
      command.standard_input += (command.standard_input.empty() ? "" : " ") + next->text;
    command.standard_input += '\n';
    if (next != tokens.end()) ++next;
  }
  for (; next != tokens.end() && is_assignment(*next); ++next) command.environment.push_back(next->text);
  if (!at("breakeven")) throw std::invalid_argument("not a line of breakeven: " + std::string(line));
  for (++next; next != tokens.end() && !at(">"); ++next) command.words.push_back(next->text);
  if (at(">") && ++next != tokens.end()) command.standard_output = next->text;
  return command;
}

std::vector<std::string> words_of(std::string_view line) {
  return parse_command_line("breakeven " + std::string(line)).words;
}

Outcome run_line(std::string_view line, const std::filesystem::path& directory) {
  const CommandLine command = parse_command_line(line);
  if (command.standard_output.empty())
    return run_words(command.words, command.standard_input, command.environment, directory);
  std::filesystem::current_path(directory);
  std::ofstream file(command.standard_output, std::ios::binary);
  return run_with(command.words, command.standard_input, command.environment, file);
}

}  // namespace breakeven::test
