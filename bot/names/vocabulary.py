"""Words with a meaning of their own in answers, as data: small lists, compared by their letters."""

from dataclasses import dataclass

from bot.names.order import normalize_name, skeleton


def phrase_set(text: str) -> frozenset[str]:
    """The skeletons of phrases with a semicolon or a line end between two of them."""
    return frozenset(skeleton(phrase) for phrase in text.replace("\n", ";").split(";")) - {""}


def word_set(text: str) -> frozenset[str]:
    """The words of a text, normalized; most of them are so already, as small letters of ASCII."""
    found = text.lower().split()
    return frozenset(word if word.isascii() else normalize_name(word) for word in found)


@dataclass(frozen=True, eq=False)  # a list has one, compared by identity
class Vocabulary:
    """Words with a meaning of their own in the names of one list.

    `generic` are kinds of things, which distinguish entries only where nothing else does. `trade`
    is what companies add to the name that people know them by. `attributes` are what a name adds
    about its entry, and no names themselves. `kinds` are nouns after a word for all of them.
    `nouns` are those of the list in a remark. `stand_ins` are phrases in place of a name, and
    `pairs` those joined by "and" within one name, both as skeletons. `unit` is that of the rating
    at the end of names, in small letters, empty without ratings.
    """

    generic: frozenset[str] = frozenset()
    trade: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    stand_ins: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    unit: str = ""

    def __or__(self, other: "Vocabulary") -> "Vocabulary":
        return Vocabulary(
            self.generic | other.generic,
            self.trade | other.trade,
            self.attributes | other.attributes,
            self.kinds | other.kinds,
            self.nouns | other.nouns,
            self.stand_ins | other.stand_ins,
            self.pairs | other.pairs,
            self.unit or other.unit,
        )


# "Nothing to say" in the languages of the countries with most charging points in Europe:
# https://alternative-fuels-observatory.ec.europa.eu/
NOTHING = phrase_set("""
none; nil; no; nope; nothing; n/a; n.a.; na; null; void; empty; blank; unknown; not known; no idea
don't know; do not know; idk; weiß nicht; weiss nicht; keine Ahnung; je ne sais pas; no sé
non lo so; weet ik niet; vet ej; ved ikke; vet ikke; en tiedä; nie wiem; não sei
not applicable; not available; not specified; not needed; not required; not relevant; does not apply
leave empty; leave blank; leave it empty; optional; tbd; tba; to be defined; to be announced
no answer; no response; no comment; no comments; no notes; no note; no remark; no remarks; no source
no further notes
no sources; no info; no information; no data; no link; no links; nothing to add; nothing to say
none needed; none required; none necessary; nothing needed; nothing required; not necessary
nothing else; nothing special; no details; nothing to report; none known; none available; none yet
no change; no changes; no change needed; no changes needed; nothing changed; nothing to change
not changed; unchanged; unmodified; same; the same; same as before; same as now; as before; as is
as it is; as now; stays; stays the same; stays as it is; remains; remains the same; keep; keep as is
leave; leave as is; leave as it is; leave it; leave it as it is; leave unchanged; keep unchanged
current is fine; no update; no correction; still correct; already correct; ok; okay
kein; keine; keins; keiner; keine angabe; keine angaben; k.A.; nichts; nix; nein; entfällt; leer
nicht zutreffend; nicht anwendbar; nicht vorhanden; nicht bekannt; unbekannt; ohne; keine Notizen
keine Anmerkung; keine Anmerkungen; keine Bemerkung; keine Bemerkungen; keine Hinweise
keine Änderung; keine Änderungen; unverändert; nicht geändert; gleich; wie bisher; wie gehabt
keine nötig; nicht nötig; nicht notwendig; nicht erforderlich
wie vorher; bleibt; bleibt gleich; bleibt so; so lassen; keine Quelle; keine Quellen; s.o.
aucun; aucune; rien; néant; non; sans; sans objet; non applicable; non concerné; non disponible
pas nécessaire; aucune nécessaire; pas besoin
aucune remarque; aucune note; pas de remarque; rien à ajouter; rien à signaler; inconnu
aucun changement; aucune modification; pas de changement; inchangé; inchangée; idem; sans changement
ninguno; ninguna; nada; no aplica; no disponible; sin notas; sin comentarios; sin observaciones
no es necesario; no necesario; no hace falta; no hay
desconocido; sin cambios; sin cambio; sin modificaciones; ningún cambio; igual; lo mismo
nessuno; nessuna; niente; nulla; non disponibile; non applicabile; nessuna nota; sconosciuto
non necessario; non serve
nessuna modifica; nessun cambiamento; invariato; invariata; uguale; come prima
geen; niets; nee; n.v.t.; niet van toepassing; niet beschikbaar; onbekend; geen opmerkingen
niet nodig; geen nodig
geen wijziging; geen wijzigingen; ongewijzigd; hetzelfde; blijft gelijk; zoals het is
ingen; inga; inget; intet; ingenting; nej; nei; ej tillämpligt; ikke relevant; ikke aktuelt; okänd
inte nödvändigt; behövs inte; ikke nødvendig; ikke nødvendigt
inga ändringar; ingen ändring; oförändrat; oförändrad; ingen endring; ingen endringer; uændret
uendret; ingen ændringer; samma; samme; ukendt; ukjent
なし; 無し; 无; 無; 没有; 없음
ei tarpeen; ei tarvita
ei; ei mitään; ei ole; ei tietoa; ei muutoksia; ei muutosta; ennallaan; sama; tuntematon
nie trzeba; niepotrzebne; niepotrzebny; não é necessário; não necessário
brak; nic; nie dotyczy; nie ma; bez zmian; bez uwag; nieznane; nieznany; takie samo
nenhum; nenhuma; não aplicável; não disponível; não se aplica; sem alterações; sem notas; inalterado
žádné; žádný; nic; beze změny; bez změny; neznámé; nincs; nem változik; változatlan; yok; нет; ні
""")

# In place of a name, besides the words for nothing.
_STAND_INS = phrase_set("""
see above; as above; above; see below; below; see title; see notes; see link; see source; see list
ditto; same as above; as listed; tbc; to be determined; to be confirmed; todo; to do; other
others; another; misc; miscellaneous; various; several; multiple; different; mixed; diverse
not sure; unsure; no name; noname; unnamed; unbranded; generic; name; mine; test; not listed
not in list; not in the list; all; any; each; every; everything; anything; both; all of them
all of the above; any of them; xxx; xyz; abc; asdf; foo; bar; lorem ipsum; placeholder; siehe oben
wie oben; siehe unten; siehe Titel; dito; gleiche; dieselbe; dasselbe; sonstige; sonstiges; andere
anderer; anderes; verschiedene; diverse; mehrere; alle; alles; beide; sämtliche; egal; beliebig
folgt; offen; wird nachgereicht; voir ci-dessus; voir plus haut; autre; autres; divers; plusieurs
tous; toutes; tout; inconnue; à définir; à déterminer; idem ci-dessus; ver arriba; véase arriba
otro; otra; otros; otras; varios; varias; todos; todas; todo; desconocida; por definir
por determinar; vedi sopra; altro; altra; altri; vari; vari modelli; tutti; tutte; tutto
da definire; zie boven; zie hierboven; overig; overige; anders; andere; diverse; verschillende
alle; allemaal; nader te bepalen; n.t.b.; se ovan; se over; annan; andra; annet; andre; anden
övrig; flera; flere; alla; alle; katso yllä; muu; muut; kaikki; useita; inny; inne; różne
wszystkie; jiné; všechny; outro; outros; vários; desconhecido; veja acima
""")
_KINDS = word_set("""
model models version versions variant variants product products type types brand brands unit units
device devices range series line lineup family
modell modelle modellen modelli modèle modèles modelos modelo modeller mallit malli gerät geräte
produkt produkte produits produit variante varianten versionen reihe baureihe serie gamme gama gamma
typen marken marke marques marcas marche merken merk märken
""")
_GENERIC = word_set("unit device model series type")

ARTICLES = word_set("""
the a an my our der die das den ein eine mein meine le la les un une el los il lo i de het een
""")

# Between a model and the brand after it: "Pro by Zaptec".
BY = word_set("by from of von vom aus de du da di van par por av fra for made")

JOINING = word_set("and und et y e en och og ja oraz")
AND = JOINING | word_set("or oder ou eller tai")
PLUS = word_set("& + plus")

_PAIRS = phrase_set("""
plug and play; plug & play; park and ride; pay and go; touch and go; tap and go; load and go
black and white; start and stop; scan and pay; rise and shine
""")

# What a name adds after a comma: a size, a colour, a country, a version.
_ATTRIBUTES = word_set("""
m meter metre metres mm cm 1 2 single two dual double twin triple three type typ
without with no mit ohne und and or con sin avec sans app display
black white grey gray silver red blue green yellow anthracite weiß schwarz grau silber rot blau
anthrazit noir noire blanc blanche gris blanco negro bianco nero wit zwart vit svart
eu uk us usa de ch at nl se no fi dk fr it es version v rev revision gen generation edition ed beta
wall mounted mount floor wandmontage standing outdoor indoor base kit
left right long short new old per up to max min bis from ab pre vor hardware hw firmware fw software
sw controller inc incl including excl max. min.
""")

# Forms of companies. ISO 20275 registers over 3,000 of them with their abbreviations; these are
# common in Europe: https://www.gleif.org/en/lei-data/code-lists/iso-20275-entity-legal-forms-code-list
LEGAL_FORMS = word_set("""
gmbh mbh ag kg kgaa ug ohg ev se co inc incorporated llc llp lp ltd limited plc corp corporation
company pty pte sa sas sarl sasu srl spa snc nv bv bvba vof ab as asa a/s aps oy oyj oü ou sia uab
sro spol doo dd kft zrt sl slu lda ltda zoo sp z o.o d.o.o s.r.o s.p.a s.r.l s.a s.l s.a.s b.v n.v
l.l.c d.d a.s r.o s.r d.o k.s h.f ehf jsc ooo pvt bhd sdn kk
""")
# In front of the name of a company.
COMPANY = word_set("""
group groupe gruppe grupo gruppo holding company firm firma fa société ditta azienda empresa brand
marke marque marca manufacturer maker hersteller
""")
_TRADE = word_set("""
technology technologies technologie tech systems system solutions solution group gruppe holding
holdings international global europe europa european deutschland germany austria schweiz suisse
swiss switzerland france nederland netherlands italia españa nordic norway norge sweden sverige uk
usa manufacturing industries industry industrie products produkte the and of brand official
""")

# The words of any list.
GENERAL = Vocabulary(
    generic=_GENERIC,
    trade=_TRADE,
    attributes=_ATTRIBUTES,
    kinds=_KINDS,
    stand_ins=_STAND_INS | NOTHING,
    pairs=_PAIRS,
)


def own_vocabulary(entry: str, many: str, column: str, section: str) -> Vocabulary:
    """The nouns of one list: for an entry, for many, for a name, and for a section, if any."""
    entries = word_set(f"{entry} {many}")
    stand_ins = [column, f"same {column}", f"{column} name", f"the {column}", f"my {entry}"]
    if section:
        stand_ins += [section, f"same {section}", f"{section} name"]
        stand_ins += [f"no {section}", f"new {section}"]
    return Vocabulary(
        generic=entries,
        trade=entries,
        kinds=entries | word_set(section),
        nouns=word_set(f"{entry} {column} {section}"),
        stand_ins=phrase_set(";".join(stand_ins)),
    )


POLITE = word_set("""
please pls plz thanks thx bitte danke dank merci svp gracias grazie bedankt alstublieft obrigado
tack takk tak kiitos proszę dziękuję
""")
NOT_YET = word_set("""
planned soon coming upcoming future later maybe geplant bald später prévu bientôt previsto
próximamente gepland binnenkort kommande kommer tulossa planowane
""")
FORMER = word_set("""
now jetzt heute maintenant ahora ora nyt teraz aka alias
formerly previously ehemals früher vormals anciennement antes già voorheen tidigare tidligere ent
""")
# Between a title and its address: `Manual, see https://…`.
POINTING = word_set("see siehe vgl cf voir véase vea vedi zie katso zobacz viz veja")

LONGEST_NOTHING = 300  # characters in which somebody says nothing
MARKS_AROUND = ".,:;!?()[]\"'`*_-"  # a word
_MARKS_OF_NOTHING = " -_.,:;/*?()[]\\\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{HORIZONTAL ELLIPSIS}"


def is_nothing(text: str) -> bool:
    """Whether somebody says with these words, or these marks, to have nothing to say."""
    letters = skeleton(text[:LONGEST_NOTHING])
    if letters:
        return letters in NOTHING and len(text) <= LONGEST_NOTHING
    return not text.strip(_MARKS_OF_NOTHING)


def is_none(text: str) -> bool:
    """Whether a line with a place for one name is left empty, in the shortest words for that."""
    return is_nothing(text) and skeleton(text) in {"", "none", "na"}


def is_known_pair(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name holds two words belonging together: `Plug & Play`."""
    letters = skeleton(name.replace("&", "and"))
    return any(pair in letters for pair in vocabulary.pairs)


def without_pointing(text: str) -> str:
    """A text without a word after it which only leads to something: `Manual (see`."""
    before, _, last = text.rpartition(" ")
    is_pointing = last.lstrip("(").rstrip(".").casefold() in POINTING
    return before if before and is_pointing else text


def says_only(text: str, telling: frozenset[str], around: frozenset[str]) -> bool:
    """Whether a text has one of the telling words, and none but these and those around them."""
    said = set(bare_words(text))
    return bool(said & telling) and said <= telling | around


def bare_words(text: str) -> list[str]:
    """The normalized words of a text without the marks around them."""
    found = []
    for word in normalize_name(text).split():
        bare = word.strip(MARKS_AROUND)
        if bare:
            found.append(bare)
    return found


def without_legal_form(name: str) -> str:
    """The name of a company without `, Inc.`, `GmbH & Co. KG` and the like after it."""
    words = name.split()
    while len(words) > 1 and skeleton(words[-1]) in LEGAL_FORMS | {""}:
        words.pop()
    return " ".join(words).rstrip(", ")
