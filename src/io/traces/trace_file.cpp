// SPDX-License-Identifier: MIT
#include "io/traces/trace_file.hpp"

#include <algorithm>
#include <map>
#include <thread>

#include "io/csv.hpp"
#include "io/traces/csv_rows.hpp"
#include "io/traces/json_rows.hpp"

namespace breakeven::io {
namespace {

constexpr unsigned most_threads = 4;

// How to read a file's rows; known from its first block.
struct FilePlan {
  TraceColumns columns{};
  TimeForm time_form = TimeForm::iso;
  std::optional<CsvHeader> header{};  // of CSV
};

// What is needed of a block after all are read: to number its lines, and to check time order across blocks.
struct BlockFacts {
  std::size_t number = 0;
  std::size_t lines = 0;
  std::optional<std::int64_t> first_ns{};
  std::optional<std::int64_t> last_ns{};
};

// One thread's share of a file.
struct Part {
  TraceRows rows;
  std::vector<BlockFacts> blocks{};
};

std::string_view without_mark(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

constexpr std::size_t most_asked = 1000;

std::vector<std::string> json_times(std::string_view lines, const std::string& name) {
  std::vector<std::string> times;
  while (times.size() < most_asked && !lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    times.push_back(json_value(lines.substr(0, end), name));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return times;
}

std::vector<std::string> csv_times(std::string_view text, const CsvHeader& header, const std::string& name) {
  const auto found = std::find(header.columns.begin(), header.columns.end(), name);
  const auto column = static_cast<std::size_t>(found - header.columns.begin());
  CsvReader reader(text.substr(header.size), header.delimiter);
  std::vector<CsvField> row;
  std::vector<std::string> times;
  while (times.size() < most_asked && reader.next(row))
    if (column < row.size()) times.push_back(row[column].text);
  return times;
}

// The form of most of the first times, because a single one may be odd. Absent if there are none.
std::optional<TimeForm> usual_form(const RecordBlock& block, const FilePlan& plan) {
  const std::string& name = of(plan.columns.names, Role::time);
  const auto times =
      plan.header ? csv_times(block.text(), *plan.header, name) : json_times(without_mark(block.text()), name);
  std::map<TimeForm, std::size_t> counts;
  for (const std::string& time : times)
    if (!time.empty()) ++counts[likely_form(time)];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end()) return std::nullopt;
  return most->first;
}

std::optional<FilePlan> refuse_trace_file(std::string message, std::string help, const std::string& file,
                                          Diagnostics& problems) {
  problems.push_back({.code = "BE-T001",
                      .message = std::move(message),
                      .location = Location{.file = printable(file), .line = 1, .column = 1},
                      .help = std::move(help)});
  return std::nullopt;
}

// Why the first line is unreadable, and what to do; absent if it is text.
struct TextFlaw {
  std::string message{};
  std::string help{};
};
std::optional<TextFlaw> flaw_of_text(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return TextFlaw{"it is text in UTF-16", "convert it: iconv -f UTF-16 -t UTF-8"};
  const auto is_control = [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\r'; };
  if (std::any_of(line.begin(), line.end(), is_control))
    return TextFlaw{"it is no text", "give CSV or JSON lines, plain or packed by gzip or zstd"};
  if (const std::size_t end = line.find('\r'); end != std::string_view::npos && end + 1 < line.size())
    return TextFlaw{"its lines end in carriage returns alone", "convert it: tr '\\r' '\\n'"};
  return std::nullopt;
}

std::optional<FilePlan> plan_file(const RecordBlock& block, bool is_json, const std::string& file,
                                  const TraceOptions& options, Diagnostics& problems) {
  FilePlan plan;
  std::vector<std::string> present;
  if (auto flaw = flaw_of_text(block.text()))
    return refuse_trace_file(std::move(flaw->message), std::move(flaw->help), file, problems);
  if (is_json) {
    present = json_paths(without_mark(block.text()));
    if (present.empty())
      return refuse_trace_file("the first lines are not JSON objects",
                               "write one object a line: jq -c '.[]' makes lines of an array", file, problems);
  } else {
    plan.header = read_csv_header(block.text(), file, problems);
    if (!plan.header) return std::nullopt;
    present = plan.header->columns;
  }
  const auto columns = find_columns({present, is_json}, options.columns, file, problems);
  if (!columns) return std::nullopt;
  plan.columns = *columns;
  if (options.time_form) plan.columns.time_form = options.time_form;
  const auto usual = usual_form(block, plan);
  // A date is a date, whatever the column's name.
  const bool is_told = plan.columns.time_form && (options.time_form || usual != TimeForm::iso);
  plan.time_form = is_told ? *plan.columns.time_form : usual.value_or(TimeForm::iso);
  return plan;
}

class FileReader {
 public:
  FileReader(RecordBlocks& blocks, const FilePlan& plan, const TraceOptions& options)
      : blocks_(blocks), plan_(plan), json_(plan.columns) {
    if (plan.header) csv_.emplace(plan.columns, *plan.header);
    // Prefix cache hits depend on the order of the requests.
    const bool in_order = !of(plan.columns.names, Role::prefix_blocks).empty();
    const unsigned threads = in_order ? 1 : std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
    for (unsigned i = 0; i < threads; ++i)
      parts_.push_back({TraceRows(plan.columns, plan.time_form,
                                  {.slice_s = options.slice_s, .keeps_requests = options.keeps_requests})});
  }

  void read(const RecordBlock& first, const ReadProgress& progress) {
    read_block(first, parts_.front());
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < parts_.size(); ++i) others.emplace_back([this, i] { read_all(parts_[i], [] {}); });
    const ByteSource& source = blocks_.source();
    read_all(parts_.front(), [&] {
      if (progress) progress(*source.taken, source.size);
    });
    for (std::thread& other : others) other.join();
  }

  TraceFileSums sums(const std::string& file);

 private:
  template <class Report>
  void read_all(Part& part, Report report) {
    RecordBlock block;
    while (blocks_.next(block)) {
      read_block(block, part);
      report();
    }
  }

  void read_block(const RecordBlock& block, Part& part) const {
    const bool is_first = block.number == 0;
    part.rows.begin_block();
    const std::size_t lines =
        csv_ ? csv_->read(block, is_first ? plan_.header->size : 0, is_first ? plan_.header->lines : 0, part.rows)
             : json_.read(block, part.rows);
    part.blocks.push_back({block.number, lines, part.rows.first_of_block_ns(), part.rows.last_of_block_ns()});
  }

  RecordBlocks& blocks_;
  const FilePlan& plan_;
  std::optional<CsvRows> csv_{};
  JsonRows json_;
  std::vector<Part> parts_{};
};

// The blocks of all parts, in the order of the file.
std::vector<BlockFacts> ordered(const std::vector<Part>& parts) {
  std::vector<BlockFacts> blocks;
  for (const Part& part : parts) blocks.insert(blocks.end(), part.blocks.begin(), part.blocks.end());
  std::sort(blocks.begin(), blocks.end(), [](const BlockFacts& a, const BlockFacts& b) { return a.number < b.number; });
  return blocks;
}

TraceFileSums FileReader::sums(const std::string& file) {
  const std::vector<BlockFacts> blocks = ordered(parts_);
  TraceFileSums sums{.file = {.name = file,
                              .format = plan_.columns.format,
                              .is_json = !csv_,
                              .time_form = plan_.time_form,
                              .columns = plan_.columns.names},
                     .rows = std::move(parts_.front().rows)};
  for (std::size_t i = 1; i < parts_.size(); ++i) sums.rows.merge(std::move(parts_[i].rows));
  sums.file.row_count = sums.rows.row_count;
  std::vector<std::size_t> lines_before{1};
  std::optional<std::int64_t> previous_ns;
  for (const BlockFacts& block : blocks) {
    lines_before.push_back(lines_before.back() + block.lines);
    if (!block.last_ns) continue;
    if (previous_ns && *block.first_ns < *previous_ns) ++sums.rows.backward_count;
    previous_ns = block.last_ns;
  }
  for (const BadRow& bad : sums.rows.bad_rows)
    sums.bad_rows.push_back({file, lines_before[bad.place.block] + bad.place.line, bad.what});
  return sums;
}

}  // namespace

std::optional<TraceFileSums> read_trace_file(ByteSource source, const TraceOptions& options,
                                             const ReadProgress& progress, Diagnostics& problems) {
  RecordBlocks blocks(std::move(source));
  const std::string& name = blocks.source().name;
  RecordBlock first;
  const bool has_rows = blocks.next(first);
  const auto broke_off = [&] {
    if (blocks.failure().empty()) return false;
    problems.push_back({.code = "BE-S010",
                        .message = "cannot read " + printable(name) + " to its end: " + blocks.failure(),
                        .location = Location{.file = printable(name)},
                        .notes = {std::to_string(*blocks.source().taken) + " bytes of it were read"}});
    return true;
  };
  if (broke_off()) return std::nullopt;
  if (!has_rows) {
    problems.push_back({.code = "BE-T001",
                        .message = "the file is empty",
                        .location = Location{.file = printable(name)},
                        .help = "give a table of requests, or JSON lines"});
    return std::nullopt;
  }
  const auto plan = plan_file(first, blocks.is_json(), name, options, problems);
  if (!plan) return std::nullopt;
  FileReader reader(blocks, *plan, options);
  reader.read(first, progress);
  if (broke_off()) return std::nullopt;
  TraceFileSums sums = reader.sums(name);
  if (const std::string flaw = sums.rows.parts.flaw(); plan->columns.is_result() && !flaw.empty()) {
    problems.push_back({.code = "BE-T007",
                        .message = flaw,
                        .location = Location{.file = printable(name)},
                        .help = "run the query of breakeven traffic sql again, and keep all that it prints"});
    return std::nullopt;
  }
  return sums;
}

}  // namespace breakeven::io
