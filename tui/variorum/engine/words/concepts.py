"""General news words that say the same or the opposite, so that what a figure counts can be recognised in other words.

Nothing here is about any story. Words are given as they are printed; they are matched by stem.
"""

from __future__ import annotations

from functools import cache

from variorum.engine.words.stems import stem
from variorum.engine.words.synonyms import sense

_SAME = {
    "en": """
people person persons resident residents citizens inhabitants locals islanders villagers men women individuals souls
killed dead die died dies deaths death lives toll fatalities perished killing deadly
injured wounded hurt harmed injuries injury wounds hospitalised hospitalized
missing unaccounted disappeared
arrested detained arrests custody
evacuated fled displaced homeless evacuees
protest protested protesters demonstrators demonstrated gathered marched rallied crowd protests rally demonstration
workers employees staff workforce jobs
soldiers troops servicemen military
police officers constables
children pupils students schoolchildren
lawmakers mps legislators deputies parliamentarians councillors senators members
homes houses households buildings dwellings
firefighters crews engines appliances brigade
cost costs price priced worth budget pay paid fee rent
rose rise raised raise increase increased climbed jumped hike gained grew up higher strengthened
fell fall dropped drop decreased decline declined cut lowered slumped lower reduced weakened
began begin begins started start starts opened opening open launch launched
ended end ends finished finish closed close closes shut
ship ships vessel vessels boat boats
plane aircraft jet flight airliner
car cars vehicle vehicles
doctors medics physicians
patients sick
votes vote voted ballot ballots turnout eligible
points percentage
tickets sold visitors attendance spectators
fire blaze flames
company firm business group
sign signed signing signature
agreement accord deal pact treaty
said told announced reported
""",
    "de": """
menschen personen leute bürger einwohner anwohner bewohner männer frauen täter verdächtige passagiere fahrgäste reisende
tote toten getötet starben gestorben todesopfer opfer leben
verletzte verletzt verletzten verwundet verletzungen
vermisst vermisste vermissten
festgenommen verhaftet festnahmen
stimmen votum abstimmung
kosten kostet preis teuer dotiert
""",
    "es": """
personas gente ciudadanos vecinos habitantes hombres mujeres pasajeros
muertos muerto murieron fallecidos fallecieron víctimas mortales
heridos herido lesionados
desaparecidos
detenidos arrestados
pacientes atendidas enfermos clientes afectados
""",
    "fr": """
personnes gens habitants hommes femmes individus riverains passagers
morts mort tués tué décès décédé victimes tuées
blessés blessé blessées
disparus disparu disparues
arrêtés interpellés arrêtées interpellées
voix votes suffrages
coût prix coûte
""",
    "ru": """
человек люди людей жителей граждан мужчин женщин пассажиров
погибли погиб погибших погибших умерли скончались убиты жизни
пострадали пострадавших ранены раненых ранения
задержаны задержан арестованы
""",
}

_OPPOSITE = {
    "en": """
fail failed fails failing / pass passed passes passing
closed close shut closing closes / open opened reopen reopened opens reopening opening
rose rise rises risen rising increased increase climbed gained grew grow jumped strengthened soared surged
    / fell fall falls fallen falling decreased decrease dropped declined shrank slumped weakened plunged sank
raised raise raises hiked lifted / cut cuts lowered lower lowers reduced slashed
guilty convicted / innocent acquitted cleared
~ won win wins winning victory / lost lose loses losing defeat
accepted accept accepts agreed approved approve approves backed back supported support endorsed passed
    / rejected reject rejects refused refuse declined opposed oppose opposes fought contested resisted blocked vetoed
    objection objections objected objects turned+down turn+down turns+down
signed sign signs / vetoed veto vetoes
~ confirmed confirm confirms admitted admit admits acknowledged acknowledge conceded
    / denied deny denies refuted disputed rejected rejects
alive survived survive survives survivor / dead died killed perished
safe safely unharmed unhurt / unsafe dangerous injured hurt harmed
legal lawful / illegal unlawful
? arrived arrive arrives / departed depart departs left
? began begin begins started start starts / ended end ends stopped stop finished halted cancelled canceled
? present attended attend attends / absent skipped boycotted missed
possible / impossible
likely / unlikely
true / false untrue
? before / after
arrested detained jailed / released freed
hired appointed / fired sacked dismissed
allowed allow allows permitted permit / banned ban bans forbidden forbade prohibited barred
~ remain remained stay stayed stays remains keep kept / leave quit resign resigned resigns
    step+down steps+down stepped+down stood+down
? full / empty
? more / fewer less
? above exceeded exceeds / below under missed
better improved improving improves / worse worsened deteriorated worsening worsens
? best / worst
? oldest / youngest newest
? first / last
? largest biggest highest / smallest lowest
insured / uninsured
keep kept retain retained preserve preserved / remove removed demolish demolished scrap scrapped abolish abolished
? lifted lift ended eased / extended extend prolonged tightened
winner / loser
friend ally / enemy rival
expanded expand expands / shrank shrink shrinks contracted
strengthen strengthened / weaken weakened
included include includes / excluded exclude excludes omitted
married / divorced unmarried single
? found / missing
? public / private secret
? early / late
stable / critical
? majority / minority
? up / down
? north northern / south southern
? east eastern / west western
? ahead / behind
valid / invalid expired
lifted lift / imposed impose imposes introduced
passable / impassable blocked
punctual / late delayed
? for / against
? older elder eldest / younger youngest
? gold / silver bronze
? silver / bronze
? male / female
? inside / outside
~ welcomed welcomes praised praises hailed applauded / condemned condemns denounced criticised criticized deplored
unanimous unanimously / split divided
voluntary voluntarily / forced compulsory mandatory
intact undamaged unscathed / destroyed damaged wrecked
conscious / unconscious
sober / drunk
sounded rang / silent
~ went+ahead go+ahead goes+ahead / called+off call+off cancelled canceled postponed
? with / without
""",
    "de": """
gestiegen steigt stieg stiegen erhöht wuchs zugenommen / gefallen sank sinkt gesunken fiel fielen gesenkt abgenommen
offen geöffnet öffnete geöffnete eröffnet / geschlossen schließt zu gesperrt schloss
bestanden bestand / durchgefallen gescheitert
schuldig verurteilt / unschuldig freigesprochen
gewonnen gewann siegte sieg / verloren verlor niederlage
angenommen zugestimmt gebilligt stimmte / abgelehnt lehnte verworfen
bestätigt bestätigte / dementiert dementierte bestritten bestritt
lebend überlebt überlebte / tot gestorben starb
erlaubt genehmigt / verboten untersagt
begonnen begann beginnt / beendet endete endet
bleibt bleiben blieb / verlässt verließ tritt zurückgetreten
legal / illegal
pünktlich / verspätet verspätung
? mehr / weniger
? vor / nach
""",
    "es": """
subió sube subieron aumentó aumenta creció / bajó baja bajaron cayó disminuyó descendió
abierto abierta abrió abre abiertos / cerrado cerrada cerró cierra cerrados
aprobó aprobado superó aprueba / suspendió suspendido rechazó rechazado rechaza
culpable condenado / inocente absuelto
ganó gana victoria ganado / perdió pierde derrota perdido
confirmó confirma admitió reconoció / negó niega desmintió
vivo sobrevivió / muerto murió falleció
permitió permite permitido / prohibió prohíbe prohibido
empezó comenzó comienza empieza / terminó acabó termina
aceptó acepta / rechazó rechaza
legal / ilegal
extendió prolongó / levantó
conservar mantener mantiene / eliminar retirar retira
""",
    "fr": """
augmenté augmente hausse / baissé baisse diminué chuté
ouvert ouverte ouvre / fermé fermée ferme
réussi adopté approuvé accepté / échoué rejeté refusé
coupable condamné / innocent acquitté
gagné victoire / perdu défaite
confirmé / démenti nié
vivant survécu / mort décédé
autorisé / interdit
""",
}


@cache
def concepts(language: str) -> dict[str, str]:
    """Stem to the concept it belongs to; a stem of several concepts has the first one."""
    code = language[:2]
    found: dict[str, str] = {}
    for row in _SAME.get(code, "").strip().splitlines():
        words = row.split()
        for word in words:
            found.setdefault(stem(word, code), f"={words[0]}")
    return found


def meaning_of(word: str, base: str, language: str) -> str:
    """What a lower-case word with this stem means: its concept, that of the word it stands for, that word, the stem."""
    table = concepts(language)
    found = table.get(base)
    if found is None and (kin := sense(word, language[:2])):
        found = table.get(stem(kin, language[:2]), kin)
    return found or base


def _stem_of_phrase(word: str, language: str) -> str:
    verb, plus, particle = word.partition("+")  # turned+down
    return stem(verb, language) + plus + particle


@cache
def opposites(language: str) -> dict[str, tuple[tuple[int, int, int], ...]]:
    """Stem, of a verb of two words `step+down`, to the oppositions it stands in: which, which side (1, -1), how weak.

    Weak ones (2, marked `?`) have senses in which both can be true: they count only in otherwise equal words. Weaker
    ones (1, marked `~`) count also where the same is spoken of before and after both.
    """
    found: dict[str, list[tuple[int, int, int]]] = {}
    rows = _OPPOSITE.get(language[:2], "").replace("\n    ", " ").strip().splitlines()
    for n, row in enumerate(rows):
        weak = " ~?".index(row[0]) if row[0] in "~?" else 0
        for side, words in zip((1, -1), row.lstrip("?~ ").split(" / "), strict=True):
            for base in {_stem_of_phrase(word, language[:2]) for word in words.split()}:
                found.setdefault(base, []).append((n, side, weak))
    return {word: tuple(places) for word, places in found.items()}
