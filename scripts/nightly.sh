#!/usr/bin/env bash
# nightly.sh [OPTION ...]: the night from cron: a log for each night, silence when it went well.
#
#   15 2 * * *  /opt/tributary/scripts/nightly.sh --config /etc/tributary/house.yaml
#
#   TRIBUTARY_COMMAND    what runs the night; without it scripts/tributary, on a cluster scripts/submit.sh
#   TRIBUTARY_LOGS       the folder of the logs; without it logs/ beside scripts/
#
# Cron mails what a job prints, so only a failed night prints: what happened, the end of its log, what to do.
set -uo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
logs=${TRIBUTARY_LOGS:-$home/logs}
mkdir -p "$logs" || exit 2
log=$logs/nightly-$(date -u +%Y%m%dT%H%M%SZ).log

"${TRIBUTARY_COMMAND:-$home/scripts/tributary}" nightly "$@" >"$log" 2>&1 </dev/null
status=$?

case $status in
  0) ;;
  2) advice="The command line or the configuration is wrong; mend it and run again." ;;
  3) advice="A data gate failed: the last good tables stand. Look with: scripts/tributary check" ;;
  4) advice="Another run holds the lock; it goes on, and this one did nothing." ;;
  *) advice="Run the same command again: it finishes what was begun, without loss or doubles." ;;
esac
if [ "$status" -ne 0 ]; then
  printf 'The night ended with exit code %d. %s\nThe end of %s:\n\n' "$status" "$advice" "$log"
  tail -n 40 "$log"
fi
find "$logs" -name 'nightly-*.log' -mtime +30 -delete
exit "$status"
