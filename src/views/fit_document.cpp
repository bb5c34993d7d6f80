// SPDX-License-Identifier: MIT
#include <algorithm>

#include "io/catalog/fields.hpp"
#include "views/fit.hpp"

namespace breakeven::app {
namespace {

Json gpu_document(const FitAnswer& answer) {
  const Placement& placement = answer.question.placement;
  return Json{{"id", answer.question.gpu ? Json(answer.question.gpu->id) : Json()},
              {"count", placement.gpus},
              {"memory_gib", placement.gpu_memory},
              {"usable_gib", placement.gpu_memory * placement.memory_utilization},
              {"weights_gib", answer.fit.weights},
              {"overhead_gib", placement.overhead},
              {"kv_cache_gib", std::max(0.0, answer.fit.left)}};
}

Json concurrency_document(const FitAnswer& answer) {
  const auto& [worst, average] = std::pair(answer.fit.worst_concurrency, answer.fit.average_concurrency);
  const auto status = [](const auto& number) { return number ? "at" : "not_applicable"; };
  const std::string_view reason = !worst ? "no length of a request" : !average ? "no request shape" : "";
  return Json{{"status", status(worst)},
              {"worst", Json(worst)},
              {"average_status", status(average)},
              {"average", Json(average)},
              {"reason", text_or_null(reason)}};
}

Json estimate_document(const FitAnswer& answer) {
  const auto& estimate = answer.estimate;
  const auto figure = [&](auto of) { return estimate ? Json(of(*estimate)) : Json(); };
  using Estimate = RooflineEstimate;
  return Json{{"status", estimate ? "estimated" : "not_applicable"},
              {"reason", text_or_null(answer.no_estimate)},
              {"concurrency", figure([](const Estimate& e) { return e.batch; })},
              {"prefill_tok_per_s", figure([](const Estimate& e) { return e.prefill / io::tok_per_s; })},
              {"decode_tok_per_s", figure([](const Estimate& e) { return e.decode / io::tok_per_s; })},
              {"tok_per_s", figure([](const Estimate& e) { return e.total / io::tok_per_s; })},
              {"output_tok_per_s", figure([](const Estimate& e) { return e.output / io::tok_per_s; })},
              {"band_ratio", Json{{"low", figure([](const Estimate& e) { return e.band.low; })},
                                  {"high", figure([](const Estimate& e) { return e.band.high; })}}}};
}

Json fit_document(const FitAnswer& answer, const Json& settings) {
  const FitQuestion& question = answer.question;
  const Architecture& architecture = question.placement.architecture;
  const auto name_of = [](const Precision* precision) { return precision ? Json(precision->name) : Json("measured"); };
  Json document = document_header("breakeven.fit");
  document["fits"] = answer.fit.fits();
  document["limit"] = name(answer.fit.limit);
  document["settings"] = settings;
  document["model"] = Json{{"name", question.model},
                           {"params", architecture.params},
                           {"params_per_tok", architecture.params_per_token()},
                           {"precision", name_of(question.precision)},
                           {"kv_precision", name_of(question.cache_precision)}};
  document["gpu"] = gpu_document(answer);
  document["weights_gib"] = question.placement.weight_bytes / bytes_per_gib;
  document["kv_bytes_per_tok"] =
      answer.fit.cache.per_token > 0 ? answer.fit.cache.per_token : answer.fit.cache.per_sliding_token;
  document["kv_block_count"] = count_of(answer.fit.blocks);
  document["kv_tok"] = count_of(answer.fit.kv_tokens);
  document["concurrency"] = concurrency_document(answer);
  document["min_gpus_status"] = answer.fewest ? "at" : "never";
  document["min_gpus"] = answer.fewest ? Json(answer.fewest->gpus()) : Json();
  document["min_gpus_per_replica"] = answer.fewest ? Json(answer.fewest->gpus_per_replica) : Json();
  document["estimate"] = estimate_document(answer);
  return document;
}

}  // namespace

report::Report fit_report(const FitAnswer& answer, const AnswerContext& context) {
  report::Report report{.document = fit_document(answer, context.settings),
                        .blocks = fit_blocks(answer, context),
                        .brief = fit_brief(answer)};
  close_document(report.document, context.inputs, context.problems);
  return report;
}

}  // namespace breakeven::app
