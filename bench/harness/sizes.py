"""How much each phase does: in full, or just enough to see that all is right."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Size:
    smoke: bool
    launches: int
    warm_up: float
    rounds: int
    closed: float
    open: float
    waiters: int
    hold: float
    limit: int
    limited: int
    hangups: int
    dev_server: int
    hold_warm_ups: int
    start_ups: int
    probes: int
    patience: int = 60
    contenders: str = "direct,proxy,fastapi,naive,gateway"

    def complete(self) -> bool:
        """Whether figures of this size may stand in the document."""
        return self == FULL

    def includes(self, name: str) -> bool:
        return name in self.contenders.split(",")


FULL = Size(
    smoke=False,
    launches=3,
    warm_up=48,
    rounds=3,
    closed=1.5,
    open=6,
    waiters=10_000,
    hold=2,
    limit=1_200,
    limited=3_000,
    hangups=1_000,
    dev_server=3_000,
    hold_warm_ups=5,
    start_ups=3,
    probes=60,
)
SMOKE = Size(
    smoke=True,
    launches=1,
    warm_up=0,
    rounds=1,
    closed=0.3,
    open=0.5,
    waiters=150,
    hold=0.2,
    limit=60,
    limited=150,
    hangups=50,
    dev_server=40,
    hold_warm_ups=0,
    start_ups=1,
    probes=5,
)


# What the command line may set, for trying things out.
OVERRIDABLE = {
    "launches": int,
    "warm_up": float,
    "waiters": int,
    "dev_server": int,
    "hold": float,
    "contenders": str,
}


def chosen(options) -> Size:
    asked = {name: getattr(options, name) for name in OVERRIDABLE}
    given = {name: value for name, value in asked.items() if value is not None}
    return replace(SMOKE if options.smoke else FULL, **given)
