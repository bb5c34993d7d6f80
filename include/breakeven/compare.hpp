// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "breakeven/bill.hpp"
#include "breakeven/break_even.hpp"
#include "breakeven/cost.hpp"
#include "breakeven/scenario.hpp"
#include "breakeven/serverless_break_even.hpp"

namespace breakeven {

enum class Verdict { self_host, api, tie, infeasible, serverless };
std::string_view name(Verdict verdict);

/// The rented side at the requested volume. Costs are absent if it needs more than max_replicas.
struct SelfHostAnswer {
  bool feasible = true;
  std::string_view reason;  // why it is infeasible
  double replica_count = 0;
  double spare_count = 0;
  double gpu_count = 0;
  std::optional<Money> cost;
  std::optional<TokenPrice> per_token;               // also absent at volume 0
  std::optional<TokenPrice> per_token_at_full_load;  // K/full load + e
  std::optional<RequestFee> per_request;             // if a shape is known
  Tokens capacity;                                   // of all serving replicas at 100 %
  double utilization = 0;                            // volume / capacity
  std::vector<CostLine> breakdown;
};

struct ApiAnswer {
  Money cost;
  std::optional<TokenPrice> per_token;
  std::optional<RequestFee> per_request;
  TokenPrice effective_price;  // A(V)/V, the list price at volume 0
  std::vector<CostLine> breakdown;
};

/// The serverless path, if the scenario has one.
struct ServerlessAnswer {
  ServerlessTraffic traffic{};
  ServerlessUse use{};
  Money cost{};
  std::optional<TokenPrice> per_token{};
  std::optional<RequestFee> per_request{};
  RequestFee lone_request{};
  Result<Time> best_keep_alive{};
  std::optional<Time> cautious_keep_alive{};
  ServerlessBreakEvens break_even{};
};

/// The general break-evens of INTERFACE section 3.
struct BreakEvens {
  Result<double> utilization;
  Result<TokenRate> throughput;
  VolumeBreakEven volume;
  Result<HourlyPrice> gpu_price;
  Result<TokenPrice> api_price;
};

struct Comparison {
  Verdict verdict = Verdict::tie;
  Tokens volume;
  Replica replica;
  std::optional<Money> saving;  // API − self-host: positive if self-hosting is cheaper
  SelfHostAnswer self_host;
  ApiAnswer api;
  std::optional<ServerlessAnswer> serverless;
  BreakEvens break_even;
};

/// The cost of both sides at the requested volume and nothing else. Does not allocate, for loops over many scenarios.
/// If it needs more than max_replicas, `feasible` is false and `self_host` is the cost of the replicas it would need.
struct Costs {
  Tokens volume{};
  double replicas = 0;
  bool feasible = true;
  Money self_host{};
  Money api{};
};
Costs costs(const Scenario& scenario);

/// The first volume at which self-hosting costs no more: compare's break_even.volume.value, without listing the other
/// crossings.
std::optional<Tokens> first_break_even_volume(const Scenario& scenario);

/// Answers one question. Throws std::invalid_argument if a value that the scenario needs is missing (see cost.hpp).
Comparison compare(const Scenario& scenario);

/// The traffic of the serverless workers at a volume. Domain: the scenario has the path and a shape.
ServerlessTraffic serverless_traffic(const Scenario& scenario, const Replica& replica, Tokens volume);

/// The self-host side alone.
SelfHostAnswer self_host_answer(const Scenario& scenario, const Replica& replica, Tokens volume);

/// The API side alone.
ApiAnswer api_answer(const Scenario& scenario, Tokens volume);

}  // namespace breakeven
