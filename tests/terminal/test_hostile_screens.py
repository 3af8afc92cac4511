"""No screen, dialog, list, message or line of the command draws anything of what articles and people's names carry."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.terminal.harness import ENV, Terminal
from tests.terminal.hostile import FORBIDDEN, HOSTILE, article, leftovers

from variorum.view.keys import READER

pytestmark = pytest.mark.long

BAD = "\x1b]0;owned\x07\x9b31m\x1b[31m\u202egnp\u202c\x08[bold]x[/bold][/b]\u2028<b>%s{0}"
"""What every name, title, tag and note here carries; NUL and line ends are left to the texts."""

COPIED = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*(?:\x07|\x1b\\)")
KEYS = {"colon": ":", "question_mark": "?", "vertical_line": "|", "right_curly_bracket": "}", "space": " ", "tab": "\t"}


def run(*arguments: str | Path, home: Path, **env: str) -> str:
    """What a command writes, wherever; nothing of it may act."""
    command = [sys.executable, "-m", "variorum", *map(str, arguments)]
    environment = {**ENV, "VARIORUM_HOME": str(home), **env}
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, env=environment, input=b"")
    output = (done.stdout + done.stderr).decode("utf-8", "surrogateescape")
    assert not FORBIDDEN.findall(output.replace("\r\n", "\n")), (arguments, output)
    assert "Traceback" not in output, output
    return output


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles whose texts, file names and metadata are all hostile, with one that cannot be read."""
    folder = tmp_path_factory.mktemp("sources")
    stated = []
    for number in range(3):
        name = f"{number}{BAD.replace('/', '_')}.txt"
        (folder / name).write_text("\n\n".join(article(kind, number) for kind in HOSTILE), newline="")
        fields = [f"{field} = {json.dumps(f'{field} {BAD}')}" for field in ("outlet", "title", "byline")]
        stated += [f'["{number}*"]', *fields]
    (folder / "sources.toml").write_text("\n".join(stated))
    (folder / f"empty{BAD.replace('/', '_')}.txt").write_text("")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, sources: Path) -> Path:
    """A library in which tags, notes, names of sets and of an imported set are hostile."""
    home = tmp_path_factory.mktemp("home") / f"lib{BAD.replace('/', '_')}"
    home.mkdir()
    (home / "hint-shown").touch()
    texts = sorted(sources.glob("[0-9]*.txt"))
    for n in range(3):
        words = f"The wall will cost {n + 3} million crowns"
        kept = ("--exact", words, "--tag", f"tag {BAD}", "--set", f"set {n} {BAD}")
        run("note", "add", f"note {BAD}", *texts, *kept, home=home)
    return home


def test_what_is_kept_is_listed_and_exported_inert(home: Path, sources: Path, tmp_path: Path) -> None:
    listed = run("highlights", "list", home=home)
    assert "set 0" in listed
    name = f"set 0 {BAD}"
    run("highlights", "list", name, home=home)
    run("highlights", "list", "--json", home=home)
    run("note", "list", home=home)
    run("note", "list", "--json", home=home)
    run("library", "stories", home=home)
    run("library", "check", home=home)
    run("highlights", "compare", name, f"set 1 {BAD}", home=home)
    for format in ("text", "markdown", "html", "json", "jsonl", "csv", "annotation", "tei", "worksheet", "bibtex"):
        assert "note" in run("export", name, "--format", format, home=home) or format in ("bibtex", "worksheet")
    run("export", name, "-o", tmp_path / f"{BAD.replace('/', '_')}.md", home=home)
    run("export", name, "-o", tmp_path / f"{BAD.replace('/', '_')}.md", home=home)
    run("highlights", "rename", name, f"renamed {BAD}", home=home)
    run("highlights", "rename", f"renamed {BAD}", name, home=home)


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", BAD, f"https://{BAD}/", f"http://127.0.0.1/{BAD}"),
        ("compare", f"wayback:{BAD}", f"a@{BAD}..v2"),
        ("compare", "--format", BAD),
        ("read", "--config", BAD, "x"),
        ("read", "--theme", BAD, "x"),
        ("export", BAD),
        ("import", BAD),
        ("note", "add", "x", "--to", BAD),
        ("highlights", "rm", BAD),
        ("highlights", "merge", BAD, BAD),
        ("library", "forget", BAD),
        ("correct", "role", "body", BAD, BAD),
        ("completion", BAD),
        ("get", f"ftp://{BAD}"),
        (BAD,),
        (f"--{BAD}",),
    ],
    ids=lambda arguments: " ".join(arguments).split(BAD[:2])[0],
)
def test_what_is_typed_wrongly_is_said_inert(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*arguments, home=tmp_path).count("\n") >= 1


def test_the_doctor_says_hostile_surroundings_inert(tmp_path: Path) -> None:
    places = dict.fromkeys(("VARIORUM_HOME", "HOME", "TMUX", "SSH_TTY", "STY", "EDITOR"), f"{tmp_path}/{BAD}")
    for term in (BAD, "xterm-256color", "dumb"):
        assert "TERM" in run("doctor", home=tmp_path, **(places | {"TERM": term, "LANG": "C.UTF-8", "COLORTERM": BAD}))
    (tmp_path / "config.toml").write_text(f"{json.dumps(BAD)} = 1\n")
    assert "config.toml" in run("doctor", home=tmp_path)


@pytest.fixture
def reader(home: Path, sources: Path, tmp_path: Path) -> Iterator[Terminal]:
    places = {"VARIORUM_HOME": str(home), "EDITOR": "true", "VISUAL": "true"}
    with Terminal.variorum(sources, env=places, columns=170, rows=40, cwd=tmp_path) as terminal:  # it exports there
        yield terminal


def test_every_key_and_every_screen(reader: Terminal) -> None:
    reader.wait_for("harbour")
    reader.pump(0.5)
    sent = [KEYS.get(name, name) for name in (key.keys.split(",")[0] for key in READER if key.id != "quit")]
    typed = [key for key in sent if len(key) == 1]  # those with longer names only move
    for n, key in enumerate(typed):
        if n == len(typed) // 2:
            reader.resize(80, 24)
        for press in (key, "jj", "\r", "\x1b", "\x1b"):
            reader.send(press)
            reader.pump(0.05)
    for _ in range(4):
        reader.send("\x1b")
        reader.pump(0.2)
    reader.send("q")
    assert reader.wait_end() in (0, 3)
    assert leftovers(COPIED.sub(b"", reader.raw)) == b""
    assert b"Traceback" not in reader.raw


def test_the_list_of_stories_and_progress(home: Path, sources: Path) -> None:
    with Terminal.variorum(env={"VARIORUM_HOME": str(home)}) as listed:
        listed.wait_for("STORIES")
        listed.send("\x1b")
        assert listed.wait_end() == 0
        assert leftovers(listed.raw) == b""
    with Terminal.variorum("compare", sources, BAD, env={"VARIORUM_HOME": str(home)}) as talking:
        assert talking.wait_end(30) == 3
        assert leftovers(talking.raw) == b""


def test_what_a_feed_offers_is_listed_inert(tmp_path: Path) -> None:
    bad = BAD.translate({n: f"&#{n};" for n in (0x9B, 0x202E, 0x202C, 0x2028)} | {0x3C: "&lt;"})
    bad = re.sub("[\x00-\x1f]", "", bad)
    items = "".join(f"<item><title>{n} {bad}</title><link>https://a.example/{n}{bad}</link></item>" for n in range(3))
    (tmp_path / "feed.xml").write_text(f"<rss version='2.0'><channel><title>{bad}</title>{items}</channel></rss>")
    output = run("compare", tmp_path / "feed.xml", home=tmp_path / "home")
    assert "gnp" in output
    with Terminal.variorum(tmp_path / "feed.xml", env={"VARIORUM_HOME": str(tmp_path / "home")}) as terminal:
        terminal.wait_for("gnp")
        terminal.send("j")
        terminal.pump(0.2)
        terminal.send("q")
        terminal.wait_end()
        assert leftovers(terminal.raw) == b""
