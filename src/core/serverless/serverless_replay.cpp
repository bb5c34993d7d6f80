// SPDX-License-Identifier: MIT
#include "breakeven/serverless_replay.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <queue>
#include <stdexcept>
#include <vector>

namespace breakeven {
namespace {

// A worker from the start of its start-up to the end of its keep-alive.
struct TimeOn {
  double ready = 0;
  double done = 0;  // when its last request is done
  double serving = 0;
  double idle = 0;
  bool is_warm = false;
};

// Serves a request from `start`, or as soon as the worker is done with the earlier ones.
void serve(TimeOn& on, double start, double service_s) {
  const double end = std::max(on.done, start + service_s);
  on.idle += std::max(0.0, start - on.done);
  on.serving += end - std::max(start, on.done);
  on.done = end;
}

void close(const TimeOn& on, const ServerlessTerms& terms, ServerlessReplay& replay) {
  const double idle = on.idle + terms.keep_alive_s;
  replay.start_up_s += terms.start_up_s;
  replay.serving_s += on.serving;
  replay.idle_s += idle;
  replay.span_s = std::max(replay.span_s, on.done + terms.keep_alive_s);
  replay.billed_s += (terms.start_up_is_billed ? terms.start_up_s : 0) + on.serving + (terms.idle_is_billed ? idle : 0);
}

TimeOn cold_start(double arrival, const ServerlessTerms& terms, ServerlessReplay& replay) {
  ++replay.cold_start_count;
  if (terms.start_up_s > 0) ++replay.waited_count;
  const double ready = arrival + terms.start_up_s;
  return {.ready = ready, .done = ready};
}

class OneWorker {
 public:
  void take(double arrival, double service_s, const ServerlessTerms& terms, ServerlessReplay& replay) {
    if (on_ && arrival > on_->done + terms.keep_alive_s) finish(terms, replay);
    const bool is_on = on_.has_value();
    if (!is_on) on_ = cold_start(arrival, terms, replay);
    const double start = std::max(arrival, on_->ready);
    if (is_on && start > arrival) ++replay.waited_count;
    serve(*on_, start, service_s);
  }

  void finish(const ServerlessTerms& terms, ServerlessReplay& replay) {
    if (on_) close(*on_, terms, replay);
    on_.reset();
  }

 private:
  std::optional<TimeOn> on_{};
};

class WorkerEach {
 public:
  explicit WorkerEach(std::int64_t warm_workers) : warm_(static_cast<std::size_t>(warm_workers)) {}

  void take(double arrival, double service_s, const ServerlessTerms& terms, ServerlessReplay& replay) {
    release(arrival);
    for (; !idle_.empty() && arrival > idle_.front().done + terms.keep_alive_s; idle_.pop_front())
      close(idle_.front(), terms, replay);
    TimeOn on{.is_warm = warm_ > 0};
    if (on.is_warm) {
      --warm_;
    } else if (idle_.empty()) {
      on = cold_start(arrival, terms, replay);
    } else {
      on = idle_.back();
      idle_.pop_back();
    }
    serve(on, std::max(arrival, on.ready), service_s);
    busy_.push(on);
  }

  void finish(const ServerlessTerms& terms, ServerlessReplay& replay) {
    release(std::numeric_limits<double>::infinity());
    for (const TimeOn& on : idle_) close(on, terms, replay);
  }

 private:
  // Makes workers that are done by `now` idle, in the order in which they finished.
  void release(double now) {
    for (; !busy_.empty() && busy_.top().done <= now; busy_.pop())
      if (busy_.top().is_warm)
        ++warm_;
      else
        idle_.push_back(busy_.top());
  }

  struct DoneLater {
    bool operator()(const TimeOn& a, const TimeOn& b) const { return a.done > b.done; }
  };

  std::priority_queue<TimeOn, std::vector<TimeOn>, DoneLater> busy_{};
  std::deque<TimeOn> idle_{};
  std::size_t warm_;
};

template <class Workers>
void replay_on(Workers workers, std::span<const TimedRequest> requests, const ServerlessTerms& terms,
               ServerlessReplay& replay) {
  ArrivalClock clock(requests.front());
  for (const TimedRequest& request : requests)
    workers.take(clock.next(request), terms.service_s.value_or(request.work_s), terms, replay);
  workers.finish(terms, replay);
}

}  // namespace

ServerlessReplay replay_serverless(std::span<const TimedRequest> requests, const ServerlessTerms& terms) {
  for (const double time : {terms.keep_alive_s, terms.start_up_s, terms.service_s.value_or(0)})
    if (!(time >= 0)) throw std::domain_error("a time is not negative");
  if (terms.warm_workers < 0) throw std::domain_error("warm workers are not negative");
  ServerlessReplay replay{.request_count = static_cast<std::int64_t>(requests.size())};
  if (requests.empty()) return replay;
  if (terms.concurrency == WorkerConcurrency::one_each)
    replay_on(WorkerEach(terms.warm_workers), requests, terms, replay);
  else
    replay_on(OneWorker(), requests, terms, replay);
  return replay;
}

}  // namespace breakeven
