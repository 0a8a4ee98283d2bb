#!/usr/bin/env bash
# submit.sh COMMAND [OPTION ...]: a Tributary command on a cluster, by spark-submit.
# Needs a Spark 4.1 (Scala 2.13) installation, and the application jar: mvn package -Dmaven.test.skip=true
#
#   SPARK_HOME                the Spark installation; without it the spark-submit on the PATH
#   TRIBUTARY_JAR             the application jar; without it jobs/target/tributary.jar
#   TRIBUTARY_SUBMIT_OPTS     more options for spark-submit: --master yarn --num-executors 8 ...
#
# The driver stays here (client mode), so the configuration is read here, and the exit code is the command's own.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
jar=${TRIBUTARY_JAR:-$home/jobs/target/tributary.jar}
submit=${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit

refuse() {
  printf 'submit.sh: %s\n' "$1" >&2
  exit 2
}

command -v "$submit" >/dev/null ||
  refuse "there is no $submit. Set SPARK_HOME to a Spark 4.1 installation, or run scripts/tributary for this machine alone."
[ -f "$jar" ] ||
  refuse "there is no $jar. Run mvn package -Dmaven.test.skip=true in $home, or set TRIBUTARY_JAR to a built one."

# shellcheck disable=SC2086 # TRIBUTARY_SUBMIT_OPTS holds several options.
exec "$submit" \
  --name "tributary ${1-}" \
  --class io.tributary.jobs.Main \
  --properties-file "$home/conf/spark/cluster.conf" \
  --load-spark-defaults \
  --driver-java-options "-Dtributary.home=$home" \
  ${TRIBUTARY_SUBMIT_OPTS-} \
  "$jar" "$@"
