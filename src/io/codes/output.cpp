// SPDX-License-Identifier: MIT
// BE-O: output.
#include <array>

#include "io/codes/codes.hpp"

namespace breakeven::io {
namespace {

// clang-format off
constexpr std::array output_rows{
    DiagnosticCode{"BE-O001", "a file that cannot be opened for writing",
                   "Files are opened before any work is done, so that no answer is lost. The name is that of a "
                   "directory, the directory does not exist, or you may not write there; the message says which.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month -o no-such-directory/answer.txt",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month -o /dev/null"},
    DiagnosticCode{"BE-O002", "an answer that could not be written completely",
                   "The disk is full, or the program that reads the answer has ended. A file that was there before "
                   "is left as it was.",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month > /dev/full",
                   "breakeven compare --gpu-price 2.5usd/h --throughput 2500tok/s --api-price 0.6usd/Mtok --volume "
                   "1B/month > /dev/null"},
    DiagnosticCode{"BE-O003", "an answer that would be written over what it is of",
                   "The file that --output or --export names is one that the command reads, by this name or another. "
                   "The answer would take its place.",
                   "breakeven traffic data/examples/requests.csv -o ./data/examples/requests.csv",
                   "breakeven traffic data/examples/requests.csv -o /dev/null"},
};
// clang-format on

}  // namespace

std::span<const DiagnosticCode> output_codes() { return output_rows; }

}  // namespace breakeven::io
