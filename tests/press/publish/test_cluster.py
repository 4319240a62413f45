"""A cluster of workers makes the same book, even when one of them dies meanwhile."""

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace

import dask
import pytest
from distributed import Client, LocalCluster

from press.publish import driver
from tests.books.making import Making, request, workshop

WORKERS = 4


@dataclass
class Cluster:
    """The address of a cluster, and the processes of its workers."""

    address: str
    workers: set[int]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Four workers on this machine alone; the first death of a worker is told."""
    with (dask.config.set({"distributed.scheduler.allowed-failures": 0}),
          LocalCluster(n_workers=WORKERS, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as here,
          Client(here, set_as_default=False) as client):
        yield Cluster(here.scheduler_address.replace("tcp://", "dask://"), set(client.run(os.getpid).values()))


def test_four_workers_of_which_one_dies_make_the_same_bytes_as_one_process(cluster, lighthouse: Making, tmp_path):
    asked = replace(request(workshop(tmp_path / "book")), executor=cluster.address, cache=False)
    died: list[int] = []

    def kill_one(stage: str, ready: int, _: int) -> None:
        if stage.startswith("lay out") and ready and not died:
            died.append(cluster.workers.pop())
            os.kill(died[0], signal.SIGKILL)

    outcome = driver.make(asked, kill_one)

    assert len(died) == 1
    assert [str(finding) for finding in outcome.report.errors] == []
    assert Making(asked, outcome).pdf.read_bytes() == lighthouse.pdf.read_bytes()
    assert len(outcome.laid) >= len(set(outcome.laid)) > WORKERS
