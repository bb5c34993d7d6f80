// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "breakeven/catalog.hpp"
#include "breakeven/selection.hpp"

namespace breakeven {

/// A set-up is one model on one kind of replica, by one engine, in one precision, from one kind of source, under one
/// kind of load. Its records at several shapes are one thing: they say what prefill, decode and context cost, and so
/// the rate at any shape (MODEL 2.2 and 2.12).
struct SetUpRate {
  const ThroughputRecord* record = nullptr;       // the one whose shape is nearest
  std::vector<const ThroughputRecord*> points{};  // the fastest of each shape
  const ThroughputRecord* like = nullptr;         // of the set-up whose proportions of the phases are taken, if any
  RequestShape asked{};
  Throughput throughput{};  // at the asked shape
  bool is_beyond = false;   // a length is over twice the longest point's, or under half the shortest's

  bool is_recorded() const { return record->shape == asked; }
};

/// The rate of the record's set-up at `asked`. The costs of the phases are those of the nearest set-up that shows them
/// (the same model before the same class of architecture, then the same load, the nearest number of active parameters
/// and the same GPU), stretched to meet the points with the least squares of relative errors and of what the stretches
/// differ in; what is left of each point's error holds near it. So the rate is the recorded one at a recorded
/// shape, continuous in the shape, and with one point it is carried. Without any such set-up, input and output tokens
/// cost the same. Records of phase rates answer for themselves. Records that do not show that they keep to `level` take
/// no part, nor do those with less than a quarter of the set-up's most requests in flight. Domain: asked.total() > 0.
SetUpRate set_up_rate(const Catalog& catalog, const ThroughputRecord& record, const RequestShape& asked,
                      const ServiceLevel& level = {});

/// A set-up that serves a model on a GPU, with what one of its GPUs delivers at the asked shape, derated.
struct SetUpChoice {
  SetUpRate rate;
  TokenRate per_gpu;
};

/// The set-ups that serve `model` on `gpu`, best first: estimates last, a model's own before others of its
/// architecture, those of the 18 months before the newest record, then the cheapest per token, which is the fastest per
/// GPU, then the id. Measured and published ones count alike: the words tell who reports, not how well. Offline maxima
/// count for offline_derate of themselves, unless `load` is offline. Records that do not show that they keep to `level`
/// take no part. Domain: asked.total() > 0.
std::vector<SetUpChoice> set_ups_for(const Catalog& catalog, std::string_view model, std::string_view gpu,
                                     const RequestShape& asked, const ServiceLevel& level = {},
                                     Load load = Load::online);

/// What an offline maximum is worth to a service that answers at once, as a share (MODEL 2.12: 0.5 to 0.85 measured).
inline constexpr double offline_derate = 0.7;

/// How far rates of set-ups with so many points were from a record that was left out, as shares of it: at the median
/// and at the 90th percentile, over all records of the built-in catalog (tests/validate/leave_one_shape_out.py).
struct RateError {
  double median;
  double p90;
};
RateError usual_error(std::size_t points);

}  // namespace breakeven
