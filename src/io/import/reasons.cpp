// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <map>

#include "io/import/import.hpp"
#include "io/json/locate.hpp"

namespace breakeven::io {
namespace {

constexpr std::array rows{
    ReasonRow{Reason::duplicate, "BE-P001", "an id that another entry has"},
    ReasonRow{Reason::undated, "BE-P005", "no date", false, "give the date of the file: --as-of YYYY-MM-DD"},
    ReasonRow{Reason::no_output_price, "BE-P006", "no output price"},
    ReasonRow{Reason::no_input_price, "BE-P007", "no input price"},
    ReasonRow{Reason::no_price, "BE-P008", "no price per token"},
    ReasonRow{Reason::other_unit, "BE-P009", "a unit other than tokens"},
    ReasonRow{Reason::negative_price, "BE-P010", "a negative price"},
    ReasonRow{Reason::unreadable, "BE-P011", "an entry that cannot be read"},
    ReasonRow{Reason::tiers, "BE-P012", "context tiers that a catalog cannot hold"},
    ReasonRow{Reason::not_in_force, "BE-P013", "no price in force on that day"},
    ReasonRow{Reason::unknown_gpu, "BE-P015", "a GPU that the catalogs do not know", true,
              "give it an alias in a catalog of your own, or, where all are of one GPU, --gpu ID"},
    ReasonRow{Reason::no_gpu_count, "BE-P016", "no number of GPUs", false, "give the GPUs of one replica: --gpus N"},
    ReasonRow{Reason::no_hourly_price, "BE-P017", "no price of an hour"},
    ReasonRow{Reason::placeholder, "BE-P018", "a placeholder in the place of a price"},
    ReasonRow{Reason::without_gpu, "BE-P019", "a machine without a GPU"},
    ReasonRow{Reason::part, "BE-W014", "parts that a catalog has no place for", true},
    ReasonRow{Reason::unknown_model, "BE-P020", "a model that the catalogs do not know", true,
              "say which it is: --model ID, or give it an alias in a catalog of your own"},
    ReasonRow{Reason::no_gpu, "BE-P021", "no GPU", false, "say which it was: --gpu ID"},
    ReasonRow{Reason::no_model, "BE-P022", "no model", false, "say which it was: --model ID"},
    ReasonRow{Reason::no_rate, "BE-P023", "no rate of tokens"},
    ReasonRow{Reason::no_output_tokens, "BE-P024", "no output tokens"},
    ReasonRow{Reason::no_shape, "BE-P025", "no shape of the requests", false,
              "give the mean tokens of a request: --shape IN:OUT"},
    ReasonRow{Reason::failed_run, "BE-P026", "a run that failed or was cancelled"},
    ReasonRow{Reason::unknown_unit, "BE-P027", "a unit that is not known", true},
    ReasonRow{Reason::other_than_asked, "BE-P031", "of another GPU or model than is asked for", true},
    ReasonRow{Reason::other_format, "BE-P033", "a line of another format than the file", false,
              "import the lines of each program apart"},
    ReasonRow{Reason::single_stream, "BE-W030", "a single stream, the floor of what serving delivers", false, {}, true},
    ReasonRow{Reason::computed_rate, "BE-W031", "a rate that is computed from latencies", false, {}, true},
    ReasonRow{
        Reason::called_otherwise, "BE-W032", "names that no catalog knows, for which an option stands", true, {}, true},
    ReasonRow{Reason::high_price, "BE-W033", "a price that no known model has", false,
              "look it up at the seller: the file may mean another unit", true},
    ReasonRow{Reason::contradiction, "BE-W034", "a rate that contradicts the totals beside it", false,
              "measure again, or mend the file: the rate is what counts", true},
    ReasonRow{Reason::failed_requests, "BE-W035", "a run in which requests failed", false,
              "measure at a load at which all are answered", true},
    ReasonRow{Reason::cached_prompts, "BE-W036", "a run whose prompts were partly cached", false,
              "it holds for traffic with the same cache hits", true},
    ReasonRow{Reason::dated_ahead, "BE-W037", "a date to come", false, "mend the date, or --as-of", true},
};

std::string entries(std::size_t count) { return std::to_string(count) + (count == 1 ? " entry" : " entries"); }

std::string item_in_words(const NotImported& item, const Location& place) {
  return printable(item.key) + (item.detail.empty() ? "" : ": " + printable(item.detail)) + " (" +
         std::to_string(place.line) + ":" + std::to_string(place.column) + ")";
}

std::vector<std::string> detail_counts(std::span<const NotImported* const> items) {
  std::map<std::string_view, std::size_t> counts;
  for (const NotImported* item : items) ++counts[item->detail];
  std::vector<std::string> notes;
  for (const auto& [detail, count] : counts) notes.push_back(printable(detail) + ": " + entries(count));
  return notes;
}

// Only the first unreadable lines and rows are listed.
std::size_t unlisted(const ReasonRow& row, const ImportedFile& file) {
  return row.reason == Reason::unreadable ? file.content.broken_count() - file.content.broken().size() : 0;
}

Diagnostic summary(const ReasonRow& row, std::span<const NotImported* const> items, const ImportedFile& file,
                   const Text& text) {
  const NotImported& first = *items.front();
  const std::size_t count = items.size() + unlisted(row, file);
  Diagnostic found{.code = row.code,
                   .message = (row.is_imported ? "imported, " : "not imported, ") + std::string(row.words),
                   .location = file.content.locate(text, first.pointer)};
  found.severity = file.imported_count == 0 ? Severity::error : Severity::warning;
  if (row.reason != Reason::part)
    found.message +=
        ": " + (count == 1 ? printable(first.key) : std::to_string(count) + " of " + entries(file.entry_count));
  if (row.counts_details)
    found.notes = detail_counts(items);
  else if (items.size() == 1 && !first.detail.empty())
    found.notes = {printable(first.detail)};
  return found;
}

}  // namespace

std::span<const ReasonRow> reason_rows() { return rows; }

Diagnostics not_imported(const ImportedFile& file, const Text& text, bool all) {
  Diagnostics problems;
  std::optional<Places> places;
  if (all && !file.left_out.empty() && file.content.is_json()) places.emplace(text);
  const auto place_of = [&](const NotImported& item) {
    return places ? places->locate(item.pointer) : file.content.locate(text, item.pointer);
  };
  for (const ReasonRow& row : rows) {
    std::vector<const NotImported*> items;
    for (const NotImported& item : file.left_out)
      if (item.reason == row.reason) items.push_back(&item);
    if (items.empty()) continue;
    Diagnostic found = summary(row, items, file, text);
    if (!row.help.empty())
      found.help = row.help;
    else if (!all && items.size() > 1)
      found.help = "-v lists them";
    if (all)
      for (const NotImported* item : items) found.notes.push_back(item_in_words(*item, place_of(*item)));
    if (const std::size_t more = unlisted(row, file); all && more > 0)
      found.notes.push_back("and " + std::to_string(more) + " more");
    problems.push_back(std::move(found));
  }
  return problems;
}

}  // namespace breakeven::io
