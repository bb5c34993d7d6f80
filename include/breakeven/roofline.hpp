// SPDX-License-Identifier: MIT
#pragma once

#include "breakeven/interval.hpp"
#include "breakeven/memory_fit.hpp"

namespace breakeven {

/// Shares of peak arithmetic and bandwidth that engines reach, fitted to 15 measurements of dense models (MODEL 2.9).
inline constexpr double fitted_flops_utilization = 0.50;
inline constexpr double fitted_bandwidth_utilization = 0.44;
/// The most requests that an engine keeps in flight.
inline constexpr double most_in_flight = 512;

/// The estimated throughput of a replica. It never replaces a measured record.
struct RooflineEstimate {
  double batch = 0;  // requests in flight
  TokenRate prefill{};
  TokenRate decode{};
  TokenRate total{};    // input and output tokens
  TokenRate output{};   // output tokens
  Interval band{1, 1};  // factor range that likely contains the true value
};

/// The roofline of MODEL 2.9 for requests of the placement's shape. B requests are in flight: as many of the mean
/// length as the cache holds, up to `most_batch`. A prefill takes (2·P_act·in + 2·L·d·in²)/(G·F·MFU), with in·window
/// instead of in² for windowed layers. A decode step takes max(2·P_act·B/(G·F·MFU), bytes read/(G·BW·MBU)); a mixture
/// of experts reads W·(1 − (1−k/E)^B) of its weights. Bands: ×0.6 to 1.4 for dense models, ×0.5 to 1.8 for a mixture of
/// experts. Domain: the placement fits and has a shape with input and output tokens; the hidden size is known, and for
/// a mixture the expert counts; `operations_per_second` and `bytes_per_second` are peak rates of one GPU.
RooflineEstimate roofline(const Placement& placement, const Fit& fit, double operations_per_second,
                          double bytes_per_second, double most_batch = most_in_flight);

}  // namespace breakeven
