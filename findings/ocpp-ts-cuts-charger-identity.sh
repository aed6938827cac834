#!/usr/bin/env bash
# Chargers "A/1" and "B/1" have the same identity for a central system based on ocpp-ts.
#
# Versions: ocpp-ts 0.3.0, ws 8.23.0 (npm), OCPP 1.6-J
# Guess: the client percent-encodes the identity of a charger in the URL, as OCPP-J requires, and
# the server decodes it.
# Observed: the client encodes nothing, and the server takes what follows the last slash. "A/1" and
# "B/1" both become "1", "CP?2" becomes "CP" and "50%25" becomes "50%". Spaces and accents survive,
# as every URL parser encodes them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund ocpp-ts@0.3.0 ws@8.23.0

cat >expected <<'END'
"CP-1" is known as "CP-1"
"Süd 1" is known as "Süd 1"
"A/1" is known as "1"
"B/1" is known as "1"
"CP?2" is known as "CP"
"50%25" is known as "50%"
END
cat >connect.cjs <<'END'
const { createServer } = require("node:net");
const { once } = require("node:events");
const { OcppClient, OcppServer } = require("ocpp-ts");

async function freePort() {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address();
    probe.close();
    await once(probe, "close");
    return port;
}

async function main() {
    const port = await freePort();
    const server = new OcppServer();
    server.listen(port);
    for (const identity of ["CP-1", "Süd 1", "A/1", "B/1", "CP?2", "50%25"]) {
        const connected = once(server, "connection");
        new OcppClient(identity).connect(`ws://127.0.0.1:${port}/`);
        const [client] = await connected;
        console.log(`"${identity}" is known as "${client.getCpId()}"`);
    }
    process.exit();
}

main();
END
node connect.cjs | tee observed
diff expected observed
