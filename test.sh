#!/usr/bin/env bash
# Installs what the tests need, builds, and runs them all. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"
dotnet build ItsmAi.sln
