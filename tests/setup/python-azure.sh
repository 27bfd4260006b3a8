#!/usr/bin/env bash
# Installs the independent client that reads what the table store wrote; does nothing where it is there already.
set -euo pipefail
if /usr/bin/python3 -c 'import azure.data.tables' 2>/dev/null; then
  exit 0
fi
if ! command -v apt-get >/dev/null || [[ "$(id -u)" != 0 ]]; then
  echo "python3-azure: run as root on Debian: apt-get install python3-azure; its test will be skipped" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get install --yes --no-install-recommends python3-azure ||
  { apt-get update && apt-get install --yes --no-install-recommends python3-azure; }
