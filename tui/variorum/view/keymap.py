"""Which key does what, everywhere: the tables of keys, with those that the settings set otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from variorum.errors import ConfigError
from variorum.text.sanitise import clean_line
from variorum.view.keys import BEGIN, END, READER, SELECTING, Key, plain_key
from variorum.view.list_keys import LISTS, OWN

EVERY: tuple[Key, ...] = tuple(
    dict.fromkeys((*READER, *SELECTING, *LISTS, *(key for own in OWN.values() for key in own)))
)
"""All keys, as the help lists them."""

_OF: Mapping[str, Key] = {key.id: key for key in EVERY}

_WRITTEN: Mapping[str, str] = {
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
"""Keys that people write otherwise than Textual does, beyond a capital."""


@dataclass(frozen=True)
class Keymap:
    """Key (as `plain_key` names it) → id, for each place in which keys are pressed.

    Attributes:
        reader: In the panes and the panels beside them.
        selecting: While words are chosen; what is not in it means what it does in the panes.
        lists: In lists and tables over the reader.
        own: In the lists that have keys of their own, by the names of their views; these come first there.
        remapped: Ids to the keys that the settings give them.
    """

    reader: Mapping[str, str]
    selecting: Mapping[str, str]
    lists: Mapping[str, str]
    remapped: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def shown(self, key: Key) -> str:
        """The keys of an entry as people write them."""
        if key.id not in self.remapped:
            return key.shown
        return " ".join(written(name) for name in self.remapped[key.id].split(",") if name.strip())

    def label(self, *ids: str) -> str:
        """The first key of each id as people write it, with blanks between them."""
        return " ".join(self.shown(_OF[id]).partition(" ")[0] for id in ids)

    def said(self, words: str) -> str:
        """Words with the keys that `press` has put in, as people write them."""
        if BEGIN not in words:
            return words
        first, *rest = words.split(BEGIN)
        parts = (part.partition(END) for part in rest)
        return first + "".join(self.label(id) + after for id, _, after in parts)


def written(name: str) -> str:
    """A key as people write it: Textual's `ctrl+x`, `question_mark` or `escape` as `Ctrl+X`, `?` or `Esc`."""
    before, _, last = clean_line(name).strip().rpartition("+")
    if not last:  # the key + itself
        return "+"
    plain = plain_key(last)
    said = _WRITTEN.get(plain, plain if len(plain) == 1 and not before else plain.capitalize())
    return "+".join((*(part.capitalize() for part in before.split("+") if part), said))


def make_keymap(remapped: Mapping[str, str], path: str = "settings") -> Keymap:
    """The keys of the tables, with those of the settings in their place.

    Raises:
        ConfigError: An id is unknown, or two would share a key; the message names the file and the id.
    """
    known = [entry.id for entry in EVERY]
    for id in remapped:
        if id not in known:
            raise ConfigError(
                f"{clean_line(path)}: keys.{clean_line(id)}: there is no such binding", f"there are {', '.join(known)}"
            )
    reader, selecting, lists = (_taken(table, remapped, clean_line(path)) for table in (READER, SELECTING, LISTS))
    own = {name: _taken(table, remapped, clean_line(path)) for name, table in OWN.items()}
    return Keymap(reader, selecting, lists, remapped, own)


def _taken(table: Sequence[Key], remapped: Mapping[str, str], path: str) -> dict[str, str]:
    """Key → id of one table."""
    taken: dict[str, str] = {}
    for entry in table:
        for name in map(plain_key, remapped.get(entry.id, entry.keys).split(",")):
            if name in taken and taken[name] != entry.id:
                wrong, other = (entry.id, taken[name]) if entry.id in remapped else (taken[name], entry.id)
                said = f"{path}: keys.{wrong}: {clean_line(name)} is taken by {other} already"
                raise ConfigError(said, "choose another, or give that one another as well")
            taken[name] = entry.id
    return taken
