// SPDX-License-Identifier: MIT
// catalog import reads lists of rented GPUs: the small ones of tests/data/import. tests/validate/imports.py holds every
// price against its source.
#include <array>
#include <map>

#include "answers.hpp"
#include "io/decimal.hpp"
#include "io/import/gpu_prices/gpu_names.hpp"
#include "temporary_directory.hpp"

namespace breakeven {
namespace {

using nlohmann::ordered_json;
using test::run_words;

struct Fixture {
  const char* file;
  const char* options;
};
constexpr std::array fixtures{Fixture{"gpu_price_index.csv", ""}, Fixture{"gpu_pricing.json", " --as-of 2026-06-01"},
                              Fixture{"skypilot.csv", " --provider Acme --as-of 2026-06-01"},
                              Fixture{"gpuhunt.csv", " --provider Acme --as-of 2026-06-01"},
                              Fixture{"offer_table.csv", ""}};

std::string import_of(const Fixture& fixture) {
  return std::string("catalog import tests/data/import/") + fixture.file + fixture.options;
}

std::map<std::string, ordered_json> offers(const std::string& words) {
  std::map<std::string, ordered_json> by_id;
  const ordered_json document = ordered_json::parse(test::answered(words));
  for (const ordered_json& offer : document.at("gpu_offers")) by_id[offer.at("id").get<std::string>()] = offer;
  return by_id;
}

// The first line of what is said of this text beside how much was imported.
std::string answer_to(const std::string& text, std::vector<std::string> options = {}) {
  options.insert(options.begin(), {"catalog", "import", "-"});
  std::string found = run_words(options, text).err;
  const std::size_t remark = found.find(" imported\n");
  if (remark != std::string::npos) found.erase(0, found.find('\n', remark) + 1);
  return found.substr(0, found.find('\n'));
}

Gpu gpu(std::string id, std::string name, double memory_gib) {
  Gpu made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.memory_gib = memory_gib;
  return made;
}

const std::vector<std::string> acme{"--provider", "Acme", "--as-of", "2026-06-01"};

std::string skypilot(const std::string& row) {
  return "InstanceType,AcceleratorName,AcceleratorCount,Price,Region\n" + row + "\n";
}

}  // namespace

TEST_CASE("a name of a GPU is taken apart") {
  using io::FormFactor;
  struct Row {
    const char* name;
    const char* chip;
    std::set<FormFactor> forms;
    std::optional<double> memory_gb;
  };
  for (const auto& [name, chip, forms, memory_gb] :
       {Row{"NVIDIA A100-SXM4-80GB", "a100", {FormFactor::sxm}, 80}, Row{"H100NVL", "h100", {FormFactor::nvl}, {}},
        Row{"NVIDIA HGX B300", "b300", {FormFactor::sxm}, {}}, Row{"RTX PRO 6000 SE", "rtxpro6000se", {}, {}},
        Row{"H100 PCIe NVLink", "h100", {FormFactor::pcie}, {}}, Row{"A800 80G", "a800", {}, 80}, Row{"", "", {}, {}},
        Row{"gpu_8x_h100_sxm5", "gpu8xh100", {FormFactor::sxm}, {}}}) {
    INFO(name);
    const io::GpuWords words = io::gpu_words(name);
    CHECK(words.chip == chip);
    CHECK(words.forms == forms);
    CHECK(words.memory_gb == memory_gb);
  }
}

TEST_CASE("a description denotes a GPU if it is the only one, and its form factor is said") {
  const io::GpuChips chips({gpu("h-sxm", "H100 SXM5 80GB", 79.65), gpu("h-pcie", "H100 PCIe 80GB", 79.65),
                            gpu("h-nvl", "H100 NVL 94GB", 93.58), gpu("b-sxm", "B200 SXM6 180GB", 179.06),
                            gpu("l40s", "L40S 48GB", 44.99)});
  const auto found = [&](const io::GpuDescription& described) {
    const auto [ids, forms, is_open] = chips.find(described);
    return ids.size() == 1 && !is_open ? ids.front() : io::in_words(described, {ids, forms, is_open});
  };
  CHECK(found({.name = "NVIDIA H100 SXM5"}) == "h-sxm");
  CHECK(found({.name = "H100", .elsewhere = "gpu_1x_h100_pcie"}) == "h-pcie");
  CHECK(found({.name = "H100", .by_default = io::FormFactor::sxm}) == "h-sxm");
  CHECK(found({.name = "H100", .elsewhere = "h100 pcie", .by_default = io::FormFactor::sxm}) == "H100, SXM, PCIe");
  CHECK(found({.name = "H100", .memory_gb = 80}) == "H100, 80 GB, which may be h-sxm or h-pcie");
  CHECK(found({.name = "H100", .memory_gb = 94}) == "H100, 94 GB, of no form factor");
  CHECK(found({.name = "H100 PCIe", .memory_gb = 94}) == "H100 PCIe, 94 GB");
  CHECK(found({.name = "B200", .memory_gb = 192}) == "b-sxm");
  CHECK(found({.name = "B200 NVL"}) == "B200 NVL");
  CHECK(found({.name = "L40S", .elsewhere = "PCIe", .memory_gb = 48}) == "l40s");
  CHECK(found({.name = "L40", .memory_gb = 48}) == "L40, 48 GB");
}

TEST_CASE("a quotient of a decimal is rounded once") {
  const auto quotient = [](const char* text, std::int64_t divisor) {
    return io::quotient(*io::parse_json(text), divisor).value_or(-1);
  };
  CHECK(quotient("23.92", 8) == 2.99);
  CHECK(quotient("\"23.60\"", 8) == 2.95);
  CHECK(quotient("10.01", 3) == 3.3366666666666664);
  CHECK(quotient("1e2", 7) == 14.285714285714286);
  CHECK(quotient("12", 1) == 12);
  // Rounded to 4.35 first, the quotient would end in ...9999.
  CHECK(quotient("\"0.3\"", 3) == 0.1);
  CHECK(quotient("0", 3) == 0);
  for (const char* text : {"-1", "\"\"", "\"1,000\"", "\"007\"", "\".5\"", "null", "true", "\"1e-9999\""}) {
    INFO(text);
    CHECK(quotient(text, 8) == -1);
  }
}

TEST_CASE("rows of machines become offers of one GPU, on demand and spot") {
  const auto index = offers(import_of(fixtures[0]));
  CHECK(index.at("Acme/H100/hgx.8/east/8x/on_demand").at("gpu") == "h100-sxm");
  CHECK(index.at("Acme/H100-PCIe/pcie.1/east/1x/reserved").at("term") == "reserved");
  CHECK(index.at("Cirrus/MI300X/oam.8/west/8x/on_demand").at("cited").at("as_of") == "2026-10-10");
  CHECK_FALSE(index.contains("Bazaar/MI300X/median-offer/global/1x/on_demand"));
  const auto earlier = offers(import_of(fixtures[0]) + " --as-of 2026-10-09");
  CHECK(earlier.size() == 1);
  CHECK(earlier.at("Cirrus/MI300X/oam.8/west/8x/on_demand").at("usd_per_gpu_hour") == 3.5);
  const auto pricing = offers(import_of(fixtures[1]));
  CHECK(pricing.at("acme-h100-sxm-on-demand").at("cited").at("note") ==
        "vCPU and RAM are billed separately; Prices change daily");
  CHECK(pricing.at("acme-a100-sxm-40").at("gpu") == "a100-40gb");
  CHECK_FALSE(pricing.contains("acme-a100-80"));
  const auto clouds = offers(import_of(fixtures[2]));
  CHECK(clouds.at("gpu_8x_h100_sxm5/east/spot").at("usd_per_gpu_hour") == 1.2875);
  CHECK(clouds.at("big.4/east/b/on_demand").at("gpu") == "a100-80gb-pcie");
  const auto hunted = offers(import_of(fixtures[3]));
  CHECK(hunted.at("hgx-h100.8/east/spot").at("provider") == "Acme");
}

TEST_CASE("a machine's price is that of one of its GPUs, and their number is kept") {
  CHECK(offers(import_of(fixtures[3])).at("hgx-h100.8/east/spot").at("gpus_per_machine") == 8);
  CHECK(offers(import_of(fixtures[2])).at("gpu_8x_h100_sxm5/east/spot").at("gpus_per_machine") == 8);
  CHECK(offers(import_of(fixtures[0])).at("Cirrus/MI300X/oam.8/west/8x/on_demand").at("gpus_per_machine") == 8);
  CHECK_FALSE(offers(import_of(fixtures[1])).at("acme-h100-sxm-on-demand").contains("gpus_per_machine"));
}

TEST_CASE("a table of GPU offers says the machine, the day or month, and where the price is from") {
  const auto table = offers(import_of(fixtures[4]));
  CHECK(table.size() == 3);
  const auto& aws = table.at("AWS/b200-sxm/on_demand/8/us-east-1");
  CHECK(aws.at("gpus_per_machine") == 8);
  CHECK(aws.at("cited").at("source") == "ewyluda/gpu-price-index");
  CHECK(aws.at("cited").at("note") == "p6-b200.48xlarge");
  const auto& lambda = table.at("Lambda/NVIDIA H100 SXM/on_demand/1");
  CHECK(lambda.at("gpu") == "h100-sxm");
  CHECK(lambda.at("cited").at("as_of") == "2026-10-01");
  CHECK(lambda.at("cited").at("source") == "lambda.ai");
  CHECK(table.at("CoreWeave/h100-sxm/spot/8").at("term") == "spot");
}

TEST_CASE("--gpu settles what rows leave open, and nothing else") {
  const auto settled = offers(import_of(fixtures[1]) + " --gpu a100-80gb");
  CHECK(settled.at("acme-a100-80").at("gpu") == "a100-80gb");
  CHECK(settled.at("acme-a100-pcie").at("gpu") == "a100-80gb-pcie");
  CHECK_FALSE(settled.contains("acme-a100-pcie-40"));
  CHECK_FALSE(settled.contains("acme-titan"));
}

TEST_CASE("what is no price of a GPU has a reason of its own") {
  CHECK(answer_to(skypilot("m,H100 PCIe,8,8,east")).starts_with("error[BE-P005]"));
  CHECK(answer_to(skypilot("m,H100 PCIe,8,8,east"), {"--as-of", "2026-06-01"}).starts_with("error[BE-P030]"));
  CHECK(answer_to(skypilot("m,L40S,8,8,east"), acme).empty());
  struct Row {
    const char* row;
    const char* code;
  };
  for (const auto& [row, code] :
       {Row{"m,L40S,,8,east\nn,L40S,1,2,", "P016"}, Row{"m,L40S,1.5,8,east", "P016"}, Row{"m,L40S,-8,8,east", "P010"},
        Row{"m,L40S,8,0,east", "P017"}, Row{"m,L40S,8,-1,east", "P010"}, Row{"m,L40S,8,-0,east", "P010"},
        Row{"m,L40S,8,nan,east", "P011"}, Row{"m,L40S,8,1e999,east", "P011"}, Row{"m,L40S,8,0x10,east", "P011"},
        Row{"m,L40S,8,\"1,000\",east", "P011"}, Row{"m,L40S,8,010,east", "P011"}, Row{"m,L40S,8,+8,east", "P011"},
        Row{"m,L40S,8,0.08,east", "P018"}, Row{"m,T4,8,8,east", "P015"},
        Row{"m,L40S,8,8,east\nn,L40S,8,8,east,more", "P011"}, Row{"m,L40S,8,8,east\nm,L40S,8,9,east", "P001"},
        Row{"m,L40S,8,8,east\n,,,,east\n", "P019"}}) {
    INFO(row);
    const std::string answer = answer_to(skypilot(row), acme);
    INFO(answer);
    CHECK(answer.find(std::string("[BE-") + code + "]") != std::string::npos);
  }
}

TEST_CASE("tables that cannot be read have a place") {
  CHECK(answer_to("a,b\n") == "error[BE-P014]: a table without rows");
  CHECK(answer_to("a,a\n1,2\n") == "error[BE-P014]: two columns are named \"a\"");
  CHECK(answer_to("a,b\n1,\"2\n") == "error[BE-P014]: a row whose quotes do not match");
  CHECK(answer_to(std::string("a,b\n1,\0\n", 7)).starts_with("error[BE-J006]"));
  CHECK(answer_to("\xff\xfe,b\n1,2\n") == "error[BE-P014]: the name of a column is not UTF-8");
  CHECK(answer_to(skypilot("m,L40S,8,8,east"), {"--provider", "\xfc"}).starts_with("error[BE-U010]"));
}

TEST_CASE("imported GPU offers are imported again without a change") {
  const test::TemporaryDirectory directory;
  for (const Fixture& fixture : fixtures) {
    INFO(fixture.file);
    const std::string once = directory.path("once.json");
    test::answered(import_of(fixture) + " -o " + once);
    test::answered("catalog import " + once + " -o " + directory.path("again.json"));
    CHECK(directory.content("once.json") == directory.content("again.json"));
    test::answered("catalog validate " + once);
  }
}

}  // namespace breakeven
