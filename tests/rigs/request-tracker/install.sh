#!/usr/bin/env bash
# Installs Request Tracker 5 from Debian's archive. Does nothing when it is there, needs root only when it is missing,
# starts no daemon and configures no instance.
set -euo pipefail

wanted=(request-tracker5 rt5-standalone rt5-db-sqlite)
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
debconf-set-selections <<'ANSWERS'
request-tracker5 request-tracker5/handle-siteconfig-permissions boolean false
request-tracker5 request-tracker5/install-cronjobs boolean false
request-tracker5 request-tracker5/rtname string rig.test
request-tracker5 request-tracker5/organization string rig.test
request-tracker5 request-tracker5/correspondaddress string rt@rig.test
request-tracker5 request-tracker5/commentaddress string rt-comment@rig.test
request-tracker5 request-tracker5/webbaseurl string http://127.0.0.1
request-tracker5 request-tracker5/webpath string
request-tracker5 request-tracker5/initial-root-password password not-used
request-tracker5 request-tracker5/initial-root-password-confirm password not-used
ANSWERS
apt-cache show request-tracker5 >/dev/null 2>&1 || apt-get update -qq
# dbconfig-no-thanks: no database is set up. msmtp-mta: the smallest mail agent that satisfies the dependency.
apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends \
  "${wanted[@]}" dbconfig-no-thanks msmtp-mta libwww-perl libjson-perl curl
