#!/usr/bin/env bash
# The one script: what CI runs is what you run.
set -euo pipefail
cd "$(dirname "$0")"
case "${1:-}" in
  build) dotnet build Winnow.slnx ;;
  *) echo "usage: ./do build" >&2; exit 2 ;;
esac
