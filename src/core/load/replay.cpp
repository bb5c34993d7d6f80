// SPDX-License-Identifier: MIT
#include "breakeven/replay.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <vector>

namespace breakeven {
namespace {

// When each replica is free again, earliest on top.
class Replicas {
 public:
  explicit Replicas(std::size_t count) : free_at_(count) {}

  double first_free() const { return free_at_.front(); }
  void keep_first_until(double time) {
    std::pop_heap(free_at_.begin(), free_at_.end(), std::greater<>());
    free_at_.back() = time;
    std::push_heap(free_at_.begin(), free_at_.end(), std::greater<>());
  }

 private:
  std::vector<double> free_at_;
};

double nearest_rank(std::vector<double>& values, std::size_t percent) {
  const std::size_t rank = values.size() / 100 * percent + (values.size() % 100 * percent + 99) / 100;
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

void add_waits(std::vector<double>& waits, QueueReplay& replay) {
  if (waits.empty()) return;
  const auto count = static_cast<double>(waits.size());
  double sum = 0;
  for (const double wait : waits) sum += wait;
  replay.mean_wait_s = sum / count;
  replay.waited_ratio =
      static_cast<double>(std::count_if(waits.begin(), waits.end(), [](double wait) { return wait > 0; })) / count;
  replay.p50_wait_s = nearest_rank(waits, 50);
  replay.p90_wait_s = nearest_rank(waits, 90);
  replay.p99_wait_s = nearest_rank(waits, 99);
  replay.max_wait_s = nearest_rank(waits, 100);
}

}  // namespace

QueueReplay replay_queue(std::span<const TimedRequest> requests, std::int64_t replica_count, double most_wait_s) {
  if (replica_count < 1) throw std::domain_error("a queue has at least one replica");
  if (!(most_wait_s >= 0)) throw std::domain_error("a wait is not negative");
  QueueReplay replay;
  if (requests.empty()) return replay;
  Replicas replicas(std::min(static_cast<std::size_t>(replica_count), requests.size()));
  ArrivalClock clock(requests.front());
  std::vector<double> waits;
  double work = 0;
  double served_work = 0;
  double done = 0;
  for (const TimedRequest& request : requests) {
    const double arrival = clock.next(request);
    const double start = std::max(arrival, replicas.first_free());
    work += request.work_s;
    if (start - arrival > most_wait_s) continue;
    replicas.keep_first_until(start + request.work_s);
    waits.push_back(start - arrival);
    served_work += request.work_s;
    done = std::max(done, start + request.work_s);
  }
  replay.served_count = static_cast<std::int64_t>(waits.size());
  replay.overflow_request_ratio =
      static_cast<double>(requests.size() - waits.size()) / static_cast<double>(requests.size());
  if (work > 0) replay.overflow_work_ratio = std::max(0.0, 1 - served_work / work);
  if (done > 0) replay.busy_ratio = served_work / (static_cast<double>(replica_count) * done);
  add_waits(waits, replay);
  return replay;
}

}  // namespace breakeven
