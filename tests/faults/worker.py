"""A worker process: ``python -m tests.faults.worker SERVERS NAME`` runs the counting stage on a wire's topics."""

import asyncio
import signal
import sys

from tests.contract.wires import KafkaWire
from tests.contract.words import Counting, slowly
from wireroom_core.log import configure
from wireroom_kafka.runner import KafkaRunner


async def work(servers: str, name: str) -> None:
    wire = KafkaWire(servers, name)
    shop = wire.workshop()
    build = lambda: Counting(slowly(0.002))  # noqa: E731
    runner = KafkaRunner(wire.work(build, shop, remembers=True), shop)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, runner.stop)
    await runner.run()


if __name__ == "__main__":
    configure("info")
    asyncio.run(work(*sys.argv[1:]))
