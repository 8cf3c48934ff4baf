#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every benchmark program; each prints its rows of the table and adds them to out/bench.json.
set -euo pipefail
cd "$(dirname "$0")/../.."
rm -f out/bench.json
export CERTDESK_BENCH_JSON="$PWD/out/bench.json" QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
for program in out/build/bench/tests/bench/certdesk_bench_*; do
  [ -x "$program" ] && [ -f "$program" ] || continue
  "$program" "$@" || echo "$(basename "$program") ended with an error" >&2
done
