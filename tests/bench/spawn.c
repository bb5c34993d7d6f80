/* SPDX-License-Identifier: MIT */
/* Prints the least and the median time of RUNS runs of a command, in milliseconds, its peak resident size in KiB, and
   the least processor time of all its threads, in milliseconds. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <math.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double milliseconds(struct timeval t) { return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3; }

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **words) {
  const int runs = count > 2 ? atoi(words[1]) : 0;
  if (runs < 1) return fputs("usage: spawn RUNS COMMAND [ARGUMENTS]\n", stderr), 2;
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  posix_spawn_file_actions_addopen(&silent, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&silent, 2, "/dev/null", O_WRONLY, 0);
  double *times = malloc(sizeof *times * (size_t)runs);
  double least_processor = HUGE_VAL;
  struct rusage usage;
  for (int i = 0; i < runs; ++i) {
    pid_t child;
    int status;
    const double start = now();
    if (posix_spawn(&child, words[2], &silent, NULL, words + 2, environ) != 0 || wait4(child, &status, 0, &usage) < 0) return perror(words[2]), 1;
    times[i] = now() - start;
    least_processor = fmin(least_processor, milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return fprintf(stderr, "%s failed\n", words[2]), 1;
  }
  qsort(times, (size_t)runs, sizeof *times, ascending);
  getrusage(RUSAGE_CHILDREN, &usage);
  printf("%.3f %.3f %ld %.3f\n", times[0], times[runs / 2], usage.ru_maxrss, least_processor);
  return 0;
}
