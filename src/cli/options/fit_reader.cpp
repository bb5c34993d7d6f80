// SPDX-License-Identifier: MIT

#include "cli/options/fit_reader.hpp"
#include "breakeven/selection.hpp"
#include "cli/options/fit.hpp"
#include "inputs/unknown_entry.hpp"
#include "io/catalog/names.hpp"
#include "io/models/config.hpp"
#include "text/format.hpp"
#include "text/numbers.hpp"

namespace breakeven::app {
namespace {

// Puts the question together from options, inputs, a config and the catalog.
class FitReader {
 public:
  FitReader(Session& session, const InputSet& inputs, Settings& settings)
      : session_(session), inputs_(inputs), settings_(settings) {}

  std::optional<FitQuestion> read() {
    read_quantities();
    refuse_missing();
    refuse_contradictions();
    if (failed()) return std::nullopt;
    take_gpu();
    take_model();
    take_precisions();
    if (failed()) return std::nullopt;
    take_weights();
    take_record();
    return std::move(question_);
  }

 private:
  const Arguments& arguments() const { return session_.arguments(); }
  bool failed() { return io::has_errors(session_.problems()); }
  bool has(const OptionRow& option) const { return arguments().has(option.name); }
  const InputValue* given(Key key) const {
    const auto& value = at(inputs_, key);
    return value ? &*value : nullptr;
  }
  void problem(std::string_view code, std::string message, std::string help, std::string argument = {},
               std::vector<std::string> notes = {}) {
    session_.problems().push_back(
        {.code = code, .message = std::move(message), .notes = std::move(notes), .help = std::move(help)});
    if (!argument.empty()) session_.problems().back().location = io::Location{.argument = std::move(argument)};
  }

  void read_quantities() {
    Placement& placement = question_.placement;
    placement.context = settings_.read(option::context_length);
    const auto concurrency = settings_.read(option::concurrency);
    question_.asks_concurrency = concurrency.has_value();
    placement.concurrency = concurrency.value_or(1);
    placement.memory_utilization = settings_.read(option::memory_util).value_or(1);
    placement.overhead = settings_.read(option::memory_overhead).value_or(0);
    question_.gives_overhead = has(option::memory_overhead);
    placement.gpu_memory = settings_.read(option::gpu_memory).value_or(0);
    weights_gib_ = settings_.read(option::weights);
    params_ = settings_.read(option::params);
    active_params_ = settings_.read(option::active_params);
    cache_bytes_ = settings_.read(option::kv_bytes);
    placement.gpus = static_cast<std::int64_t>(given(key("gpus_per_replica"))->number);
    placement.shape = shape_of(inputs_);
  }

  // A model without a name or file is given by its parameters and its cache.
  bool is_given_by_hand() const { return !given(key("model")) && !has(option::config) && params_ && cache_bytes_; }

  void refuse_missing() {
    std::vector<std::string> notes;
    if (!given(key("model")) && !has(option::config) && !is_given_by_hand())
      notes.emplace_back(
          "the model: --model llama-3.3-70b, --config config.json, or --params 70B with --kv-bytes-per-token 327680");
    if (!given(key("gpu")) && !has(option::gpu_memory))
      notes.emplace_back("the GPU: --gpu h100-sxm, or --gpu-memory 79.65GiB");
    if (question_.asks_concurrency && !question_.placement.longest_request())
      notes.emplace_back("the length of a request: --context-length 8192, or --shape 1500:300");
    if (notes.empty()) return;
    session_.problems().push_back({.code = "BE-U005",
                                   .message = notes.size() == 1 ? "an input is missing" : "inputs are missing",
                                   .notes = std::move(notes),
                                   .help = "give one option of each line"});
  }

  void refuse_contradictions() {
    const InputValue* model = given(key("model"));
    const bool is_typed = model && model->level == Source::option;
    if (has(option::config) && is_typed)
      problem("BE-U004", model->origin + " and --config both give the model", "leave one of them out", "--config");
    if (has(option::kv_precision) && cache_bytes_)
      problem("BE-U004", "--kv-precision and --kv-bytes-per-token both give the size of the KV cache",
              "leave one of them out", "--kv-precision");
    if (!has(option::config) && model && (params_ || active_params_))
      problem("BE-U004", "--params and --model both give the model's parameters", "leave --params out",
              params_ ? "--params" : "--active-params");
    const auto& shape = question_.placement.shape;
    if (shape && question_.placement.context && shape->total().held() > *question_.placement.context)
      problem("BE-M005", "a request of the shape is longer than the context", "raise --context-length",
              "--context-length");
  }

  void take_gpu() {
    const InputValue* named = given(key("gpu"));
    if (!named) return;
    const Catalog& catalog = session_.catalog();
    const GpuOffer* offer = find(catalog.gpu_offers, named->id);
    question_.gpu = find(catalog.gpus, offer ? offer->gpu : named->id);
    if (!question_.gpu) return unknown(*named, "GPU", ids_of(catalog.gpus), "gpus", io::Names(catalog).gpu(named->id));
    if (!has(option::gpu_memory)) question_.placement.gpu_memory = question_.gpu->memory_gib;
  }

  void unknown(const InputValue& named, std::string_view what, std::span<const std::string_view> known,
               std::string_view section, const std::optional<std::string>& called) {
    session_.problems().push_back(unknown_entry(what, named.id, known, section, called));
    session_.problems().back().location = io::Location{.argument = named.origin};
  }

  void take_model() {
    if (has(option::config)) return take_config();
    if (is_given_by_hand()) {
      question_.model = text::volume(*params_) + " parameters";
      question_.placement.architecture = {.params = *params_, .active_params = active_params_};
      return take_measured_cache();
    }
    const InputValue& named = *given(key("model"));
    const Model* model = find(session_.catalog().models, named.id);
    if (!model)
      return unknown(named, "model", ids_of(session_.catalog().models), "models",
                     io::Names(session_.catalog()).model(named.id));
    question_.model = model->id;
    default_precision_ = model->precision;
    if (const auto architecture = architecture_of(*model))
      question_.placement.architecture = *architecture;
    else if (cache_bytes_)
      question_.placement.architecture = {.params = model->params,
                                          .active_params = model->active_params,
                                          .attention_heads = model->attention_heads,
                                          .hidden_size = model->hidden_size,
                                          .experts = model->experts,
                                          .experts_per_token = model->experts_per_token};
    else
      problem("BE-F001", text::format("the catalog does not give the KV cache of '{}'", model->id),
              "give its config.json by --config, or what a token takes by --kv-bytes-per-token", named.origin,
              {"it takes layers with kv_heads and head_dim, or with kv_lora_rank and qk_rope_head_dim"});
    take_measured_cache();
  }

  void take_config() {
    const auto text = session_.read(*arguments().value(option::config.name));
    const auto config = text ? io::read_model_config(*text, session_.problems()) : std::nullopt;
    if (!config) return;
    question_.model = config->family.empty() ? "the config's model" : io::printable(config->family);
    question_.is_text_part = config->is_text_part && !params_;
    question_.placement.architecture = config->architecture;
    default_precision_ = config->precision;
    unread_precision_ = config->unread_quantization;
    take_given_params();
    if (question_.placement.architecture.params == 0) refuse_uncounted();
    if (!config->cache_is_known && !cache_bytes_)
      problem("BE-F001",
              text::format("the attention of '{}' is of a kind whose KV cache is not known", question_.model),
              "give what a token takes: --kv-bytes-per-token 70272", "--config");
    take_measured_cache();
  }

  // A given count overrides the config's; how it divides into parts is then unknown.
  void take_given_params() {
    Architecture& architecture = question_.placement.architecture;
    if (params_) {
      architecture.params = *params_;
      architecture.embedding_params.reset();
      architecture.expert_params.reset();
      architecture.active_params.reset();
    }
    if (active_params_) architecture.active_params = active_params_;
    if (architecture.active_params.value_or(0) > architecture.params && architecture.params > 0)
      problem("BE-M005", "more parameters are active than there are", "lower --active-params", "--active-params");
  }

  void refuse_uncounted() {
    std::string note = "counted are the families";
    for (const std::string_view family : io::known_families()) note += " " + std::string(family);
    problem("BE-F002", text::format("the parameters of '{}' cannot be counted from its config", question_.model),
            "give them: --params 70B, and --active-params 3B of a mixture of experts", "--config", {std::move(note)});
  }

  void take_measured_cache() {
    if (!cache_bytes_) return;
    Architecture& architecture = question_.placement.architecture;
    architecture.cache = MeasuredCache{*cache_bytes_};
    architecture.sliding_layers = architecture.linear_layers = 0;
  }

  void take_precisions() {
    take_weights_precision(arguments().value(option::precision.name));
    if (cache_bytes_) return;
    question_.cache_precision =
        known_precision(arguments().value(option::kv_precision.name).value_or("bf16"), "--kv-precision",
                        [](const Precision& precision) { return precision.cache_bytes.has_value(); });
    if (question_.cache_precision) question_.placement.cache_element_bytes = *question_.cache_precision->cache_bytes;
  }

  void take_weights_precision(const std::optional<std::string>& asked) {
    if (asked || !default_precision_.empty()) {
      question_.precision =
          known_precision(asked.value_or(default_precision_), "--precision", [](const Precision&) { return true; });
      return;
    }
    // Weights of a measured size need no precision.
    if (weights_gib_) return;
    if (unread_precision_.empty())
      return problem("BE-F003",
                     text::format("{} does not state the precision of the weights",
                                  has(option::config) ? "the config" : "the catalog"),
                     "give it, as published: --precision bf16, or the size of the weights: --weights 140GiB",
                     has(option::config) ? "--config" : "--model");
    problem("BE-F003",
            text::format("the config's weights are in '{}', which is no precision that is known here",
                         io::printable(unread_precision_)),
            "say what a weight takes: --precision int8", "--config");
  }

  const Precision* known_precision(const std::string& word, const std::string& argument,
                                   bool (*admits)(const Precision&)) {
    const Precision* found = find_precision(word);
    if (found && admits(*found)) return found;
    std::vector<std::string_view> names;
    for (const Precision& precision : precisions())
      if (admits(precision)) names.push_back(precision.name);
    problem("BE-F003", text::format("{} cannot be '{}'", argument, io::printable(word)),
            io::suggestion(word, names, "the precisions"), argument);
    return nullptr;
  }

  void take_weights() {
    Placement& placement = question_.placement;
    question_.weights_are_measured = weights_gib_.has_value();
    placement.weight_bytes =
        weights_gib_ ? *weights_gib_ * bytes_per_gib : weight_bytes(placement.architecture, *question_.precision);
  }

  bool is_of_this_replica(const ThroughputRecord& record) const {
    const Precision* own = question_.precision;
    const Precision* recorded = find_precision(record.precision);
    return own && recorded && record.gpus_per_replica == question_.placement.gpus &&
           own->arithmetic == recorded->arithmetic && own->needs_arithmetic == recorded->needs_arithmetic;
  }

  void take_record() {
    const InputValue* model = given(key("model"));
    if (!model || has(option::config) || !question_.gpu) return;
    for (const ThroughputRecord* record :
         records_by_nearness(session_.catalog(), model->id, question_.gpu->id, question_.placement.shape)) {
      if (record->kind == RecordKind::estimated || !is_of_this_replica(*record)) continue;
      question_.record = record;
      return;
    }
  }

  Session& session_;
  const InputSet& inputs_;
  Settings& settings_;
  FitQuestion question_;
  std::optional<double> weights_gib_;
  std::optional<double> params_;
  std::optional<double> active_params_;
  std::optional<double> cache_bytes_;
  std::string default_precision_;
  std::string unread_precision_;
};

}  // namespace

std::optional<FitQuestion> read_fit_question(Session& session, const InputSet& inputs, Settings& settings) {
  return FitReader(session, inputs, settings).read();
}

}  // namespace breakeven::app
