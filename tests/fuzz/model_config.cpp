// SPDX-License-Identifier: MIT
#include "io/models/config.hpp"

#include <cmath>

#include "breakeven/memory_fit.hpp"
#include "breakeven/precision.hpp"
#include "check.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace breakeven;
  using fuzz::require;
  const io::Text text{"fuzz", fuzz::text_of(data, size)};
  io::Diagnostics problems;
  const auto config = io::read_model_config(text, problems);
  fuzz::require_sound(problems, text.content);
  require(config.has_value() == problems.empty(), "what is not read has a problem");
  if (!config || !config->cache_is_known || config->architecture.params == 0) return 0;
  const Architecture& architecture = config->architecture;
  require(architecture.params_per_token() > 0 && architecture.params_per_token() <= architecture.params,
          "some of the parameters are active");
  const Placement placement{.architecture = architecture,
                            .weight_bytes = weight_bytes(architecture, *find_precision("int4")),
                            .gpu_memory = 80,
                            .gpus = 1 + static_cast<std::int64_t>(size % 9),
                            .context = 1e5};
  const Fit found = fit(placement);
  require(std::isfinite(found.kv_tokens) && found.kv_tokens >= 0, "a cache holds some tokens or none");
  require(!found.fits() || fewest_gpus(placement) || !splits_over(architecture, placement.gpus),
          "what fits has a least number of GPUs");
  return 0;
}
