// SPDX-License-Identifier: MIT
#include <algorithm>

#include "breakeven/cost.hpp"
#include "breakeven/selection.hpp"
#include "inputs/question.hpp"
#include "io/catalog/fields.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

// Sets keys to the values of one catalog entry.
class Supplier {
 public:
  Supplier(const std::string& entry, const Citation& cited, Source level, InputSet& inputs)
      : entry_(entry), cited_(cited), level_(level), inputs_(inputs) {}

  void number(Key key, double low, double high) {
    auto& value = at(inputs_, key);
    if (value && value->level <= level_) return;
    value = InputValue{.number = low == high ? low : (low + high) / 2,
                       .low = low,
                       .high = high,
                       .source = Source::catalog,
                       .level = level_,
                       .origin = entry_,
                       .cited = &cited_};
    if (low != high) value->text = text::plain(low) + ".." + text::plain(high) + std::string(unit_of(row(key).measure));
  }
  void number(Key key, double point) { number(key, point, point); }

  template <Dimension D, Scale S>
  void price(Key key, const std::optional<Range<Quantity<D>>>& range, Unit<D, S> unit) {
    if (range) number(key, range->low / unit, range->high / unit);
  }

  // Clears what lower levels gave the group; true if this level or a higher one has decided it.
  bool decided(Group group) {
    const auto in_group = [&](Key key) { return row(key).group == group && row(key).measure != Measure::id; };
    for (std::size_t i = 0; i < input_count; ++i)
      if (in_group(Key{i}) && inputs_[i] && inputs_[i]->level > level_) inputs_[i].reset();
    for (std::size_t i = 0; i < input_count; ++i)
      if (in_group(Key{i}) && inputs_[i]) return true;
    return false;
  }

 private:
  const std::string& entry_;
  const Citation& cited_;
  Source level_;
  InputSet& inputs_;
};

}  // namespace

void supply(const GpuOffer& offer, Source level, InputSet& inputs) {
  Supplier supplier(offer.id, offer.cited, level, inputs);
  supplier.number(key("gpu_usd_per_hour"), offer.price.low / io::usd_per_hour, offer.price.high / io::usd_per_hour);
  if (offer.gpus_per_machine > 1) supplier.number(key("gpus_per_machine"), static_cast<double>(offer.gpus_per_machine));
}

void supply(const SetUpRate& rate, Source level, InputSet& inputs) {
  const ThroughputRecord& record = *rate.record;
  Supplier supplier(record.id, record.cited, level, inputs);
  if (supplier.decided(Group::throughput)) return;
  const bool shape_known = shape_of(inputs).has_value();
  Throughput throughput = rate.throughput;
  if (std::holds_alternative<PhaseRates>(record.throughput))
    throughput = applied_throughput(record, shape_known);
  else if (!shape_known)
    throughput = TotalRate{full_load_rate(throughput, {.input_share = rate.asked.input_share(), .shape = rate.asked})};
  if (const auto* total = std::get_if<TotalRate>(&throughput)) {
    supplier.number(key("tok_per_s"), total->rate / io::tok_per_s);
  } else {
    const auto& phases = std::get<PhaseRates>(throughput);
    supplier.number(key("prefill_tok_per_s"), phases.prefill / io::tok_per_s);
    supplier.number(key("decode_tok_per_s"), phases.decode / io::tok_per_s);
    if (phases.context > ContextCost{}) supplier.number(key("context_s_per_tok2"), phases.context / io::s_per_tok2);
  }
  supplier.number(key("gpus_per_replica"), static_cast<double>(record.gpus_per_replica));
  auto& derate = at(inputs, key("derate_ratio"));
  const bool is_free = !derate || derate->source == Source::default_value;
  if (!is_free || load_of(record) != Load::offline || load_asked(inputs) == Load::offline) return;
  derate.reset();
  supplier.number(key("derate_ratio"), offline_derate);
}

void supply(const ApiOffer& offer, Source level, InputSet& inputs) {
  const auto service = service_tier_of(inputs);
  Supplier supplier(offer.id, offer.cited, level, inputs);
  supplier.price(key("api_usd_per_request"), offer.request_fee, io::usd_per_request);
  if (offer.batch_discount_ratio && !service) supplier.number(key("batch_discount_ratio"), *offer.batch_discount_ratio);
  supplier.decided(Group::api_price);
  if (at(inputs, key("api_usd_per_mtok"))) return;
  if (const auto* flat = std::get_if<Range<TokenPrice>>(&offer.prices)) {
    const bool partly_typed = std::any_of(inputs.begin(), inputs.end(), [&](const auto& value) {
      return value && row(Key{static_cast<std::size_t>(&value - inputs.data())}).group == Group::api_price;
    });
    if (!partly_typed) return supplier.price(key("api_usd_per_mtok"), std::optional(*flat), io::usd_per_mtok);
    for (const Key split : {key("api_input_usd_per_mtok"), key("api_output_usd_per_mtok"),
                            key("api_cache_read_usd_per_mtok"), key("api_cache_write_usd_per_mtok")})
      supplier.price(split, std::optional(*flat), io::usd_per_mtok);
    return;
  }
  const ListPrices& prices = prices_at(offer, service, shape_of(inputs));
  supplier.price(key("api_input_usd_per_mtok"), prices.input, io::usd_per_mtok);
  supplier.price(key("api_output_usd_per_mtok"), prices.output, io::usd_per_mtok);
  supplier.price(key("api_cache_read_usd_per_mtok"), prices.cache_read, io::usd_per_mtok);
  supplier.price(key("api_cache_write_usd_per_mtok"), prices.cache_write, io::usd_per_mtok);
}

}  // namespace breakeven::app
