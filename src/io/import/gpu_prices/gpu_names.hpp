// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven::io {

/// A GPU's form factor; one chip may be sold in several that differ in speed and price.
enum class FormFactor { sxm, pcie, nvl };

/// A GPU name in parts: "NVIDIA A100-SXM4-80GB" is a100, sxm and 80.
struct GpuWords {
  std::string chip{};
  std::set<FormFactor> forms{};
  std::optional<double> memory_gb{};
};
GpuWords gpu_words(std::string_view name);

/// A row's description of its GPU.
struct GpuDescription {
  std::string name{};
  std::string elsewhere{};                 // other text that may contain a form factor
  std::optional<double> memory_gb{};       // of one GPU
  std::optional<FormFactor> by_default{};  // what the source means if the name has none

  bool operator==(const GpuDescription& other) const = default;
};

/// The catalogs' GPUs by chip.
class GpuChips {
 public:
  explicit GpuChips(const std::vector<Gpu>& gpus);

  /// The ids that fit the description, and whether it leaves the choice open. If GPUs of the chip differ in form
  /// factor, the description must state it, even if memory alone would decide among the catalogs' GPUs: there may be
  /// others.
  struct Found {
    std::vector<std::string> ids{};
    std::set<FormFactor> forms{};  // stated ones
    bool is_open = false;
  };
  Found find(const GpuDescription& described) const;

 private:
  struct Known {
    std::string id;
    std::set<std::string> chips;
    std::set<FormFactor> forms;
    double memory_gib;
  };
  std::vector<Known> known_{};
};

/// The requested GPU and what was found, for messages if that is not exactly one GPU.
std::string in_words(const GpuDescription& described, const GpuChips::Found& found);

}  // namespace breakeven::io
