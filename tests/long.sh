#!/usr/bin/env bash
# Runs the tests that `dotnet test` leaves out since they take long: those marked "Category", "Long". With the word "sample" only those marked
# "Category", "LongSample", too, which .ci/run runs.
set -uo pipefail
cd "$(dirname "$0")/.."
case "${1:-}" in
  '') category=Long ;;
  sample) category=LongSample ;;
  *)
    echo "Usage: tests/long.sh [sample]" >&2
    exit 64
    ;;
esac

# A project without such a test ends with 8, which is no failure here; that all are without one is.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test --explicit only --filter-trait "Category=$category" --ignore-exit-code 8 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
if grep -qE '^ *total: +0' "$log"; then
  echo "No test is marked \"Category\", \"$category\"." >&2
  exit 1
fi
exit "$status"
