/* SPDX-License-Identifier: MIT */
/* The sweep of a volume, written by hand for one replica price and one API price: the columns of
   `breakeven sweep --gpu-price PRICE --throughput RATE --api-price API --vary tok_per_month=LOW..HIGH/POINTS -f csv`,
   with 17 digits where that prints the shortest ones. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **words) {
  if (count != 7) return fputs("usage: sweep USD_PER_HOUR TOK_PER_S USD_PER_MTOK LOW HIGH POINTS\n", stderr), 2;
  const double usd_per_hour = atof(words[1]), tok_per_s = atof(words[2]), usd_per_mtok = atof(words[3]);
  const double low = atof(words[4]), high = atof(words[5]);
  const int points = atoi(words[6]);

  const double replica_usd = usd_per_hour * 730, capacity = tok_per_s * 3600 * 730;
  const double break_even = replica_usd / (usd_per_mtok * capacity / 1e6);
  const char *status = break_even > 1 ? "never" : "at";
  puts("tok_per_month,self_host_usd_per_month,api_usd_per_month,self_host_usd_per_mtok,api_usd_per_mtok,"
       "utilization_ratio,replica_count,verdict,break_even_utilization_ratio,break_even_status");
  for (int i = 0; i < points; ++i) {
    const double volume = low + i / (double)(points - 1) * (high - low);
    const double replicas = fmax(1, ceil(volume / capacity));
    const double self_host = replicas * replica_usd, api = usd_per_mtok * volume / 1e6;
    const char *verdict = self_host < api ? "self_host" : self_host > api ? "api" : "tie";
    printf("%.17g,%.17g,%.17g,%.17g,%.17g,%.17g,%.0f,%s,%.17g,%s\n", volume, self_host, api, self_host / volume * 1e6,
           usd_per_mtok, volume / (replicas * capacity), replicas, verdict, break_even, status);
  }
  return 0;
}
