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

/// Where a value comes from (`trace`: a log of requests); an earlier source displaces a later one.
enum class Source { varied, trace, option, env, check, check_default, scenario, catalog, default_value };
/// As in answers: both levels of a check are "check".
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
  const io::Text* file = nullptr;  // the file that holds the value at `pointer`
  std::string pointer{};
};

/// A catalog value or default in an earlier answer, to be looked up again.
struct Recorded {
  Key key;
  double number = 0;
  std::string origin{};  // for a catalog value: the entry's id
};

/// What a scenario file, or the JSON of an earlier compare, asks.
struct ScenarioFile {
  std::vector<Given> given;
  std::vector<Recorded> recorded;
};
ScenarioFile read_scenario(const io::Text& text, io::Diagnostics& problems);

/// The file that inputs are in, and the level they have.
struct InputsPlace {
  const io::Text& text;
  Source source;
};
/// Takes the number, id or quantity that a file gives an input at `pointer`; appends it to `given`, or a problem.
void take_input(const InputsPlace& place, Key key, const Json& value, std::string pointer, std::vector<Given>& given,
                io::Diagnostics& problems);
/// The inputs of an object of keys and values.
void take_inputs(const InputsPlace& place, const Json& object, const io::Path& path, std::vector<Given>& given,
                 io::Diagnostics& problems);

/// The inputs that the environment sets; an unknown BREAKEVEN_ name is a warning.
std::vector<Given> read_environment(std::span<const std::string_view> environment, io::Diagnostics& warnings);

/// A problem with a given value, located there.
io::Diagnostic problem_with(const Given& given, std::string_view code, std::string message, std::string help = {});

/// The value that counts for each key after displacement; contradicting values of the same level are reported.
using EffectiveInputs = std::array<const Given*, input_count>;
EffectiveInputs effective_inputs(const std::vector<Given>& given, io::Diagnostics& problems);

/// All keys of the table, for did-you-mean.
std::span<const std::string_view> input_keys();

/// Suggests the word of the input that an unknown one may mean, and lists all words.
std::string word_help(const OptionRow& input, std::string_view word);

/// Suggests the key that an unknown name (also an option's) may mean; else says how to list the keys.
std::string suggest_key(std::string_view name);

}  // namespace breakeven::app
