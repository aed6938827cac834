#!/usr/bin/env bash
# A charging profile for connector 2 deletes the limit of connector 1 in an OCPP library.
#
# Versions: typed-ocpp 1.6.2 (npm), whose README calls this part experimental; OCPP 1.6
# Guess: a new profile replaces the one with the same purpose, stack level and connector. Profiles
# of other connectors stay, also when one connector is cleared.
# Observed: all profiles with that purpose are deleted, whatever their connector. Connector 1 loses
# its limit of 1,400 W and gets the default of 6,000 W. A limit for the whole station is refused for
# connector 0, the only one allowed, because it is "other than 0".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund typed-ocpp@1.6.2

cat >expected <<'END'
limit of 1400 W for connector 1: connector 1 has 1400 W, connector 2 has 6000 W
limit of 3000 W for connector 2: connector 1 has 6000 W, connector 2 has 3000 W
clear connector 1: connector 1 has 6000 W, connector 2 has 6000 W
limit for connector 0: "ChargePointMaxProfile" profiles cannot be added for evseId other than "0"
END
cat >limits.mjs <<'END'
import { Models, OCPP16 } from "typed-ocpp";

const manager = new OCPP16.ChargingManager();
const model = new Models.ACChargingSession(230);
const noon = new Date("2026-01-01T12:00:00Z");

function profile(connectorId, purpose, limit) {
    const csChargingProfiles = {
        chargingProfileId: connectorId,
        stackLevel: 0,
        chargingProfilePurpose: purpose,
        chargingProfileKind: "Absolute",
        chargingSchedule: {
            startSchedule: "2026-01-01T00:00:00Z",
            chargingRateUnit: "W",
            chargingSchedulePeriod: [{ startPeriod: 0, limit }],
        },
    };
    return { connectorId, csChargingProfiles };
}

function show(moment) {
    const limits = [1, 2].map((connector) => {
        const limits = manager.getConnectorLimitsAtDate(noon, connector, "W", model, 3, false);
        return `connector ${connector} has ${limits.charging.max} W`;
    });
    console.log(`${moment}: ${limits.join(", ")}`);
}

manager.setChargingProfile(profile(1, "TxProfile", 1400));
show("limit of 1400 W for connector 1");
manager.setChargingProfile(profile(2, "TxProfile", 3000));
show("limit of 3000 W for connector 2");
manager.clearChargingProfile({ connectorId: 1, chargingProfilePurpose: "TxProfile" });
show("clear connector 1");
try {
    manager.setChargingProfile(profile(0, "ChargePointMaxProfile", 11000));
} catch (error) {
    console.log(`limit for connector 0: ${error.message}`);
}
END
node limits.mjs | tee observed
diff expected observed
