// SPDX-License-Identifier: MIT
// ewyluda/gpu-price-index: a table of offers per day, for one GPU or a machine of several, with the machine's price.
// Models without a form factor are SXM, except A100-40GB, which may be any (src/gpu_index/catalog.py).
#include <algorithm>
#include <map>
#include <set>

#include "io/catalog/catalog.hpp"
#include "io/date.hpp"
#include "io/decimal.hpp"
#include "io/import/format_functions.hpp"
#include "io/import/gpu_prices/entry.hpp"

namespace breakeven::io {
namespace {

std::string key_of(const Json& row) {
  std::string key;
  for (const std::string_view column : {"provider", "gpu_model", "sku", "region", "gpu_count"})
    key += text_at(row, column) + (column == "gpu_count" ? "x/" : "/");
  return key + text_at(row, "pricing");
}

// Whether the row is for a part of a GPU, made by NVIDIA's multi-instance mode.
bool is_slice(const Json& row) { return text_at(row, "sku").find(" MIG ") != std::string::npos; }

// Judges a row by comparison with the others.
class Others {
 public:
  Others(const Json& rows, std::optional<Date> day) : day_(day) {
    for (const Json& row : rows) {
      const auto dated = parse_date(text_at(row, "date"));
      if (dated && is_past(*dated)) newest_[key_of(row)] = std::max(newest_[key_of(row)], *dated);
      const auto each = price_of_one(row);
      if (!each) continue;
      const std::string model = text_at(row, "gpu_model");
      models_[{text_at(row, "source"), *each}].insert(model);
      if (is_slice(row)) continue;
      auto& least = least_[{model, text_at(row, "pricing")}];
      const auto [known, is_new] = least.emplace(text_at(row, "source"), *each);
      if (!is_new) known->second = std::min(known->second, *each);
    }
  }

  /// Among the prices of several days, the last one up to the requested day counts.
  bool is_in_force(const Json& row, Date dated) const {
    const auto known = newest_.find(key_of(row));
    return known != newest_.end() && known->second == dated;
  }

  /// A placeholder: one source has the same price for different GPUs, less than half of what anyone else asks for this
  /// one on the same terms. RunPod's was 0.50.
  bool is_placeholder(const Json& row) const {
    constexpr double far_below = 0.5;
    const std::string source = text_at(row, "source");
    const auto each = price_of_one(row);
    if (!each || models_.at({source, *each}).size() < 2) return false;
    std::optional<double> least;
    const auto sellers = least_.find({text_at(row, "gpu_model"), text_at(row, "pricing")});
    if (sellers == least_.end()) return false;
    for (const auto& [seller, price] : sellers->second)
      if (seller != source) least = std::min(price, least.value_or(price));
    return least && *each < far_below * *least;
  }

 private:
  bool is_past(Date dated) const { return !day_ || dated <= *day_; }

  static std::optional<double> price_of_one(const Json& row) {
    const Json* price = row.find("usd_per_hour");
    const Json* count = row.find("gpu_count");
    const auto usd = price ? shifted_value(*price, 0) : std::nullopt;
    const auto gpus = count ? shifted_value(*count, 0) : std::nullopt;
    return usd && gpus && *usd > 0 && *gpus > 0 ? std::optional(*usd / *gpus) : std::nullopt;
  }

  std::optional<Date> day_;
  std::map<std::string, Date> newest_{};
  std::map<std::pair<std::string, double>, std::set<std::string>> models_{};
  std::map<std::pair<std::string, std::string>, std::map<std::string, double>> least_{};
};

GpuDescription index_gpu(const Json& row) {
  GpuDescription gpu{.name = text_at(row, "gpu_model"), .elsewhere = text_at(row, "sku")};
  if (gpu.name != "A100-40GB") gpu.by_default = FormFactor::sxm;
  return gpu;
}

void read_index_offer(ImportRun& run, const Others& others, const Json& row, const Path& path) {
  GpuEntry entry(run, key_of(row), path);
  entry.offer.provider = text_at(row, "provider");
  const std::string pricing = text_at(row, "pricing");
  if (const auto term = parse(pricing, entry.offer.term))
    entry.offer.term = *term;
  else
    entry.refuse(Reason::unreadable, "pricing is " + pricing);
  const std::string date = text_at(row, "date");
  const auto dated = parse_date(date);
  if (!dated)
    entry.refuse(Reason::unreadable, "date is " + date);
  else if (!others.is_in_force(row, *dated))
    entry.refuse(Reason::not_in_force);
  if (others.is_placeholder(row)) entry.refuse(Reason::placeholder, "usd_per_hour is " + text_at(row, "usd_per_hour"));
  if (is_slice(row)) entry.refuse(Reason::unknown_gpu, text_at(row, "sku") + ", a slice");
  entry.price(row, "usd_per_hour", entry.gpu_count(row, "gpu_count"));
  entry.offer.gpu = entry.gpu_described(index_gpu(row));
  entry.add(dated);
}

}  // namespace

bool is_gpu_price_index(const Json& document) {
  return has_columns(document, {"provider", "sku", "gpu_model", "pricing", "gpu_count", "usd_per_hour"});
}

void import_gpu_price_index(ImportRun& run) {
  const Others others(run.document(), run.context.as_of);
  for_each_element(
      run, [&](ImportRun& same, const Json& row, const Path& path) { read_index_offer(same, others, row, path); });
}

}  // namespace breakeven::io
