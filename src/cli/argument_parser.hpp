// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "io/diagnostic.hpp"

namespace breakeven::cli {

/// Takes a command line apart; `help` receives the text that -h, --help or no words at all ask for.
std::optional<Arguments> parse_arguments(const std::vector<std::string>& words, std::span<const CommandRow> commands,
                                         std::string& help, io::Diagnostics& problems);

}  // namespace breakeven::cli
