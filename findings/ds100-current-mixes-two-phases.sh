#!/usr/bin/env bash
# A library for energy meters reads 655360 A on phase 3, made of halves of two phases.
#
# Versions: bgetech-modbus 0.1.0b8, pymodbus 3.16.1 (PyPI)
# Guess: a current takes two registers, as the library says, so the three phases are two apart:
# 0x0410, 0x0412 and 0x0414, as in published register maps of the meter.
# Observed: phase 3 is read at 0x0413, inside phase 2. Its value is the lower half of phase 2
# followed by the upper half of phase 3. Without load on phase 2 it is 0 A, whatever flows on phase
# 3, so load management that relies on it never sees that phase.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
    bgetech-modbus==0.1.0b8 pymodbus==3.16.1

cat >expected <<'END'
meter has 16, 10 and 25 A, library reads 16, 10 and 655360 A
meter has 16, 0 and 25 A, library reads 16, 0 and 0 A
END
cat >read.py <<'END'
import asyncio
import socket
import threading

from bgetech_modbus.client import BGEtechClient
from bgetech_modbus.devices.ds100 import DS100

CURRENT_L1 = 0x0410
registers = {}


def meter(server):
    connection, _ = server.accept()
    while frame := connection.recv(260):
        first, count = int.from_bytes(frame[8:10], "big"), int.from_bytes(frame[10:12], "big")
        words = [registers.get(place, 0) for place in range(first, first + count)]
        data = b"".join(word.to_bytes(2, "big") for word in words)
        answer = frame[6:8] + bytes([len(data)]) + data
        connection.sendall(frame[:4] + len(answer).to_bytes(2, "big") + answer)


async def main():
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=meter, args=(server,), daemon=True).start()
    client = BGEtechClient("127.0.0.1", server.getsockname()[1])
    for currents in ((16, 10, 25), (16, 0, 25)):
        for phase, current in enumerate(currents):
            place, milliamperes = CURRENT_L1 + 2 * phase, current * 1000
            registers[place], registers[place + 1] = divmod(milliamperes, 1 << 16)
        read = await client.read_data([DS100.current_l1, DS100.current_l2, DS100.current_l3])
        values = [register.value for register in read]
        has = "meter has {}, {} and {} A".format(*currents)
        print(has + ", library reads {:.0f}, {:.0f} and {:.0f} A".format(*values))
    client.close()


asyncio.run(main())
END
venv/bin/python read.py | tee observed
diff expected observed
