// SPDX-License-Identifier: MIT
#include "cli/argument_parser.hpp"

#include <CLI/CLI.hpp>
#include <array>

#include "cli/argument_problems.hpp"
#include "cli/compound_options.hpp"
#include "report/formats.hpp"

namespace breakeven::app {
namespace {

constexpr std::array global_rows{
    OptionRow{"format", "f", "FORMAT", "of the answer (default: table)", false, {}, report::format_names},
    OptionRow{"output", "o", "FILE", "write the answer to FILE, completely or not at all"},
    OptionRow{"export", "", "FORMAT=FILE", "write the answer to FILE as well", true},
    OptionRow{"catalog", "", "FILE", "layer a price catalog over the built-in one (- is stdin)", true},
    OptionRow{"no-builtin", "", "", "leave the built-in catalog out"},
    OptionRow{"scenario", "", "FILE", "take inputs from FILE, or from the JSON of an earlier compare (- is stdin)"},
    OptionRow{"set", "", "KEY=VALUE", "set an input by its JSON key", true},
    OptionRow{"today", "", "YYYY-MM-DD", "the day at which prices are aged"},
    OptionRow{"color", "", "WHEN", "auto, always or never"},
    OptionRow{"ascii", "", "", "nothing but ASCII in tables, Markdown and plots"},
    OptionRow{"width", "", "COLUMNS", "wrap text at this width"},
    OptionRow{"quiet", "q", "", "the answer in one line, unrounded, without warnings"},
    OptionRow{"verbose", "v", "", "show every input with its origin"},
    OptionRow{"help", "h", "", "show help"},
    OptionRow{"version", "V", "", "show the version"},
};

std::string flags_of(const OptionRow& option) {
  const std::string name = "--" + std::string(option.name);
  return option.short_name.empty() ? name : "-" + std::string(option.short_name) + "," + name;
}

// The help, with the words that the value can be.
std::string help_of(const OptionRow& option) {
  std::vector<std::string_view> words(option.words.begin(), option.words.end());
  if (option.choices) words = option.choices();
  std::string help(option.help);
  for (std::size_t i = 0; i < words.size(); ++i)
    (help += i == 0 ? ": " : i + 1 == words.size() ? " or " : ", ") += words[i];
  return help;
}

// Owns what CLI11 writes to, and the App that reads the words.
class Parser {
 public:
  Parser(std::vector<std::string> words, std::span<const CommandRow> commands)
      : commands_(commands), words_(std::move(words)), command_(take_command()) {
    app_.name("breakeven");
    app_.description("Rent the GPU, or pay per token?");
    app_.set_help_flag();
    app_.allow_extras();
    app_.fallthrough();
    app_.require_subcommand(0, 1);
    app_.footer("breakeven COMMAND --help shows a command's options and inputs.");
    add(app_, global_rows, "Options");
    for (const CommandRow& command : commands_) add_command(command);
  }

  std::optional<Arguments> parse(std::string& help, io::Diagnostics& problems) {
    if (words_.empty()) return help = app_.help(), std::nullopt;
    refuse_empty_values(problems);
    if (!problems.empty()) return std::nullopt;
    std::vector<std::string> reversed(words_.rbegin(), words_.rend());
    try {
      app_.parse(reversed);
    } catch (const CLI::ParseError& failure) {
      problems.push_back(problem_of(failure));
      return std::nullopt;
    }
    if (is_set("help")) return help = app_.help(), std::nullopt;
    if (is_set("version")) return help = "breakeven " BREAKEVEN_VERSION "\n", std::nullopt;
    return collect(problems);
  }

 private:
  // CLI11 would take the word after "--output=" as its value.
  void refuse_empty_values(io::Diagnostics& problems) const {
    for (std::string_view word : words_) {
      if (word == "--") return;
      const bool is_long = word.starts_with("--");
      if (!is_long && !(word.starts_with('-') && word.size() == 3)) continue;
      word.remove_prefix(is_long ? 2 : 1);
      if (word.find('=') == word.size() - 1) problems.push_back(missing_value(word.substr(0, word.size() - 1)));
    }
  }

  // Options can come before the command they belong to: moves the words of its name to the front.
  const CommandRow* take_command() {
    const CommandRow* command = take_word("", 0);
    const CommandRow* verb = command ? take_word(std::string(command->name) + " ", 1) : nullptr;
    return verb ? verb : command;
  }

  // The command named `before` plus the first word from `place` on that is neither an option nor an option's value.
  const CommandRow* take_word(const std::string& before, std::size_t place) {
    for (std::size_t i = place; i < words_.size(); ++i) {
      if (words_[i] == "--") return nullptr;
      if (i > place && takes_value(words_[i - 1])) continue;
      const auto is_named = [&](const CommandRow& command) { return command.name == before + words_[i]; };
      const auto found = std::find_if(commands_.begin(), commands_.end(), is_named);
      if (found == commands_.end()) {
        if (words_[i].starts_with('-')) continue;
        return nullptr;
      }
      const auto first = words_.begin() + static_cast<std::ptrdiff_t>(place);
      std::rotate(first, words_.begin() + static_cast<std::ptrdiff_t>(i),
                  words_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return &*found;
    }
    return nullptr;
  }

  // Whether the next word is this option's value: not after a flag, several flags in one word, or a value in the same
  // word.
  bool takes_value(std::string_view word) const {
    if (!word.starts_with('-') || word.find('=') != std::string_view::npos) return false;
    if (word.starts_with("--")) return !is_flag(word.substr(2), &OptionRow::name);
    while (word.size() > 2 && is_flag(word.substr(1, 1), &OptionRow::short_name)) word.remove_prefix(1);
    return word.size() == 2 && !is_flag(word.substr(1), &OptionRow::short_name);
  }

  bool is_flag(std::string_view word, std::string_view OptionRow::*name) const {
    const auto is_it = [&](const OptionRow& option) { return option.is_flag() && option.*name == word; };
    return std::any_of(global_rows.begin(), global_rows.end(), is_it) ||
           std::any_of(commands_.begin(), commands_.end(), [&](const CommandRow& command) {
             return std::any_of(command.options.begin(), command.options.end(), is_it);
           });
  }

  bool asks_for_help() const {
    return std::any_of(words_.begin(), words_.end(),
                       [](std::string_view word) { return word == "-h" || word == "--help"; });
  }

  // Adds only the options of the command that was typed: others would never be read. Its subcommands are added only for
  // its help, because any later word could be one of their names.
  void add_command(const CommandRow& command) {
    const std::string_view name = command.name;
    const std::size_t space = name.find(' ');
    const bool is_verb = space != std::string_view::npos;
    if (is_verb && &command != command_ && !(command_ && name.substr(0, space) == command_->name && asks_for_help()))
      return;
    CLI::App& parent = is_verb ? *app_.get_subcommand(std::string(name.substr(0, space))) : app_;
    CLI::App* sub =
        parent.add_subcommand(std::string(is_verb ? name.substr(space + 1) : name), std::string(command.summary));
    sub->fallthrough();
    sub->allow_extras();
    sub->set_help_flag();
    if (&command != command_) return;
    const std::string arguments =
        command.positionals.empty() ? "" : "Arguments: " + std::string(command.positionals) + "\n\n";
    sub->footer(arguments + "breakeven --help shows the options that all commands take.");
    add(*sub, command.options, "Options");
    for (const OptionRow& input : input_table)
      if (!input.name.empty() && command.takes_input(input)) add(*sub, input, "Inputs");
    for (const CompoundRow& compound : compound_options())
      if (command.takes_input(row(compound.keys.front()))) add(*sub, compound.option, "Inputs");
  }

  static std::string_view value_name(const OptionRow& input) {
    switch (input.measure) {
      case Measure::id:
        return "ID";
      case Measure::word:
        return "WORD";
      case Measure::ratio:
        return "RATIO";
      case Measure::count:
        return "N";
      case Measure::multiplier:
        return "FACTOR";
      case Measure::tiers:
        return "VOLUME:PRICE,...";
      default:
        return unit_of(input.measure);
    }
  }

  void add(CLI::App& app, std::span<const OptionRow> rows, const std::string& group) {
    for (const OptionRow& option : rows) add(app, option, group);
  }

  void add(CLI::App& app, const OptionRow& option, const std::string& group) {
    if (option.is_flag()) {
      app.add_flag(flags_of(option), flags_[std::string(option.name)], std::string(option.help))
          ->disable_flag_override()
          ->group(group);
      return;
    }
    app.add_option(flags_of(option), values_[std::string(option.name)], help_of(option))
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name(std::string(option.value.empty() ? value_name(option) : option.value))
        ->group(group);
  }

  bool is_set(std::string_view flag) const {
    const auto found = flags_.find(flag);
    return found != flags_.end() && found->second;
  }

  std::optional<Arguments> collect(io::Diagnostics& problems) {
    const std::vector<std::string> extras = app_.remaining(true);
    if (!command_ || !command_->run)
      return problems.push_back(unknown_command(command_, extras, commands_)), std::nullopt;
    Arguments arguments{.command = command_, .positionals = {}, .options = {}};
    for (auto& [name, on] : flags_)
      if (on) arguments.options[name] = {};
    for (auto& [name, given] : values_) take_values(name, given, arguments, problems);
    for (const std::string& extra : extras) take_extra(extra, arguments, problems);
    if (arguments.command->positionals.empty() && problems.empty())
      for (const std::string& word : arguments.positionals)
        problems.push_back(unexpected_argument(word, *arguments.command));
    if (!problems.empty()) return std::nullopt;
    return arguments;
  }

  static void take_values(const std::string& name, std::vector<std::string>& given, Arguments& arguments,
                          io::Diagnostics& problems) {
    if (given.empty()) return;
    for (const std::string& value : given)
      if (value.starts_with("--")) problems.push_back(swallowed_option(name, value));
    if (given.size() > 1 && !is_repeatable(name, *arguments.command))
      problems.push_back(repeated_option(name, given.size()));
    arguments.options[name] = std::move(given);
  }

  static bool is_repeatable(std::string_view name, const CommandRow& command) {
    const auto repeats = [&](const OptionRow& option) { return option.name == name && option.repeatable; };
    return std::any_of(global_rows.begin(), global_rows.end(), repeats) ||
           std::any_of(command.options.begin(), command.options.end(), repeats);
  }

  void take_extra(const std::string& extra, Arguments& arguments, io::Diagnostics& problems) const {
    if (extra.size() < 2 || extra.front() != '-') return arguments.positionals.push_back(extra);
    std::vector<std::string_view> known;
    for (const auto& [option, ignored] : values_) known.push_back(option);
    for (const auto& [option, ignored] : flags_) known.push_back(option);
    const bool behind_dashes = std::find(words_.begin(), words_.end(), "--") != words_.end();
    problems.push_back(unknown_option(extra, known, arguments.command, behind_dashes));
  }

  // CLI11's messages begin with the option, and reject only missing or unwanted values.
  static io::Diagnostic problem_of(const CLI::ParseError& failure) {
    const std::string_view what = failure.what();
    std::string_view option = what.substr(0, what.find_first_of(": ,"));
    option.remove_prefix(std::min(option.find_first_not_of('-'), option.size()));
    return what.find("override") == std::string_view::npos ? missing_value(option) : needless_value(option);
  }

  std::span<const CommandRow> commands_;
  std::vector<std::string> words_;
  const CommandRow* command_;
  CLI::App app_;
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::map<std::string, bool, std::less<>> flags_;
};

}  // namespace

std::span<const OptionRow> global_options() { return global_rows; }

std::optional<Arguments> parse_arguments(const std::vector<std::string>& words, std::span<const CommandRow> commands,
                                         std::string& help, io::Diagnostics& problems) {
  return Parser(words, commands).parse(help, problems);
}

}  // namespace breakeven::app
