// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "breakeven/catalog.hpp"

namespace breakeven::io {

/// How a GPU is built in, where one chip is sold in several ways that differ in speed and price.
enum class FormFactor { sxm, pcie, nvl };

/// A name of a GPU, taken apart: "NVIDIA A100-SXM4-80GB" is a100, sxm and 80.
struct GpuWords {
  std::string chip{};
  std::set<FormFactor> forms{};
  std::optional<double> memory_gb{};
};
GpuWords gpu_words(std::string_view name);

/// What a row says of its GPU.
struct GpuDescription {
  std::string name{};
  std::string elsewhere{};                 // other text in which a form factor may stand
  std::optional<double> memory_gb{};       // of one GPU
  std::optional<FormFactor> by_default{};  // that the source means where the name says none

  bool operator==(const GpuDescription& other) const = default;
};

/// The GPUs of the catalogs by their chips.
class GpuChips {
 public:
  explicit GpuChips(const std::vector<Gpu>& gpus);

  /// The ids of those that the description may denote, and whether it leaves open which: a form factor must be said
  /// where GPUs of the chip differ in it, even if the memory would decide among those of the catalogs, since there may
  /// be others.
  struct Found {
    std::vector<std::string> ids{};
    std::set<FormFactor> forms{};  // that are said
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

/// What was sought, and what of it was found, where that is not one GPU.
std::string in_words(const GpuDescription& described, const GpuChips::Found& found);

}  // namespace breakeven::io
