// SPDX-License-Identifier: MIT
#include <iterator>

#include "inputs/given.hpp"
#include "io/json/header.hpp"

namespace breakeven::app {
namespace {

void refuse_unknown_input(const io::Text& text, std::string_view name, const std::string& pointer,
                          io::Diagnostics& problems) {
  problems.push_back({.code = "BE-U009",
                      .message = "unknown input \"" + io::printable(name) + "\"",
                      .location = io::locate(text, pointer, io::Part::key),
                      .help = suggest_key(name)});
}

std::string what_it_must_be(Measure kind) {
  switch (kind) {
    case Measure::tiers:
      return "a text of volumes and prices";
    case Measure::id:
      return "an id";
    case Measure::word:
      return "a word";
    default:
      return "a number or a quantity";
  }
}

// An entry of an earlier answer: a given value is taken as written, a looked-up one is looked up again.
void take_answered(const io::Text& text, Key key, const Json& entry, const io::Path& path, ScenarioFile& file,
                   io::Diagnostics& problems) {
  io::ObjectReader reader(text, entry, path, problems);
  const auto source = reader.string("source", true);
  const Json* value = reader.find("value", true);
  const Json* written = reader.find("text");
  const Json* origin = reader.find("origin");
  reader.find("cited");
  reader.refuse_unknown_keys();
  if (!source || !value) return;
  const bool was_given = *source == "option" || *source == "env" || *source == "scenario" || *source == "check";
  const bool as_written = written && written->is_string();
  if (was_given)
    take_input({text, Source::scenario}, key, as_written ? *written : *value,
               io::Path(path, as_written ? "text" : "value").pointer(), file.given, problems);
  else if ((*source == "catalog" || *source == "default") && value->is_number())
    file.recorded.push_back({key, value->number(), origin && origin->is_string() ? origin->string() : ""});
}

ScenarioFile read_document(const io::Text& text, io::Diagnostics& problems) {
  ScenarioFile file;
  const auto document = io::parse_json(text, problems);
  if (!document) return file;
  const bool answered = text_at(*document, "schema") == "breakeven.compare";
  if (!io::check_header(text, *document, answered ? "breakeven.compare" : "breakeven.scenario", problems)) return file;
  const io::Path root;
  io::ObjectReader reader(text, *document, root, problems);
  for (const std::string_view header : io::header_keys) reader.find(header);
  const Json* inputs = reader.find("inputs", true);
  if (!answered) reader.refuse_unknown_keys();
  if (!inputs) return file;
  if (!inputs->is_object()) return reader.wrong_kind("inputs", "an object", *inputs), file;
  const io::Path inputs_path(root, "inputs");
  if (!answered) return take_inputs({text, Source::scenario}, *inputs, inputs_path, file.given, problems), file;
  for (const auto& [name, value] : inputs->members()) {
    const io::Path path(inputs_path, name);
    if (const auto key = find_key(name))
      take_answered(text, *key, value, path, file, problems);
    else
      refuse_unknown_input(text, name, path.pointer(), problems);
    if (problems.size() >= io::most_problems) break;
  }
  return file;
}

}  // namespace

void take_input(const InputsPlace& place, Key key, const Json& value, std::string pointer, std::vector<Given>& given,
                io::Diagnostics& problems) {
  const std::string& file = place.text.name;
  Given taken{.key = key,
              .source = place.source,
              .origin = io::printable(file.substr(file.rfind('/') + 1)) + ": " + std::string(row(key).key),
              .unit_policy = UnitPolicy::optional,
              .file = &place.text,
              .pointer = std::move(pointer)};
  if (value.is_string())
    taken.value = value.string();
  else if (value.is_number() && !is_text(row(key)))
    taken.value = value.number();
  else
    return problems.push_back(problem_with(taken, "BE-S003",
                                           "\"" + std::string(row(key).key) + "\" must be " +
                                               what_it_must_be(row(key).measure) + ", found " +
                                               std::string(io::kind_of(value))));
  given.push_back(std::move(taken));
}

void take_inputs(const InputsPlace& place, const Json& object, const io::Path& path, std::vector<Given>& given,
                 io::Diagnostics& problems) {
  for (const auto& [name, value] : object.members()) {
    if (problems.size() >= io::most_problems) return;
    const std::string pointer = io::Path(path, name).pointer();
    if (const auto key = find_key(name))
      take_input(place, *key, value, pointer, given, problems);
    else
      refuse_unknown_input(place.text, name, pointer, problems);
  }
}

ScenarioFile read_scenario(const io::Text& text, io::Diagnostics& problems) {
  io::Diagnostics found;
  ScenarioFile file = read_document(text, found);
  problems.insert(problems.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  return file;
}

}  // namespace breakeven::app
