// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/inputs.hpp"
#include "io/diagnostic.hpp"
#include "io/json.hpp"

namespace breakeven::cli {

/// Where a value comes from; a lesser one displaces a greater one.
enum class Source { varied, option, env, scenario, catalog, default_value };
std::string_view name(Source source);

/// A text to be read, or a number in the key's unit.
using Value = std::variant<std::string, double>;

/// A value as it was given, not yet read.
struct Given {
  Key key;
  Value value{};
  Source source = Source::option;
  std::string origin{};            // "--gpu-price", "BREAKEVEN_GPU", the scenario file
  Bare bare = Bare::needs_unit;    // whether a bare number is in the key's unit
  const io::Text* file = nullptr;  // of a scenario, with the pointer to the value
  std::string pointer{};
};

/// A catalog value or a default of an earlier answer, which is looked up again.
struct Recorded {
  Key key;
  double number = 0;
  std::string origin{};  // of a catalog value: the entry's id
};

/// What a scenario file, or the JSON of an earlier compare, asks.
struct ScenarioFile {
  std::vector<Given> given;
  std::vector<Recorded> recorded;
};
ScenarioFile read_scenario(const io::Text& text, io::Diagnostics& problems);

/// The inputs that the environment sets; an unknown BREAKEVEN_ name is a warning.
std::vector<Given> read_environment(std::span<const std::string_view> environment, io::Diagnostics& warnings);

/// A problem with a given value, at its place.
io::Diagnostic problem_with(const Given& given, std::string_view code, std::string message, std::string help = {});

/// The one given value of each key that counts, after displacement; two of one level that contradict each other are
/// reported.
using Chosen = std::array<const Given*, input_count>;
Chosen choose(const std::vector<Given>& given, io::Diagnostics& problems);

/// All keys of the table, for did-you-mean.
std::span<const std::string_view> input_keys();

/// The key that an unknown name may mean, which may be that of an option; else where the keys are listed.
std::string suggest_key(std::string_view name);

}  // namespace breakeven::cli
