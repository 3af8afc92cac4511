"""Which language a text is in, told cheaply by its script and its smallest words."""

from __future__ import annotations

from collections import Counter
from typing import Final

from variorum.engine.words.speech import listed
from variorum.text.patterns import lazy_pattern

SAMPLE = 6000
"""Characters looked at."""

_LATIN: Final = {
    "en": listed(
        """the of and to in is was that for on with as by he she it they at from said has have had not but his"""
    ),
    "de": listed(
        """der die das und ist nicht von zu den mit ein eine im auf für dem des sich auch wird wurde nach bei am"""
    ),
    "fr": listed(
        """le la les des et est une du dans que qui pour pas au sur il elle avec ce par ont été aux plus cette"""
    ),
    "es": listed(
        """el la los las de que y en un una del se por con para su al lo como más pero fue este ha sus según"""
    ),
    "it": listed("""il lo gli di che e un una per non con del della è si da nel sono alla ha più anche dei delle"""),
    "pt": listed("o a os as de que e em um uma do da não para com por no na se mais foi dos ao pelo disse"),
    "nl": listed("de het een en van in is dat op te zijn met voor niet aan er ook door bij maar werd naar"),
    "sv": listed("och att det som en på är av för med den till inte har de ett om var från"),
    "da": listed("og at det som en på er af for med den til ikke har de et om var fra blev"),
    "nb": listed("og at det som en på er av for med den til ikke har de et om var fra ble"),
    "pl": listed("i w nie na się z do jest że to o jak po za od przez ale oraz dla był"),
    "fi": listed("ja on ei että oli se hän mutta kun ovat myös joka tai sekä"),
    "tr": listed("ve bir bu da de için ile olarak çok daha olan gibi sonra kadar"),
    "cs": listed("a se v na je že s z do o k ale jako za po by byl podle"),
}
_WORD = lazy_pattern(r"[^\W\d_]+")
_FAR = lazy_pattern(r"[^\x00-\xff]")
_RANGES: Final = (
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7a3"),
    ("zh", "\u3400", "\u9fff"),
    ("ar", "\u0600", "\u06ff"),
    ("he", "\u0590", "\u05ff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("hi", "\u0900", "\u097f"),
    ("th", "\u0e00", "\u0e7f"),
)
_USUAL = "en"
_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_PERSIAN = frozenset("پچژگ")


def guess_language(text: str) -> str:
    """The ISO 639-1 code of a text's language; English where too little speaks for any."""
    sample = text[:SAMPLE]
    scripts = Counter(code for c in _FAR.findall(sample) for code, low, high in _RANGES if low <= c <= high)
    if scripts:
        latin = sum(c.isascii() and c.isalpha() for c in sample)
        code, count = scripts.most_common(1)[0]
        if scripts["ja"] * 10 > scripts["zh"] and scripts["ja"] > 4:
            code = "ja"
        if sum(scripts.values()) * 2 > latin and count > 3:
            return _variant(code, sample)
    words = Counter(_WORD.findall(sample.lower()))
    scores = {code: sum(words[w] for w in small) for code, small in _LATIN.items()}
    best = max(scores, key=lambda code: (scores[code], code == _USUAL))
    return best if scores[best] * 12 >= words.total() and scores[best] > scores[_USUAL] else _USUAL


def _variant(code: str, sample: str) -> str:
    """The language of a script that several share."""
    if code == "ru" and sum(c in _UKRAINIAN for c in sample) > 3:
        return "uk"
    return "fa" if code == "ar" and sum(c in _PERSIAN for c in sample) > 3 else code
