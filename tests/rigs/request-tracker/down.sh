#!/usr/bin/env bash
# Stops the Request Tracker of RT_HOME, by process id. Its folder stays, for its logs, until the next up.sh.
set -euo pipefail
RT_HOME=${RT_HOME:-${TMPDIR:-/tmp}/itsmai-rt-$(id -u)}

pid=$(cat "$RT_HOME/rt.pid" 2>/dev/null) || exit 0
rm -f "$RT_HOME/rt.pid" "$RT_HOME/env"
# Ids are reused: only a server of RT is ours to stop. It leads its own process group.
if ! tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q rt-server; then exit 0; fi
kill -TERM "$pid"
for ((i = 0; i < 50; i++)); do
  kill -0 "$pid" 2>/dev/null || exit 0
  sleep 0.1
done
kill -KILL -- "-$pid"
