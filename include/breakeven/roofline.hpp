// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/interval.hpp"
#include "breakeven/memory_fit.hpp"

namespace breakeven {

/// The shares of arithmetic and bandwidth that engines reach, fitted on 15 measured points of dense models (MODEL 2.9).
inline constexpr double fitted_flops_utilization = 0.50;
inline constexpr double fitted_bandwidth_utilization = 0.44;
/// Requests that an engine keeps in flight at most.
inline constexpr double most_in_flight = 512;

/// What a replica may deliver. An estimate: it never replaces a measured record.
struct RooflineEstimate {
  double batch = 0;  // requests in flight
  TokenRate prefill{};
  TokenRate decode{};
  TokenRate total{};    // input and output tokens
  TokenRate output{};   // output tokens
  Interval band{1, 1};  // a factor that the truth is likely to lie between
};

/// The roofline of MODEL 2.9 for requests of the placement's shape: B requests in flight, as many as the cache holds of
/// the mean length, up to `most_batch`; a prefill of (2·P_act·in + 2·L·d·in²)/(G·F·MFU), windowed layers in·window in
/// place of in²; a decode step of max(2·P_act·B/(G·F·MFU), bytes read/(G·BW·MBU)), where a mixture of experts reads
/// W·(1 − (1−k/E)^B) of its weights. Bands: ×0.6 to 1.4 dense, ×0.5 to 1.8 a mixture of experts. Domain: the placement
/// has a shape with input and output tokens and fits; hidden size known, and the experts of a mixture;
/// `operations_per_second` and `bytes_per_second` are those of one GPU, at full use.
RooflineEstimate roofline(const Placement& placement, const Fit& fit, double operations_per_second,
                          double bytes_per_second, double most_batch = most_in_flight);

}  // namespace breakeven
