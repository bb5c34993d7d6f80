// SPDX-License-Identifier: MIT
#include "cli/commands/commands.hpp"
#include "cli/documents.hpp"
#include "cli/fit_text.hpp"
#include "cli/fitting.hpp"
#include "io/catalog_fields.hpp"

namespace breakeven::cli {
namespace {

// Nothing else counts; what the command line gives all the same is refused.
Chosen taken(Session& session) {
  Chosen chosen = session.chosen();
  for (std::size_t i = 0; i < input_count; ++i) {
    if (!chosen[i] || fit_takes(row(Key{i}))) continue;
    if (chosen[i]->source == Source::option)
      session.problems().push_back(problem_with(*chosen[i], "BE-U011",
                                                chosen[i]->origin + " has no effect: fit asks for memory, and no cost",
                                                "leave it out, or use breakeven compare"));
    chosen[i] = nullptr;
  }
  return chosen;
}

InputSet fit_inputs(Session& session) {
  io::Diagnostics& problems = session.problems();
  const Chosen chosen = taken(session);
  InputSet inputs = read_values(chosen, problems);
  for (std::size_t i = 0; i < input_count; ++i)
    if (inputs[i] && inputs[i]->low != inputs[i]->high)
      problems.push_back(problem_with(*chosen[i], "BE-U010", inputs[i]->origin + " is a range, and one value is asked",
                                      "write one of its values"));
  if (io::has_errors(problems)) return inputs;
  complete(inputs, nullptr);
  check_together(inputs, {.self_host = false, .api = false, .demand = false}, problems);
  return taken_inputs(session, std::move(inputs));
}

Json number_or_null(const std::optional<double>& number) { return number ? Json(*number) : Json(); }

Json gpu_document(const FitAnswer& answer) {
  const Placement& placement = answer.question.placement;
  return object_of(Member{"id", answer.question.gpu ? Json(answer.question.gpu->id) : Json()},
                   Member{"count", placement.gpus}, Member{"memory_gib", placement.gpu_memory},
                   Member{"usable_gib", placement.gpu_memory * placement.memory_utilization},
                   Member{"weights_gib", answer.fit.weights}, Member{"overhead_gib", placement.overhead},
                   Member{"kv_cache_gib", std::max(0.0, answer.fit.left)});
}

Json concurrency_document(const FitAnswer& answer) {
  const auto& [worst, average] = std::pair(answer.fit.worst_concurrency, answer.fit.average_concurrency);
  const auto status = [](const auto& number) { return number ? "at" : "not_applicable"; };
  const std::string_view reason = !worst ? "no length of a request" : !average ? "no request shape" : "";
  return object_of(Member{"status", status(worst)}, Member{"worst", number_or_null(worst)},
                   Member{"average_status", status(average)}, Member{"average", number_or_null(average)},
                   Member{"reason", reason.empty() ? Json() : Json(reason)});
}

Json estimate_document(const FitAnswer& answer) {
  const auto& estimate = answer.estimate;
  const auto figure = [&](auto of) { return estimate ? Json(of(*estimate)) : Json(); };
  using Estimate = RooflineEstimate;
  return object_of(
      Member{"status", estimate ? "estimated" : "not_applicable"},
      Member{"reason", estimate ? Json() : Json(answer.no_estimate)},
      Member{"concurrency", figure([](const Estimate& e) { return e.batch; })},
      Member{"prefill_tok_per_s", figure([](const Estimate& e) { return e.prefill / io::tok_per_s; })},
      Member{"decode_tok_per_s", figure([](const Estimate& e) { return e.decode / io::tok_per_s; })},
      Member{"tok_per_s", figure([](const Estimate& e) { return e.total / io::tok_per_s; })},
      Member{"output_tok_per_s", figure([](const Estimate& e) { return e.output / io::tok_per_s; })},
      Member{"band_ratio", object_of(Member{"low", figure([](const Estimate& e) { return e.band.low; })},
                                     Member{"high", figure([](const Estimate& e) { return e.band.high; })})});
}

Json document_of(const FitAnswer& answer, const Settings& settings) {
  const FitQuestion& question = answer.question;
  const Architecture& architecture = question.placement.architecture;
  const auto name_of = [](const Precision* precision) { return precision ? Json(precision->name) : Json("measured"); };
  Json document = document_header("breakeven.fit");
  document["fits"] = answer.fit.fits();
  document["limit"] = name(answer.fit.limit);
  document["settings"] = settings.document();
  document["model"] = object_of(Member{"name", question.model}, Member{"params", architecture.params},
                                Member{"params_per_tok", architecture.params_per_token()},
                                Member{"precision", name_of(question.precision)},
                                Member{"kv_precision", name_of(question.cache_precision)});
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

bool fit_takes(const InputRow& input) {
  return input.key == "gpu" || input.key == "model" || input.key == "gpus_per_replica" || input.key == "input_tok" ||
         input.key == "output_tok";
}

report::Report run_fit(Session& session) {
  const InputSet inputs = fit_inputs(session);
  Settings settings(session, *row(key("hours_per_month")).default_value);
  if (io::has_errors(session.problems())) return {};
  auto question = read_fit_question(session, inputs, settings);
  if (!question) return {};
  const FitAnswer answer = answer_fit(std::move(*question));
  warn_of_fit(answer, session.problems());
  report::Report report{.document = document_of(answer, settings),
                        .blocks = fit_blocks(answer, inputs, session.arguments().has("verbose")),
                        .brief = fit_brief(answer),
                        .rows = std::nullopt};
  close_document(report.document, inputs, session.problems());
  return report;
}

}  // namespace breakeven::cli
