import pytest

from bot.evidence.answer import Presence
from bot.evidence.html_text import read_html
from bot.evidence.mentions import find_model, find_ocpp, find_versions, fold_text

UTF8 = "text/html; charset=utf-8"
# "The charger ... supports", in thirty languages; OCPP is in a table or in the text for an image.
LANGUAGES = {
    "ar": "الشاحن يدعم", "bg": "Зарядното устройство поддържа", "cs": "Nabíječka podporuje",
    "da": "Laderen understøtter", "de": "Die Wallbox unterstützt", "el": "Ο φορτιστής υποστηρίζει",
    "en": "The charger supports", "es": "El cargador admite", "et": "Laadija toetab",
    "fa": "شارژر پشتیبانی می‌کند", "fi": "Laturi tukee", "fr": "La borne prend en charge",
    "he": "המטען תומך", "hi": "चार्जर समर्थन करता है", "hr": "Punjač podržava",
    "hu": "A töltő támogatja", "is": "Hleðslutækið styður", "it": "La stazione supporta",
    "ja": "充電器は対応しています", "ko": "충전기는 지원합니다", "lt": "Įkroviklis palaiko",
    "lv": "Lādētājs atbalsta", "nl": "De lader ondersteunt", "no": "Laderen støtter",
    "pl": "Ładowarka obsługuje", "pt": "O carregador suporta", "ro": "Încărcătorul acceptă",
    "sv": "Laddaren stöder", "th": "เครื่องชาร์จรองรับ", "tr": "Şarj cihazı destekler",
    "uk": "Зарядний пристрій підтримує", "vi": "Bộ sạc hỗ trợ", "zh": "充电桩支持",
}  # fmt: skip


def read(body, content_type=UTF8):
    return read_html(body if isinstance(body, bytes) else body.encode(), content_type)


def found(page):
    text = fold_text(page.text)
    versions = {one.version for one in find_versions(text) if one.presence is Presence.YES}
    return find_ocpp(text), versions, find_model(text, "Zaptec Go").presence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "template",
    [
        "<table><tr><th>{words}<td>Zaptec Go<td>OCPP 1.6J</table>",
        "<p>{words}<p>Zaptec Go<img src=x alt='OCPP 1.6J'>",
        "<p>{words} OCPP 1.6J; {words} <b>Zap</b>tec Go.",
    ],
)
def test_pages_in_many_languages(language, template):
    page = read(f"<html lang={language}>" + template.format(words=LANGUAGES[language]))
    assert found(page) == (Presence.YES, {"1.6J"}, Presence.YES)


@pytest.mark.parametrize(
    ("words", "codec"),
    [
        ("Die Ladesäule", "iso-8859-1"), ("Зарядное", "windows-1251"), ("充電器", "shift_jis"),
        ("充电桩", "gb18030"), ("충전기", "euc-kr"), ("Ładowarka", "iso-8859-2"),
        ("充電", "utf-16"),
    ],
)  # fmt: skip
def test_pages_in_old_encodings(words, codec):
    body = f"<meta charset={codec}><title>{words}</title><p>{words}: OCPP 1.6J Zaptec Go"
    page = read(body.encode(codec), f"text/html; charset={codec}")
    assert (page.title, *found(page)) == (words, Presence.YES, {"1.6J"}, Presence.YES)


@pytest.mark.parametrize(
    "kind", ["text/html", "text/html; charset=nonsense", "text/html; charset="]
)
def test_the_page_itself_names_its_encoding(kind):
    body = "<meta charset=windows-1251><title>Зарядное</title>".encode("windows-1251")
    assert read(body, kind).title == "Зарядное"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Zap<b>tec</b> <i>Go</i>", "Zaptec Go"),
        ("Zaptec<br>Go", "Zaptec Go"),
        ("<table><td>Zaptec</td><td>Go</td></table>", "Zaptec Go"),
        ("OCPP 2.0<sup>1</sup> is", "OCPP 2.0 1 is"),
        ("<p>one<p>two", "one two"),
        ("<div>one</div>two", "one two"),
        ("Zaptec&nbsp;Go &amp; Co", "Zaptec Go & Co"),
        ("a<script>b</script>c<style>d</style>e<!-- f -->g", "aceg"),
        ("<noscript>one</noscript>", "one"),
        ("<a title='one'>two</a><svg><text>three</text></svg>", "one two three"),
        ("<img alt='one' title='two'>three", "one two three"),
        ("<a aria-label='one'>two</a><img alt='three'>four", "one two three four"),
    ],
)
def test_what_a_reader_sees(html, text):
    assert " ".join(read(f"<body>{html}").text.split()) == text


def test_the_text_of_scripts_is_kept_apart():
    page = read("<script>{'OCPP': 1}</script><template>Zaptec</template>")
    assert page.hidden.split() == ["{'OCPP':", "1}"]
    assert not page.text.strip()


def test_the_description_of_a_page_counts():
    page = read("<meta name=description content='OCPP 1.6J for Zaptec Go'><meta name=x content=no>")
    assert found(page)[0] is Presence.YES
    assert "no" not in page.text.split()
    other = read("<meta property=OG:Description content='OCPP 1.6J for Zaptec Go'>")
    assert found(other)[0] is Presence.YES


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title> Zaptec\n Go </title>", "Zaptec Go"),
        ("<title>Untitled</title>", None),
        ("<title></title>", None),
        ("<p>text", None),
        ("<svg><title>icon</title></svg><title>Zaptec</title>", "Zaptec"),
        (f"<title>{'x' * 1000}</title>", "x" * 200),
    ],
)
def test_the_title(html, title):
    assert read(html).title == title


WORDS = "Words about something else. " * 20


@pytest.mark.parametrize(
    ("html", "is_complete"),
    [
        (f"<p>{WORDS}", True),
        ("<p>Loading ...", False),
        (f"<p>{'x' * 200}", True),
        (f"<p>{'x' * 199}", False),
        (f"<p>{WORDS}<iframe src=x></iframe>", False),
        ("", False),
    ],
)
def test_when_absence_means_something(html, is_complete):
    assert read(html).is_complete is is_complete


@pytest.mark.parametrize("piece", ["<i>", "<table><tr><td>", "</p>", "<p", "&", "<!--", "<a x='"])
def test_a_page_made_to_be_slow_is_read(piece):
    read(piece * (300_000 // len(piece)))


def test_what_has_no_encoding_is_read_as_of_windows():
    assert read("<p>Größe".encode("cp1252") + b"\x81", "text/html").text.strip() == "Größe\ufffd"


def test_a_page_names_its_encoding_at_its_beginning():
    named = "<meta charset=windows-1251><p>Зарядное".encode("windows-1251")
    begin = named.index(b">")
    assert "Зарядное" in read(b" " * (1024 - begin) + named, "text/html").text
    assert "Зарядное" not in read(b" " * (1025 - begin) + named, "text/html").text


def test_a_header_that_is_no_ascii_is_no_reason_to_fail():
    assert "Größe" in read_html("<p>Größe".encode(), "text/html; charset=ütf-8").text
