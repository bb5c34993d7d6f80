// SPDX-License-Identifier: MIT
#include "breakeven/serverless_replay.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace breakeven {
namespace {

constexpr double rounding = 1e-12;

double billed(double used_s, double increment_s) {
  return increment_s > 0 ? increment_s * std::ceil(used_s / increment_s * (1 - rounding)) : used_s;
}

// One time on, from the start-up until the keep-alive has passed.
struct TimeOn {
  double ready = 0;
  double done = 0;  // no request is in service from then on
  double serving = 0;
  double idle = 0;
};

void close(const TimeOn& on, const ServerlessTerms& terms, ServerlessReplay& replay) {
  const double idle = on.idle + terms.keep_alive_s;
  replay.start_up_s += terms.start_up_s;
  replay.serving_s += on.serving;
  replay.idle_s += idle;
  replay.span_s = on.done + terms.keep_alive_s;
  const double used =
      (terms.start_up_is_billed ? terms.start_up_s : 0) + on.serving + (terms.idle_is_billed ? idle : 0);
  replay.billed_s += billed(used, terms.billing_increment_s);
}

}  // namespace

ServerlessReplay replay_serverless(std::span<const TimedRequest> requests, const ServerlessTerms& terms) {
  for (const double time :
       {terms.keep_alive_s, terms.start_up_s, terms.service_s.value_or(0), terms.billing_increment_s})
    if (!(time >= 0)) throw std::domain_error("a time is not negative");
  ServerlessReplay replay{.request_count = static_cast<std::int64_t>(requests.size())};
  if (requests.empty()) return replay;
  ArrivalClock clock(requests.front());
  std::optional<TimeOn> on;
  for (const TimedRequest& request : requests) {
    const double arrival = clock.next(request);
    if (on && arrival > on->done + terms.keep_alive_s) {
      close(*on, terms, replay);
      on.reset();
    }
    if (!on) {
      ++replay.cold_start_count;
      const double ready = arrival + terms.start_up_s;
      on = TimeOn{.ready = ready, .done = ready};
    }
    const bool queues = terms.concurrency == WorkerConcurrency::one_at_a_time;
    const double start = std::max(arrival, queues ? on->done : on->ready);
    const double end = std::max(on->done, start + terms.service_s.value_or(request.work_s));
    if (start > arrival) ++replay.waited_count;
    on->idle += std::max(0.0, start - on->done);
    on->serving += end - std::max(start, on->done);
    on->done = end;
  }
  close(*on, terms, replay);
  return replay;
}

}  // namespace breakeven
