// SPDX-License-Identifier: MIT
#include "breakeven/serverless_break_even.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "breakeven/cost.hpp"
#include "core/serverless/exponential_sum.hpp"

namespace breakeven {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr std::size_t most_spans = 64;
constexpr double most_steps = 10'000;

// A monthly cost that is linear in the requests per month.
struct RateLine {
  double intercept = 0;
  double slope = 0;

  double at(double requests) const { return intercept + slope * requests; }
};

// Another path's cost, from this many requests per month to the next piece.
struct Piece {
  double from = 0;
  RateLine cost{};
};
using Rival = std::vector<Piece>;

class SpanSearch {
 public:
  SpanSearch(const Scenario& scenario, const Replica& replica)
      : scenario_(scenario),
        serverless_(*scenario.serverless),
        replica_(replica),
        work_(work_of_request(scenario, replica)),
        tokens_(scenario.workload.shape->total() * request / token),
        month_(serverless_.month / second),
        worker_(serverless_.price * serverless_.month / usd),
        warm_(static_cast<double>(serverless_.warm_workers)) {
    const bool many = serverless_.concurrency == Concurrency::many;
    per_worker_ = month_ / ((many ? work_ : serverless_.service) / second);
  }

  Rival api() const {
    Rival rival;
    for (const BillPiece& piece : bill_pieces(scenario_.api, scenario_.workload))
      rival.push_back({piece.from / token / tokens_, {piece.intercept / usd, piece.slope * (tokens_ * token) / usd}});
    return rival;
  }

  // The steps, up to the one after which the cheaper side stays cheaper; none if there are too many.
  Rival self_host() const {
    const SelfHost& rented = scenario_.self_host;
    const double slope = rented.marginal * (tokens_ * token) / usd;
    const Staircase stairs = staircase(rented, replica_);
    const double period = stairs.replicas_per_machine;
    const double capacity = replica_.capacity / token / tokens_;
    const double least = static_cast<double>(rented.min_replicas);
    const double most = rented.max_replicas ? static_cast<double>(*rented.max_replicas) : endless;
    const bool falls_behind =
        (fluid().slope - slope) * capacity * period <= (stairs.step * period + stairs.machine) / usd;
    double settled = 0;  // steps in a row after which the cheaper one stays so, if they fill a machine
    Rival rival;
    for (double j = least; j < least + most_steps; ++j) {
      const double from = j == least ? 0 : (j - 1) * capacity;
      const RateLine cost{stairs.cost(j) / usd, slope};
      if (j > most) return rival.push_back({from, {endless, 0}}), rival;
      rival.push_back({from, cost});
      if (from < fluid_from()) continue;
      const double asked = falls_behind ? j * capacity : from;
      settled = (fluid().at(asked) < cost.at(asked)) == falls_behind ? settled + 1 : 0;
      if (settled >= period) {
        rival.back().cost = falls_behind ? RateLine{endless, 0} : RateLine{-endless, 0};
        if (falls_behind) rival.back().from = j * capacity, rival.insert(rival.end() - 1, {from, cost});
        if (!falls_behind && std::isfinite(most)) rival.push_back({most * capacity, {endless, 0}});
        return rival;
      }
    }
    return {};
  }

  // The rates at which the serverless path costs less than all rivals.
  std::vector<RateSpan> spans(const std::vector<Rival>& rivals) const {
    std::vector<double> edges{0, fluid_from(), endless};
    for (const Rival& rival : rivals)
      for (const Piece& piece : rival) edges.push_back(piece.from);
    std::sort(edges.begin(), edges.end());
    std::vector<RateSpan> found;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
      if (edges[i] < edges[i + 1]) add_cell(edges[i], edges[i + 1], rivals, found);
    return found;
  }

 private:
  // The rate from which the cost is the fluid's: one fully loaded worker, or all warm ones.
  double fluid_from() const { return per_worker_ * std::max(1.0, warm_); }

  // The cost from fluid_from on.
  RateLine fluid() const {
    const double paid_warm = warm_ * (serverless_.warm_price * serverless_.month / usd);
    return {paid_warm - warm_ * worker_, worker_ / per_worker_};
  }

  double cost(double requests) const {
    const Frequency arrivals = Frequency::from_held(requests / (serverless_.month / hour));
    return serverless_cost(serverless_, serverless_use(serverless_, {arrivals, work_})) / usd;
  }

  static RateLine line_of(const Rival& rival, double requests) {
    const auto later = [](double at, const Piece& piece) { return at < piece.from; };
    return std::prev(std::upper_bound(rival.begin(), rival.end(), requests, later))->cost;
  }

  // The billed share minus the line, times e^(λ(S+T)) + λτ or e^(λT) + λτ: see worker_time.
  ExponentialSum difference(const RateLine& line) const {
    const double service = serverless_.service / second;
    const double keep = serverless_.keep_alive / second;
    const double cold = serverless_.cold_start / second;
    const double starting = serverless_.bills_cold_start ? cold : 0;
    const double idle = serverless_.bills_idle ? 1 : 0;
    const double constant = line.intercept / worker_;
    const double slope = line.slope * month_ / worker_;
    if (serverless_.concurrency == Concurrency::many)
      return {{service + keep, {1 - constant, -slope}},
              {keep, {idle - 1}},
              {0, {-idle, starting - constant * cold, -slope * cold}}};
    return {{keep, {idle - constant, service * (1 - idle) - slope}},
            {0, {-idle, starting + idle * service - constant * cold, service * (cold - starting) - slope * cold}}};
  }

  void add_roots(const RateLine& line, double from, double to, std::vector<double>& roots) const {
    if (!std::isfinite(line.intercept)) return;
    const double root = (line.intercept - fluid().intercept) / (fluid().slope - line.slope);
    if (root > from && root < to) roots.push_back(root);
    if (warm_ > 0 || worker_ == 0) {
      const double tie = (warm_ * (serverless_.warm_price * serverless_.month / usd) - line.intercept) / line.slope;
      if (tie > from && tie < to) roots.push_back(tie);
    } else if (from < fluid_from()) {
      const auto above = [&](double rate) {
        const double requests = rate * month_;
        const Frequency arrivals = Frequency::from_held(requests / (serverless_.month / hour));
        return worker_ * billed_ratio(serverless_, worker_time(serverless_, arrivals)) - line.at(requests);
      };
      for (const double rate : sign_changes(difference(line), from / month_, to / month_, above))
        roots.push_back(rate * month_);
    }
  }

  // Adds a cell in which every rival is linear and the serverless cost is a curve or linear.
  void add_cell(double from, double to, const std::vector<Rival>& rivals, std::vector<RateSpan>& found) const {
    std::vector<double> edges{from, to};
    for (const Rival& rival : rivals) add_roots(line_of(rival, from), from, to, edges);
    std::sort(edges.begin(), edges.end());
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      const double end = edges[i + 1];
      const double inside = end == endless ? 2 * edges[i] + 1 : edges[i] + (end - edges[i]) / 2;
      if (!(edges[i] < inside && inside < end)) continue;
      const double own = cost(inside);
      const bool wins = std::all_of(rivals.begin(), rivals.end(),
                                    [&](const Rival& rival) { return own < line_of(rival, inside).at(inside); });
      if (wins) add_span(edges[i], end, found);
    }
  }

  void add_span(double from, double to, std::vector<RateSpan>& found) const {
    const std::optional<Requests> until = to == endless ? std::nullopt : std::optional(to * request);
    const bool is_approximate = from >= fluid_from();
    if (!found.empty() && found.back().until == from * request && found.back().is_approximate == is_approximate)
      found.back().until = until;
    else if (found.size() < most_spans)
      found.push_back({from * request, until, is_approximate});
  }

  const Scenario& scenario_;
  const Serverless& serverless_;
  const Replica& replica_;
  Time work_;
  double tokens_;  // per request
  double month_;   // in seconds
  double worker_;  // usd of a worker billed all month
  double warm_;
  double per_worker_ = 0;  // requests per month that fully load one worker
};

// The spans that are not approximate, or all if all are.
std::vector<RateSpan> decisive(const std::vector<RateSpan>& spans) {
  const auto approximate = [](const RateSpan& span) { return span.is_approximate; };
  std::vector<RateSpan> found = joined(spans);
  if (!std::all_of(found.begin(), found.end(), approximate)) std::erase_if(found, approximate);
  return found;
}

Result<Requests> start_of(const std::vector<RateSpan>& all) {
  const std::vector<RateSpan> spans = decisive(all);
  if (spans.empty()) return {.status = Status::never, .reason = "the API costs no more at any rate"};
  const Requests from = spans.front().from;
  if (spans.size() > 1) return {.status = Status::not_unique, .value = from};
  return {.status = from == Requests{} ? Status::always : Status::at, .value = from};
}

Result<Requests> end_of(const std::vector<RateSpan>& all) {
  const std::vector<RateSpan> spans = decisive(all);
  if (spans.empty()) return {.status = Status::never, .reason = "self-hosting costs no more at any rate"};
  if (!spans.front().until) return {.status = Status::always, .reason = "self-hosting costs more at every rate"};
  return {.status = spans.size() > 1 ? Status::not_unique : Status::at, .value = spans.front().until};
}

}  // namespace

std::vector<RateSpan> joined(const std::vector<RateSpan>& spans) {
  std::vector<RateSpan> found;
  for (const RateSpan& span : spans) {
    if (found.empty() || found.back().until != span.from) {
      found.push_back(span);
      continue;
    }
    found.back().until = span.until;
    found.back().is_approximate = found.back().is_approximate && span.is_approximate;
  }
  return found;
}

Time work_of_request(const Scenario& scenario, const Replica& replica) {
  return scenario.self_host.serving * (scenario.workload.shape->total() * (1.0 * request) / replica.capacity);
}

ServerlessBreakEvens serverless_break_evens(const Scenario& scenario, const Replica& replica) {
  const Serverless& serverless = *scenario.serverless;
  if (serverless.warm_workers > 0 && serverless.concurrency == Concurrency::one) {
    constexpr std::string_view reason = "warm workers that serve one request at a time have no closed form";
    return {.api = {.reason = reason}, .self_host = {.reason = reason}, .reason = reason};
  }
  const SpanSearch search(scenario, replica);
  const Rival api = search.api();
  const Rival self_host = search.self_host();
  if (self_host.empty()) {
    constexpr std::string_view reason = "it is not decided within ten thousand replicas";
    return {.api = start_of(search.spans({api})), .self_host = {.reason = reason}, .reason = reason};
  }
  return {.api = start_of(search.spans({api})),
          .self_host = end_of(search.spans({self_host})),
          .cheapest = search.spans({api, self_host})};
}

}  // namespace breakeven
