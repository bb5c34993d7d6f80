// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/command_table.hpp"
#include "io/diagnostics/diagnostic.hpp"

namespace breakeven::app {

/// The options that all commands take.
std::span<const OptionRow> global_options();

/// Takes a command line apart; `help` receives the text that -h, --help or no words at all ask for.
std::optional<Arguments> parse_arguments(const std::vector<std::string>& words, std::span<const CommandRow> commands,
                                         std::string& help, io::Diagnostics& problems);

}  // namespace breakeven::app
