"""The night on a cluster, every day after the last channel has delivered.

Airflow variables: tributary_home, the folder of the checkout; tributary_config, the YAML of the house.
"""

import os
import subprocess
from datetime import datetime, timedelta

from airflow.exceptions import AirflowException, AirflowFailException
from airflow.sdk import Variable, dag, task
from airflow.timetables.interval import CronDataIntervalTimetable

# Trying again helps neither a wrong configuration nor data that fail a gate: a person has to look.
FINAL = {
    2: "wrong usage or configuration",
    3: "a data gate failed; the last good tables stand",
}
# A died run is finished by the next one, exactly once; a held lock is free again when its run has ended.
WORTH_ANOTHER_TRY = {1: "the run failed", 4: "another run holds the lock"}


def run_night(home: str, config: str, as_of: str) -> None:
    """Lands what was delivered up to as_of and makes every table of that day."""
    submit = os.path.join(home, "scripts", "submit.sh")
    command = [submit, "nightly", "--config", config, "--as-of", as_of]
    code = subprocess.run(command, check=False).returncode
    if code in FINAL:
        raise AirflowFailException(f"exit code {code}: {FINAL[code]}")
    if code != 0:
        reason = WORTH_ANOTHER_TRY.get(code, "the driver was killed")
        raise AirflowException(f"exit code {code}: {reason}")


@dag(
    # With an interval, `ds` is the day that has ended, not the morning after.
    schedule=CronDataIntervalTimetable("15 2 * * *", timezone="UTC"),
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": timedelta(minutes=10)},
    tags=["tributary"],
)
def tributary_nightly():
    @task(execution_timeout=timedelta(hours=4))
    def nightly(ds: str | None = None):
        run_night(Variable.get("tributary_home"), Variable.get("tributary_config"), ds)

    nightly()


tributary_nightly()
