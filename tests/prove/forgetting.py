"""A plugin of pytest: each run starts with empty caches, since a mutant's process inherits those of the one before."""

import sys


def pytest_sessionstart() -> None:
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in {"bot", "tests"}:
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
