// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "breakeven/catalog.hpp"
#include "breakeven/scenario.hpp"
#include "breakeven/selection.hpp"
#include "breakeven/set_up_rate.hpp"
#include "inputs/given.hpp"

namespace breakeven::app {

/// A value in effect, with its origin.
struct InputValue {
  double number = 0;  // in the key's unit; a band's midpoint, rounded for a count
  double low = 0;
  double high = 0;
  std::string id{};  // a catalog id, or a word
  std::vector<VolumeTier> tiers{};
  Source source = Source::option;
  Source level = Source::option;  // for a catalog value: the level of the id that supplied it
  std::string origin{};           // for a catalog value: the entry's id
  std::string text{};             // as typed
  const Citation* cited = nullptr;
};

using InputSet = std::array<std::optional<InputValue>, input_count>;

inline std::optional<InputValue>& at(InputSet& inputs, Key key) { return inputs[static_cast<std::size_t>(key)]; }
inline const std::optional<InputValue>& at(const InputSet& inputs, Key key) {
  return inputs[static_cast<std::size_t>(key)];
}

/// The length of the month: as given, else the default.
inline double hours_per_month(const InputSet& inputs) {
  const auto& month = at(inputs, key("hours_per_month"));
  return month ? month->number : *row(key("hours_per_month")).default_value;
}

/// Returns the layered catalog; the first call loads it.
using CatalogSource = std::function<const Catalog&()>;

/// What a command needs, and what it adds itself.
struct Requirements {
  bool self_host = true;
  bool api = true;
  bool demand = true;
  bool serverless = false;  // the third path; a command without it warns and leaves it out
  bool point = true;        // one number per input: a band gives its midpoint, with a warning
  /// Adds measured values to the given ones.
  std::function<void(InputSet&)> measure{};
};

/// A question that can be answered: its inputs with their origins, and the scenario they make.
struct Question {
  InputSet inputs;
  Scenario scenario;
  const GpuOffer* gpu_offer = nullptr;
  const ThroughputRecord* record = nullptr;
  std::vector<const ThroughputRecord*> curve{};  // the record's replica under other loads
  std::optional<SetUpRate> rate{};               // of the record's set-up
  std::vector<double> other_rates{};             // of other set-ups per GPU, in those of this one
  const ApiOffer* api_offer = nullptr;
};

/// Reads, looks up, completes and checks; appends errors and warnings to `problems`. `today` dates the prices.
Question resolve(const EffectiveInputs& chosen, const Requirements& needs, const CatalogSource& catalog, Date today,
                 io::Diagnostics& problems);

/// The steps of resolve, for commands that vary inputs themselves.
InputSet read_values(const EffectiveInputs& chosen, io::Diagnostics& problems);
void complete(InputSet& inputs, const ThroughputRecord* record);
/// Defaults copied from another input: billed hours from the month's hours, served hours from the billed hours.
void follow_hours(InputSet& inputs);
/// Checks the inputs against each other, and that none needed is missing.
void check_consistency(const InputSet& inputs, const Requirements& needs, io::Diagnostics& problems);
Scenario assemble(const InputSet& inputs);

/// The request shape, if it is known.
std::optional<RequestShape> shape_of(const InputSet& inputs);

/// The latencies that answers must keep to, if given.
Load load_asked(const InputSet& inputs);
/// The requests at which throughput is read: those asked, or some of 2,000 tokens at the mix in use.
RequestShape rate_shape(const InputSet& inputs);
ServiceLevel service_level_of(const InputSet& inputs);

/// The API's service tier; absent for standard service.
std::optional<ServiceTier> service_tier_of(const InputSet& inputs);

/// The sessions, if they give the hours.
std::optional<Sessions> sessions_of(const InputSet& inputs);

/// Adds defaults to the serverless path, if there is one.
void complete_serverless(InputSet& inputs, const ThroughputRecord* record);

/// Sets the inputs that a catalog entry supplies, at the level of the id that named it; values of that level and above
/// stay. An API offer must be sold in the service tier that the inputs ask for.
void supply(const GpuOffer& offer, Source level, InputSet& inputs);
/// Phase rates where a shape is asked, else the total rate. An offline maximum brings its derate, unless the load is
/// offline or a derate is given.
void supply(const SetUpRate& rate, Source level, InputSet& inputs);
void supply(const ApiOffer& offer, Source level, InputSet& inputs);

}  // namespace breakeven::app
