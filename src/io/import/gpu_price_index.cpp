// SPDX-License-Identifier: MIT
// ewyluda/gpu-price-index: a table of offers a day, for one GPU or a machine of several, with the machine's price. H100
// without a suffix is the SXM one, as its source says.
#include "io/catalog.hpp"
#include "io/date.hpp"
#include "io/import/gpu_entry.hpp"
#include "io/import/importers.hpp"

namespace breakeven::io {
namespace {

std::string_view gpu_name(std::string_view model) { return model == "H100" ? "H100 SXM" : model; }

void read_offer(Import& import, const Json& row, const Path& path) {
  const std::string provider = text_at(row, "provider");
  const std::string sku = text_at(row, "sku");
  const std::string pricing = text_at(row, "pricing");
  GpuEntry entry(import, provider + "/" + sku + "/" + text_at(row, "region") + "/" + pricing, path);
  entry.offer.provider = provider;
  if (const auto term = parse(pricing, entry.offer.term))
    entry.offer.term = *term;
  else
    entry.refuse(Reason::unreadable, "pricing is " + pricing);
  if (sku.find(" MIG ") != std::string::npos) entry.refuse(Reason::unreadable, "a slice of a GPU");
  const Json* count = value_at(row, "gpu_count");
  entry.price(value_at(row, "usd_per_hour"), "usd_per_hour", count ? entry.number(*count, "gpu_count") : std::nullopt);
  entry.offer.gpu = entry.gpu_named(gpu_name(text_at(row, "gpu_model")));
  entry.add(parse_date(text_at(row, "date")));
}

}  // namespace

bool is_gpu_price_index(const Json& document) {
  const Json* row = first_element(document);
  return row && value_at(*row, "gpu_model") && value_at(*row, "usd_per_gpu_hour") && value_at(*row, "pricing");
}

void import_gpu_price_index(Import& import) { for_each_element(import, read_offer); }

}  // namespace breakeven::io
