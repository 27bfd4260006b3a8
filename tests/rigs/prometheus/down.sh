#!/usr/bin/env bash
# Stops the Prometheus and Alertmanager of PROM_HOME, by process id. Their folder stays, for its logs, until the next up.sh.
set -euo pipefail
PROM_HOME=${PROM_HOME:-${TMPDIR:-/tmp}/itsmai-prometheus-$(id -u)}

for name in prometheus alertmanager; do
  pid=$(cat "$PROM_HOME/$name.pid" 2>/dev/null) || continue
  rm -f "$PROM_HOME/$name.pid"
  # Ids are reused: only what runs with our folder is ours to stop.
  if ! tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$PROM_HOME/$name.yml"; then continue; fi
  kill -TERM "$pid"
  for ((i = 0; i < 100; i++)); do
    kill -0 "$pid" 2>/dev/null || continue 2
    sleep 0.1
  done
  kill -KILL "$pid"
done
