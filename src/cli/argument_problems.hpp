// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command_table.hpp"
#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

/// What can be wrong in the words of a command line. Option names have no dashes.
io::Diagnostic missing_value(std::string_view option);
io::Diagnostic unreadable_value(std::string_view option, std::string_view value, std::string help);
io::Diagnostic swallowed_option(std::string_view option, std::string_view following);
io::Diagnostic needless_value(std::string_view flag);
/// `--output` or `--export` name the same file.
io::Diagnostic written_twice(std::string_view path);
/// `--output` or `--export` names a file that the command reads.
io::Diagnostic written_over(std::string_view option, std::string_view path);
io::Diagnostic repeated_option(std::string_view option, std::size_t times);
io::Diagnostic unknown_option(std::string_view word, const std::vector<std::string_view>& known,
                              const CommandRow* command, bool behind_dashes);
io::Diagnostic unexpected_argument(std::string_view word, const CommandRow& command);
/// `words` are the rest of the command line; the first should have been a command.
io::Diagnostic unknown_command(const CommandRow* parent, const std::vector<std::string>& words,
                               std::span<const CommandRow> commands);

}  // namespace breakeven::app
