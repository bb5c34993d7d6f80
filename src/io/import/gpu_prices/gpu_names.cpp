// SPDX-License-Identifier: MIT
#include "io/import/gpu_prices/gpu_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "text/characters.hpp"

namespace breakeven::io {
namespace {

// Words that do not identify a GPU. NVLink joins GPUs of every form factor.
constexpr std::array<std::string_view, 6> idle_words{"nvidia", "amd", "geforce", "instinct", "oam", "nvlink"};

struct FormRow {
  std::string_view mark;
  FormFactor form;
};
constexpr std::array form_rows{FormRow{"sxm", FormFactor::sxm}, FormRow{"hgx", FormFactor::sxm},
                               FormRow{"pcie", FormFactor::pcie}, FormRow{"nvl", FormFactor::nvl}};

constexpr std::array form_names{std::pair(FormFactor::sxm, std::string_view("SXM")),
                                std::pair(FormFactor::pcie, std::string_view("PCIe")),
                                std::pair(FormFactor::nvl, std::string_view("NVL"))};

// Lowercase runs of letters and digits.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool goes_on = false;
  for (const char letter : text) {
    const bool counts = text::is_digit(letter) || text::is_letter(letter);
    if (counts && !goes_on) words.emplace_back();
    if (counts) words.back() += text::lower(letter);
    goes_on = counts;
  }
  return words;
}

// Removes sxm5, pcie or nvl from the end of the word.
std::optional<FormFactor> take_form(std::string& word) {
  const std::size_t length = word.size() - (text::is_digit(word.back()) ? 1 : 0);
  for (const auto& [mark, form] : form_rows) {
    const bool has_version = length != word.size();
    if (has_version && form != FormFactor::sxm) continue;
    if (!std::string_view(word).substr(0, length).ends_with(mark)) continue;
    word.resize(length - mark.size());
    return form;
  }
  return std::nullopt;
}

// 80 for "80gb" and "80g".
std::optional<double> memory_of(std::string_view word) {
  int gb = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), gb);
  const std::string_view unit(end, static_cast<std::size_t>(word.data() + word.size() - end));
  return error == std::errc() && (unit == "gb" || unit == "g") ? std::optional<double>(gb) : std::nullopt;
}

// Sizes are nominal, in GB or GiB, and a GPU reserves some of its memory.
bool fits(const std::optional<double>& gb, double memory_gib) {
  constexpr double least = 0.94;
  constexpr double most = 1.1;
  return !gb || (*gb >= least * memory_gib && *gb <= most * memory_gib);
}

}  // namespace

GpuWords gpu_words(std::string_view name) {
  GpuWords found;
  for (std::string& word : words_of(name)) {
    if (std::find(idle_words.begin(), idle_words.end(), word) != idle_words.end()) continue;
    if (const auto form = take_form(word)) found.forms.insert(*form);
    if (const auto gb = memory_of(word))
      found.memory_gb = gb;
    else
      found.chip += word;
  }
  return found;
}

GpuChips::GpuChips(const std::vector<Gpu>& gpus) {
  for (const Gpu& gpu : gpus) {
    Known known{gpu.id, {}, {}, gpu.memory_gib};
    std::vector<std::string_view> names{gpu.id, gpu.name};
    names.insert(names.end(), gpu.aliases.begin(), gpu.aliases.end());
    for (const std::string_view name : names) {
      GpuWords words = gpu_words(name);
      known.chips.insert(std::move(words.chip));
      known.forms.merge(words.forms);
    }
    known_.push_back(std::move(known));
  }
}

GpuChips::Found GpuChips::find(const GpuDescription& described) const {
  const GpuWords words = gpu_words(described.name);
  std::set<FormFactor> forms = gpu_words(described.elsewhere).forms;
  forms.insert(words.forms.begin(), words.forms.end());
  if (words.forms.empty() && described.by_default) forms.insert(*described.by_default);
  std::set<std::set<FormFactor>> sold_as;
  Found found;
  for (const Known& gpu : known_) {
    if (!gpu.chips.contains(words.chip)) continue;
    sold_as.insert(gpu.forms);
    const bool has_form =
        gpu.forms.empty() || std::includes(gpu.forms.begin(), gpu.forms.end(), forms.begin(), forms.end());
    if (has_form && fits(words.memory_gb, gpu.memory_gib) && fits(described.memory_gb, gpu.memory_gib))
      found.ids.push_back(gpu.id);
  }
  found.forms = std::move(forms);
  found.is_open = (found.forms.empty() && sold_as.size() > 1) || found.ids.size() > 1;
  return found;
}

std::string in_words(const GpuDescription& described, const GpuChips::Found& found) {
  std::string words = described.name;
  const std::set<FormFactor> named = gpu_words(described.name).forms;
  for (const auto& [form, name] : form_names)
    if (found.forms.contains(form) && !named.contains(form)) words += ", " + std::string(name);
  if (const auto gb = described.memory_gb) words += ", " + std::to_string(std::lround(*gb)) + " GB";
  if (found.ids.size() == 1) return words + ", of no form factor";
  for (const std::string& id : found.ids) words += (id == found.ids.front() ? ", which may be " : " or ") + id;
  return words;
}

}  // namespace breakeven::io
