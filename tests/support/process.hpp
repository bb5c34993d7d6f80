// SPDX-License-Identifier: MIT
// Runs breakeven inside the test, with streams and an environment of the test's own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven::test {

struct Outcome {
  int exit_code = 0;
  std::string out;
  std::string err;
};

/// Runs the words (without the program's name) in `directory`; in the source directory they name files as a reader of
/// the tree would. The day is 2026-11-21 unless `environment`, entries NAME=value, sets SOURCE_DATE_EPOCH. An exception
/// that escapes is exit 70, as in main().
Outcome run_words(const std::vector<std::string>& words, const std::string& standard_input = {},
                  const std::vector<std::string>& environment = {},
                  const std::filesystem::path& directory = BREAKEVEN_SOURCE_DIR);

/// A line as it would be typed: `echo 'TEXT' | NAME=value breakeven words... > FILE`, where the first and last part may
/// be absent. Quotes and backslashes are read as a POSIX shell reads them; nothing is expanded.
struct CommandLine {
  std::vector<std::string> words;  // without the program's name
  std::string standard_input;      // what echo prints, with its newline
  std::vector<std::string> environment;
  std::string standard_output;  // the file that the output is redirected to, or empty
};

/// Throws std::invalid_argument where the line is none of breakeven.
CommandLine parse_command_line(std::string_view line);

/// The words of a line that begins after `breakeven`.
std::vector<std::string> words_of(std::string_view line);

/// Runs the line as run_words does. Redirected output goes to the file, and is then not in the outcome.
Outcome run_line(std::string_view line, const std::filesystem::path& directory = BREAKEVEN_SOURCE_DIR);

}  // namespace breakeven::test
