"""Words which are meant for a person and are no value: a greeting, a doubt, a request."""

from bot.names.order import normalize_name


def _words(text: str) -> frozenset[str]:
    return frozenset(normalize_name(text).split())


# In the languages of the words for nothing, of which the vocabulary has the source.
_ERASING = _words("""
remove removed delete deleted clear cleared erase erased empty gone drop strike wrong incorrect
outdated obsolete löschen lösche gelöscht entfernen entferne entfernt leeren streichen weg falsch
veraltet supprimer supprimez supprimé effacer effacez enlever enlevez retirer faux obsolète borrar
borra borre eliminar elimina elimine quitar quita incorrecto obsoleto rimuovere rimuovi eliminare
cancellare cancella sbagliato superato verwijderen verwijder wissen leegmaken fout verouderd
bort radera rensa raderas felaktig föråldrad slett slette fjern fjerne fjernes slet poista
poistakaa tyhjennä väärin vanhentunut usuń usunąć skasuj błędne nieaktualne remover remova apagar
apague errado desatualizado smazat odstranit
""")
_AROUND_ERASING = _words("""
please pls plz the this that these it its is are was were not no longer true valid correct anymore
any more note notes remark remarks comment comments text field cell entry line from here and or now
can be should must to all completely out of bitte die den das der diese diesen notiz notizen
anmerkung bemerkung text nicht mehr ist und s'il vous plaît svp la le les note remarque por favor
nota notas per favore la nota alstublieft de opmerking opmerkingen niet meer tack vänligen
anteckning anteckningen ta bort notatet kommentaren bemærkning huomautus proszę uwagę a observação
""")


def asks_to_empty(text: str) -> bool:
    """Whether somebody asks with these words to remove a text: `Please remove this note`."""
    return _says_only(text, _ERASING, _AROUND_ERASING)


def _says_only(text: str, telling: frozenset[str], around: frozenset[str]) -> bool:
    """Whether a text has one of the telling words, and none but these and those around them."""
    words = [word.strip(".,:;!?()\"'`*_-") for word in normalize_name(text).split()]
    words = [word for word in words if word]
    has_telling = any(word in telling for word in words)
    return has_telling and all(word in telling or word in around for word in words)
