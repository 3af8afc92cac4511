"""The words that make figures: numerals, months, units and marks of approximation, by language.

Only data. English is thorough, German and Spanish good, French a start, Russian
in `figure_russian`; every other language has digits and the units that are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from variorum.engine.details.numerals import Numerals
from variorum.engine.words.word_lists import count_words, word_set


def _english() -> Numerals:
    words = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    units: dict[str, float] = dict(count_words(words + " seventeen eighteen nineteen", 0))
    tens = count_words("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 2)
    units |= {word: 10.0 * n for word, n in tens.items()}
    ordinals = count_words(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth"
    )
    ordinals |= {word[:-1] + "ieth": 10 * n for word, n in tens.items()} | {"hundredth": 100, "thousandth": 1000}
    parts = {w: n for w, n in ordinals.items() if 3 <= n <= 10} | {"quarter": 4}
    return Numerals(
        units=units,
        scales={"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}
        | {"mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7},
        joiners=word_set("and"),
        ordinals=ordinals,
        fractions=parts | {w + "s": n for w, n in parts.items()},
        half=word_set("half halves"),
        articles=word_set("a an one"),
        versus=word_set("to"),
        in_all=word_set("in of"),
        months=count_words(
            "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
            "october/oct november/nov december/dec"
        ),
        weekdays=count_words("monday tuesday wednesday thursday friday saturday sunday", 0),
        year_before=word_set(
            "in since from of by until till before after during for year early late mid around about to and the "
            "spring summer autumn fall winter back last"
        ),
        clock=word_set("o'clock o’clock"),
        noon=word_set("noon midday"),
        midnight=word_set("midnight"),
        about=word_set("about around some roughly approximately approx estimated circa"),
        over=word_set("over more least above exceeding beyond minimum after past upwards"),
        under=word_set(
            "almost nearly under within less fewer up below close most many much before short toward towards"
        ),
        stop=word_set(
            "of in on at to and or the a an by for from with was were is are had has have who that which as but than "
            "after before when while since until into over under per it they he she its their his her not be been "
            "said will would could can"
        ),
        capital_dates=True,
        decimal_comma=False,
    )


def _german() -> Numerals:
    small = count_words(
        "null eins zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn", 0
    )
    small |= {"sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19}
    tens = count_words("zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 2)
    ones = {"ein": 1} | {w: n for w, n in small.items() if 2 <= n <= 9}
    units: dict[str, float] = {**small, **{w: 10 * n for w, n in tens.items()}}
    units |= {f"{one}und{ten}": n + 10 * m for one, n in ones.items() for ten, m in tens.items()}
    units |= {"hundert": 100, "tausend": 1000, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5}
    units |= {f"{one}hundert": 100 * n for one, n in ones.items()} | {
        f"{one}tausend": 1000 * n for one, n in ones.items()
    }
    stems = count_words("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft")
    return Numerals(
        units=units,
        scales={"hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9}
        | {"milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "dutzend": 12},
        ordinals={stem + end: n for stem, n in stems.items() for end in ("e", "en", "er", "es", "em")},
        fractions={"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10},
        half=word_set("hälfte halbe halben halber halbes"),
        articles=word_set("ein eine einem einen einer eines"),
        versus=word_set("zu"),
        in_all=word_set("von"),
        months=count_words(
            "januar/jan/jänner februar/feb märz april/apr mai juni juli august/aug september/sept/sep oktober/okt "
            "november/nov dezember/dez"
        ),
        weekdays=count_words("montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag", 0),
        year_before=word_set(
            "im in seit von bis vor nach ab jahr jahre jahres um anno sommer herbst winter frühjahr ende anfang"
        ),
        clock=word_set("uhr h"),
        noon=word_set("mittag mittags"),
        midnight=word_set("mitternacht"),
        about=word_set("etwa rund circa ca ungefähr zirka gegen schätzungsweise"),
        over=word_set("über mehr mindestens gut wenigstens nach"),
        under=word_set("fast knapp nahezu beinahe bis höchstens weniger unter kurz maximal kaum"),
        stop=word_set(
            "der die das den dem des und oder in im am an auf mit von vom zu zum zur bei nach vor aus für ist war "
            "waren sind hat haben wurde wurden als wie dass ein eine einer einem einen sich nicht"
        ),
    )


def _spanish() -> Numerals:
    units: dict[str, float] = dict(
        count_words(
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
            "dieciséis/dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna "
            "veintidós/veintidos veintitrés/veintitres veinticuatro veinticinco "
            "veintiséis/veintiseis veintisiete veintiocho veintinueve",
            0,
        )
    )
    units |= {
        w: 10 * n for w, n in count_words("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 3).items()
    }
    hundreds = count_words(
        "cien/ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos"
    )
    hundreds |= {"novecientos": 9}
    units |= {w: 100 * n for w, n in hundreds.items()} | {w[:-2] + "as": 100 * n for w, n in hundreds.items() if n > 1}
    del units["uno"]
    units["mil"] = 1000
    ordinals = count_words(
        "primer/primero/primera segundo tercer/tercero/tercera cuarto quinto sexto séptimo octavo noveno décimo"
    )
    return Numerals(
        units=units,
        scales={"mil": 1e3, "millón": 1e6, "millon": 1e6, "millones": 1e6, "docena": 12, "docenas": 12, "decena": 10}
        | {"centenar": 100},
        joiners=word_set("y"),
        ordinals=ordinals | {"segunda": 2, "cuarta": 4, "quinta": 5, "sexta": 6, "décima": 10},
        fractions={"tercio": 3, "tercios": 3, "cuartos": 4, "quinto": 5, "quintos": 5, "décimo": 10},
        half=word_set("mitad medio media"),
        articles=word_set("un una uno"),
        versus=word_set("a"),
        in_all=word_set("de"),
        months=count_words(
            "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre"
        ),
        weekdays=count_words("lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo", 0),
        year_before=word_set("en desde de hasta del año años antes después hacia verano invierno otoño primavera"),
        clock=word_set("horas h"),
        noon=word_set("mediodía mediodia"),
        midnight=word_set("medianoche"),
        about=word_set("unos unas alrededor aproximadamente cerca torno aproximado"),
        over=word_set("más mas al superior sobre"),
        under=word_set("casi menos hasta prácticamente inferior"),
        stop=word_set(
            "de del la las el los en y o a al con por para que se un una su sus es era fue son han ha como más no lo "
            "entre según tras"
        ),
    )


def _french() -> Numerals:
    units: dict[str, float] = dict(
        count_words(
            "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
            "dix-huit dix-neuf vingt",
            0,
        )
    )
    units |= {
        w: 10 * n
        for w, n in count_words("trente quarante cinquante soixante septante huitante/octante nonante", 3).items()
    }
    units |= {"vingts": 20}
    del units["un"]
    units |= {"cent": 100, "mille": 1000}
    return Numerals(
        units=units,
        scales={"cent": 1e2, "cents": 1e2, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9}
        | {"milliards": 1e9, "douzaine": 12, "dizaine": 10, "vingtaine": 20, "trentaine": 30, "centaine": 100},
        joiners=word_set("et"),
        ordinals=count_words(
            "premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième huitième"
        ),
        fractions={"tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "dixième": 10},
        half=word_set("moitié demi demie"),
        articles=word_set("un une"),
        versus=word_set("à"),
        in_all=word_set("sur"),
        months=count_words(
            "janvier/janv février/févr mars avril mai juin juillet/juil août septembre/sept octobre/oct novembre/nov "
            "décembre/déc"
        ),
        weekdays=count_words("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
        year_before=word_set("en depuis de dès avant après année l'an jusqu'en été hiver printemps automne"),
        clock=word_set("heures heure h"),
        noon=word_set("midi"),
        midnight=word_set("minuit"),
        about=word_set("environ quelque autour vers approximativement"),
        over=word_set("plus au delà"),
        under=word_set("près presque moins jusqu'à quasi"),
        stop=word_set(
            "de du des la le les en et ou à au aux avec par pour que qui se un une son sa ses est était ont a dans sur"
        ),
    )


_BUILDERS = {"en": _english, "de": _german, "es": _spanish, "fr": _french}
_POINT = frozenset({"zh", "ja", "ko", "th", "he", "hi", "ar"})


@cache
def numerals(language: str) -> Numerals:
    """The words of a language (ISO 639-1); an empty table, digits only, where there are none."""
    code = language[:2].lower()
    if code == "ru":
        from variorum.engine.details.figure_russian import russian  # noqa: PLC0415 - only Russian articles need it

        return russian()
    return _BUILDERS[code]() if code in _BUILDERS else Numerals(decimal_comma=code not in _POINT)


@cache
def triggers(language: str) -> frozenset[str]:
    """Every word from which a figure can start; a text with none of them and no digit has no figure."""
    known = numerals(language)
    return frozenset().union(
        known.units, known.scales, known.ordinals, known.fractions, known.half, known.months, known.weekdays,
        known.noon, known.midnight, SPANS_OF_TIME, SEASONS,
    )  # fmt: skip


def _table(rows: Mapping[tuple[str, float], str]) -> dict[str, tuple[str, float]]:
    return {word: unit for unit, words in rows.items() for word in words.split()}


DAY = 86400.0
TIME = _table(
    {
        ("s", 1): "second seconds sec secs sekunde sekunden segundo segundos seconde secondes",
        ("s", 60): "minute minutes min mins minuten minuto minutos minütige minütigen",
        ("s", 3600): "час часа часов hour hours hr hrs stunde stunden stündige stündigen hora horas heure heures",
        ("s", DAY): "day days tag tage tagen tägige tägigen día días dia dias jour jours день дня дней суток",
        (
            "s",
            7 * DAY,
        ): "week weeks woche wochen wöchige wöchigen semana semanas semaine semaines неделя недели недель неделю",
        ("s", 14 * DAY): "fortnight",
        ("s", 30.44 * DAY): "month months monat monate monaten monatige monatigen mes meses mois месяц месяца месяцев",
        (
            "s",
            365.25 * DAY,
        ): "year years yr yrs jahr jahre jahren jährige jährigen jähriger año años an ans année années год "
        "года году лет",
        ("s", 3652.5 * DAY): "decade decades jahrzehnt jahrzehnte jahrzehnten década décadas décennie décennies",
        ("s", 36525 * DAY): "century centuries jahrhundert jahrhunderte jahrhunderten siglo siglos siècle siècles",
    }
)
"""Words to the unit `s` and the seconds in one."""

SPANS_OF_TIME = word_set(
    "decade fortnight century hour day week month year jahrzehnt jahrhundert stunde tag woche monat jahr "
    "década siglo hora día semana mes año décennie siècle heure jour semaine mois"
)
SEASONS = count_words("spring/frühling/frühjahr summer/sommer autumn/fall/herbst winter")
"""Seasons by the order in which a year has them."""
"""Units of time that count one with an article before them."""

DEGREE = "°"
"""The unit of temperatures, of which nothing else is so many."""
MEASURES = _table(
    {
        ("m", 1): "m metre metres meter meters metern metro metros mètre mètres метр метра метров",
        (
            "m",
            1000,
        ): "km kilometre kilometres kilometer kilometers kilometern kilómetro kilómetros kilomètre kilomètres "
        "км километр километра километров",
        ("m", 1609.344): "mile miles meile meilen milla millas",
        ("m", 0.3048): "foot feet ft pies",
        ("m", 0.0254): "inch inches zoll pulgadas",
        ("m", 0.01): "cm centimetre centimetres centimeter centimeters zentimeter centímetros",
        ("m", 0.001): "mm millimetre millimetres millimeter millimeters milímetros",
        ("g", 1): "g gram grams gramm gramme grammes gramo gramos",
        ("g", 1000): "kg kilo kilos kilogram kilograms kilogramm kilogramos",
        ("g", 453.59): "lb lbs",
        ("g", 1e6): "t tonne tonnes ton tons tonnen tonelada toneladas",
        ("l", 1): "litre litres liter liters litern litro litros",
        ("kph", 1): "km/h kph kmh stundenkilometer stundenkilometern",
        ("kph", 1.609344): "mph",
        ("ha", 1): "hectare hectares hektar hectárea hectáreas",
        ("ha", 0.404686): "acre acres",
        (DEGREE, 1): "degree degrees grad grados degrés °",
        ("W", 1e6): "mw megawatt megawatts megawatios",
        ("W", 1e9): "gw gigawatt gigawatts",
    }
)
"""Words to their unit and how many of it they are."""

CURRENCIES = _table(
    {
        ("usd", 1): "$ dollar dollars usd us$ dólar dólares доллар доллара долларов",
        ("eur", 1): "€ euro euros eur",
        ("gbp", 1): "£ pound pounds gbp pfund libras sterling",
        ("jpy", 1): "¥ yen jpy",
        ("cny", 1): "yuan renminbi",
        ("chf", 1): "chf franc francs franken",
        ("inr", 1): "₹ rs rupee rupees",
        ("rub", 1): "₽ rouble roubles ruble rubles rubel рубль рубля рублей руб",
        ("peso", 1): "peso pesos",
        ("krona", 1): "krona kronor krone kroner kronen",
        ("¢", 1): "cent cents pence penny",
    }
)
"""Words and signs to their currency."""

PERCENT = frozenset(
    ["%", "percent", "prozent", "pc", "procent", "percentage", "％", "процент", "процента", "процентов"]
)
PER = frozenset(["per", "por", "pour"])
HUNDRED_OF = frozenset(["cent", "ciento"])
