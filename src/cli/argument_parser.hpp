// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/command_table.hpp"
#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

/// The options of every command.
std::span<const OptionRow> global_options();

/// Splits up a command line. `help` receives the text for -h, --help or an empty command line.
std::optional<Arguments> parse_arguments(const std::vector<std::string>& words, std::span<const CommandRow> commands,
                                         std::string& help, io::Diagnostics& problems);

}  // namespace breakeven::app
