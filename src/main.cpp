// SPDX-License-Identifier: MIT
#include <sys/ioctl.h>
#include <unistd.h>

#include <exception>
#include <iostream>

#include "cli/run.hpp"

int main(int count, char** words, char** environment) try {
  std::ios::sync_with_stdio(false);
  breakeven::app::Process process{.words = {words + (count > 0 ? 1 : 0), words + count},
                                  .environment = {},
                                  .in = &std::cin,
                                  .out = &std::cout,
                                  .err = &std::cerr,
                                  .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                                  .err_is_terminal = isatty(STDERR_FILENO) == 1};
  for (char** entry = environment; *entry != nullptr; ++entry) process.environment.emplace_back(*entry);
  winsize size{};
  if (process.out_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    process.terminal_width = size.ws_col;
  return breakeven::app::run(process);
} catch (const std::exception& bug) {
  std::cerr << "breakeven: internal error: " << bug.what() << "\nThis is a bug in breakeven; please report it.\n";
  return 70;
}
