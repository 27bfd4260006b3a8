#!/usr/bin/env bash
# Installs Prometheus and Alertmanager from Debian's archive. Does nothing when they are there, needs root only when one is
# missing, and starts no daemon.
set -euo pipefail

wanted=(prometheus prometheus-alertmanager curl)
if dpkg -s "${wanted[@]}" >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" -ne 0 ]; then
  echo "install.sh: ${wanted[*]} are not all installed, and installing them needs root" >&2
  exit 1
fi

# Debian asks this file before a package starts its daemon: 101 means no.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi

export DEBIAN_FRONTEND=noninteractive
apt-cache show prometheus-alertmanager >/dev/null 2>&1 || apt-get update -qq
apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${wanted[@]}"
