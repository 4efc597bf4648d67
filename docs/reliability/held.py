"""Callers that are held when a fault comes, of every kind that the gateway holds."""

from concurrent.futures import Future

from callers import Call, Callers, start_body

LONG, SHORT = 50, 6


class Held:
    """Half of them wait for longer than the fault lasts, the others end in the midst of it."""

    def __init__(self, callers: Callers, each: int):
        self.callers = callers
        self.ids = callers.counters(each)
        self.long: list[Future[Call]] = []
        self.short: list[Future[Call]] = []
        etags = [callers.call("describe", "GET", f"/workflows/{id}").etag for id in self.ids]
        for id, etag in zip(self.ids, etags):
            path = f"/workflows/{id}"
            for waits, seconds in ((self.long, LONG), (self.short, SHORT)):
                later = callers.later
                waits.append(later("result", "GET", f"{path}/result?wait={seconds}s"))
                waits.append(later("outcome", "GET", f"{path}/outcome?wait={seconds}s"))
                waits.append(later("watch", "GET", f"{path}?wait={seconds}s", If_None_Match=etag))
                body = start_body("PyCounter", workflowId=f"{id}-{seconds}")
                waits.append(later("start", "POST", f"/workflows?wait={seconds}s", body))
            self.long.append(
                callers.later(
                    "stream", "GET", f"{path}/history/events", Accept="application/x-ndjson"
                )
            )

    def finish(self):
        """Lets all Workflows finish that they wait for."""
        for id in self.ids:
            for name in (id, f"{id}-{LONG}", f"{id}-{SHORT}"):
                sent = self.callers.call("finish", "POST", f"/workflows/{name}/signals/finish", {})
                assert sent.status == 202, sent

    def broken(self) -> list[Call]:
        """Those who got neither what they waited for nor, in time, that it is not there yet."""
        ended = [wait.result() for wait in self.long + self.short]
        late = [wait.result() for wait in self.short if wait.result().seconds > SHORT + 3]
        return [call for call in ended if not self._is_good(call)] + late

    @staticmethod
    def _is_good(call: Call) -> bool:
        match call.what:
            case "stream":
                return call.status == 200 and "WORKFLOW_EXECUTION_COMPLETED" in call.text
            case "watch":
                return call.status in (200, 304)
            case "start":
                return call.status in (200, 201, 202)
            case _:
                return call.status in (200, 202)

    def measured(self) -> str:
        total = len(self.long) + len(self.short)
        return f"{total - len(self.broken())} of {total}"
