// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven::app {

/// Everything that a run sees of the outside world; tests supply their own.
struct Process {
  std::vector<std::string> words;             // the command line without the program's name
  std::vector<std::string_view> environment;  // NAME=value
  std::istream* in;
  std::ostream* out;
  std::ostream* err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::optional<std::size_t> terminal_width{};
};

/// Runs one command line and returns its exit code: 0 answered, 1 the answer is no, 2 could not answer.
int run(const Process& process);

}  // namespace breakeven::app
