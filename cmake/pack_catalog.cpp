// SPDX-License-Identifier: MIT
// Run by the build: reads a catalog and writes the source that holds it packed.
#include <fstream>
#include <iostream>

#include "io/catalog/catalog.hpp"
#include "io/catalog/pack.hpp"
#include "io/files.hpp"

namespace {

void write_source(std::ostream& out, const std::string& bytes) {
  constexpr std::size_t bytes_in_line = 32;
  out << "#include \"io/embedded.hpp\"\n\nnamespace breakeven::embedded {\nnamespace {\nconstexpr unsigned char "
         "bytes[] = {";
  for (std::size_t i = 0; i < bytes.size(); ++i)
    out << (i % bytes_in_line == 0 ? "\n" : "") << int{static_cast<unsigned char>(bytes[i])} << ',';
  out << "\n};\n}  // namespace\n\nstd::string_view packed_catalog() { return {reinterpret_cast<const char*>(bytes), "
         "sizeof bytes}; }\n\n"
         "}  // namespace breakeven::embedded\n";
}

}  // namespace

int main(int count, char** words) {
  namespace io = breakeven::io;
  if (count != 3) return std::cerr << "usage: pack_catalog CATALOG SOURCE\n", 2;
  io::Diagnostics problems;
  breakeven::Catalog catalog;
  if (const auto text = io::read_file(words[1], problems)) io::read_catalog(*text, catalog, problems);
  for (const io::Diagnostic& problem : problems) {
    const io::Location place = problem.location.value_or(io::Location{});
    std::cerr << place.file << ':' << place.line << ':' << place.column << ": " << problem.code << ": "
              << problem.message << '\n';
  }
  if (!problems.empty()) return 1;
  std::ofstream out(words[2]);
  write_source(out, io::pack(catalog));
  return out.flush() ? 0 : 1;
}
