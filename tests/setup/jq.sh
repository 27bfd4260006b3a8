#!/usr/bin/env bash
# Installs jq, with which an auditor checks exported evidence; does nothing where it is there already.
set -euo pipefail
if command -v jq >/dev/null; then
  exit 0
fi
if ! command -v apt-get >/dev/null || [[ "$(id -u)" != 0 ]]; then
  echo "jq: run as root on Debian: apt-get install jq; its test will be skipped" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get install --yes --no-install-recommends jq ||
  { apt-get update && apt-get install --yes --no-install-recommends jq; }
