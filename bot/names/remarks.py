"""Words which are meant for a person and are no value: a greeting, a doubt."""

import re
from itertools import pairwise

from bot.names.order import normalize_name
from bot.names.requests import asks_to_correct
from bot.names.stand_ins import NAMES, means_several, replaces_name, without_reference
from bot.names.vocabulary import (
    AND,
    ARTICLES,
    BY,
    FORMER,
    LONGEST_NOTHING,
    MARKS_AROUND,
    NOT_YET,
    PLUS,
    POLITE,
    Vocabulary,
    bare_words,
    says_only,
    word_set,
)

# In the languages of the words for nothing, of which the vocabulary has the source.
_GREETING = word_set("""
hello hi hey hallo hej hei moi moikka ciao bonjour salut hola olá oi dear goedendag servus moin
guten thanks thank thx cheers regards greetings wishes danke dank bedankt merci gracias grazie
obrigado obrigada tack takk tak kiitos dzięki dziękuję cześć díky grüße grüßen cordialement
saludos saluti groeten hälsningar hilsen terveisin pozdrawiam
""")
_AROUND_GREETING = word_set("""
there all everyone everybody team folks guys maintainers you very much many a lot so in advance
best kind good great list morning afternoon evening day tag morgen abend zusammen an alle vielen
schöne viele
mit freundlichen im voraus schon mal beaucoup d'avance à tous toutes muchas por adelantado a todos
mille tutti wel alvast vriendelijke met på förhand så mycket med vänliga venlig vennlig dzień dobry
and und et y e for your the help work
""")
_CLOSING = word_set("""
regards greetings wishes cheers grüße grüßen gruß cordialement saludos saluti groeten groet
hälsningar hilsen terveisin pozdrawiam cumprimentos abraços
""")
_HOPING = word_set("hope hopefully hoffe hoffentlich j'espère espero spero hoop hoppas håper håber")
_LONGEST_SIGNATURE = 3  # words
_ASKING_FOR_ENTRY = word_set("""
i we this it hope hopefully helps helped useful add added adding list soon quickly asap as possible
merge review approve
ich wir das es hoffe hilft helfen hilfreich hinzufügen aufnehmen eintragen bald möglichst
j'espère que ça cela aide aidera utile ajouter ajoutez bientôt vite liste espero esto ayude ayuda
sirva añadir añade pronto lista spero che questo aiuti sia aggiungere aggiungi presto ik hoop dat
dit helpt toevoegen snel graag jag hoppas det hjälper lägg till snart jeg håber håper hjelper
hjælper tilføj tilføje legg toivottavasti auttaa lisätkää lisää pian mam nadzieję że to pomoże
dodać dodaj wkrótce ajude adicionar adicione breve
""")
_UNSURE = word_set("""
know sure idea dunno unsure certain remember weiß wissen sicher sais sûr sé seguro so sicuro weet
zeker vet ved tiedä wiem sei nevím
""")
NEGATION = word_set("""
don't dont do not not no can't cannot dunno unsure nicht pas no non niet inte ikke en nie não nevím
""")
_AROUND_UNSURE = word_set("""
i we am i'm really sorry it that this exactly the name which one what is about of if whether ich es
leider über den ob wir bin mir je ne le suis lo io ik het jag det jeg minä eu o a ?
""")
_SAME = word_set(
    "same gleiche gleicher gleiches même mismo misma stesso stessa zelfde samma samme sama"
)
_AROUND_SAME = word_set("""
the a as in my this one before above last time earlier previous issue other list
it is like wie der die das vorher oben zuletzt marke modell le la que avant el de antes dello di
prima als het de eerder som förut tidigare før
""")
_SENT = word_set("sent gesendet envoyé enviado inviato verzonden skickat sendt lähetetty wysłane")
_OPEN_END = re.compile(
    r"\.\.$|\N{HORIZONTAL ELLIPSIS}$|\b(?:etc|etcetera|usw|u\.s\.w|osv|enz|ecc|itd|jne|stb|atd)\.?$"
    r"|(?:\band|[&+])\s(?:so on|so forth)\.?$"
)
_MORE = word_set("""
more other others weitere andere mehr autres d'autres otros otras más altri altre meer anderen andra
andre fler flera flere mer mere muita lisää inne innych więcej outros outras mais další
""")
_MANY = word_set("""
a lot many some several lots few even the all viele einige noch vieles bien beaucoup de encore
muchos muchas molti molte ancora nog veel vele många mange monta wiele muitos muitas mnoho
""")
_ASKING_TO_ADD = POLITE | word_set("""
add adding include insert ajouter ajoutez añadir añade aggiungere aggiungi toevoegen
""")
_ASKING_TO_RENAME = word_set("""
rename renamed renaming umbenennen umbenannt renommer renommez renombrar rinominare hernoemen
""")
_TO = word_set("to in zu into as en naar a till til")
_DOUBT = re.compile(
    r"[ ,]+(?:I (?:think|guess|believe|suppose)|maybe|perhaps|probably|glaube ich|vermutlich"
    r"|vielleicht|je crois|peut-être|creo|credo|forse|denk ik|misschien)\W*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s[-\u2013\u2014]\s")
_DASHES = " -\u2013\u2014"
# Who or what a statement is about, what it says of it, and both at once: `It is called Go`.
_SUBJECTS = word_set("""
i we it this that these mine ich wir es das dies dieses je nous il elle ce cela yo lo esto este
io questo ik wij het dit dat jag vi det den jeg dette to o eu isto
it's that's c'est j'ai
""")
_STATING = word_set("""
is are was called named think thought guess believe suppose should be have own use bought
ist sind heißt nennt denke glaube vermute sei habe haben nutze est sont s'appelle crois pense ai
es son llama creo tengo è sono chiama credo ho heet denk geloof heb är heter tror har er hedder
jest nazywa myślę mam é chama acho tenho
""")
_SHORT_FORMS = word_set("it's that's c'est j'ai")
_OWN = word_set("""
my our mein meine unser unsere notre mijn onze nuestro nuestra nostro nostra
""")
_NEW = word_set(
    "new newest latest neue neuer neues neueste nouveau nouvelle nuevo nueva nuovo nieuwe ny nya"
)
_IN_NOTES = word_set("fw firmware s/n serial seriennummer")  # with a number after it
_BEGIN_OF_REMARK = POLITE | word_set("""
but aka also although though however because since only now not see sorry aber auch jedoch weil nur
jetzt nicht siehe mais aussi car seulement voir pero también solo ma anche maar ook alleen nu men
också bara ale też mas também mutta myös
""")


def is_only_remark(text: str, nouns: frozenset[str]) -> bool:
    """Whether an answer greets, or says that somebody does not know, or that it is as before.

    `nouns` are those of the list, which such a remark may name: `I don't know the model`.
    """
    if says_only(text, _GREETING, _AROUND_GREETING):
        return True
    found = bare_words(text)
    if len(found) > 2 and found[0] in _SENT and found[1] in BY | {"desde", "vanaf"}:
        return True  # what a phone writes below a mail
    if len(found) > 1 and says_only(text, _SAME, _AROUND_SAME | nouns):
        return True
    is_negated = not NEGATION.isdisjoint(found)
    return is_negated and says_only(text, _UNSURE, NEGATION | _AROUND_UNSURE | nouns)


def says_nothing_to_readers(text: str, nouns: frozenset[str]) -> bool:
    """Whether a text is only for whoever adds the entry: a greeting, a request to add it, a doubt.

    `nouns` as in `is_only_remark`. A name may follow the greeting: `Hope it helps. Regards, Bob`.
    """
    if len(text) > LONGEST_NOTHING:
        return False
    plain = _without_signature(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    telling, around = _GREETING | _CLOSING | POLITE | _HOPING, _AROUND_GREETING | _ASKING_FOR_ENTRY
    return says_only(plain, telling, around | nouns) or is_only_remark(plain, nouns)


def _without_signature(text: str) -> str:
    """A text without the few words in capitals after `Regards`."""
    tokens = text.split()
    for index in range(len(tokens) - 1, 0, -1)[:_LONGEST_SIGNATURE]:
        if _begins_with(_CLOSING, tokens[index - 1]):
            return " ".join(tokens[:index])
        if not tokens[index][0].isupper():
            break
    return text


def reads_as_text(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name has more than names have: a word in small letters, as in `Go since 2023`."""
    if not any(map(str.isupper, name)):
        return False  # somebody types without capitals
    found = {word.strip(MARKS_AROUND) for word in name.split()}
    small = {word for word in found if word.islower() and word.isalpha()}
    return not small <= vocabulary.generic | vocabulary.attributes


def has_open_end(name: str) -> bool:
    """Whether more names are meant than are written: `Go, Pro etc.`, `Go ...`."""
    if _OPEN_END.search(normalize_name(name)):
        return True
    tail = bare_words(name)
    if not tail or tail.pop() not in _MORE:
        return False
    while tail and tail[-1] in _MANY:
        tail.pop()
    return bool(tail) and tail[-1] in AND | PLUS


def without_remark(name: str, vocabulary: Vocabulary) -> str:
    """A name without what is said to a person: `please add Go`, `Go (see manual)`, `Go please`."""
    name = _without_doubt(_without_request(name), vocabulary)
    before, bracket, inside = name.rpartition("(")
    if before.strip() and bracket and _is_remark(inside, vocabulary):
        return before.strip()
    name = without_reference(_without_all(name, vocabulary), vocabulary)
    first, *others = name.split(", ")
    if first.count("(") > first.count(")"):
        return name  # the comma parts what is in brackets
    if first and any(_begins_with(_BEGIN_OF_REMARK, part) for part in others):
        name = first
    kept = name.split()
    for index, (word, value) in enumerate(pairwise(kept[1:]), 1):
        if _begins_with(_IN_NOTES, word) and any(map(str.isdigit, value)):
            return " ".join(kept[:index]).rstrip("(,;" + _DASHES)
    if not kept or not _begins_with(POLITE, kept[-1]):
        return name
    while len(kept) > 1 and _begins_with(POLITE, kept[-1]):
        kept.pop()
    return " ".join(kept)


def without_statement(name: str, vocabulary: Vocabulary) -> str:
    """A name without the start of a sentence around it: `I think it is the Go`, `should be Go`."""
    subjects = _SUBJECTS | NAMES | vocabulary.nouns | vocabulary.kinds
    around = subjects | ARTICLES
    tokens = name.split()
    end, follows, has_subject = 0, False, False
    for index, token in enumerate(tokens[:-1], 1):
        plain = normalize_name(token).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        word = plain.strip(MARKS_AROUND)
        may_state = has_subject or follows or (index == 1 and token.islower())
        states = word in _OWN or (may_state and word in _STATING)
        if states or (follows and word in ARTICLES):
            end = index
        elif word not in around:
            break
        has_subject = has_subject or word in subjects
        follows = word in _SHORT_FORMS or end == index
    return " ".join(tokens[end:])


def without_article(name: str) -> str:
    """A name without the words of a sentence in front: `The new Go`, but `LE 22` and `New Go`."""
    tokens = name.split()
    while len(tokens) > 1 and _is_before_name(tokens[0]):
        tokens.pop(0)
    begins_name = bool(tokens) and not tokens[0][0].islower()
    return " ".join(tokens) if begins_name else name


def _is_before_name(word: str) -> bool:
    is_article = normalize_name(word) in ARTICLES and len(word) > 1
    return (is_article and word[1:].islower()) or word in _NEW


def _without_doubt(name: str, vocabulary: Vocabulary) -> str:
    """A name without words of doubt after it: `Go, I think`, `Go - not sure`."""
    *before, last = _ASIDE.split(name)
    if before and _is_remark(last, vocabulary):
        return name[: -len(last)].rstrip(_DASHES)
    return _DOUBT.sub("", name)


def _without_request(name: str) -> str:
    if not _begins_with(_ASKING_TO_ADD | _ASKING_TO_RENAME, name):
        return name
    tokens = name.split()
    around = _ASKING_TO_ADD | _ASKING_TO_RENAME | ARTICLES | _TO
    while tokens and _begins_with(around, tokens[0]):
        tokens.pop(0)
    return " ".join(tokens) or name


def _without_all(name: str, vocabulary: Vocabulary) -> str:
    """A name without words for all things of a kind after it: `Go all versions`."""
    tokens = name.split()
    for index, token in enumerate(tokens[1:-1], 1):
        if means_several(token) and replaces_name(" ".join(tokens[index:]), vocabulary):
            return " ".join(tokens[:index])
    return name


def _is_remark(inside: str, vocabulary: Vocabulary) -> bool:
    """Whether words in brackets after a name, or after a dash, are meant for a person."""
    if replaces_name(inside, vocabulary) or is_only_remark(inside, vocabulary.nouns):
        return True
    if _begins_with(FORMER | NOT_YET, inside) or _DOUBT.fullmatch(f" {inside}"):
        return True
    return asks_to_correct(inside)


def _begins_with(known: frozenset[str], text: str) -> bool:
    return not known.isdisjoint(bare_words(text)[:1])
