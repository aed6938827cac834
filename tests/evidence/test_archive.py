"""Addresses of archived copies."""

from datetime import date

from bot.evidence.archive import archived_copy


def test_the_copy_nearest_to_a_day_has_the_day_and_the_whole_address():
    address = "https://x.example/a?b=1#c"
    made = f"https://web.archive.org/web/20260203/{address}"
    assert archived_copy(address, date(2026, 2, 3)) == made
