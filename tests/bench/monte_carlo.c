/* SPDX-License-Identifier: MIT */
/* Draws of one question, written by hand: the GPU price, throughput, utilization and API price are lognormal with the
   bounds below as their 5% and 95%. Prints what `breakeven compare --monte-carlo DRAWS` answers but the shares of the
   variance: the probability that self-hosting is cheaper, then the 5%, 25%, 50%, 75% and 95% quantiles of the saving,
   the cost per million tokens and the first break-even volume. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* xorshift64* (Vigna, 2016). */
static double uniform(void) {
  static uint64_t state = 1;
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return ((double)(state * 0x2545f4914f6cdd1du >> 11) + 0.5) / 9007199254740992.0;
}

/* Box and Muller's pair, one after the other. */
static double normal(void) {
  static int has_spare;
  static double spare;
  if (has_spare) return has_spare = 0, spare;
  const double radius = sqrt(-2 * log(uniform())), angle = 6.283185307179586 * uniform();
  spare = radius * sin(angle);
  has_spare = 1;
  return radius * cos(angle);
}

struct lognormal {
  double mean, deviation;
};

static struct lognormal between(double low, double high) {
  return (struct lognormal){(log(low) + log(high)) / 2, (log(high) - log(low)) / (2 * 1.6448536269514722)};
}

static double draw(struct lognormal of) { return exp(of.mean + of.deviation * normal()); }

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void print_quantiles(const char *name, double *values, size_t count) {
  static const double levels[] = {0.05, 0.25, 0.5, 0.75, 0.95};
  qsort(values, count, sizeof *values, ascending);
  printf("%s", name);
  for (int i = 0; i < 5; ++i) printf(" %.9g", values[(size_t)(levels[i] * (double)(count - 1))]);
  puts("");
}

int main(int words_count, char **words) {
  const size_t count = words_count == 2 ? strtoul(words[1], NULL, 10) : 0;
  double *saving = malloc(3 * count * sizeof *saving), *per_mtok = saving + count, *first = per_mtok + count;
  if (count == 0 || saving == NULL) return fputs("usage: monte_carlo DRAWS\n", stderr), 2;

  const struct lognormal gpu = between(1.99, 3.50), throughput = between(1500, 2500);
  const struct lognormal utilization = between(0.2, 0.7), api_price = between(0.59, 0.90);
  size_t cheaper = 0;
  for (size_t i = 0; i < count; ++i) {
    const double replica_usd = draw(gpu) * 730, capacity_mtok = draw(throughput) * 3600 * 730 / 1e6;
    const double volume_mtok = fmin(1, draw(utilization)) * capacity_mtok, price = draw(api_price);
    saving[i] = price * volume_mtok - replica_usd;
    per_mtok[i] = replica_usd / volume_mtok;
    first[i] = price * capacity_mtok < replica_usd ? INFINITY : replica_usd / price * 1e6;
    cheaper += saving[i] > 0;
  }
  printf("probability %.9g\n", (double)cheaper / (double)count);
  print_quantiles("saving", saving, count);
  print_quantiles("per_mtok", per_mtok, count);
  print_quantiles("first", first, count);
  return 0;
}
