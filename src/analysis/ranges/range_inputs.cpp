// SPDX-License-Identifier: MIT
#include "analysis/ranges/range_inputs.hpp"

#include <algorithm>
#include <array>

namespace breakeven::app {
namespace {

// These can move both sides at once, or both cost and capacity.
constexpr std::array may_turn_inside{
    key("hours_per_month"), key("billed_hours_per_month"),  key("input_tok"),          key("output_tok"),
    key("cache_hit_ratio"), key("input_share_ratio"),       key("sessions_per_month"), key("hours_per_session"),
    key("start_up_hours"),  key("billing_increment_hours"), key("gpus_per_machine")};

// These do not if the total rate is independent of the mix.
constexpr std::array turn_with_the_rate{key("cache_hit_ratio"), key("input_share_ratio")};

constexpr std::array capacity_moves_with{key("tok_per_s"),
                                         key("output_tok_per_s"),
                                         key("derate_ratio"),
                                         key("serving_hours_per_month"),
                                         key("max_utilization_ratio"),
                                         key("peak_to_average_ratio")};

constexpr std::array phases{key("prefill_tok_per_s"), key("decode_tok_per_s"), key("context_s_per_tok2")};

template <class Keys>
bool holds(const Keys& keys, Key key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

std::vector<Key> banded_keys(const InputSet& inputs) {
  std::vector<Key> keys;
  for (std::size_t i = 0; i < input_count; ++i)
    if (inputs[i] && inputs[i]->low < inputs[i]->high && row(Key{i}).group != Group::serverless) keys.push_back(Key{i});
  return keys;
}

bool has_extremes_at_ends(Key key, const Scenario& scenario) {
  const bool fixed_rate = std::holds_alternative<TotalRate>(scenario.self_host.throughput);
  return !holds(may_turn_inside, key) || (fixed_rate && holds(turn_with_the_rate, key));
}

bool is_demand(Key key) { return row(key).group == Group::demand; }

bool moves_capacity(Key key) { return holds(capacity_moves_with, key); }

bool lowers_capacity(Key key) { return key == app::key("peak_to_average_ratio"); }

bool is_phase(Key key) { return holds(phases, key); }

}  // namespace breakeven::app
