#!/usr/bin/env bash
# An OCPP validator deletes misspelt fields from a message and then calls it valid.
#
# Versions: typed-ocpp 1.6.2 (npm), OCPP 1.6, 2.0.1 and 2.1
# Guess: a message with an unknown field is not "spec-compliant", as the schemas forbid such fields,
# so validate() returns false. The message stays as it is.
# Observed: it returns true, having deleted the field from the caller's own object, at any depth.
# Without the misspelt "numberPhase" a profile for one phase allows three, and without "evseID" the
# reset of one EVSE becomes a reset of the whole station. A wrong value in a known field is refused.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund typed-ocpp@1.6.2

cat >expected <<'END'
1.6 numberPhase: valid {"startPeriod":0,"limit":16}
1.6 numberPhases: valid {"startPeriod":0,"limit":16,"numberPhases":1}
1.6 numberPhases as text: not valid {"startPeriod":0,"limit":16,"numberPhases":"1"}
2.0.1 evseID: valid {"type":"Immediate"}
2.1 evseID: valid {"type":"Immediate"}
END
cat >validate.mjs <<'END'
import { OCPP16, OCPP20, OCPP21 } from "typed-ocpp";

function show(name, version, message, part) {
    const opinion = version.validate(message) ? "valid" : "not valid";
    console.log(`${name}: ${opinion} ${JSON.stringify(part)}`);
}

function profile(phases) {
    const period = { startPeriod: 0, limit: 16, ...phases };
    const csChargingProfiles = {
        chargingProfileId: 1,
        stackLevel: 0,
        chargingProfilePurpose: "TxDefaultProfile",
        chargingProfileKind: "Relative",
        chargingSchedule: { chargingRateUnit: "A", chargingSchedulePeriod: [period] },
    };
    return [period, [2, "1", "SetChargingProfile", { connectorId: 1, csChargingProfiles }]];
}

const limits = {
    numberPhase: { numberPhase: 1 },
    numberPhases: { numberPhases: 1 },
    "numberPhases as text": { numberPhases: "1" },
};
for (const [name, phases] of Object.entries(limits)) {
    const [period, message] = profile(phases);
    show(`1.6 ${name}`, OCPP16, message, period);
}
for (const [name, version] of Object.entries({ "2.0.1": OCPP20, 2.1: OCPP21 })) {
    const reset = { type: "Immediate", evseID: 2 };
    show(`${name} evseID`, version, [2, "1", "Reset", reset], reset);
}
END
node validate.mjs | tee observed
diff expected observed
