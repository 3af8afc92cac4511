"""Print how well and how fast sentence splitters cut news, ours beside the libraries that are installed.

usage: python benchmarks/sentences.py [GOLD_DIR] [--ewt FILE.jsonl] [--misses]

A sentence counts as found when its letters and digits equal those of a gold sentence of the same paragraph; the figure
is F1 over all paragraphs of a set. Libraries that are not installed are named and left out:
pip install pysbd nupunkt choppa-srx sentencex syntok
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tui"))

from variorum.engine.segmenting.sentences import sentences  # noqa: E402 - the checkout's own package, without installing it

Splitter = Callable[[str, str], list[str]]
Paragraph = tuple[str, list[str], str]


def squash(text: str) -> str:
    """Letters and digits only."""
    return "".join(c for c in text.lower() if c.isalnum())


def gold_paragraphs(folder: Path) -> Iterable[Paragraph]:
    """The paragraphs of the annotated stories with their sentences."""
    for path in sorted(folder.glob("*/gold.json")):
        for article in json.loads(path.read_text("utf-8"))["articles"].values():
            raw = (path.parent / article["file"]).read_text("utf-8-sig")
            by_paragraph: dict[int, list[str]] = defaultdict(list)
            at = 0
            for sentence in article["sentences"]:
                at = raw.index(sentence, at)
                by_paragraph[len(re.findall(r"\n\s*\n", raw[:at]))].append(sentence)
                at += len(sentence)
            for found in by_paragraph.values():
                start = raw.index(found[0])
                end = raw.index(found[-1], start) + len(found[-1])
                yield raw[start:end], found, article["lang"]


def ewt_paragraphs(path: Path) -> Iterable[Paragraph]:
    """Paragraphs of a JSON Lines file whose `sentences` are joined by a blank."""
    for line in path.read_text("utf-8").splitlines():
        found = json.loads(line)["sentences"]
        yield " ".join(found), found, "en"


def ours(text: str, language: str) -> list[str]:
    """The engine's own splitter."""
    return [text[a:b] for a, b in sentences(text, 0, len(text), language=language)]


def _pysbd() -> Splitter:
    import pysbd  # noqa: PLC0415 - measured only where installed

    made = {code: pysbd.Segmenter(language=code, clean=False, char_span=True) for code in ("en", "de", "es")}
    return lambda text, language: [s.sent for s in made[language].segment(text)]


def _nupunkt() -> Splitter:
    import nupunkt  # noqa: PLC0415 - likewise

    return lambda text, _: list(nupunkt.sent_tokenize(text))


def _choppa() -> Splitter:
    import choppa  # noqa: PLC0415 - likewise
    from choppa.iterators import SrxTextIterator  # noqa: PLC0415 - likewise
    from choppa.srx_parser import SrxDocument  # noqa: PLC0415 - likewise

    rules = Path(choppa.__file__).parent / "data/srx/languagetool_segment.srx"
    document = SrxDocument(ruleset=rules)
    return lambda text, language: list(SrxTextIterator(document, f"{language}_two", text))


def _sentencex() -> Splitter:
    import sentencex  # noqa: PLC0415 - likewise

    return lambda text, language: list(sentencex.segment(language, text))


def _syntok() -> Splitter:
    from syntok import segmenter  # noqa: PLC0415 - likewise

    return lambda text, _: [
        "".join(t.spacing + t.value for t in sentence) for para in segmenter.process(text) for sentence in para
    ]


LIBRARIES: dict[str, tuple[str, Callable[[], Splitter]]] = {
    "pysbd": ("pysbd", _pysbd),
    "nupunkt": ("nupunkt", _nupunkt),
    "choppa-srx": ("choppa.iterators", _choppa),
    "sentencex": ("sentencex", _sentencex),
    "syntok": ("syntok.segmenter", _syntok),
}


def f1(split: Splitter, paragraphs: Iterable[Paragraph], misses: list[str]) -> float:
    """F1 of the sentences found."""
    predicted = wanted = right = 0
    for text, gold, language in paragraphs:
        keys = [squash(s) for s in gold if squash(s)]
        found = [squash(s) for s in split(text, language) if squash(s)]
        left = list(keys)
        for key in found:
            if key in left:
                left.remove(key)
                right += 1
        if left:
            misses.append(" ¦ ".join(s.strip() for s in split(text, language)))
        predicted += len(found)
        wanted += len(keys)
    return 2 * right / (predicted + wanted) if predicted + wanted else 0.0


def import_time(module: str) -> float:
    """Milliseconds that importing a module adds to starting Python; the best of five."""

    def run(code: str) -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(ROOT / "tui")})
        return time.perf_counter() - began

    return (min(run(f"import {module}") for _ in range(5)) - min(run("pass") for _ in range(5))) * 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=ROOT / "tests" / "gold")
    parser.add_argument("--ewt", type=Path, help="paragraphs of UD English EWT as JSON Lines")
    parser.add_argument("--misses", action="store_true", help="print the paragraphs that ours cuts otherwise")
    options = parser.parse_args()
    gold = list(gold_paragraphs(options.gold))
    sets = {f"gold {code}": [p for p in gold if p[2] == code] for code in ("en", "de", "es")}
    if options.ewt:
        sets["ewt"] = list(ewt_paragraphs(options.ewt))
    long = [" ".join(p[0] for p in gold)] * 8
    print(f"{'':12}" + "".join(f"{name:>10}" for name in sets) + f"{'µs/sent.':>10}{'import ms':>11}")
    splitters: dict[str, tuple[str, Callable[[], Splitter]]] = {
        "variorum": ("variorum.engine.segmenting.sentences", lambda: ours),
        **LIBRARIES,
    }
    for name, (module, make) in splitters.items():
        try:
            split = make()
        except ImportError:
            print(f"{name:12} not installed")
            continue
        missed: dict[str, list[str]] = {key: [] for key in sets}
        figures = [f1(split, paragraphs, missed[key]) for key, paragraphs in sets.items()]
        began = time.perf_counter()
        count = sum(len(split(text, "en")) for text in long[: 1 if name == "choppa-srx" else 8])
        each = (time.perf_counter() - began) / count * 1e6
        print(f"{name:12}" + "".join(f"{x:>10.3f}" for x in figures) + f"{each:>10.0f}{import_time(module):>11.0f}")
        if name == "variorum" and options.misses:
            print("\n".join(f"{key}: {text}" for key, texts in missed.items() for text in texts))


if __name__ == "__main__":
    main()
