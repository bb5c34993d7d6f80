// SPDX-License-Identifier: MIT
// Replays tests/transcripts/*.txt and the console blocks of README.md and of documents below data/examples. A
// transcript holds command lines with all that they print:
//
//   # a comment, after an empty line
//   $ cat > scenario.json <<'END'
//   (a file, up to END)
//   $ breakeven compare --scenario scenario.json
//   standard output, then the lines of standard error
//   ! behind a mark
//   [exit 2]
//
// Each runs in a directory of its own, with copies of the JSON files below data/examples; a transcript has those beside
// it too. BREAKEVEN_UPDATE=1 rewrites what differs.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "process.hpp"
#include "text.hpp"

namespace breakeven {
namespace {

namespace fs = std::filesystem;

const fs::path source = BREAKEVEN_SOURCE_DIR;

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_text(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

using breakeven::test::lines_of;

// A directory of its own, gone at the end of the scope.
class Workplace {
 public:
  Workplace() {
    std::string name = (fs::temp_directory_path() / "breakeven-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a directory");
    path_ = name;
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  ~Workplace() {
    fs::current_path(source);
    fs::remove_all(path_);
  }
  const fs::path& path() const { return path_; }

  // Puts the files of JSON and CSV below a directory of the source in `place` of this one.
  void copy(const fs::path& directory, const fs::path& place) const {
    for (const auto& entry : fs::recursive_directory_iterator(source / directory)) {
      if (entry.path().extension() != ".json" && entry.path().extension() != ".csv") continue;
      const fs::path target = path_ / place / entry.path().lexically_relative(source / directory);
      fs::create_directories(target.parent_path());
      fs::copy(entry.path(), target);
    }
  }

 private:
  fs::path path_;
};

enum class Notation { marked, as_in_a_terminal };

std::string shown_by(const std::string& line, const fs::path& directory, Notation notation) {
  constexpr std::string_view cat = "cat ";
  if (line.starts_with(cat)) return read_text(directory / line.substr(cat.size()));
  const test::Outcome outcome = test::run_line(line, directory);
  if (notation == Notation::as_in_a_terminal) return outcome.out + outcome.err;
  std::string text = outcome.out;
  for (const std::string& message : lines_of(outcome.err)) text += (message.empty() ? "!" : "! " + message) + "\n";
  if (outcome.exit_code != 0) text += "[exit " + std::to_string(outcome.exit_code) + "]\n";
  return text;
}

struct Replay {
  std::string text;  // the transcript as it is now
  std::vector<std::string> differences;
  int command_count = 0;
};

class Replayer {
 public:
  Replayer(const fs::path& directory, Notation notation) : directory_(directory), notation_(notation) {}

  Replay run(const std::string& transcript) {
    const std::vector<std::string> lines = lines_of(transcript);
    Replay replay;
    for (auto line = lines.begin(); line != lines.end();) {
      const std::string current = *line++;
      replay.text += current + "\n";
      if (!current.starts_with("$ ")) continue;
      if (current.ends_with(" <<'END'")) {
        write_file(current, line, lines.end(), replay.text);
        continue;
      }
      ++replay.command_count;
      std::string expected;
      while (line != lines.end() && !line->starts_with("$ ") && !line->starts_with("# ")) expected += *line++ + "\n";
      compare(current.substr(2), expected, replay);
    }
    return replay;
  }

 private:
  using Line = std::vector<std::string>::const_iterator;

  void write_file(const std::string& command, Line& line, Line end, std::string& text) const {
    std::string content;
    for (; line != end && *line != "END"; ++line) content += *line + "\n";
    text += content;
    const std::string_view target = std::string_view(command).substr(std::string_view("$ cat > ").size());
    write_text(directory_ / target.substr(0, target.find(' ')), content);
  }

  // Empty lines at the end part this command from the next.
  void compare(const std::string& command, const std::string& expected, Replay& replay) const {
    const std::size_t end = expected.find_last_not_of('\n');
    const std::string wanted = end == std::string::npos ? "" : expected.substr(0, end + 1) + "\n";
    const std::string actual = shown_by(command, directory_, notation_);
    if (actual != wanted) replay.differences.push_back("$ " + command + "\nexpected:\n" + wanted + "shown:\n" + actual);
    replay.text += actual + expected.substr(wanted.size());
  }

  const fs::path& directory_;
  Notation notation_;
};

bool updates() {
  const char* update = std::getenv("BREAKEVEN_UPDATE");
  return update && std::string_view(update) == "1";
}

void check(const fs::path& file, const std::string& before, const Replay& replay) {
  INFO(file.filename().string());
  CHECK(replay.command_count > 0);
  if (updates()) {
    if (replay.text != before) write_text(file, replay.text);
    return;
  }
  for (const std::string& difference : replay.differences) FAIL_CHECK(difference);
}

// The text with its console blocks replayed.
Replay replay_blocks(const std::string& text, const fs::path& directory) {
  constexpr std::string_view fence = "```console\n";
  Replay all;
  std::size_t end = 0;
  for (std::size_t begin; (begin = text.find(fence, end)) != std::string::npos;) {
    begin += fence.size();
    all.text += text.substr(end, begin - end);
    end = std::min(text.find("```", begin), text.size());
    const Replay block = Replayer(directory, Notation::as_in_a_terminal).run(text.substr(begin, end - begin));
    all.text += block.text;
    all.command_count += block.command_count;
    all.differences.insert(all.differences.end(), block.differences.begin(), block.differences.end());
  }
  all.text += text.substr(end);
  return all;
}

}  // namespace

TEST_CASE("every transcript shows what the program prints") {
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(source / "tests/transcripts"))
    if (entry.path().extension() == ".txt") files.insert(entry.path());
  CHECK_FALSE(files.empty());
  for (const fs::path& file : files) {
    const Workplace workplace;
    workplace.copy("tests/transcripts", ".");
    workplace.copy("data/examples", "data/examples");
    workplace.copy("tests/data/traffic", "data");
    const std::string text = read_text(file);
    check(file, text, Replayer(workplace.path(), Notation::marked).run(text));
  }
}

TEST_CASE("the console blocks of documents show what the program prints") {
  for (const char* document : {"README.md", "data/examples/questions.md", "data/examples/checks/README.md"}) {
    const Workplace workplace;
    workplace.copy("data/examples", "data/examples");
    const std::string text = read_text(source / document);
    check(source / document, text, replay_blocks(text, workplace.path()));
  }
}

TEST_CASE("a transcript that shows something else is noticed, and mended") {
  const Workplace workplace;
  const std::string wrong = "# why\n$ breakeven --version\nsomething else\n\n$ breakeven explain BE-Q005 -q\n";
  const Replay replay = Replayer(workplace.path(), Notation::marked).run(wrong);
  CHECK(replay.command_count == 2);
  CHECK(replay.differences.size() == 2);
  const Replay mended = Replayer(workplace.path(), Notation::marked).run(replay.text);
  CHECK(mended.differences.empty());
  CHECK(mended.text == replay.text);
  CHECK_THROWS(Replayer(workplace.path(), Notation::marked).run("$ ls | sort\n"));
}

}  // namespace breakeven
