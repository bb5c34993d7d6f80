// SPDX-License-Identifier: MIT
// tardellirs/gpu-pricing: an array of offers, each with the price of one GPU for an hour, its day and its page.
#include <algorithm>
#include <array>

#include "io/date.hpp"
#include "io/import/format_functions.hpp"
#include "io/import/gpu_prices/entry.hpp"

namespace breakeven::io {
namespace {

// The terms that a tier's name implies; for other tiers is_spot alone decides.
struct TierRow {
  std::string_view name;
  std::optional<bool> is_spot{};
};
constexpr std::array tiers{TierRow{"on-demand", false}, TierRow{"spot", true}, TierRow{"marketplace"},
                           TierRow{"community"},        TierRow{"secure"},     TierRow{"prototyping"},
                           TierRow{"production"}};

void read_term(GpuEntry& entry, const Json& row) {
  const Json* is_spot = row.find("is_spot");
  if (!is_spot || !is_spot->is_boolean()) return entry.refuse(Reason::unreadable, "is_spot is neither true nor false");
  const std::string name = text_at(row, "tier");
  const auto tier = std::find_if(tiers.begin(), tiers.end(), [&](const TierRow& known) { return known.name == name; });
  if (tier == tiers.end()) return entry.refuse(Reason::unreadable, "tier is " + name);
  if (tier->is_spot.value_or(is_spot->boolean()) != is_spot->boolean())
    return entry.refuse(Reason::unreadable, "tier is " + name + ", and is_spot " + text_of(*is_spot));
  entry.offer.term = is_spot->boolean() ? Term::spot : Term::on_demand;
}

// The price's caveats, as many as fit into a note.
std::string note_of(GpuEntry& entry, const Json& row) {
  constexpr std::size_t longest = 400;
  std::string note;
  const Json* caveats = row.find("caveats");
  if (!caveats || !caveats->is_array()) return note;
  for (const Json& caveat : *caveats) {
    const std::string more = (note.empty() ? "" : "; ") + text_of(caveat);
    if (note.size() + more.size() <= longest)
      note += more;
    else
      entry.leave_out("caveats longer than a note");
  }
  return note;
}

void read_gpu_pricing_offer(ImportRun& run, const Json& row, const Path& path) {
  GpuEntry entry(run, text_at(row, "id"), path);
  if (!entry.is_object(row)) return;
  entry.offer.provider = text_at(row, "provider_id");
  read_term(entry, row);
  entry.price(row, "price_usd_hour", 1);
  GpuDescription gpu{.name = text_at(row, "gpu_model"), .elsewhere = text_at(row, "interconnect")};
  if (const Json* memory = row.find("vram_gb")) gpu.memory_gb = entry.number(*memory, "vram_gb");
  entry.offer.gpu = entry.gpu_described(gpu);
  const std::string url = text_at(row, "source_url");
  if (url.starts_with("https://") && url.find(' ') == std::string::npos) entry.offer.cited.url = url;
  entry.offer.cited.note = note_of(entry, row);
  const std::string date = text_at(row, "collected_at");
  const auto dated = parse_date(date);
  if (!dated && !date.empty()) entry.refuse(Reason::unreadable, "collected_at is " + date);
  entry.add(dated);
}

}  // namespace

bool is_gpu_pricing(const Json& document) {
  const Json* row = first_element(document);
  return row && row->find("gpu_model") && row->find("provider_id") && row->find("price_usd_hour");
}

void import_gpu_pricing(ImportRun& run) { for_each_element(run, read_gpu_pricing_offer); }

}  // namespace breakeven::io
