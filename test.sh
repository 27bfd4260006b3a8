#!/usr/bin/env bash
# Installs what the tests need, builds, publishes and runs every test. The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")" || exit 1

fail() {
  echo "test.sh: $*" >&2
  echo "0 passed, 1 failed"
  exit 1
}

echo "== what the tests run against: Request Tracker, Azurite, an independent table client"
tests/rigs/request-tracker/install.sh || fail "Request Tracker cannot be installed"
tests/setup/azurite.sh || fail "Azurite cannot be installed"
tests/setup/python-azure.sh || fail "python3-azure cannot be installed"

echo "== build"
dotnet restore ItsmAi.sln || fail "restore"
dotnet build ItsmAi.sln --no-restore -v quiet || fail "build"

echo "== publish: the folder that is a function app"
ITSMAI_PUBLISHED=$PWD/artifacts/publish/functionapp
rm -rf "$ITSMAI_PUBLISHED"
dotnet publish src/ItsmAi.Hosting -c Release -r linux-x64 -o "$ITSMAI_PUBLISHED" -v quiet || fail "publish"
export ITSMAI_PUBLISHED

echo "== test"
results=$(mktemp)
dotnet test ItsmAi.sln --no-build -m:1 -v quiet --logger "console;verbosity=normal" 2>&1 | tee "$results" |
  grep --line-buffered -E '^\s*(Failed|Skipped) |^(Passed|Failed)! |Error Message|Assert|^\s+(Expected|Actual)|\.cs:line' || true

# One line a test project: "Passed! - Failed: 0, Passed: 84, Skipped: 0, Total: 84, …".
read -r passed failed skipped < <(awk '
  /^(Passed|Failed)! / {
    for (i = 1; i < NF; i++) {
      if ($i == "Failed:") failed += $(i + 1)
      if ($i == "Passed:") passed += $(i + 1)
      if ($i == "Skipped:") skipped += $(i + 1)
    }
    projects++
  }
  END { print passed + 0, failed + 0, skipped + 0, projects + 0 }' <(tr -d ',' < "$results"))
grep -qE 'Test Run Aborted|The active test run was aborted' "$results" && failed=$((failed + 1))
rm -f "$results"

echo
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
