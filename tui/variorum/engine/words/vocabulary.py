"""General words of a few languages that tell no story from another: function, number and pointing words."""

from __future__ import annotations

ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
}
"""ISO 639-1 to the name of a snowball algorithm."""

_ENGLISH = """
a about above across after again against all almost along already also although always am amid among an and another any
anyone anything are around as ask asked at away back be because been before being below between both but by called came
can cannot come could did didn't do does doesn't doing don't done down during each either else even ever every few first
for from further get gets getting give given go goes going gone got had hadn't has hasn't have haven't having he he'd
he's her here hers herself him himself his how however i i'd i'll i'm i've if in indeed inside instead into is isn't it
it's its itself just keep kept last least less let like made make makes making many may me meanwhile might mine more
most much must my myself near neither never no nobody none nor not nothing now of off often on once one one's only onto
or other others our ours out outside over own per perhaps put quite rather s said same say saying says shall she she's
should since so some someone something soon still such t take taken takes taking tell than that that's the their theirs
them themselves then there there's these they they're they've thing things this those though through thus to today
together told tonight too took toward towards under until up upon us use used very via was wasn't way we we're we've
well went were weren't what when where whether which while who whom whose why will with within without won't would
wouldn't yes yesterday yet you you're your yours
"""
_GERMAN = """
ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bis bisher da dabei
dafür dagegen damit danach dann daran darauf daraus darin darüber das dass dazu dem demnach den denn der deren des
dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er erst erste
ersten erster erstes es etwa etwas euch für gab gegen gegenüber geht gewesen gibt ging habe haben hat hatte hatten hier
hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja je jede jedem jeden jeder jedoch jetzt
kam kann kein keine keinem keinen keiner kommt können konnte laut machen macht mal man mehr mein meine mit muss musste
nach nachdem nicht nichts noch nun nur ob oder ohne sagt sagte schon sehr sei sein seine seinem seinen seiner seit
selbst sich sie sind so soll sollen sollte sondern sowie über um und uns unser unter vom von vor war waren was wegen
weil weiter welche wenn wer werde werden wie wieder will wir wird wo wollen wollte worden wurde wurden zu zum zur zwar
zwischen
"""
_SPANISH = """
a al algo algunas algunos ante antes aquel así aún aunque bajo bien cada casi como con contra cual cuando de del desde
dice dicho dijo donde durante e el él ella ellas ellos en entre era eran es esa ese eso esta está estaba estado estamos
están estar este esto estos fue fueron ha haber había habían hace hacer hacia han hasta hay hemos hizo hoy la las le les
lo los más me menos mi mientras muy nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco
por porque primer primera primero pudo puede pueden pues que qué quien quienes se sea según ser si sí sido sin sobre
sólo solo son su sus también tampoco tan tanto te tener tiene tienen toda todas todavía todo todos tras tu tuvo un una
unas uno unos va van ver vez y ya yo
"""
_FRENCH = """
à afin ai ainsi alors après au aucun aujourd'hui aussi autre autres aux avaient avait avant avec avoir c'est ce cela
celle celui ces cet cette chez comme contre d d'un d'une dans de depuis des dit dont du elle elles en encore entre est
et étaient était été être eu eux fait faire font il ils j j'ai je l la le les leur leurs lors lui m ma mais me même mes
moins mon n n'a n'est ne ni nos notre nous on ont ou où par pas pendant peu peut plus pour pourrait premier première
près qu qu'elle qu'il qu'ils quand que quel quelle qui s s'est sa sans sauf se selon sera ses si son sont sous sur ta
tandis te tous tout toute toutes très tu un une vers votre vous y
"""
_RUSSIAN = """
а без более больше будет бы был была были было быть в вам вас ведь во вот все всего всех вы где да даже для до его ее ей
если есть ещё еще же за здесь и из или им их к как какой когда которая которые который кто ли между меня мне может мы на
над надо наш не него нее ней нет ни них но о об один он она они оно от очень по под после потом потому при про раз с
сам свой себе себя сейчас сказал сказала со так также такой там тем то того тоже только том тот ту ты у уже хотя чего
чем через что чтобы эта эти это этого этой этом этот я
"""
_ITALIAN = """
a ad ai al alla alle allo anche ancora avere aveva c che chi ci come con contro cui da dagli dai dal dalla dalle degli
dei del dell della delle detto di dopo dove due e è ed era erano essere fa fare fatto fino fra gli ha hanno ho i il in
io l la le lei lo loro lui ma me mentre mi molto ne negli nei nel nella nelle noi non o ogni oggi per perché però più
poi prima può qualche quando quanto quella quelle quelli quello questa queste questi questo s sarà se secondo sei senza
si sia sono sta stata stati stato su sua sue sugli sui sul sulla suo suoi tra tutti tutto un una uno vi
"""

FUNCTION_WORDS = {
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
    "es": frozenset(_SPANISH.split()),
    "fr": frozenset(_FRENCH.split()),
    "ru": frozenset(_RUSSIAN.split()),
    "it": frozenset(_ITALIAN.split()),
}
"""Words that hold a sentence together, by language (ISO 639-1)."""

_NUMBERS = {
    "0": "zero null cero zéro",
    "2": "two zwei dos deux два",
    "3": "three drei tres trois три",
    "4": "four vier cuatro quatre четыре",
    "5": "five fünf cinco cinq пять",
    "6": "six sechs seis шесть",
    "7": "seven sieben siete sept семь",
    "8": "eight acht ocho huit восемь",
    "9": "nine neun nueve neuf девять",
    "10": "ten zehn diez dix десять",
    "11": "eleven elf once onze",
    "12": "twelve dozen zwölf dutzend doce docena douze douzaine",
    "13": "thirteen dreizehn trece treize",
    "14": "fourteen vierzehn catorce quatorze",
    "15": "fifteen fünfzehn quince quinze",
    "16": "sixteen sechzehn dieciséis seize",
    "17": "seventeen siebzehn diecisiete",
    "18": "eighteen achtzehn dieciocho",
    "19": "nineteen neunzehn diecinueve",
    "20": "twenty zwanzig veinte vingt",
    "30": "thirty dreißig treinta trente",
    "40": "forty vierzig cuarenta quarante",
    "50": "fifty fünfzig cincuenta cinquante",
    "60": "sixty sechzig sesenta soixante",
    "70": "seventy siebzig setenta",
    "80": "eighty achtzig ochenta",
    "90": "ninety neunzig noventa",
    "100": "hundred hundert cien ciento cent",
    "1000": "thousand tausend mil mille",
}
NUMBER_WORDS = {word: digits for digits, words in _NUMBERS.items() for word in words.split()}
"""A number word to its digits. The words for one are left out: most of them are articles."""
del NUMBER_WORDS["once"], NUMBER_WORDS["mille"]  # an English adverb, and half of a unit of length

_POINTING = """
this that these those such dies diese dieses dieser esto eso ello ce cela
"""
POINTING = frozenset(_POINTING.split())
"""Words that point back at the sentence before when they open one."""
