"""Attacks the built gateway over plain sockets, and checks that nobody else notices.

Usage: hostile.py JAR [--logs FOLDER] [--slack N] [--only NAME,…]. Needs Linux, Python 3.10 or newer and
the `temporal` command. The gateway gets 256 MB of heap. Prints one line for each promise, and ends
with 1 when one is broken.
"""

import argparse
import resource
import sys

from attacks_bodies import attack_deep, attack_held_back, attack_large
from attacks_crowds import attack_deaf, attack_drips, attack_waits
from attacks_wire import attack
from hostile_world import hostile_world

ATTACKS = {
    "wire": attack,
    "deep": attack_deep,
    "large": attack_large,
    "held": attack_held_back,
    "drips": attack_drips,
    "waits": attack_waits,
    "deaf": attack_deaf,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("jar")
    parser.add_argument("--logs")
    parser.add_argument("--slack", type=float, default=1.0, help="how slow the machine may be")
    parser.add_argument("--only", default=",".join(ATTACKS))
    chosen = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with hostile_world(chosen.jar, chosen.logs, chosen.slack) as world:
        for name in chosen.only.split(","):
            ATTACKS[name](world)
        world.aftermath()
        return 1 if world.broken else 0


if __name__ == "__main__":
    sys.exit(main())
