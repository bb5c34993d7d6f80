// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "inputs/input_table.hpp"
#include "io/diagnostics/diagnostic.hpp"
#include "io/json/document.hpp"

namespace breakeven::app {

/// Where a value comes from (`trace`: a log of requests); a lesser one displaces a greater one.
enum class Source { varied, trace, option, env, check, check_default, scenario, catalog, default_value };
/// As answers say it: both levels of a check are "check".
std::string_view name(Source source);

/// A text to be read, or a number in the key's unit.
using Value = std::variant<std::string, double>;

/// A value as it was given, not yet read.
struct Given {
  Key key;
  Value value{};
  Source source = Source::option;
  std::string origin{};  // "--gpu-price", "BREAKEVEN_GPU", "scenario.json: gpu"
  UnitPolicy unit_policy = UnitPolicy::required;
  const io::Text* file = nullptr;  // that holds the value at the pointer
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

/// Where a file's inputs stand: the file, and the level that they have.
struct InputsPlace {
  const io::Text& text;
  Source source;
};
/// A number, an id or a quantity that a file gives an input, at `pointer`. Appends it to `given`, or a problem.
void take_input(const InputsPlace& place, Key key, const Json& value, std::string pointer, std::vector<Given>& given,
                io::Diagnostics& problems);
/// The inputs of an object of keys and values.
void take_inputs(const InputsPlace& place, const Json& object, const io::Path& path, std::vector<Given>& given,
                 io::Diagnostics& problems);

/// The inputs that the environment sets; an unknown BREAKEVEN_ name is a warning.
std::vector<Given> read_environment(std::span<const std::string_view> environment, io::Diagnostics& warnings);

/// A problem with a given value, at its place.
io::Diagnostic problem_with(const Given& given, std::string_view code, std::string message, std::string help = {});

/// The one given value of each key that counts, after displacement; two of one level that contradict each other are
/// reported.
using EffectiveInputs = std::array<const Given*, input_count>;
EffectiveInputs effective_inputs(const std::vector<Given>& given, io::Diagnostics& problems);

/// All keys of the table, for did-you-mean.
std::span<const std::string_view> input_keys();

/// The word of the input that an unknown one may mean, and all of them.
std::string word_help(const OptionRow& input, std::string_view word);

/// The key that an unknown name may mean, which may be that of an option; else where the keys are listed.
std::string suggest_key(std::string_view name);

}  // namespace breakeven::app
