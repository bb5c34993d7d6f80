// SPDX-License-Identifier: MIT
#include "views/fit.hpp"

#include <algorithm>
#include <array>

#include "io/catalog/fields.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"
#include "views/assumptions.hpp"

namespace breakeven::app {
namespace {

using report::Align;

std::string gib(double amount) { return text::format("{:.2f} GiB", amount); }

// "128 KiB", "68.6 KiB", "1.53 MiB".
std::string bytes(double amount) {
  constexpr double kibi = 1024;
  constexpr int digits = 3;
  constexpr std::array<std::string_view, 4> units{"B", "KiB", "MiB", "GiB"};
  std::size_t unit = 0;
  for (; amount >= kibi && unit + 1 < units.size(); ++unit) amount /= kibi;
  return text::significant(amount, digits) + " " + std::string(units.at(unit));
}

std::string tokens_text(double count) { return text::count(count) + (count == 1 ? " token" : " tokens"); }

std::string gpus_text(std::int64_t count, const Gpu* gpu) {
  const std::string number = text::count(static_cast<double>(count));
  if (gpu) return number + " x " + io::printable(gpu->id);
  return number + (count == 1 ? " GPU" : " GPUs");
}

std::string weights_label(const FitQuestion& question) {
  if (question.weights_are_measured) return "Weights, as measured";
  const double share = 1 / static_cast<double>(question.placement.gpus);
  return text::format("Weights in {}{}", question.precision->name, share < 1 ? ", split" : "");
}

std::string each_text(std::int64_t gpus) {
  return gpus == 1 ? "The GPU" : text::format("Each of {} GPUs", text::count(static_cast<double>(gpus)));
}

report::Table memory_table(const FitAnswer& answer) {
  const FitQuestion& question = answer.question;
  const Placement& placement = question.placement;
  const Fit& found = answer.fit;
  report::Table table{.columns = {{each_text(placement.gpus)}, {"", Align::right}}, .rows = {}};
  table.rows = {{"Memory, " + text::percent(placement.memory_utilization) + " of " + gib(placement.gpu_memory),
                 gib(placement.gpu_memory * placement.memory_utilization)},
                {weights_label(question), gib(found.weights)},
                {"Overhead", gib(placement.overhead)},
                {"Left for the KV cache", found.left > 0 ? gib(found.left) : "none"}};
  const double per_token =
      found.cache.per_token > 0 ? found.cache.per_token : found.cache.per_sliding_token;  // all layers have a window
  table.rows.push_back({"KV cache of a token", bytes(per_token)});
  table.rows.push_back({"KV cache holds", tokens_text(found.kv_tokens)});
  if (found.worst_concurrency)
    table.rows.push_back(
        {"Requests at once, of " + tokens_text(*placement.longest_request()), text::times(*found.worst_concurrency)});
  if (found.average_concurrency)
    table.rows.push_back({"Requests at once, in the mean of their lives", text::times(*found.average_concurrency)});
  return table;
}

std::string estimate_sentence(const FitAnswer& answer) {
  if (!answer.estimate) return "No estimate of the throughput: " + std::string(answer.no_estimate) + ".";
  const RooflineEstimate& estimate = *answer.estimate;
  const double total = estimate.total / io::tok_per_s;
  return text::format("Estimate: {} tok/s in and out ({} to {}), {} tok/s of output, with {} requests in flight.",
                      text::significant(total, 3), text::significant(total * estimate.band.low, 3),
                      text::significant(total * estimate.band.high, 3),
                      text::significant(estimate.output / io::tok_per_s, 3), text::significant(estimate.batch, 3));
}

std::string phases_sentence(const FitAnswer& answer) {
  if (!answer.estimate) return "";
  return text::format(
      "It is a roofline of {} tok/s of prefill and {} tok/s of decode at {} of the arithmetic and {} of "
      "the bandwidth.",
      text::significant(answer.estimate->prefill / io::tok_per_s, 3),
      text::significant(answer.estimate->decode / io::tok_per_s, 3), text::percent(fitted_flops_utilization),
      text::percent(fitted_bandwidth_utilization));
}

std::string model_sentence(const FitQuestion& question) {
  const Architecture& architecture = question.placement.architecture;
  std::string text = "Counts " + text::volume(architecture.params, 4) + " parameters";
  if (architecture.active_params) text += ", " + text::volume(*architecture.active_params) + " of them active";
  if (question.is_text_part) text += ", of the text model alone";
  if (question.cache_precision) text += text::format(", and a KV cache in {}", question.cache_precision->name);
  return text + ".";
}

std::string sliding_sentence(const FitQuestion& question) {
  const Architecture& architecture = question.placement.architecture;
  std::vector<std::string> kinds;
  if (architecture.sliding_layers > 0)
    kinds.push_back(
        text::format("{} keep {}", text::count(architecture.sliding_layers), tokens_text(architecture.sliding_window)));
  if (architecture.linear_layers > 0) kinds.push_back(text::count(architecture.linear_layers) + " keep no cache");
  if (kinds.empty()) return "";
  return text::format("Of {} layers {}{}.", text::count(architecture.layers), kinds.front(),
                      kinds.size() > 1 ? ", and " + kinds.back() : "");
}

std::string deployment_text(const Deployment& deployment) {
  std::string gpus = gpus_text(deployment.gpus(), nullptr);
  if (deployment.replicas == 1) return gpus;
  return text::format("{}, as {} replicas of {},", gpus, deployment.replicas, deployment.gpus_per_replica);
}

// For a model that fits: whether fewer GPUs are enough.
std::string fewest_sentence(const FitAnswer& answer) {
  if (!answer.fewest || answer.fewest->gpus() >= answer.question.placement.gpus) return "";
  return deployment_text(*answer.fewest) + " would do" +
         (answer.question.asks_concurrency ? " for so many requests." : ".");
}

std::string fit_headline(const FitAnswer& answer) {
  const FitQuestion& question = answer.question;
  const Placement& placement = question.placement;
  const std::string what = question.model + (question.precision ? " in " + std::string(question.precision->name) : "");
  const std::string where = gpus_text(placement.gpus, question.gpu);
  const std::string fewest = answer.fewest ? text::format("; {} would do", deployment_text(*answer.fewest)) : "";
  const double most = placement.gpu_memory * placement.memory_utilization;
  if (answer.fit.limit == FitLimit::weights)
    return text::format("{} does not fit on {}: weights and overhead take {} of {}{}{}.", what, where,
                        gib(answer.fit.weights + placement.overhead), gib(most), placement.gpus == 1 ? "" : " on each",
                        fewest);
  if (answer.fit.limit == FitLimit::kv_cache && answer.fit.worst_concurrency)
    return text::format("{} does not fit on {}: beside its weights there is room for {} of {} {} of {}{}.", what, where,
                        text::times(*answer.fit.worst_concurrency), text::plain(placement.concurrency),
                        placement.concurrency == 1 ? "request" : "requests", tokens_text(*placement.longest_request()),
                        fewest);
  if (answer.fit.limit == FitLimit::kv_cache)
    return text::format("{} does not fit on {}: its weights leave no room for a KV cache{}.", what, where, fewest);
  if (answer.fit.worst_concurrency)
    return text::format("{} fits on {}, with {} requests of {} at once.", what, where,
                        text::times(*answer.fit.worst_concurrency), tokens_text(*placement.longest_request()));
  return text::format("{} fits on {}, with a KV cache of {}.", what, where, tokens_text(answer.fit.kv_tokens));
}

}  // namespace

std::string_view name(FitLimit limit) {
  static constexpr std::array<std::string_view, 3> names{"weights", "kv_cache", "none"};
  return names.at(static_cast<std::size_t>(limit));
}

std::vector<report::Block> fit_blocks(const FitAnswer& answer, const AnswerContext& context) {
  std::vector<report::Block> blocks{memory_table(answer)};
  if (context.verbose) blocks.emplace_back(inputs_table(context.inputs));
  report::Paragraph sentences;
  for (std::string sentence :
       {estimate_sentence(answer), phases_sentence(answer), model_sentence(answer.question),
        sliding_sentence(answer.question), answer.fit.fits() ? fewest_sentence(answer) : std::string()})
    if (!sentence.empty()) sentences.lines.push_back(std::move(sentence));
  blocks.emplace_back(std::move(sentences));
  blocks.emplace_back(report::Headline{fit_headline(answer)});
  return blocks;
}

std::string fit_brief(const FitAnswer& answer) {
  return text::format("{} {} {}", name(answer.fit.limit), text::plain(answer.fit.kv_tokens),
                      answer.fewest ? std::to_string(answer.fewest->gpus()) : "-");
}

}  // namespace breakeven::app
