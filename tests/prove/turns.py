"""Several who act at the same time, one step at a time: whose turn it is, is said beforehand."""

from collections.abc import Callable, Iterable
from itertools import chain, cycle
from threading import Semaphore, Thread, current_thread


class Actor(Thread):
    """Somebody who waits before each step for their turn, so that never two move at once."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__(daemon=True)
        self.act = act
        self.turn, self.waits = Semaphore(0), Semaphore(0)
        self.steps = 0
        self.is_done = False
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.act()
        except BaseException as error:  # noqa: BLE001 whatever it is, it is raised where all are waited for
            self.error = error
        finally:
            self.is_done = True
            self.waits.release()

    def appear(self) -> None:
        """Come to before the first step."""
        self.start()
        self.waits.acquire()

    def step(self) -> None:
        """Take a step, and come to before the next one or to the end."""
        self.steps += 1
        self.turn.release()
        self.waits.acquire()

    def wait_for_turn(self) -> None:
        self.waits.release()
        self.turn.acquire()


def wait_for_turn(*_: object) -> None:
    """Called before each step, by whoever takes it; one who acts alone need not wait."""
    if isinstance(actor := current_thread(), Actor):
        actor.wait_for_turn()


def perform(actors: list[Actor], order: Iterable[int]) -> None:
    """Give turns in this order, then by turns to those who need more; raises what one of them has raised."""
    for actor in actors:
        actor.appear()
    for number in chain(order, cycle(range(len(actors)))):
        if all(actor.is_done for actor in actors):
            break
        if not actors[number].is_done:
            actors[number].step()
    for actor in actors:
        actor.join()
        if actor.error:
            raise actor.error
