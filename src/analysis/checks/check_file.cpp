// SPDX-License-Identifier: MIT
#include "analysis/checks/check_file.hpp"

#include <algorithm>
#include <unordered_set>

#include "io/json/header.hpp"
#include "io/json/locate.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

using io::ObjectReader;
using io::Path;

constexpr std::size_t longest_name = 200;

// The JSON key of a command's option.
std::string key_of(const OptionRow& option) {
  std::string key(option.name);
  std::replace(key.begin(), key.end(), '-', '_');
  return key;
}

// Reads one file.
class Reader {
 public:
  Reader(const io::Text& text, std::span<const CheckableCommand> commands, io::Diagnostics& problems)
      : commands_(commands), file_(text, problems) {
    for (const CheckableCommand& command : commands) command_names_.push_back(command.name);
  }

  CheckFile read(const Json& document) {
    CheckFile file{.name = file_.text().name};
    const Path root;
    ObjectReader reader(file_.text(), document, root, file_.problems());
    for (const std::string_view header : io::header_keys) reader.find(header);
    read_catalogs(reader, file);
    if (const Json* defaults = object(reader, "defaults"))
      take_inputs({file_.text(), Source::check_default}, *defaults, Path(root, "defaults"), defaults_,
                  file_.problems());
    if (const Json* checks = reader.find("checks", true)) read_list(*checks, Path(root, "checks"), file);
    reader.refuse_unknown_keys();
    return file;
  }

 private:
  static const Json* object(ObjectReader& reader, std::string_view key) {
    const Json* value = reader.find(key);
    if (!value || value->is_object()) return value;
    reader.wrong_kind(key, "an object", *value);
    return nullptr;
  }

  // Catalog paths are relative to the check file.
  void read_catalogs(ObjectReader& reader, CheckFile& file) {
    const Json* catalogs = reader.find("catalogs");
    if (!catalogs) return;
    if (!catalogs->is_array()) return reader.wrong_kind("catalogs", "an array of file names", *catalogs);
    const std::size_t slash = file_.text().name.rfind('/');
    const std::string folder = slash == std::string::npos ? "./" : file_.text().name.substr(0, slash + 1);
    for (std::size_t i = 0; i < catalogs->size(); ++i) {
      const Json& path = (*catalogs)[i];
      if (!path.is_string() || path.string().empty())
        file_.refuse("BE-S003", Path(Path(reader.path(), "catalogs"), i), "a catalog must be the name of a file");
      else
        file.catalogs.push_back(path.string().front() == '/' ? path.string() : folder + path.string());
    }
  }

  void read_list(const Json& checks, const Path& path, CheckFile& file) {
    if (!checks.is_array())
      return file_.refuse("BE-S003", path, "\"checks\" must be an array, found " + std::string(io::kind_of(checks)));
    if (checks.empty())
      file_.refuse("BE-C001", path, "the file checks nothing",
                   "breakeven schema checks --example prints a file to start from");
    for (std::size_t i = 0; i < checks.size() && !file_.is_full(); ++i) read_check(checks[i], Path(path, i), file);
  }

  void read_check(const Json& value, const Path& path, CheckFile& file) {
    ObjectReader reader(file_.text(), value, path, file_.problems());
    Check check;
    read_name(reader, check);
    if (const auto severity = word(reader, "severity", severities))
      check.severity = static_cast<io::Severity>(*severity);
    const auto command = word(reader, "command", command_names_);
    check.command = command ? &commands_[*command] : default_command();
    read_options(reader, check);
    read_given(reader, check);
    if (const Json* repeated = object(reader, "for_each")) read_repeated(*repeated, Path(path, "for_each"), check);
    if (const Json* expected = reader.find("expect", true))
      check.expected = read_expectations(*expected, Path(path, "expect"), file_);
    reader.refuse_unknown_keys();
    file.checks.push_back(std::move(check));
  }

  const CheckableCommand* default_command() const {
    const auto is_default = [](const CheckableCommand& command) { return command.name == "compare"; };
    return &*std::find_if(commands_.begin(), commands_.end(), is_default);
  }

  void read_name(ObjectReader& reader, Check& check) {
    const auto name = reader.string("name", true);
    check.location = file_.locate(Path(reader.path(), "name"));
    if (!name) return;
    check.name = *name;
    if (name->find_first_not_of(" \t\r\n") == std::string::npos) reader.problem("BE-S005", "name", "\"name\" is blank");
    if (name->size() > longest_name)
      reader.problem("BE-C009", "name",
                     "a name of " + std::to_string(name->size()) + " bytes, more than " + std::to_string(longest_name),
                     "say what is expected in one line");
    if (!names_.insert(*name).second)
      reader.problem("BE-C005", "name", "two checks have the name \"" + io::printable(*name) + "\"",
                     "rename one: reports and --run tell checks apart by their names");
  }

  // The index of a word among those that the key allows.
  std::optional<std::size_t> word(ObjectReader& reader, std::string_view key, std::span<const std::string_view> known) {
    const auto text = reader.string(key);
    if (!text) return std::nullopt;
    const auto found = std::find(known.begin(), known.end(), *text);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    reader.problem("BE-S006", key, "\"" + std::string(key) + "\" cannot be \"" + io::printable(*text) + "\"",
                   io::suggestion(*text, known, "known ones"));
    return std::nullopt;
  }

  void read_options(ObjectReader& reader, Check& check) {
    const Json* options = object(reader, "options");
    if (!options) return;
    const Path path(reader.path(), "options");
    std::vector<std::string> keys;
    for (const OptionRow& option : check.command->options)
      if (option.name != "exit-code") keys.push_back(key_of(option));
    for (const auto& [key, value] : options->members()) {
      const auto known = std::find(keys.begin(), keys.end(), key);
      if (known != keys.end()) {
        take_option(*known, value, Path(path, key), check);
        continue;
      }
      const std::vector<std::string_view> names(keys.begin(), keys.end());
      file_.refuse("BE-S001", Path(path, key),
                   std::string(check.command->name) + " has no option \"" + io::printable(key) + "\" for checks",
                   names.empty() ? "leave it out" : io::suggestion(key, names, "its options"), io::Part::key);
    }
  }

  void take_option(std::string key, const Json& value, const Path& path, Check& check) {
    std::replace(key.begin(), key.end(), '_', '-');
    const auto& rows = check.command->options;
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const OptionRow& option) { return option.name == key; });
    const bool is_flag = row->value.empty();
    if (is_flag ? value != true : !value.is_string() && !value.is_number())
      return file_.refuse("BE-S003", path,
                          "the option must be " + std::string(is_flag ? "true" : "a text or a number") + ", found " +
                              io::printable(value.dump()),
                          is_flag ? "leave it out where it is not wanted" : "");
    std::string text = value.is_number() ? text::plain(value.number()) : "";
    if (value.is_string()) text = value.string();
    check.options[key] = {std::move(text)};
    check.option_places[key] = file_.locate(path);
  }

  void read_given(ObjectReader& reader, Check& check) {
    if (const Json* given = object(reader, "given"))
      take_inputs({file_.text(), Source::check}, *given, Path(reader.path(), "given"), check.given, file_.problems());
    for (const Given& value : check.given) refuse_without_effect(value, check);
    for (const Given& value : defaults_)
      if (check.command->takes_input(row(value.key))) check.given.push_back(value);
  }

  void refuse_without_effect(const Given& value, const Check& check) {
    const CheckableCommand& command = *check.command;
    if (command.takes_input(row(value.key)) || file_.is_full()) return;
    file_.problems().push_back(problem_with(
        value, "BE-C008", "\"" + std::string(row(value.key).key) + "\" has no effect on " + std::string(command.name),
        "leave it out, or check another command"));
  }

  void read_repeated(const Json& repeated, const Path& path, Check& check) {
    for (const auto& [name, values] : repeated.members()) {
      const Path here(path, name);
      const auto key = find_key(name);
      if (!key)
        file_.refuse("BE-U009", here, "unknown input \"" + io::printable(name) + "\"", suggest_key(name),
                     io::Part::key);
      else if (values.is_string())
        read_range_of(*key, values, here, check);
      else if (!values.is_array() || values.empty())
        file_.refuse("BE-C001", here, "\"" + io::printable(name) + "\" has no values to repeat the check for",
                     "list them, as in [1e9, 1e10], or write a range, as in \"1e9..1e10/4\"");
      else
        read_values_of(*key, values, here, check);
    }
  }

  void read_range_of(Key key, const Json& range, const Path& path, Check& check) {
    RepeatedInput repeated{.text = range.string()};
    take_input({file_.text(), Source::varied}, key, range, path.pointer(), repeated.values, file_.problems());
    add_repeated(std::move(repeated), check);
  }

  void read_values_of(Key key, const Json& values, const Path& path, Check& check) {
    RepeatedInput repeated;
    for (std::size_t i = 0; i < values.size() && !file_.is_full(); ++i)
      take_input({file_.text(), Source::varied}, key, values[i], Path(path, i).pointer(), repeated.values,
                 file_.problems());
    add_repeated(std::move(repeated), check);
  }

  // In a list, a range would count as its midpoint.
  void refuse_ranges(const RepeatedInput& repeated) {
    for (const Given& value : repeated.values) {
      const auto* text = std::get_if<std::string>(&value.value);
      if (!text || text->find("..") == std::string::npos || is_name(row(value.key))) continue;
      file_.problems().push_back(
          problem_with(value, "BE-S003", "a list has single values, found the range '" + io::printable(*text) + "'",
                       "write it in place of the list, with the number of its values, as in \"1e9..1e10/4\""));
      return;
    }
  }

  void add_repeated(RepeatedInput repeated, Check& check) {
    if (repeated.values.empty()) return;
    if (!repeated.text) refuse_ranges(repeated);
    refuse_without_effect(repeated.values.front(), check);
    check.for_each.push_back(std::move(repeated));
  }

  static constexpr std::array<std::string_view, 2> severities{"error", "warning"};

  std::span<const CheckableCommand> commands_;
  std::vector<std::string_view> command_names_;
  io::Reporter file_;
  std::vector<Given> defaults_;
  std::unordered_set<std::string> names_;
};

}  // namespace

CheckFile read_checks(const io::Text& text, std::span<const CheckableCommand> commands, io::Diagnostics& problems) {
  const auto document = io::parse_json(text, problems);
  if (!document || !io::check_header(text, *document, "breakeven.checks", problems)) return {.name = text.name};
  return Reader(text, commands, problems).read(*document);
}

}  // namespace breakeven::app
