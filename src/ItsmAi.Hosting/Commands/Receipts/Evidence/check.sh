#!/bin/sh
# Checks this pack with sha256sum, jq, grep and awk: files, receipts, anchors. It says "all holds", or what does not.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "$*" >&2
  exit 1
}

sha256sum --check --quiet SHA256SUMS || fail "a file is not as it was exported"

# Each line names the SHA-256 of the line before it in its shard.
: >"$work/hashes"
jq -r '.shards[] | "\(.shard) \(.first) \(.last) \(.previous | if . == "" then "-" else . end) \(.hash)"' \
  manifest.json >"$work/shards"
while read -r shard first last previous hash; do
  grep "^{\"shard\":$shard," receipts.jsonl >"$work/lines" || fail "shard $shard has no lines"
  number=$first
  while IFS= read -r line; do
    says=$(printf '%s' "$line" | jq -r '"\(.sequence) \(.previous | if . == "" then "-" else . end)"')
    [ "$says" = "$number $previous" ] || fail "shard $shard, receipt $number: it does not follow the line before"
    previous=$(printf '%s' "$line" | sha256sum | cut -d ' ' -f 1)
    echo "$shard $number $previous" >>"$work/hashes"
    number=$((number + 1))
  done <"$work/lines"
  [ "$((number - 1)) $previous" = "$last $hash" ] || fail "shard $shard does not end as the manifest says"
done <"$work/shards"
[ "$(wc -l <"$work/hashes")" -eq "$(wc -l <receipts.jsonl)" ] || fail "there are lines of no shard"

# Each anchor names the SHA-256 of the anchor before it, and the lines are what it saw.
previous=
while IFS= read -r line; do
  says=$(printf '%s' "$line" | jq -r .previous)
  [ -z "$previous" ] || [ "$says" = "$previous" ] || fail "an anchor does not follow the one before: $line"
  previous=$(printf '%s' "$line" | sha256sum | cut -d ' ' -f 1)
done <anchors.jsonl
jq -r '.sequence as $anchor | .heads[] | "\(.shard) \(.last) \(.hash) \($anchor)"' anchors.jsonl >"$work/heads"
awk 'FILENAME == ARGV[1] { hash[$1 " " $2] = $3; next }
  ($1 " " $2) in hash && hash[$1 " " $2] != $3 { print "shard " $1 ", receipt " $2 ": not what anchor " $4 " saw"; bad = 1 }
  END { exit bad }' "$work/hashes" "$work/heads" >&2 || exit 1

echo "all holds: $(wc -l <receipts.jsonl) receipts, $(wc -l <anchors.jsonl) anchors"
