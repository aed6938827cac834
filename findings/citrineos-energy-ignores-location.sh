#!/usr/bin/env bash
# CitrineOS totals the energy of the wrong meter, or none, if samples hold several values.
#
# Versions: @citrineos/base 1.8.2 (npm), OCPP 2.0.1
# Guess: getTotalKwh() counts the energy delivered at the outlet, the default location. It checks
# the context of each value, and a value without a measurand is energy, the default.
# Observed: the location is ignored and the first value wins. If the station's inlet comes first,
# its energy is counted, and if the order changes, the total is negative. A sample is dropped as a
# whole if its first value has another context. Energy per phase without a measurand counts as 0
# kWh.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund @citrineos/base@1.8.2

cat >expected <<'END'
outlet only: 10 kWh
outlet, then inlet: 10 kWh
inlet, then outlet: 20 kWh
inlet first, later outlet first: -3990 kWh
clock-aligned current, then energy: 0 kWh
energy, then clock-aligned current: 10 kWh
energy per phase: 30 kWh
energy per phase, measurand left out: 0 kWh
END
cat >total.mjs <<'END'
import { MeterValueUtils } from "@citrineos/base";

const kWh = { unit: "kWh" };

function energy(context, value, more = {}) {
    const measurand = "Energy.Active.Import.Register";
    return { value, measurand, context, unitOfMeasure: kWh, ...more };
}

function show(name, begin, end) {
    const samples = [
        { timestamp: "2026-01-01T10:00:00Z", sampledValue: begin },
        { timestamp: "2026-01-01T11:00:00Z", sampledValue: end },
    ];
    console.log(`${name}: ${MeterValueUtils.getTotalKwh(samples)} kWh`);
}

function phases(context, value, more) {
    return ["L1", "L2", "L3"].map((phase) => energy(context, value, { phase, ...more }));
}

const inlet = { location: "Inlet" };
const outletBegin = energy("Transaction.Begin", 1000);
const outletEnd = energy("Transaction.End", 1010);
const inletBegin = energy("Transaction.Begin", 5000, inlet);
const inletEnd = energy("Transaction.End", 5020, inlet);
const current = { value: 16, measurand: "Current.Import", context: "Sample.Clock" };
show("outlet only", [outletBegin], [outletEnd]);
show("outlet, then inlet", [outletBegin, inletBegin], [outletEnd, inletEnd]);
show("inlet, then outlet", [inletBegin, outletBegin], [inletEnd, outletEnd]);
show("inlet first, later outlet first", [inletBegin, outletBegin], [outletEnd, inletEnd]);
show("clock-aligned current, then energy", [current, outletBegin], [outletEnd]);
show("energy, then clock-aligned current", [outletBegin, current], [outletEnd]);
show("energy per phase", phases("Transaction.Begin", 100), phases("Transaction.End", 110));
const none = { measurand: undefined };
show(
    "energy per phase, measurand left out",
    phases("Transaction.Begin", 100, none),
    phases("Transaction.End", 110, none),
);
END
node total.mjs | tee observed
diff expected observed
