// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"

#include <array>

#include "cli/commands/commands.hpp"

namespace breakeven::cli {
namespace {

bool any_input(const InputRow&) { return true; }
bool no_input(const InputRow&) { return false; }

constexpr std::array exit_code_option{OptionRow{"exit-code", "", "", "exit 1 unless self-hosting is cheaper"}};

constexpr std::array commands_table{
    CommandRow{"compare", "One question, both sides, the verdict and every break-even", "", any_input, exit_code_option, run_compare},
};

}  // namespace

std::span<const CommandRow> commands() { return commands_table; }

}  // namespace breakeven::cli
