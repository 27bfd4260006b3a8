#!/usr/bin/env bash
# Installs what the tests need, builds, publishes and runs every test. The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")" || exit 1

fail() {
  echo "test.sh: $*" >&2
  echo "0 passed, 1 failed"
  exit 1
}

echo "== what the tests run against: Request Tracker, Prometheus, Azurite, an independent table client, jq"
tests/rigs/request-tracker/install.sh || fail "Request Tracker cannot be installed"
tests/rigs/prometheus/install.sh || fail "Prometheus and Alertmanager cannot be installed"
tests/setup/azurite.sh || fail "Azurite cannot be installed"
tests/setup/python-azure.sh || fail "python3-azure cannot be installed"
tests/setup/jq.sh || fail "jq cannot be installed"

echo "== build"
dotnet restore ItsmAi.sln || fail "restore"
dotnet build ItsmAi.sln --no-restore -v quiet || fail "build"

echo "== publish: the folder that is a function app"
ITSMAI_PUBLISHED=$PWD/artifacts/publish/functionapp
rm -rf "$ITSMAI_PUBLISHED"
dotnet publish src/ItsmAi.Hosting -c Release -r linux-x64 -o "$ITSMAI_PUBLISHED" -v quiet || fail "publish"
export ITSMAI_PUBLISHED

echo "== test"
# The tests commit some hundred thousand times, and none of that has to outlive a power cut: in memory a slow disk costs nothing.
if [ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm | tail -n 1)" -gt 4000000 ]; then
  TMPDIR=$(mktemp -d -p /dev/shm itsmai-XXXXXX)
  export TMPDIR
  trap 'rm -rf "$TMPDIR"' EXIT
fi
results=$(mktemp)
dotnet test ItsmAi.sln --no-build -m:1 --results-directory artifacts/test-results --blame-hang-timeout 15m --blame-hang-dump-type none > "$results" 2>&1 &
tests=$!
tail -n +1 -f --pid=$tests "$results" | grep --line-buffered -vE '^\s*$|^Test run for|^A total of|^Data collector|^\[xUnit[^]]*\] ( |xUnit)|\[SKIP\]'
wait $tests
outcome=$?

# One line a test project: "Passed!  - Failed:     0, Passed:    84, Skipped:     0, Total:    84, …".
read -r passed failed skipped projects < <(tr -d ',' < "$results" | awk '
  /^(Passed|Failed)! / {
    for (i = 1; i < NF; i++) {
      if ($i == "Failed:") failed += $(i + 1)
      if ($i == "Passed:") passed += $(i + 1)
      if ($i == "Skipped:") skipped += $(i + 1)
    }
    projects++
  }
  END { print passed + 0, failed + 0, skipped + 0, projects + 0 }')
rm -f "$results"

# A project whose run was cut off prints no line, and that is a failure too.
expected=$(find tests -name 'ItsmAi.*.csproj' ! -name 'ItsmAi.Benchmarks.csproj' | wc -l)
if [ "$projects" -ne "$expected" ]; then
  echo "test.sh: $projects of $expected test projects came to an end" >&2
  failed=$((failed + 1))
elif [ "$outcome" -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "test.sh: dotnet test ended with $outcome" >&2
  failed=1
fi

echo
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
