// SPDX-License-Identifier: MIT
// Every row of tests/data/bad_inputs.json is refused: exit 2, nothing on standard output but the one error document
// that JSON asks for, the code and the place, and no file touched.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "catch.hpp"
#include "process.hpp"
#include "temporary_directory.hpp"
#include "test_data.hpp"
#include "text.hpp"

namespace {

using breakeven::test::Outcome;
using breakeven::test::read_data;
using breakeven::test::repeated;
using breakeven::test::run_words;
using breakeven::test::TemporaryDirectory;
using nlohmann::json;

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// What JSON cannot hold, and what is too long to be written down.
std::string expanded(std::string text) {
  const std::array<std::array<std::string, 2>, 12> names{{
      {"$gpu", "--gpu-price 2.5usd/h"},
      {"$throughput", "--throughput 2500tok/s"},
      {"$api", "--api-price 0.6usd/Mtok"},
      {"$volume", "--volume 1B/month"},
      {"$cited", R"("cited": {"source": "price list", "as_of": "2026-06-15"})"},
      {"{escape}", "\x1b"},
      {"{ff}", "\xff"},
      {"{nul}", std::string(1, '\0')},
      {"{10000 digits}", std::string(10000, '9')},
      {"{10000 letters}", std::string(10000, 'z')},
      {"{100000 brackets}", std::string(100000, '[') + std::string(100000, ']')},
      {"{100000 objects}", repeated("{\"a\":", 100000)},
  }};
  for (const auto& [from, to] : names) replace_all(text, from, to);
  return text;
}

// A text in which § marks the place where something is wrong.
struct Marked {
  std::string text;
  std::optional<std::string> place;  // "line:column"
};

Marked marked(std::string text) {
  static const std::string mark = "§";
  const auto at = text.find(mark);
  if (at == std::string::npos) return {text, std::nullopt};
  text.erase(at, mark.size());
  const auto line_start = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  const auto column = line_start == std::string::npos ? at + 1 : at - line_start;
  return {text, std::to_string(line) + ":" + std::to_string(column)};
}

Marked standard_input(const json& row) {
  std::string text = row.value("text", "");
  if (row.contains("catalog"))
    text = R"({"schema": "breakeven.catalog", "schema_version": "1.0", "as_of": "2026-06-15",)"
           "\n" +
           row["catalog"].get<std::string>() + "}\n";
  if (row.contains("scenario"))
    text = R"({"schema": "breakeven.scenario", "schema_version": "1.0", "inputs": {)"
           "\n" +
           row["scenario"].get<std::string>() + "}}\n";
  return marked(expanded(text));
}

struct Case {
  explicit Case(const json& row)
      : words(breakeven::test::parse_command_line("breakeven " + expanded(row["words"].get<std::string>())).words),
        input(standard_input(row)),
        environment(row.value("environment", std::vector<std::string>())),
        codes(row.value("codes", std::vector<std::string>{row["code"].get<std::string>()})) {
    if (row.contains("place")) input.place = row["place"].get<std::string>();
    if (row.value("anywhere", false)) input.place.reset();
  }

  Outcome run(std::vector<std::string> more = {}) const {
    more.insert(more.end(), words.begin(), words.end());
    return run_words(more, input.text, environment);
  }

  std::vector<std::string> words;
  Marked input;
  std::vector<std::string> environment;
  std::vector<std::string> codes;
};

void check_text(const json& row, const Case& wrong) {
  const Outcome outcome = wrong.run();
  INFO(outcome.err.substr(0, 2000));
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.find("error[" + row["code"].get<std::string>() + "]: ") == 0);
  const auto is_control = [](unsigned char letter) { return letter < 0x20 && letter != '\n'; };
  CHECK(std::none_of(outcome.err.begin(), outcome.err.end(), is_control));
  CHECK(outcome.err.size() < 30'000);
  if (row.contains("says")) CHECK(outcome.err.find(row["says"].get<std::string>()) != std::string::npos);
  for (const auto& [key, opening] : {std::pair("help", "  = help: "), std::pair("note", "  = note: ")}) {
    if (!row.contains(key)) continue;
    const auto at = outcome.err.find(opening);
    CHECK(outcome.err.find(row[key].get<std::string>(), std::min(at, outcome.err.size())) != std::string::npos);
  }
  if (wrong.input.place) CHECK(outcome.err.find(":" + *wrong.input.place) != std::string::npos);
}

std::string place_in(const json& location) {
  return location["line"].is_null()
             ? std::string()
             : std::to_string(location["line"].get<int>()) + ":" + std::to_string(location["column"].get<int>());
}

void check_document(const json& row, const Case& wrong) {
  const Outcome outcome = wrong.run({"-f", "json"});
  INFO(outcome.out.substr(0, 2000));
  CHECK(outcome.exit_code == 2);
  CHECK_FALSE(outcome.err.empty());
  const json document = json::parse(outcome.out, nullptr, false);
  CHECK(document.is_object());
  if (!document.contains("diagnostics")) return;
  CHECK(document["schema"] == "breakeven.error");
  CHECK(document["exit_code"] == 2);
  std::vector<std::string> codes;
  for (const json& diagnostic : document["diagnostics"]) codes.push_back(diagnostic["code"].get<std::string>());
  CHECK(codes == wrong.codes);
  if (codes.empty()) return;
  const json location =
      document["diagnostics"][0]["location"].is_null() ? json::object() : document["diagnostics"][0]["location"];
  if (row.contains("argument")) CHECK(location.value("argument", json()) == row["argument"]);
  if (row.contains("pointer")) CHECK(location.value("pointer", json()) == row["pointer"]);
  if (row.contains("file")) CHECK(location.value("file", json()) == row["file"]);
  if (wrong.input.place) CHECK(place_in(location) == *wrong.input.place);
}

void check_files(const json& row, const Case& wrong) {
  const TemporaryDirectory directory;
  const std::string kept = directory.file("kept", "as it was");
  const std::string absent = directory.path("absent");
  if (!row.contains("own_output")) {
    CHECK(wrong.run({"-o", kept, "--export", "csv=" + absent}).exit_code == 2);
    CHECK(wrong.run({"-o", absent, "--export", "csv=" + kept}).exit_code == 2);
  } else {
    CHECK(wrong.run({"--export", "csv=" + kept}).exit_code == 2);
  }
  CHECK(directory.content("kept") == "as it was");
  CHECK(directory.names() == std::vector<std::string>{"kept"});
}

}  // namespace

TEST_CASE("bad inputs are refused, and say so") {
  const json rows = read_data("bad_inputs.json");
  CHECK(rows.size() >= 110);
  for (const json& row : rows) {
    INFO(row["name"].get<std::string>() << ": " << row["words"].get<std::string>());
    const Case wrong(row);
    check_text(row, wrong);
    if (!row.contains("once")) check_document(row, wrong);
    check_files(row, wrong);
  }
}

TEST_CASE("every bad file is one that a row reads") {
  const std::string rows = read_data("bad_inputs.json").dump();
  const auto directory = std::filesystem::path(BREAKEVEN_SOURCE_DIR) / "tests/data/bad_files";
  for (const auto& file : std::filesystem::directory_iterator(directory)) {
    const std::string name = file.path().filename().string();
    INFO(name);
    CHECK(rows.find(name) != std::string::npos);
  }
}
