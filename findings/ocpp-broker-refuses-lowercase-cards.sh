#!/usr/bin/env bash
# An OCPP broker refuses a charge card registered exactly as the charger reads it.
#
# Versions: ocpp-broker 0.4 (PyPI), OCPP 1.6
# Guess: a card is found as it was registered. Id tags of OCPP 1.6 are case-insensitive, so
# "04a2b3c4" and "04A2B3C4" are one card. Organizations are isolated, as the README says, so two of
# them can have a card with the same number.
# Observed: cards are stored in upper case and looked up as the charger sent them. A card read in
# lower case is "Invalid", registered or not. An organization cannot import a card that another one
# has, and overwriting one's own card is refused for the same reason.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ocpp-broker==0.4

cat >expected <<'END'
registered 04a2b3c4, charger reads 04a2b3c4: Invalid
registered 04a2b3c4, charger reads 04A2B3C4: Accepted
registered 00110022, charger reads 00110022: Accepted
import 00110022 for Office: 0 imported, Tag with this ID already exists
import 00330044 for Office: 1 imported
overwrite 00110022 for Garage: 0 imported, Tag with this ID already exists
END
cat >authorize.py <<'END'
import asyncio
import json
import logging

from ocpp_broker.schemas.tags import TagImportRequest
from ocpp_broker.tag_manager import TagManager

logging.disable(logging.CRITICAL)
GARAGE = {
    "name": "Garage",
    "tags": [
        {"id_tag": "04a2b3c4", "status": "Accepted"},
        {"id_tag": "00110022", "status": "Accepted"},
    ],
}
manager = TagManager({"organizations": [GARAGE]})


async def show_import(verb, organization, card, **settings):
    data = json.dumps([{"id_tag": card, "status": "Blocked"}])
    request = TagImportRequest(source="json", data=data, **settings)
    result = await manager.import_tags(organization, request)
    parts = [f"{result.imported_count} imported", *(error["error"] for error in result.errors)]
    print(f"{verb} {card} for {organization}:", ", ".join(parts))


async def main():
    for registered, read in (
        ("04a2b3c4", "04a2b3c4"),
        ("04a2b3c4", "04A2B3C4"),
        ("00110022", "00110022"),
    ):
        answer = await manager.authorize_tag("Garage", read)
        print(f"registered {registered}, charger reads {read}: {answer['status']}")
    await show_import("import", "Office", "00110022")
    await show_import("import", "Office", "00330044")
    await show_import("overwrite", "Garage", "00110022", overwrite_existing=True)


asyncio.run(main())
END
venv/bin/python authorize.py | tee observed
diff expected observed
