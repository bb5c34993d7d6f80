/* SPDX-License-Identifier: MIT
   Writes a log of N requests over 30 days, busier by day than by night, in the columns of Azure's LLM traces:
   cc -O2 requests.c -lm -o requests && ./requests 20000000 > requests.csv */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t state = 1;

static double uniform(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (double)((state >> 11) + 1) / 9007199254740993.0;
}

static int length_of(double median, double spread) {
  const double normal = sqrt(-2 * log(uniform())) * cos(6.283185307179586 * uniform());
  const int length = (int)(median * exp(spread * normal));
  return length < 1 ? 1 : length > 128000 ? 128000 : length;
}

int main(int count, char** words) {
  const long requests = count > 1 ? atol(words[1]) : 1000000;
  const double mean_gap = 30 * 86400.0 / (double)requests;
  double second = 0;
  static char buffer[1 << 20];
  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  puts("TIMESTAMP,ContextTokens,GeneratedTokens");
  for (long i = 0; i < requests && second < 31 * 86400.0; ++i) {
    const double load = 1 - 0.8 * cos(6.283185307179586 * second / 86400);
    second += -log(uniform()) * mean_gap / load;
    const long whole = (long)second;
    printf("2026-01-%02ld %02ld:%02ld:%02ld.%07ld,%d,%d\n", 1 + whole / 86400, whole / 3600 % 24, whole / 60 % 60,
           whole % 60, (long)((second - (double)whole) * 1e7), length_of(1000, 1), length_of(200, 0.8));
  }
  return 0;
}
