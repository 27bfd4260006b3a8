#!/usr/bin/env bash
# Starts a real Prometheus and a real Alertmanager on loopback, on a fresh folder. What they scrape is the caller's affair.
#   PROM_HOME   their folder; everything is written there, and it is emptied first if this rig made it
#   PROM_PORT, AM_PORT   their ports          TARGET   host:port that is scraped each second at /metrics
#   BACKFILL    a file of OpenMetrics with times, taken in as the past
#   HOOK_URL    where Alertmanager posts      HOOK_TOKEN   the Bearer token that it sends
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PROM_HOME=${PROM_HOME:-${TMPDIR:-/tmp}/itsmai-prometheus-$(id -u)}
PROM_PORT=${PROM_PORT:-18190} AM_PORT=${AM_PORT:-18193} TARGET=${TARGET:-127.0.0.1:18199}
HOOK_URL=${HOOK_URL:-http://127.0.0.1:7071/api/alerts/prometheus} HOOK_TOKEN=${HOOK_TOKEN:-rig-token-0123456789}

fail() { echo "up.sh: $*" >&2; exit 1; }

"$here/install.sh" >&2
PROM_HOME=$PROM_HOME "$here/down.sh"
for port in "$PROM_PORT" "$AM_PORT"; do
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then fail "port $port is taken; set PROM_PORT or AM_PORT"; fi
done
if [ -e "$PROM_HOME" ] && [ ! -e "$PROM_HOME/.itsmai-prometheus" ] && [ -n "$(ls -A "$PROM_HOME")" ]; then
  fail "PROM_HOME=$PROM_HOME is not empty and was not made by this rig; choose another folder"
fi
rm -rf "$PROM_HOME"
mkdir -p "$PROM_HOME"/{data,am}
touch "$PROM_HOME/.itsmai-prometheus"

if [ -n "${BACKFILL:-}" ]; then promtool tsdb create-blocks-from openmetrics "$BACKFILL" "$PROM_HOME/data" >&2; fi

cat >"$PROM_HOME/rules.yml" <<'RULES'
groups:
  - name: rig
    rules:
      - alert: ErrorRateHigh
        expr: service_error_ratio > 0.05
        labels: { severity: critical }
        annotations: { summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of its requests' }
      - alert: DiskAlmostFull
        expr: disk_used_percent > 90
        labels: { severity: critical }
        annotations: { summary: 'the disk of {{ $labels.host }} is at {{ $value }} percent' }
RULES
cat >"$PROM_HOME/prometheus.yml" <<CONFIG
global: { scrape_interval: 1s, evaluation_interval: 1s }
rule_files: ['$PROM_HOME/rules.yml']
alerting: { alertmanagers: [{ static_configs: [{ targets: ['127.0.0.1:$AM_PORT'] }] }] }
scrape_configs: [{ job_name: rig, static_configs: [{ targets: ['$TARGET'] }] }]
CONFIG
# Grouped by service, as it would be for people: each alert is taken by itself all the same.
cat >"$PROM_HOME/alertmanager.yml" <<CONFIG
route: { receiver: itsmai, group_by: [service], group_wait: 1s, group_interval: 2s, repeat_interval: 1m }
receivers:
  - name: itsmai
    webhook_configs:
      - url: $HOOK_URL
        send_resolved: true
        max_alerts: 0
        http_config: { authorization: { type: Bearer, credentials: $HOOK_TOKEN } }
CONFIG

# An empty cluster address keeps the gossip port closed.
setsid prometheus-alertmanager --config.file="$PROM_HOME/alertmanager.yml" --storage.path="$PROM_HOME/am" \
  --web.listen-address="127.0.0.1:$AM_PORT" --cluster.listen-address= >"$PROM_HOME/alertmanager.log" 2>&1 </dev/null &
echo $! >"$PROM_HOME/alertmanager.pid"
setsid prometheus --config.file="$PROM_HOME/prometheus.yml" --storage.tsdb.path="$PROM_HOME/data" \
  --web.listen-address="127.0.0.1:$PROM_PORT" >"$PROM_HOME/prometheus.log" 2>&1 </dev/null &
echo $! >"$PROM_HOME/prometheus.pid"
for url in "127.0.0.1:$AM_PORT/-/ready" "127.0.0.1:$PROM_PORT/-/ready"; do
  for ((i = 0; i < 200; i++)); do curl -fsS "http://$url" >/dev/null 2>&1 && break; sleep 0.1; done
  curl -fsS "http://$url" >/dev/null || fail "no answer from $url; see the logs in $PROM_HOME"
done
echo "up: http://127.0.0.1:$PROM_PORT http://127.0.0.1:$AM_PORT"
