"""The list as records for programs; the schema of its JSON is published as schema/catalogue-1.json."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from bot.document.charger import Charger, Communication, OcppVersion, Source

Way = Literal["cloud", "direct"]

_WAYS: dict[Communication, Way] = {
    Communication.CLOUD: "cloud",
    Communication.DIRECT: "direct",
}
_UNIQUE: JsonDict = {"uniqueItems": True}


class _Record(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class SourceRecord(_Record):
    """A document that backs what is said of a charger."""

    title: str = Field(min_length=1)
    url: str = Field(min_length=1)


class ChargerRecord(_Record):
    """A charger of the list, in the order of the list."""

    brand: str = Field(min_length=1, description="as the heading of its section spells it")
    model: str = Field(
        min_length=1, description="the full name, which usually begins with the brand"
    )
    ocpp_versions: tuple[OcppVersion, ...] = Field(
        min_length=1, description="oldest first", json_schema_extra=_UNIQUE
    )
    communication: tuple[Way, ...] = Field(
        min_length=1,
        description="cloud: through the maker's servers; direct: from the charger itself",
        json_schema_extra=_UNIQUE,
    )
    notes: str = Field(description="plain text; empty when there is nothing to say")
    sources: tuple[SourceRecord, ...] = Field(description="empty when a source is still needed")
    line: int = Field(ge=1, description="the line of README.md")

    def charger(self) -> Charger:
        """The charger as the list knows it, from which its row can be written again."""
        return Charger(
            model=self.model,
            ocpp_versions=self.ocpp_versions,
            communication=tuple(kind for kind, way in _WAYS.items() if way in self.communication),
            notes=self.notes,
            sources=tuple(Source(title=source.title, url=source.url) for source in self.sources),
        )


class BrandRecord(_Record):
    """A brand of the list, in the order of the list."""

    name: str = Field(min_length=1)
    anchor: str = Field(description="of its section in README.md as GitHub shows it")
    line: int = Field(ge=1, description="the line of its heading in README.md")


class Catalogue(_Record):
    """The whole list: its brands and its chargers."""

    schema_version: Literal[1] = Field(
        default=1, description="rises with each change of this schema"
    )
    title: Literal["Charger OCPP Support"] = "Charger OCPP Support"
    attribution: Literal["Charger OCPP Support, by Aleksi Kallio"] = (
        "Charger OCPP Support, by Aleksi Kallio"
    )
    license: Literal["CC-BY-4.0"] = "CC-BY-4.0"
    license_url: Literal["https://creativecommons.org/licenses/by/4.0/"] = (
        "https://creativecommons.org/licenses/by/4.0/"
    )
    brands: tuple[BrandRecord, ...]
    chargers: tuple[ChargerRecord, ...]


def record(brand: str, charger: Charger, line: int) -> ChargerRecord:
    """The record of a charger that stands on a line."""
    return ChargerRecord(
        brand=brand,
        model=charger.model,
        ocpp_versions=charger.ocpp_versions,
        communication=tuple(_WAYS[kind] for kind in charger.communication),
        notes=charger.notes,
        sources=tuple(
            SourceRecord(title=source.title, url=source.url) for source in charger.sources
        ),
        line=line,
    )
