#!/usr/bin/env bash
# Installs the storage emulator that the table store is tested against; does nothing where it is there already.
set -euo pipefail
cd "$(dirname "$0")/../azurite"
wanted=$(sha256sum package-lock.json)
if [[ -f node_modules/azurite/dist/src/azurite.js && "$(cat node_modules/.installed 2>/dev/null)" == "$wanted" ]]; then
  exit 0
fi
if ! command -v npm >/dev/null; then
  echo "azurite: npm is not here; the tests against the storage emulator will be skipped" >&2
  exit 0
fi
npm ci --ignore-scripts --no-audit --no-fund
echo "$wanted" >node_modules/.installed
