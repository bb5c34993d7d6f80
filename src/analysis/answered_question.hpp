// SPDX-License-Identifier: MIT
#pragma once

// What the tables of symbols and of figures both read from a question and its answer.

#include "analysis/metrics.hpp"
#include "breakeven/bill.hpp"

namespace breakeven::app::answered {

inline bool has(const AnsweredQuestion& a, Key input) { return at(a.question.inputs, input).has_value(); }

inline bool is_spot(const AnsweredQuestion& a) { return has(a, key("spot_availability_ratio")); }
inline bool falls_back(const AnsweredQuestion& a) { return has(a, key("spot_fallback_usd_per_hour")); }
inline bool rents_machines(const AnsweredQuestion& a) { return a.question.scenario.self_host.gpus_per_machine > 1; }
/// Whether several replicas fit a machine, so cost has steps of two widths.
inline bool shares_machines(const AnsweredQuestion& a) { return a.comparison.replica.replicas_per_machine > 1; }
inline bool has_minimum(const AnsweredQuestion& a) { return a.question.scenario.api.minimum > Money{}; }
inline bool has_other_bill(const AnsweredQuestion& a) { return !is_proportional(a.question.scenario.api); }

template <class Value, class Unit>
std::optional<double> in(const std::optional<Value>& value, Unit unit) {
  return value ? std::optional(*value / unit) : std::nullopt;
}

inline bool has_serverless(const AnsweredQuestion& a) { return a.comparison.serverless.has_value(); }
inline const Serverless& workers(const AnsweredQuestion& a) { return *a.question.scenario.serverless; }
inline const ServerlessAnswer& served(const AnsweredQuestion& a) { return *a.comparison.serverless; }
inline bool has_warm(const AnsweredQuestion& a) { return has_serverless(a) && workers(a).warm_workers > 0; }

}  // namespace breakeven::app::answered
