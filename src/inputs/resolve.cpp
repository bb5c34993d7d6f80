// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include "breakeven/selection.hpp"
#include "inputs/gpu_price.hpp"
#include "inputs/memory_warning.hpp"
#include "inputs/question.hpp"
#include "inputs/unknown_entry.hpp"
#include "inputs/warnings.hpp"
#include "io/catalog/names.hpp"
#include "io/catalog/terms.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

// Looks up the ids of one question and puts what they supply into its inputs.
class Lookup {
 public:
  Lookup(Question& question, const EffectiveInputs& chosen, const Catalog& catalog, io::Diagnostics& problems)
      : question_(question), chosen_(chosen), catalog_(catalog), problems_(problems) {}

  void run() {
    look_up_gpu();
    look_up_throughput();
    look_up_api();
  }

 private:
  const InputValue* given(Key key) const {
    const auto& value = at(question_.inputs, key);
    return value ? &*value : nullptr;
  }

  void problem(Key key, std::string_view code, std::string message, std::string help,
               std::vector<std::string> notes = {}) {
    const Given* source = chosen_[static_cast<std::size_t>(key)];
    io::Diagnostic found = source
                               ? problem_with(*source, code, std::move(message), std::move(help))
                               : io::Diagnostic{.code = code, .message = std::move(message), .help = std::move(help)};
    found.notes = std::move(notes);
    problems_.push_back(std::move(found));
  }

  void unknown(Key key, const std::string& id, std::span<const std::string_view> known, std::string_view section,
               const std::optional<std::string>& called = {}) {
    io::Diagnostic found = unknown_entry(row(key).key, id, known, section, called);
    problem(key, found.code, std::move(found.message), std::move(found.help));
  }

  void look_up_gpu() {
    const InputValue* gpu = given(key("gpu"));
    if (!gpu || !find(catalog_.gpus, gpu->id)) refuse_idle_choice();
    if (!gpu) return;
    question_.gpu_offer = find(catalog_.gpu_offers, gpu->id);
    if (question_.gpu_offer) {
      gpu_kind_ = question_.gpu_offer->gpu;
    } else if (find(catalog_.gpus, gpu->id)) {
      gpu_kind_ = gpu->id;
      offers_ = on_demand_by_price(catalog_, gpu->id);
      if (!offers_.empty()) question_.gpu_offer = offers_.at(index_of(price_choice(question_.inputs), offers_.size()));
    } else {
      auto candidates = ids_of(catalog_.gpu_offers);
      for (const std::string_view id : ids_of(catalog_.gpus)) candidates.push_back(id);
      return unknown(key("gpu"), gpu->id, std::move(candidates), "gpu_offers", io::Names(catalog_).gpu(gpu->id));
    }
    if (question_.gpu_offer) supply(*question_.gpu_offer, gpu->level, question_.inputs);
    say_which_price();
    if (!given(key("gpu_usd_per_hour")))
      problem(key("gpu"), "BE-M006", "no catalog has an on-demand offer of " + gpu->id,
              "give its price: --gpu-price 2.50usd/h");
  }

  // Notes which of how many offers gave the GPU's price: the median, lowest or highest.
  void say_which_price() {
    auto& price = at(question_.inputs, key("gpu_usd_per_hour"));
    if (!offers_.empty() && price && price->source == Source::catalog)
      price->text = chosen_price_text(price_choice(question_.inputs), offers_);
  }

  void refuse_idle_choice() {
    auto& choice = at(question_.inputs, key("gpu_price_choice"));
    if (!choice) return;
    if (choice->level == Source::option)
      problem(key("gpu_price_choice"), "BE-U011", choice->origin + " has no effect: no GPU of the catalog is chosen",
              "give --gpu h100-sxm, without a seller, or leave it out");
    choice.reset();
  }

  void look_up_throughput() {
    const InputValue* model = given(key("model"));
    const InputValue* record_id = given(key("throughput_record"));
    if (model && !find(catalog_.models, model->id))
      return unknown(key("model"), model->id, ids_of(catalog_.models), "models", io::Names(catalog_).model(model->id));
    if (record_id) {
      question_.record = find(catalog_.throughputs, record_id->id);
      if (!question_.record)
        return unknown(key("throughput_record"), record_id->id, ids_of(catalog_.throughputs), "throughputs");
      if (model && !serves_for(catalog_, question_.record->model, model->id))
        return disagree(key("model"), "model", question_.record->model);
      if (!gpu_kind_.empty() && question_.record->gpu != gpu_kind_)
        return disagree(key("gpu"), "GPU", question_.record->gpu);
    } else if (model && !gpu_kind_.empty() && !throughput_given(model->level)) {
      const auto shape = shape_of(question_.inputs);
      const auto records =
          records_by_nearness(catalog_, model->id, gpu_kind_, shape, service_level_of(question_.inputs));
      if (records.empty()) {
        const auto slower = records_by_nearness(catalog_, model->id, gpu_kind_, shape);
        return slower.empty() ? no_record(model->id) : too_slow(*slower.front(), slower.size());
      }
      question_.record = records.front();
      choose_set_up(model->id);
    }
    if (!question_.record) return refuse_idle_level();
    if (!keeps_to(service_level_of(question_.inputs), *question_.record)) return too_slow(*question_.record, 1);
    question_.curve = load_curve(catalog_, *question_.record);
    const Source level = record_id ? record_id->level : model->level;
    if (!question_.rate)
      question_.rate =
          set_up_rate(catalog_, *question_.record, rate_shape(question_.inputs), service_level_of(question_.inputs));
    supply(*question_.rate, level, question_.inputs);
    if (!record_id)
      at(question_.inputs, key("throughput_record")) = InputValue{.id = question_.record->id,
                                                                  .source = Source::catalog,
                                                                  .level = level,
                                                                  .origin = question_.record->id,
                                                                  .cited = &question_.record->cited};
    if (at(question_.inputs, key("gpus_per_replica"))->number !=
        static_cast<double>(question_.record->gpus_per_replica))
      problem(key("gpus_per_replica"), "BE-M004",
              "the throughput record '" + question_.record->id + "' is of " +
                  std::to_string(question_.record->gpus_per_replica) +
                  " GPUs per replica, and another number was given",
              "leave --gpus out, or give --throughput as measured on that many GPUs");
  }

  void choose_set_up(const std::string& model) {
    const auto choices = set_ups_for(catalog_, model, gpu_kind_, rate_shape(question_.inputs),
                                     service_level_of(question_.inputs), load_asked(question_.inputs));
    question_.record = choices.front().rate.record;
    question_.rate = choices.front().rate;
    for (const SetUpChoice& other : choices)
      if (&other != &choices.front()) question_.other_rates.push_back(other.per_gpu / choices.front().per_gpu);
  }

  bool throughput_given(Source level) const {
    for (std::size_t i = 0; i < input_count; ++i)
      if (row(Key{i}).group == Group::throughput && question_.inputs[i] && question_.inputs[i]->level <= level)
        return true;
    return false;
  }

  void disagree(Key key, const std::string& what, const std::string& recorded) {
    const std::string id = question_.record->id;
    question_.record = nullptr;
    problem(key, "BE-M004", "the throughput record '" + id + "' is of another " + what + ": " + recorded,
            "choose a record of this " + what + ", or leave it out");
  }

  // A throughput given as a number has no latencies.
  void refuse_idle_level() {
    for (const Key level : {key("slo_ttft_ms"), key("slo_tpot_ms")})
      if (given(level))
        problem(level, "BE-U011",
                chosen_[static_cast<std::size_t>(level)]->origin + " has no effect: no throughput record is chosen",
                "give --model and --gpu, or a --throughput-record, in place of the throughput");
  }

  void too_slow(const ThroughputRecord& record, std::size_t count) {
    question_.record = nullptr;
    const Key bound = given(key("slo_ttft_ms")) ? key("slo_ttft_ms") : key("slo_tpot_ms");
    problem(bound, "BE-M010",
            "no throughput record of " + record.model + " on " + record.gpu + " shows that it keeps to these latencies",
            record.ttft_ms || record.tpot_ms || record.ttft_p99_ms || record.tpot_p99_ms
                ? "give a benchmark at a lower load: --bench FILE, or allow more"
                : "give a benchmark that states means or 99th percentiles: medians show nothing of the slow requests",
            {latency_note(record, count)});
  }

  void no_record(const std::string& model) {
    std::vector<std::string> gpus;
    for (const ThroughputRecord& record : catalog_.throughputs)
      if (record.model == model && std::find(gpus.begin(), gpus.end(), record.gpu) == gpus.end())
        gpus.push_back(record.gpu);
    std::string note = "it has records of " + model + " on";
    for (const std::string& gpu : gpus) note += " " + gpu;
    problem(key("model"), "BE-M003", "no catalog has a throughput record of " + model + " on " + gpu_kind_,
            "give what you measured: --throughput 2500tok/s with --gpus",
            gpus.empty() ? std::vector<std::string>{} : std::vector{note});
  }

  void look_up_api() {
    const InputValue* api = given(key("api"));
    if (!api) return refuse_idle_service("no API offer of the catalog is chosen");
    const ApiOffer* offer = find(catalog_.api_offers, api->id);
    if (!offer) return unknown(key("api"), api->id, ids_of(catalog_.api_offers), "api_offers");
    const auto service = service_tier_of(question_.inputs);
    if (service && !find(*offer, *service)) return not_sold(*offer, *service);
    question_.api_offer = offer;
    supply(*offer, api->level, question_.inputs);
    if (has_price([&](const InputValue& price) { return price.source == Source::catalog; })) return;
    if (has_price([](const InputValue&) { return true; })) return refuse_idle_service("the API's prices are given");
    if (service) unknown_length(*offer, *service);
  }

  // Whether any API price meets the condition.
  template <class Condition>
  bool has_price(Condition holds) const {
    for (std::size_t i = 0; i < input_count; ++i)
      if (row(Key{i}).group == Group::api_price && question_.inputs[i] && holds(*question_.inputs[i])) return true;
    return false;
  }

  // A service tier chooses catalog prices. Prices given at a higher level displace both.
  void refuse_idle_service(const std::string& reason) {
    auto& service = at(question_.inputs, key("service_tier"));
    if (!service) return;
    if (has_price([&](const InputValue& price) { return price.level < service->level; })) return service.reset();
    // A question without an API ignores a tier that a file or the environment sets for others.
    if (service->level != Source::option && !has_price([](const InputValue&) { return true; })) return service.reset();
    problem(key("service_tier"), "BE-U011", service->origin + " has no effect: " + reason,
            "give --api in place of the API's prices, or leave it out");
  }

  void not_sold(const ApiOffer& offer, ServiceTier asked) {
    std::string others = "it has standard";
    for (const ServiceTierPrices& service : offer.service_tiers) (others += " and ") += io::name(service.tier);
    others += " prices";
    const bool by_discount = asked == ServiceTier::batch && offer.batch_discount_ratio;
    if (by_discount) others += ", and a batch discount of " + text::percent(*offer.batch_discount_ratio);
    problem(key("service_tier"), "BE-M011",
            "the API offer '" + io::printable(offer.id) + "' has no " + std::string(io::name(asked)) + " prices",
            by_discount ? "give --batch-share 100% in place of the service tier"
                        : "take prices that it has: --service-tier standard",
            {others});
  }

  void unknown_length(const ApiOffer& offer, ServiceTier service) {
    const auto shape = shape_of(question_.inputs);
    TokensPerRequest bound;
    for (const ContextTier& tier : context_tiers(offer, service))
      if (shape && shape->input > tier.above_input) bound = tier.above_input;
    problem(key("service_tier"), "BE-M001",
            "the API offer '" + io::printable(offer.id) + "' has no " + std::string(io::name(service)) +
                " prices of requests over " + text::plain(bound.held()) + " input tokens",
            "ask about shorter requests, or give what they cost in place of the service tier: --api-in 1usd/Mtok "
            "--api-out 2usd/Mtok");
  }

  Question& question_;
  const EffectiveInputs& chosen_;
  const Catalog& catalog_;
  io::Diagnostics& problems_;
  std::string gpu_kind_;
  std::vector<const GpuOffer*> offers_{};  // offers of the GPU, if a GPU was named and not an offer
};

bool asks_catalog(const InputSet& inputs) {
  for (std::size_t i = 0; i < input_count; ++i)
    if (inputs[i] && chooses_entries(row(Key{i}))) return true;
  return false;
}

// For questions that compare only two sides.
void leave_out_serverless(InputSet& inputs, io::Diagnostics& problems) {
  if (at(inputs, key("serverless_usd_per_s")))
    problems.push_back(warning("BE-W021",
                               "self-hosting and the API alone are compared: the serverless path is left out",
                               "compare, sweep and explain take it into account"));
  for (std::size_t i = 0; i < input_count; ++i)
    if (row(Key{i}).group == Group::serverless) inputs[i].reset();
}

}  // namespace

Question resolve(const EffectiveInputs& chosen, const Requirements& needs, const CatalogSource& catalog, Date today,
                 io::Diagnostics& problems) {
  Question question;
  question.inputs = read_values(chosen, problems);
  if (needs.measure) needs.measure(question.inputs);
  if (io::has_errors(problems)) return question;
  if (!needs.serverless) leave_out_serverless(question.inputs, problems);
  if (asks_catalog(question.inputs)) {
    const Catalog& entries = catalog();
    if (io::has_errors(problems)) return question;
    Lookup(question, chosen, entries, problems).run();
  }
  complete(question.inputs, question.record);
  if (io::has_errors(problems)) return question;
  check_consistency(question.inputs, needs, problems);
  if (io::has_errors(problems)) return question;
  question.scenario = assemble(question.inputs);
  warn(question, needs, today, problems);
  if (asks_catalog(question.inputs)) warn_of_misfit(question, catalog(), problems);
  return question;
}

}  // namespace breakeven::app
