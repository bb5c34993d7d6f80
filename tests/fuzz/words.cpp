// SPDX-License-Identifier: MIT
// A word a line; behind an empty line stands what standard input holds.
#include <nlohmann/json.hpp>
#include <sstream>

#include "check.hpp"
#include "cli/run.hpp"

namespace {

using namespace breakeven;
using fuzz::require;

// Words that name files to write, or devices, would reach out of the test.
bool reaches_out(const std::string& word) {
  const bool short_options = word.starts_with("-") && !word.starts_with("--");
  return word.starts_with("--output") || word.starts_with("--export") || word.find("/dev") != std::string::npos ||
         word.find("/proc") != std::string::npos || (short_options && word.find('o') != std::string::npos);
}

void require_refused(const std::string& out, const std::string& err) {
  require(err.starts_with("error["), "a failure says why");
  if (out.empty()) return;
  const auto document = nlohmann::json::parse(out, nullptr, false);
  require(document.is_object() && document.value("schema", "") == "breakeven.error", "a failure answers nothing");
  require(!document["diagnostics"].empty(), "a failure has a diagnostic");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(fuzz::text_of(data, size));
  std::ostringstream out;
  std::ostringstream err;
  app::Process process{
      .words = {}, .environment = {"SOURCE_DATE_EPOCH=1795219200"}, .in = &in, .out = &out, .err = &err};
  for (std::string word; std::getline(in, word) && !word.empty();) {
    if (reaches_out(word) || word.find('\0') != std::string::npos) return 0;
    process.words.push_back(word);
  }
  const int exit_code = app::run(process);
  require(exit_code >= 0 && exit_code <= 2, "there are three ways to end");
  if (exit_code == 2) require_refused(out.str(), err.str());
  return 0;
}
