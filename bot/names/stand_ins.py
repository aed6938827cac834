"""Words in place of a name: all things of a kind, an unknown one, or a document naming it."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from bot.names.order import normalize_name, skeleton
from bot.names.several import without_brackets
from bot.names.vocabulary import AND, ARTICLES, POINTING, Vocabulary, word_set

_WORD = re.compile(r"[^\W_]+")  # of `Go-Modelle` both
_MOST_WORDS = 5  # of `all Go and Pro models`

# In the languages of the words for nothing, of which the vocabulary has the source.
_EVERY = word_set("""
all any every each both alle allen alles sämtliche jede jeder jedes jegliche beide tous toutes
chaque todos todas cualquier cada ambos tutti tutte ogni qualsiasi entrambi elke ieder iedere
alla samtliga varje båda hver begge kaikki jokainen molemmat wszystkie każdy każda oba všechny každý
""")
_SOME = word_set("""
entire whole complete various several multiple different other another many some few most certain
gesamte ganze verschiedene mehrere diverse andere viele einige manche meisten tout toute divers
plusieurs autre autres certains quelques todo toda varios varias otro otra otros otras algunos
muchos tutto tutta vari varie altri alcuni molti hele overig overige andra annan annet andre vele
enkele sommige flera några många flere noen mange nogle useita muut muu różne inne niektóre wiele
kilka vários outro outros alguns muitos různé jiné některé mixed gemischt gemischte others rest
newest latest neueste neuester neuestes dernier dernière último última nieuwste senaste nyeste uusin
weitere weiterer reste resto resten fler flere lisää innych další mais más meer
""")
_UNKNOWN = word_set("""
unknown unnamed unbranded noname nameless generic anonymous unspecified unidentified unbekannt
unbekannte unbekannter unbekanntes namenlos markenlos inconnu inconnue inconnus anonyme generique
desconocido desconocida desconocidos anónimo genérico sconosciuto sconosciuta anonimo generico
onbekend onbekende naamloos merkloos okänd okända okänt ukendt ukjent tuntematon nimetön
nieznany nieznana nieznane neznámý neznámé neznámá desconhecido desconhecida
""")
NO = word_set("""
no without kein keine keinen ohne aucun aucune sans ningún ninguna sin nessun nessuna senza geen
zonder ingen utan uten uden ei ilman bez brak sem nenhum nenhuma
""")
NAMES = word_set("""
name names namen nom noms nombre nome nomi naam namn navn nimi nimeä nazwa nazwy jméno brand
marke marque marca merk märke merke model modell modèle modelo modello
""")
_NUMBERS = word_set("""
number no nr num ean gtin upc part art article artikel item order code sku ref reference
artikelnummer bestellnummer typenbezeichnung bezeichnung référence referencia codice typ
""")
_MAKERS = word_set("""
manufacturer manufacturers maker makers vendor vendors make makes producer producers supplier
suppliers company companies oem hersteller herstellern anbieter produzent firma firmen fabricant
fabricants constructeur constructeurs fournisseur fabricante fabricantes proveedor empresa
produttore produttori costruttore fornitore azienda fabrikant fabrikanten producent producenten
leverancier tillverkare fabrikat producenter leverandør produsent valmistaja valmistajat
producenci výrobce výrobci fabricante fornecedor
""")
_PLACES = word_set(
    "china chinese asia asian import imported amazon aliexpress alibaba ebay temu online"
)
_FILLERS = ARTICLES | word_set("""
of from by this that these those above below listed available current new newer old older in with
and their its your our his etc known other more such for since until before after up to which who
plus sowie made sold built released produced dem vom aus diese dieser dieses bekannten neuen ab
seit bis mit ohne für des du cet cette ce connus depuis avec pour par sur del este esta desde
hasta con para di della dei delle questo da dal per met voor vanaf sinds deze dit av denna från för
med fra til
od do dla z se
""")

_REFERRING = POINTING | word_set("""
refer check consult look read as like per according in vergleiche laut gemäß wie lt im steht
consulter consultez selon dans comme ver consultar consulte según como en vedere secondo consultare
come nel nella raadpleeg volgens zoals se enligt jf ifølge ks patrz według wg zgodnie dle podle
conforme segundo lásd
""")
_DOCUMENTS = word_set("""
manual manuals handbook guide datasheet datasheets sheet sheets spec specs specification
specifications documentation document documents doc docs instruction instructions website webpage
homepage site page pages web link links source sources url pdf file attachment attachments attached
picture pictures photo photos image images screenshot brochure leaflet flyer catalog catalogue label
reason grund begründung raison razón motivo reden nameplate sticker plate title list table notes
note comment comments description above below here
handbuch benutzerhandbuch anleitung bedienungsanleitung betriebsanleitung installationsanleitung
montageanleitung datenblatt datenblätter dokumentation dokument unterlagen webseite seite quelle
quellen anhang anlage bild foto typenschild aufkleber prospekt broschüre katalog liste tabelle titel
notizen anmerkung bemerkung oben unten herstellerseite beschreibung notice manuel fiche brochure
emploi lien pièce annexe étiquette plaque tableau titre dessus dessous ficha hoja documentación
documento instrucciones sitio página enlace fuente adjunto anexo imagen etiqueta placa catálogo
lista tabla título arriba abajo folleto manuale scheda documentazione istruzioni sito pagina fonte
allegato immagine etichetta targhetta catalogo tabella titolo sopra sotto opuscolo handleiding
gebruiksaanwijzing datablad documentatie bron bijlage afbeelding typeplaatje catalogus lijst tabel
boven onder hierboven manualen handbok handboken bruksanvisning bruksanvisningen databladet
webbplats hemsida sida sidan länk länken källa bilaga typskylt ovan nedan vejledning vejledningen
brugsanvisning hjemmeside side kilde bilag billede ovenfor nedenfor håndbok håndboken veiledning
nettside lenke vedlegg bilde ohje ohjeet käyttöohje käsikirja esite sivu linkki lähde liite kuva
yllä instrukcja
instrukcję instrukcji podręcznik dokumentacja dokumentację dokumentacji karta kartę strona stronę
źródło załącznik zdjęcie powyżej poniżej folha documentação instruções ligação anexo imagem acima
abaixo manuál návod dokumentace stránka odkaz zdroj příloha obrázek výše níže
""")
_AROUND_DOCUMENTS = word_set("""
please user owner's owners installation installer product technical official operating quick start
data manufacturer's manufacturers maker's details info information more full on at its ci mode
d'emploi technique technischen technisches datos dati técnica tecnica technische teknisk plus haut
bas jointe bitte svp hersteller herstellers dados katalogowa katalogową p pp s pg seite f ff und
""")
_AROUND_REFERENCE = _REFERRING | _DOCUMENTS | _AROUND_DOCUMENTS | _FILLERS
_VAGUE = _EVERY | _SOME | _UNKNOWN
_NAMED = NAMES | _MAKERS


def replaces_name(name: str, vocabulary: Vocabulary) -> bool:
    """Whether words take the place of a name, or of all names: `see manual`, `all models`."""
    for text in (name, without_brackets(name)):
        tokens = _WORD.findall(normalize_name(text))
        if skeleton(text) in vocabulary.stand_ins or _refers(tokens, vocabulary):
            return True
        if _names_nothing(tokens, vocabulary) or _means_all(tokens, vocabulary):
            return True
    return False


def means_several(stand_in: str) -> bool:
    """Whether words in place of a name say that there are several: `all models`, `(all sizes)`."""
    return not _EVERY.isdisjoint(_WORD.findall(normalize_name(stand_in)))


def is_label(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words in front of a colon only say that a name comes next: `Part number`."""
    label_words = set(_WORD.findall(normalize_name(text)))
    known = _NAMED | _NUMBERS | vocabulary.kinds
    return bool(label_words & known) and label_words <= known | _FILLERS


def without_reference(name: str, vocabulary: Vocabulary) -> str:
    """A name without the words after it which lead to a place: `Go 2, see manual`."""
    tokens = name.split()
    plain = [_WORD.findall(word) for word in normalize_name(name).split()]
    if len(plain) != len(tokens):
        return name
    allowed = _AROUND_REFERENCE | _NAMED | vocabulary.kinds | vocabulary.nouns
    start = len(tokens)
    for index in range(len(tokens) - 1, 0, -1):
        if not all(word.isdigit() or word in allowed for word in plain[index]):
            break
        if not _REFERRING.isdisjoint(plain[index]):
            start = index
    tail = [word for words in plain[start:] for word in words]
    if _refers(tail, vocabulary):
        return " ".join(tokens[:start]).rstrip(" ,;:-")
    return name


def _refers(tokens: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words only lead to a place with the name: `siehe Handbuch S. 4`."""
    distinct = {word for word in tokens if not word.isdigit()}
    nouns = _NAMED | vocabulary.kinds | vocabulary.nouns
    refers = not (distinct.isdisjoint(_REFERRING) or distinct.isdisjoint(_DOCUMENTS))
    points = not (distinct.isdisjoint(POINTING) or distinct.isdisjoint(nouns))
    if not refers and not points:
        return False
    return tokens[0] in _AROUND_REFERENCE and (_AROUND_REFERENCE | nouns).issuperset(distinct)


def _names_nothing(tokens: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words only say that there are several, or none known: `diverse Hersteller`."""
    distinct = set(tokens)
    is_named = not distinct.isdisjoint(_NAMED)
    if is_named and not distinct.isdisjoint(NO):
        return (NO | _NAMED | _PLACES).issuperset(distinct)
    if is_named and not distinct.isdisjoint(_PLACES):
        return (_NAMED | _PLACES | _FILLERS).issuperset(distinct)
    if distinct.isdisjoint(_VAGUE):
        return False
    return (_VAGUE | vocabulary.kinds | _NAMED | _FILLERS | _PLACES | AND).issuperset(distinct)


def _means_all(tokens: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words mean all things of a kind: `all 22 kW models`, `alle Go-Modelle`."""
    around = _FILLERS | AND
    rest = list(dropwhile(around.__contains__, tokens))
    if not rest or rest[0] not in _VAGUE:
        return False
    kinds = vocabulary.kinds | _MAKERS
    if rest[0] in _EVERY:
        for word in rest[1:]:
            if word in kinds:
                return True
            if not word[:1].isdigit() and word not in around | vocabulary.attributes:
                break
    last = tokens[-1]
    is_noun = last in vocabulary.generic | vocabulary.nouns and not last.endswith("s")
    is_one = is_noun and rest[0] not in _UNKNOWN  # `All Weather Charger`, `Unknown Chinese brand`
    return last in kinds and not is_one and len(tokens) <= _MOST_WORDS
