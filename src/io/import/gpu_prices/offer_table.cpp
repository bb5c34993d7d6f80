// SPDX-License-Identifier: MIT
// A table of GPU offers as people keep them by hand: provider, gpu, term, usd_per_gpu_hour and, where they are known,
// gpus_per_machine, region, source_url, as_of (a day or a month) and note. `gpu` is an id or a name of a catalog.
#include <algorithm>

#include "io/catalog/terms.hpp"
#include "io/date.hpp"
#include "io/import/format_functions.hpp"
#include "io/import/gpu_prices/entry.hpp"

namespace breakeven::io {
namespace {

std::string offer_key(const Json& row) {
  std::string key;
  for (const std::string_view column : {"provider", "gpu", "term", "gpus_per_machine", "region"})
    if (const std::string part = text_at(row, column); !part.empty()) key += (key.empty() ? "" : "/") + part;
  return key;
}

// The list or page that a price is from: "ewyluda/gpu-price-index" of one on GitHub, else the host.
std::string source_of(const std::string& url) {
  std::string rest = url.substr(url.find("://") + 3);
  for (const std::string_view host : {"github.com/", "raw.githubusercontent.com/"})
    if (rest.starts_with(host)) {
      rest.erase(0, host.size());
      return rest.substr(0, rest.find('/', rest.find('/') + 1));
    }
  return rest.substr(0, rest.find('/'));
}

// A month is taken for its first day: the price was seen then or later.
std::optional<Date> day_or_month(const std::string& text) {
  constexpr std::size_t month_length = 7;
  return parse_date(text.size() == month_length ? text + "-01" : text);
}

void read_offer(ImportRun& run, const Json& row, const Path& path) {
  GpuEntry entry(run, offer_key(row), path);
  entry.offer.provider = text_at(row, "provider");
  if (const auto term = parse(text_at(row, "term"), Term{}))
    entry.offer.term = *term;
  else
    entry.refuse(Reason::unreadable, "term is " + text_at(row, "term"));
  entry.price(row, "usd_per_gpu_hour", 1);
  if (!text_at(row, "gpus_per_machine").empty())
    entry.offer.gpus_per_machine = std::max<std::int64_t>(entry.gpu_count(row, "gpus_per_machine"), 1);
  entry.offer.gpu = entry.gpu_named(text_at(row, "gpu"));
  const std::string url = text_at(row, "source_url");
  if (url.starts_with("https://") && url.find(' ') == std::string::npos)
    entry.offer.cited = {.source = source_of(url), .as_of = {}, .url = url, .note = {}};
  entry.offer.cited.note = text_at(row, "note");
  const std::string date = text_at(row, "as_of");
  const auto dated = day_or_month(date);
  if (!dated && !date.empty()) entry.refuse(Reason::unreadable, "as_of is " + date);
  entry.add(dated);
}

}  // namespace

bool is_offer_table(const Json& document) {
  return has_columns(document, {"provider", "gpu", "term", "usd_per_gpu_hour"});
}

void import_offer_table(ImportRun& run) { for_each_element(run, read_offer); }

}  // namespace breakeven::io
