"""Words in place of a remark: the old one is right, is elsewhere, or there is none yet."""

from bot.names.vocabulary import JOINING, LONGEST_NOTHING, bare_words, says_only, word_set

# In the languages of the words for nothing, of which the vocabulary has the source.
_RIGHT = word_set("""
fine ok okay good correct right accurate gut richtig korrekt passt stimmt bon bien correct correcte
exact bueno correcto correcta giusto corretto bene goed klopt juist bra rätt riktig rigtig oikein
dobrze poprawne poprawny certo correta
""")
_KEEP = word_set("""
same before above earlier previously unchanged unmodified unaltered keep kept leave stay stays
remain remains gleich bisher vorher oben gehabt unverändert lassen belassen behalten bleibt bleiben
même avant dessus haut inchangé inchangée laisser laissez garder gardez reste restent tel igual
mismo antes arriba dejar dejarlo mantener sigue stesso prima sopra invariato lasciare lascia
mantenere rimane resta zelfde eerder boven ongewijzigd laten behouden blijft samma förut tidigare
ovan oförändrat behåll lämna samme før tidligere ovenfor uendret uændret behold sama ennen ennallaan
yllä jak poprzednio wyżej zostawić bez mesmo manter deixar acima
""")
_CHANGE = word_set("""
change changes changed changing modify edit touch alter replace ändern ändere ändert geändert
verändern anfassen änderung änderungen changer changez modifier modifiez toucher cambiar cambie
modificar tocar cambiare modificare toccare wijzigen veranderen aanpassen ändra ändras endre endres
ændre ændres muuta muuttaa zmieniać zmienić mudar alterar
""")
_ELSEWHERE = word_set("""
reason reasons above below title issue description comment comments begründung grund oben unten
titel beschreibung kommentar raison motif dessus dessous ci-dessus ci-dessous titre
commentaire razón motivo
arriba abajo título descripción motivazione sopra sotto titolo descrizione reden toelichting boven
onder hieronder hierboven anledning skäl ovan nedan begrunnelse begrundelse ovenfor nedenfor syy
perustelu yllä alla powód uzasadnienie wyżej niżej razão acima abaixo
""")
_SOURCE = word_set("""
source sources link links url quelle quellen lien liens fuente fuentes enlace enlaces fonte fonti
bron bronnen källa källor källan länk kilde kilder lenke lähde linkki źródło źródła fontes
""")
_SEE = word_set("""
see look read refer siehe s. vgl schau lies voir voyez cf ver véase vea vedi vedere zie se katso
zobacz patrz veja
""")
_NOT = word_set("""
no not don't dont never nothing none nicht nichts kein keine keinen nie pas ne rien aucun aucune
n'y nada ningún ninguna non niente nulla nessun nessuna niet niets geen inte inget ingenting inga
ikke intet ingen ei mitään älä nie nic não
""")
_YET = word_set("""
yet far now moment date bisher bislang noch derzeit momentan zurzeit aktuell moment encore l'instant
présent ahora momento todavía aún ancora ora adesso nog vooralsnog än ännu hittills ennå foreløpig
endnu vielä toistaiseksi jeszcze razie agora ainda
""")
_AROUND = JOINING | word_set("""
plus as is it it's its are was were be the this that these those a an text texts note notes remark
remarks field entry cell line content wording value please pls thanks thank you current currently
existing old present original like in now still all everything already just so here how my
your for of to at should can must need needs needed necessary do does i've i have from known
bitte danke wie ist sind war so es der die das den dem diese dieser dieses text notiz notizen
anmerkung anmerkungen bemerkung feld eintrag aktuell aktuelle aktueller bestehende vorhandene alte
alter noch alles auch hier dort mir meine zu muss soll sollte in im werden gibt
s'il vous plaît svp merci comme c'est est sont le la les l' ce cette ces texte note notes remarque
remarques actuel actuelle ancien ancienne tout il faut à y a en plus pour ma
por favor gracias como es está el los lo la las esta este texto nota notas actual así todo se que
hay hasta per grazie come è il lo i gli questo questa testo attuale così tutto va c'è per
alstublieft bedankt zoals is de het een deze dit tekst opmerking huidige zo alles mijn er tot
tack som är den det denna texten anteckning nuvarande allt takk tak er dette teksten merknad
bemærkning nåværende nuværende alt kiitos se on tämä nykyinen teksti kuten proszę dziękuję jest
tekst uwaga to o obrigado está nota
""")


def says_nothing_new(text: str) -> bool:
    """Whether these words only leave a remark as it is, or say that there is none yet.

    Such as `as before, please`, `current text is fine`, `see source`, `nothing so far`.
    """
    if len(text) > LONGEST_NOTHING:
        return False
    plain = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    found = set(bare_words(plain))
    if not found.isdisjoint(_NOT):
        return says_only(plain, _CHANGE | _YET, _NOT | _AROUND)
    if found & _SEE and says_only(plain, _ELSEWHERE | _SOURCE, _SEE | _AROUND):
        return True
    return says_only(plain, _RIGHT | _KEEP, _AROUND)
