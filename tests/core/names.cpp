// SPDX-License-Identifier: MIT
#include "breakeven/compare.hpp"
#include "catch.hpp"

namespace breakeven {

TEST_CASE("every kind has the word that JSON uses") {
  CHECK(name(Status::at) == "at");
  CHECK(name(Status::never) == "never");
  CHECK(name(Status::always) == "always");
  CHECK(name(Status::not_unique) == "not_unique");
  CHECK(name(Status::not_applicable) == "not_applicable");
  CHECK(name(Verdict::self_host) == "self_host");
  CHECK(name(Verdict::api) == "api");
  CHECK(name(Verdict::tie) == "tie");
  CHECK(name(Verdict::infeasible) == "infeasible");
  CHECK(name(Verdict::serverless) == "serverless");
  CHECK(name(Component::gpu_hours) == "gpu_hours");
  CHECK(name(Component::interruptions) == "interruptions");
  CHECK(name(Component::fallback) == "fallback");
  CHECK(name(Component::overhead) == "overhead");
  CHECK(name(Component::spares) == "spares");
  CHECK(name(Component::replica_fixed) == "replica_fixed");
  CHECK(name(Component::fixed) == "fixed");
  CHECK(name(Component::marginal) == "marginal");
  CHECK(name(Component::input) == "input");
  CHECK(name(Component::cache_read) == "cache_read");
  CHECK(name(Component::cache_write) == "cache_write");
  CHECK(name(Component::output) == "output");
  CHECK(name(Component::requests) == "requests");
  CHECK(name(Component::minimum) == "minimum");
}

}  // namespace breakeven
