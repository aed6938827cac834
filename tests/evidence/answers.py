"""What a source answered, with a title which would act if it were shown as it is."""

from datetime import UTC, datetime

from bot.evidence.answer import ModelMention, PageReading, Presence, SourceAnswer, Verdict

ADDRESS = "https://zaptec.com/ocpp"
READING = PageReading(
    kind="HTML",
    is_complete=True,
    title="--> <script> @everyone",
    models=(ModelMention(model="Zaptec Go", presence=Presence.YES),),
)
ANSWER = SourceAnswer(
    address=ADDRESS,
    verdict=Verdict.ALIVE,
    reason="it answers (200)",
    asked_at=datetime(2026, 11, 1, tzinfo=UTC),
    reading=READING,
)
