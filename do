#!/usr/bin/env bash
# The one script: what CI runs is what you run. It needs bash and the .NET 10 SDK; `./do help` says the rest.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

results=artifacts/test-results

help() {
  cat <<'TEXT'
usage: ./do COMMAND

  run [ARGS]        build, then start Winnow in the browser: `winnow serve`. With a command in ARGS, run that
                    command instead: ./do run search "speech recognition"
  build             build everything; a warning is an error
  test [ARGS]       build and run every test; ARGS go to the test runner, as in --filter-class "*Identifier*"
  format            rewrite the code as .editorconfig says
  bench NAME        run one benchmark, such as: ./do bench search
  ci                what CI runs: locked restore, build, format check, all tests, kernel tests at each
                    instruction set; ends with "N passed, N failed"
  help              this text
TEXT
}

need_sdk() {
  command -v dotnet > /dev/null && return
  echo "./do needs the .NET 10 SDK, and there is no dotnet on PATH. Install it, then run ./do again." >&2
  exit 1
}

# The browser tests drive a Chromium. Outside CI they are skipped by name without one.
need_browser() {
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" > /dev/null && return
  done
  if ! command -v apt-get > /dev/null; then
    echo "No Chromium found: install it with your system's package manager to run the browser tests." >&2
  elif [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium for the browser tests." >&2
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium; } < /dev/null >&2 \
      || echo "Chromium could not be installed." >&2
  else
    echo "No Chromium found. To run the browser tests: sudo apt-get install --no-install-recommends chromium" >&2
  fi
}

build() { dotnet build Winnow.slnx -c Release --nologo -v quiet "$@"; }

# run_tests LABEL PROJECT [RUNNER ARGS] adds the run to $runs. Every run writes a report of its own: counts come from there, and no report is no pass.
# A test that hangs is named after two minutes, and ends its run after fifteen: the slowest project takes four on two cores.
run_tests() {
  local label=$1 project=$2 status=0 patience=
  shift 2
  echo
  echo "== $label"
  if command -v timeout > /dev/null; then patience="timeout --foreground --kill-after=10 15m"; fi
  env ${switched_off:+"DOTNET_$switched_off=0"} $patience dotnet "artifacts/bin/$project/release/$project.dll" --no-ansi --no-progress \
    --long-running 120 --xunit-diagnostics on \
    --results-directory "$results" --report-xunit --report-xunit-filename "$label.xml" "$@" < /dev/null || status=$?
  # 8: none of this project's tests are left by a filter that a person gave.
  if [ "$status" = 8 ] && [ -n "${filtered:-}" ]; then return; fi
  runs="$runs $label:$status"
}

all_tests() {
  local project
  rm -rf "$results"
  runs=
  for project in tests/*/*.csproj; do
    project=$(basename "$project" .csproj)
    run_tests "$project" "$project" "$@"
  done
}

# The instruction sets are switched off one by one, and the tests assert that they are. .NET 10 reads EnableAVX512; EnableAVX512F does nothing.
kernel_tests() {
  local switched_off
  for switched_off in '' EnableAVX512 EnableAVX2 EnableHWIntrinsic; do
    run_tests "Kernels${switched_off:+-without-${switched_off#Enable}}" Winnow.Index.Tests --filter-trait Kind=Kernel
  done
}

# count ATTRIBUTE REPORT
count() { grep -o '<assembly [^>]*>' "$2" | sed "s/.* $1=\"\([0-9]*\)\".*/\1/"; }

# Names the skipped tests with their reasons, and ends with "N passed, N failed"; false unless all passed.
tally() {
  local run label report failures passed=0 failed=0 skipped=0
  echo
  for run in $runs; do
    label=${run%:*} report="$results/${run%:*}.xml" failures=0
    if [ -s "$report" ] && grep -q '<assembly ' "$report"; then
      failures=$(($(count failed "$report") + $(count errors "$report")))
      passed=$((passed + $(count passed "$report"))) skipped=$((skipped + $(count skipped "$report")))
      tr '\n' ' ' < "$report" | sed 's/<test /\n<test /g' \
        | sed -n 's/^<test .* name="\([^"]*\)" result="Skip".*<reason><!\[CDATA\[\(.*\)\]\]><\/reason>.*/skipped: \1: \2/p'
    fi
    # A run that broke off, or found no tests at all, is a failure that no test reported.
    if [ "${run##*:}" != 0 ] && [ "$failures" = 0 ]; then
      case ${run##*:} in 124 | 137) echo "failed: $label did not end in time; its output above names the test" ;; *) echo "failed: $label ended with code ${run##*:}" ;; esac
      failures=1
    fi
    failed=$((failed + failures))
  done
  if [ "$skipped" = 0 ]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

ci() {
  export CI=true
  dotnet restore Winnow.slnx --locked-mode
  build --no-restore
  dotnet format Winnow.slnx --no-restore --verify-no-changes
  need_browser
  all_tests
  kernel_tests
  tally
}

need_sdk
command=${1:-help}
shift || true
case "$command" in
  build) build "$@" ;;
  format) dotnet format Winnow.slnx "$@" ;;
  test) build; need_browser; filtered=${1:-}; all_tests "$@"; tally ;;
  bench) exec dotnet run --project bench/Winnow.Benchmarks -c Release -- "$@" ;;
  run)
    dotnet build src/Winnow.Cli -c Release --nologo -v quiet >&2
    case "${1:-}" in '' | -*) set -- serve "$@" ;; esac
    exec artifacts/bin/Winnow.Cli/release/winnow "$@" ;;
  ci) ci ;;
  help | -h | --help) help ;;
  *) echo "./do: unknown command '$command'" >&2; help >&2; exit 2 ;;
esac
