"""Words before a full stop that does not, or need not, end a sentence, and words that begin one. All lower case."""

from __future__ import annotations

from typing import Final

from variorum.engine.words.speech import listed

BEFORE_NAME: Final = listed(
    """cllr ret mio mr mrs ms mx messrs mmes dr drs prof profs rev revd fr hon sr sra srta dra dres gen gov sen
    sens rep reps lt ltd col capt cpt cmdr comdr sgt cpl pvt maj adm brig supt insp det const pres ste vs v hr herrn
    frl dipl ing mag mm mlle mme pfc pte spc ssgt msgt tsgt atty asst assoc amb univ msgr bros cf ca bzw z sog vgl
    inkl exkl evtl ggf bspw incl excl esp approx о г гг ул им тов проф акад gral cnel cap excmo ilmo mons pp mgr"""
)
"""Titles and others after which a name or more of the same phrase follows: the full stop never ends the sentence."""

BEFORE_NUMBER: Final = listed(
    """no nos nr nrn num núm nº vol vols ch chap pp p pg pgs fig figs sec secs art arts para paras pt pts cl reg op cap
    ver rev abs ziff kap bd s zl стр рис п ст т approx ca circa est min max tel"""
)
"""Abbreviations whose full stop ends nothing while a number follows."""

MONTHS: Final = listed(
    """jan feb febr mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ene abr ago
    set dic janv févr avr juil août déc mär okt dez янв фев апр июн июл авг сен сент окт ноя дек"""
)
"""Months and days cut short: a number follows while the sentence goes on."""

ENDING: Final = listed(
    """st mt ft inc ltd corp co cos llc plc bros jr sr esq al ave blvd rd sq hwy pkwy dept dist div mfg assn assoc gmbh
    kg ag ph u.s u.k u.n u.s.a u.a.e e.u d.c b.c a.d ph.d m.d m.a b.a j.d d.d.s m.b.a r.n l.a n.y n.j calif fla ga ee uu
    ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ala ariz ark
    colo conn del ont que alta cie sté sa s.a s.l ee.uu jj oo ff f pct oz lb lbs hrs hr mins secs km cm mm mph kph тыс
    млн млрд руб долл др пр"""
)
"""Abbreviations that stand inside sentences and at their ends: the word that follows decides."""

OPEN_LISTS: Final = listed("""etc usw др пр""")
"""Which end a list: with a capital after them, a sentence too."""

ORDINARY: Final = listed(
    """no sat sun mar dec jan art fig min max ill miss mass wash pa ma va la del ore ind mag det hon pres mon fri co
    s.a me in is ct mt pt st et mo minn ag ph sept set ago dic ver bar am pm con ben ky tel sec para"""
)
"""Which are also plain words, and abbreviations only with a capital or before a number."""

UNITS_OF_TIME: Final = listed("""a.m p.m am pm a.c d.c b.c.e c.e""")
"""After which a capital begins a new sentence unless it names a zone, a day or a month."""

ZONES: Final = listed(
    """et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc cet bst eastern central pacific mountain monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december jan feb mar apr jun jul aug sept oct nov dec mon tue wed thu fri sat sun local"""
)

STARTERS: Final = listed(
    """the a an this that these those there here it he she they we you i his her its their our my your who what when
    where why how which if as at after before since while although though because but and or so yet nor in on by for
    from to with without within under over during until once then now not no only also even still just both each
    every all some many most more several few other others another such according however meanwhile instead moreover
    nevertheless nonetheless otherwise therefore thus hence indeed perhaps maybe asked about among despite like
    unlike one two three today yesterday tomorrow earlier later last next it's he's she's they're we're i'm i've
    there's that's don't let's der die das den dem ein eine er sie es wir ich ihr sein seine ihre dieser diese
    dieses und aber oder doch denn auch im am auf aus bei mit nach von vor zu zum zur für als wenn weil dass da dann
    danach dort hier nun noch nur insgesamt zuletzt damit dabei dagegen jedoch trotz seit während laut wie was wer
    wo gegen etwa rund el la los las un una unos unas lo él ella ellos su sus este esta esto ese esa y pero o en de
    del al por para con sin según como cuando donde que quien si ya también además entre desde hasta tras sobre le
    les une des il elle ils nous vous je ce cette ces son sa ses leur et mais ou où dans sur avec pour par à au aux
    selon quand comme qui depuis après avant он она они это в на и но а по с к из за от для как что его её их"""
)
"""Words that begin sentences far more often than they go on after an abbreviation."""

ORDINAL_LANGUAGES: Final = listed("""de da nb nn no fi cs sk sl hr sr hu et lv pl is tr eu""")
"""Languages that write ordinals with a full stop: "am 6. November"."""
