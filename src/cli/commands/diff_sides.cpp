// SPDX-License-Identifier: MIT
#include "cli/commands/diff_sides.hpp"

#include <algorithm>

#include "cli/argument_problems.hpp"
#include "io/catalog/catalog.hpp"
#include "io/catalog/fields.hpp"
#include "io/catalog/pack.hpp"
#include "io/embedded.hpp"
#include "io/json/header.hpp"

namespace breakeven::app {
namespace {

constexpr std::string_view builtin = "builtin";
constexpr std::string_view what_to_give = "give two catalogs, or two answers of one command, written with -f json";

io::Diagnostic cannot_be_compared(std::string message, std::string argument, std::string help) {
  return {.code = "BE-U015",
          .message = std::move(message),
          .location = io::Location{.argument = std::move(argument)},
          .help = std::move(help)};
}

void lay_over(const Catalog& upper, Catalog& catalog) {
  catalog.as_of = std::max(catalog.as_of, upper.as_of);
  io::for_each_section([&](std::string_view, auto member) {
    auto& entries = catalog.*member;
    for (const auto& entry : upper.*member) {
      const auto known =
          std::find_if(entries.begin(), entries.end(), [&](const auto& below) { return below.id == entry.id; });
      if (known == entries.end())
        entries.push_back(entry);
      else
        *known = entry;
    }
  });
}

// An answer's schema is named after its command.
bool is_answer(std::string_view schema, std::span<const CommandRow> commands) {
  return std::any_of(commands.begin(), commands.end(),
                     [&](const CommandRow& command) { return schema == "breakeven." + std::string(command.name); });
}

void take_document(Session& session, const io::Text& text, DiffSide& side) {
  auto document = io::parse_json(text, session.problems());
  if (!document) return;
  const io::Path root;
  side.schema = io::ObjectReader(text, *document, root, session.problems()).string("schema", true).value_or("");
  if (side.schema.empty()) return;
  if (side.schema == catalog_schema) return;
  if (!is_answer(side.schema, session.program().commands))
    session.problems().push_back(
        {.code = "BE-U015",
         .message = "a \"" + io::printable(side.schema) + "\" document has neither prices nor an answer to compare",
         .location = io::locate(text, "/schema"),
         .help = std::string(what_to_give)});
  else if (io::check_header(text, *document, side.schema, session.problems()))
    side.document = std::move(*document);
}

DiffSide read_side(Session& session, const std::string& path) {
  DiffSide side{.name = path};
  if (path == builtin) {
    side.schema = catalog_schema;
    side.catalog = session.catalog();
    lay_over(io::unpack(embedded::packed_catalog()), side.catalog);
  } else if (const auto text = session.read(path)) {
    side.name = text->name;
    take_document(session, *text, side);
    if (side.schema != catalog_schema) return side;
    side.catalog = session.catalog();
    io::read_catalog(*text, side.catalog, session.problems());
  }
  if (!io::has_errors(session.problems())) side.document = io::write_catalog(side.catalog);
  return side;
}

// Whether there are two words that name two different things.
bool is_pair(Session& session) {
  const auto& words = session.arguments().positionals;
  io::Diagnostics& problems = session.problems();
  if (words.size() < 2)
    problems.push_back({.code = "BE-U005",
                        .message = "diff needs two files, what was before and what is after",
                        .help = "breakeven diff old.json new.json, or builtin in the place of one"});
  else if (words.size() > 2)
    problems.push_back(unexpected_argument(words[2], *session.arguments().command));
  else if (words[0] == words[1])
    problems.push_back(cannot_be_compared("'" + io::printable(words[0]) + "' is given as both sides", words[0],
                                          "give two that may differ"));
  return !io::has_errors(problems);
}

std::string sentence_part(const DiffSide& side) {
  return "'" + io::printable(side.name) + "' is a \"" + io::printable(side.schema) + "\" document";
}

}  // namespace

std::optional<Sides> read_sides(Session& session) {
  if (!is_pair(session)) return std::nullopt;
  const auto& words = session.arguments().positionals;
  Sides sides{.before = read_side(session, words[0]), .after = read_side(session, words[1])};
  if (io::has_errors(session.problems())) return std::nullopt;
  if (sides.before.schema == sides.after.schema) return sides;
  session.problems().push_back(cannot_be_compared(sentence_part(sides.before) + ", and " + sentence_part(sides.after),
                                                  words[1], std::string(what_to_give)));
  return std::nullopt;
}

}  // namespace breakeven::app
