"""Requests in place of a value: to add a link, to correct an entry, to write or empty a note."""

from bot.names.nothing_new import says_nothing_new
from bot.names.vocabulary import ARTICLES, JOINING, POLITE, bare_words, says_only, word_set

# Words around an address that ask for something instead of naming what it leads to.
_ADDING = word_set("""
add adding append also additional additionally addition another further more extra second too plus
include keep bitte hinzufügen ergänzen ergänze dazu zusätzlich zusätzliche weitere weiterer auch
noch
außerdem ajouter ajoutez aussi supplémentaire autre añadir añade agregar también adicional otra
aggiungere aggiungi anche ulteriore toevoegen voeg toe graag ook extra lägg till även tilføj legg
også lisää myös dodaj dodać również adicionar também
""")
_RENEWING = word_set("""
new correct updated update replace replacing use using here click klick link links url source
sources address neu neue neuer neues quelle quellen
hier nouvelle nouveau fuente fuentes nueva nuevo enlace fonte fonti nuova nuovo nieuwe nieuw bron
bronnen ny nya nye källa kilde uusi lähde nowy nowe źródło ersetzen remplacer
voici found gefunden replaces replaced ersetzt from according laut gemäß selon según secondo volgens
enligt ifølge mukaan według via
""")
_ASKING = _ADDING | POLITE | _RENEWING
_AROUND_REQUEST = _ASKING | word_set("""
with by this that the a an it is one to as on in and of old for entry list instead following
folgende folgenden durch par por per favor favore s'il vous plaît plait at from under unter bei
current now is was has have are not no longer does do doesn't isn't work works working available
dead broken moved gone expired outdated offline 404 changed wrong invalid former previous existing
ist war sind tot kaputt veraltet falsch ungültig funktioniert geht nicht mehr verschoben erreichbar
alter alte alten altes der die das den dem ein eine statt bisherige bisherigen hier zur zum
ancien ancienne lien le la les l'ancien est mort morte cassé ne n'est fonctionne marche pas
remplace à de au lieu un une el los enlace antiguo viejo está roto caído funciona ya usar en lugar
il vecchio rotto non funziona più usa usare al posto oude is kapot dood werkt niet meer gebruik
plaats van het gammal gamla länken är död fungerar inte använd gammel gamle lenken er død
""")

# In the languages of the words for nothing, of which the vocabulary has the source.
_ERASING = word_set("""
remove removed delete deleted clear cleared erase erased empty gone drop strike wrong incorrect
outdated obsolete löschen lösche gelöscht entfernen entferne entfernt leeren streichen weg falsch
veraltet supprimer supprimez supprimé effacer effacez enlever enlevez retirer faux obsolète borrar
borra borre eliminar elimina elimine quitar quita incorrecto obsoleto rimuovere rimuovi eliminare
cancellare cancella sbagliato superato verwijderen verwijder wissen leegmaken fout verouderd
bort radera rensa raderas felaktig föråldrad slett slette fjern fjerne fjernes slet poista
poistakaa tyhjennä väärin vanhentunut usuń usunąć skasuj błędne nieaktualne remover remova apagar
apague errado desatualizado smazat odstranit
""")
_AROUND_ERASING = word_set("""
please pls plz the this that these it its is are was were not no longer true valid correct anymore
any more note notes remark remarks comment comments text field cell entry line from here and or now
can be should must to all completely out of them dead broken link links source sources
bitte die den das der diese diesen notiz notizen
anmerkung bemerkung text nicht mehr ist und s'il vous plaît svp la le les note remarque por favor
nota notas per favore la nota alstublieft de opmerking opmerkingen niet meer tack vänligen
anteckning anteckningen ta bort notatet kommentaren bemærkning huomautus proszę uwagę a observação
""")

_NOTES = word_set("""
note notes remark remarks comment comments notiz notizen anmerkung anmerkungen bemerkung bemerkungen
hinweis hinweise remarque remarques nota notas note commento commenti commentaire comentario
opmerking opmerkingen anteckning anteckningar anteckningen anteckningarna notat notatet bemærkning
bemærkninger merknad huomautus huomautukset uwaga uwagi observação observações
""")
_SHOULD = word_set("""
should must ought shall needs need has have sollte sollten soll sollen muss müssen devrait devraient
doit doivent debería deberían debe deben dovrebbe dovrebbero deve devono zou zouden moet moeten
borde bör ska skal bør burde skulle pitäisi tulisi powinna powinny powinno deveria deveriam devem
""")
_APPENDING = word_set("""
add append insert ergänzen ergänze hinzufügen ajouter ajoutez añadir añade agregar aggiungere
aggiungi toevoegen lägg tilføj tilføje legg lisää lisätä dodać dodaj adicionar
""")
_WRITING = _APPENDING | word_set("""
write say read state mention include schreiben stehen lauten heißen écrire dire indiquer decir poner
indicar scrivere zeggen luiden vermelden säga lyda stå sige si sanoa lukea brzmieć zawierać dizer
""")
_BEING = word_set("be become sein werden être ser essere worden zijn vara være olla być")
_BETWEEN = word_set("""
to that this following now instead also too new text dass folgendes auch noch bitte que qu'il aussi
también che anche dat ook att til till også myös też também here for this at end
""")
_OF_WRITING = ARTICLES | _BEING | _BETWEEN
_LONGEST_REQUEST = 8  # words in front of what the notes should say
_CORRECTING = word_set("""
wrong incorrect mistake mistaken error typo outdated obsolete correct correction corrected fix
rename renamed remove delete discontinued falsch fehler fehlerhaft veraltet korrektur korrigieren
umbenennen entfernen löschen faux fausse erreur corriger obsolète supprimer incorrecto corregir
corrección eliminar sbagliato errore correggere correzione rimuovere fout onjuist corrigeren
verouderd verwijderen fel felaktig rätta rättelse feil rette slett fejl forkert rettelse virhe
väärin korjaus poista błąd błędne poprawić usuń erro errado corrigir remover
""")


def is_request(title: str) -> bool:
    """Whether the words in front of an address only ask for something: `Please add this link`."""
    return says_only(title, _ASKING | JOINING, _AROUND_REQUEST) or says_nothing_new(title)


def asks_to_add(title: str) -> bool:
    """Whether such words ask to keep what is there and add to it."""
    return not (_ADDING | JOINING).isdisjoint(bare_words(title)) or says_nothing_new(title)


def asks_to_correct(text: str) -> bool:
    """Whether a text has a word for a mistake in the list, or for correcting it."""
    return not _CORRECTING.isdisjoint(bare_words(text))


def asks_to_write(text: str) -> bool:
    """Whether a text says what notes should say, instead of saying it.

    `The notes should say that it needs an app`, `add: works with firmware 3`.
    """
    if text.startswith("+ "):
        return True
    request, colon, rest = text.partition(":")
    if colon and rest.strip() and says_only(request, _APPENDING, POLITE | _OF_WRITING | _NOTES):
        return True
    found: list[str] = []
    for word in text.split()[:_LONGEST_REQUEST]:
        plain = bare_words(word)
        if not plain or plain[0] not in _NOTES | _SHOULD | _WRITING | _OF_WRITING | POLITE:
            break
        if plain[0] in _NOTES and word.endswith(":"):
            break  # the name of the question
        found += plain
    said = set(found)
    if said.isdisjoint(_NOTES) or len(found) == len(bare_words(text)):
        return False
    return not (said.isdisjoint(_SHOULD) or said.isdisjoint(_WRITING | _BEING))


def asks_to_empty(text: str) -> bool:
    """Whether somebody asks with these words to remove a text, or a part of it.

    `Please remove this note`, `Please remove the sentence about the app`.
    """
    plain = bare_words(text)
    if not POLITE.isdisjoint(plain[:1]) and not _ERASING.isdisjoint(plain):
        return True
    return says_only(text, _ERASING, _AROUND_ERASING)
