// SPDX-License-Identifier: MIT
#include "io/files.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "process.hpp"
#include "temporary_directory.hpp"

namespace {

using namespace breakeven::io;
using breakeven::test::Outcome;
using breakeven::test::run_words;
using breakeven::test::TemporaryDirectory;
using Names = std::vector<std::string>;

bool is_root() { return geteuid() == 0; }

std::string first_message(const Diagnostics& problems) { return problems.empty() ? "" : problems.front().message; }

bool write(const std::string& path, const std::string& content, Diagnostics& problems) {
  const auto file = OutputFile::open(path, problems);
  if (!file) return false;
  file->write(content);
  return file->commit(problems);
}

const std::vector<std::string> question{"compare",     "--gpu-price", "2.5usd/h", "--throughput", "2500tok/s",
                                        "--api-price", "0.6usd/Mtok", "--volume", "1B/month"};

Outcome ask(std::vector<std::string> more) {
  more.insert(more.begin(), question.begin(), question.end());
  return run_words(more);
}

}  // namespace

TEST_CASE("a file is read whole") {
  const TemporaryDirectory directory;
  Diagnostics problems;
  for (const std::size_t size : std::initializer_list<std::size_t>{0, 1, 4095, 65536, 1'000'000}) {
    const std::string content(size, 'x');
    const auto text = read_file(directory.file("f", content), problems);
    REQUIRE(text);
    CHECK(text->content == content);
  }
  std::istringstream stream(std::string(200'000, 'y'));
  const auto text = read_stream(stream, problems);
  REQUIRE(text);
  CHECK(text->name == "<stdin>");
  CHECK(text->content.size() == 200'000);
  const auto special = read_file("/dev/null", problems);
  REQUIRE(special);
  CHECK(special->content.empty());
  CHECK(problems.empty());
}

TEST_CASE("a file that cannot be read is said to be so") {
  const TemporaryDirectory directory;
  Diagnostics problems;
  CHECK_FALSE(read_file(directory.path("absent"), problems));
  CHECK_FALSE(read_file(directory.path().string(), problems));
  CHECK_FALSE(read_file("", problems));
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].message.find("No such file or directory") != std::string::npos);
  CHECK(problems[1].message.find("it is a directory") != std::string::npos);
  for (const Diagnostic& problem : problems) CHECK(problem.code == "BE-S010");
}

TEST_CASE("a file that may not be read is said to be so") {
  if (is_root()) {
    WARN("not tried: root reads every file");
    return;
  }
  const TemporaryDirectory directory;
  const std::string path = directory.file("closed", "{}");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  Diagnostics problems;
  CHECK_FALSE(read_file(path, problems));
  CHECK(first_message(problems).find("Permission denied") != std::string::npos);
}

TEST_CASE("files over 64 MiB are refused without being read") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("large", "");
  for (const std::uintmax_t size : {std::uintmax_t{largest_file} + 1, std::uintmax_t{1} << 40U}) {
    std::error_code too_large_for_the_disk;
    std::filesystem::resize_file(path, size, too_large_for_the_disk);
    if (too_large_for_the_disk) continue;
    Diagnostics problems;
    CHECK_FALSE(read_file(path, problems));
    CHECK(first_message(problems).find("larger than 64 MiB") != std::string::npos);
    CHECK(run_words({"catalog", "validate", path}).exit_code == 2);
  }
  std::filesystem::resize_file(path, largest_file);
  Diagnostics problems;
  CHECK(read_file(path, problems));
  std::istringstream stream(std::string(largest_file + 1, ' '));
  CHECK_FALSE(read_stream(stream, problems));
  CHECK(first_message(problems) == "cannot read standard input: larger than 64 MiB");
}

TEST_CASE("a file is written completely or not at all") {
  const TemporaryDirectory directory;
  Diagnostics problems;
  CHECK(write(directory.path("new"), "one", problems));
  CHECK(directory.content("new") == "one");
  CHECK(write(directory.path("new"), "two", problems));
  CHECK(directory.content("new") == "two");
  CHECK(directory.names() == Names{"new"});
  {
    const auto file = OutputFile::open(directory.path("new"), problems);
    REQUIRE(file);
    CHECK(directory.names().size() == 2);
    CHECK(directory.content("new") == "two");
  }
  CHECK(directory.names() == Names{"new"});
  CHECK(directory.content("new") == "two");
  CHECK(problems.empty());
}

TEST_CASE("a written file keeps the permissions that it had, and a new one has the usual ones") {
  const TemporaryDirectory directory;
  const mode_t mask = umask(027);
  Diagnostics problems;
  const std::string kept = directory.file("kept", "x");
  REQUIRE(chmod(kept.c_str(), 0604) == 0);
  CHECK(write(kept, "y", problems));
  CHECK(write(directory.path("new"), "y", problems));
  struct stat status {};
  REQUIRE(stat(kept.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0604);
  REQUIRE(stat(directory.path("new").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640);
  umask(mask);
}

TEST_CASE("a link is followed, whether its file exists or not") {
  const TemporaryDirectory directory;
  std::filesystem::create_directory(directory.path("below"));
  Diagnostics problems;
  directory.file("target", "x");
  std::filesystem::create_symlink("target", directory.path("link"));
  std::filesystem::create_symlink("below/absent", directory.path("dangling"));
  std::filesystem::create_symlink("dangling", directory.path("twice"));
  CHECK(write(directory.path("link"), "followed", problems));
  CHECK(directory.content("target") == "followed");
  CHECK(std::filesystem::is_symlink(directory.path("link")));
  CHECK(write(directory.path("twice"), "made", problems));
  CHECK(directory.content("below/absent") == "made");
  CHECK(std::filesystem::is_symlink(directory.path("twice")));
  CHECK(std::filesystem::is_symlink(directory.path("dangling")));
  std::filesystem::create_symlink("circle", directory.path("circle"));
  CHECK(problems.empty());
  CHECK_FALSE(OutputFile::open(directory.path("circle"), problems));
  CHECK(first_message(problems).find("cannot write") == 0);
}

TEST_CASE("a device and a pipe are written directly") {
  const TemporaryDirectory directory;
  Diagnostics problems;
  CHECK(write("/dev/null", "gone", problems));
  CHECK(std::filesystem::is_character_file("/dev/null"));
  REQUIRE(mkfifo(directory.path("pipe").c_str(), 0600) == 0);
  std::fstream reader(directory.path("pipe"), std::ios::in | std::ios::out);
  CHECK(write(directory.path("pipe"), "through\n", problems));
  std::string line;
  std::getline(reader, line);
  CHECK(line == "through");
  CHECK(std::filesystem::is_fifo(directory.path("pipe")));
  CHECK(problems.empty());
}

TEST_CASE("places that cannot be written are found before any work") {
  const TemporaryDirectory directory;
  Diagnostics problems;
  for (const std::string& path :
       {std::string(), directory.path().string(), directory.path("absent/file"), directory.file("f", "") + "/x"}) {
    INFO(path);
    problems.clear();
    CHECK_FALSE(OutputFile::open(path, problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == "BE-O001");
  }
  if (is_root()) {
    WARN("a closed directory is not tried: root writes everywhere");
    return;
  }
  std::filesystem::create_directory(directory.path("closed"));
  std::filesystem::permissions(directory.path("closed"),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  CHECK_FALSE(OutputFile::open(directory.path("closed/file"), problems));
}

TEST_CASE("a full disk is noticed") {
  if (!std::filesystem::exists("/dev/full")) {
    WARN("not tried: this system has no /dev/full");
    return;
  }
  Diagnostics problems;
  CHECK_FALSE(write("/dev/full", "x", problems));
  CHECK(problems.front().code == "BE-O002");
  const Outcome outcome = ask({"-o", "/dev/full"});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.find("error[BE-O002]: could not write all of /dev/full") == 0);
  for (const std::string_view line : {"breakeven --help > /dev/full", "breakeven catalog list -f csv > /dev/full"})
    CHECK(breakeven::test::run_line(line).exit_code == 2);
}

TEST_CASE("an answer goes to each place that is asked for") {
  const TemporaryDirectory directory;
  const Outcome plain = ask({});
  const Outcome outcome = ask({"-o", directory.path("table"), "--export", "json=" + directory.path("json"), "--export",
                               "csv=" + directory.path("csv")});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out.empty());
  CHECK(directory.content("table") == plain.out);
  CHECK(directory.content("json") == ask({"-f", "json"}).out);
  CHECK(directory.content("csv") == ask({"-f", "csv"}).out);
  CHECK(directory.names() == Names{"csv", "json", "table"});
}

TEST_CASE("an error leaves files as they were") {
  const TemporaryDirectory directory;
  const std::string kept = directory.file("kept", "as it was");
  CHECK(ask({"-o", kept, "--volume", "2B/month"}).exit_code == 2);
  CHECK(ask({"-o", kept, "--export", "json=" + directory.path("absent/x")}).exit_code == 2);
  CHECK(ask({"-o", directory.path("absent/x"), "--export", "json=" + kept}).exit_code == 2);
  CHECK(directory.content("kept") == "as it was");
  CHECK(directory.names() == Names{"kept"});
}
