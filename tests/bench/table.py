"""The lines that the benchmark prints."""


def line(figure: str, target: str, measured: str, ratio: str = "", note: str = "") -> None:
    print(f"{figure:<58} {target:>10} {measured:>14} {ratio:>10}  {note}".rstrip(), flush=True)


def figure(name: str, target: float, measured: float, unit: str, note: str = "") -> None:
    line(name, f"{target:g} {unit}", f"{measured:.1f} {unit}", f"{measured / target:.2f}", note)
