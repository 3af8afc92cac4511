"""Ids that are made of what they name."""

from __future__ import annotations

from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.digest import named_id

_NAMESPACE = "6f1c0a3e-5b0e-5d0c-9a77-0d6a1d2f7c11"
_PARTS = st.lists(st.text(st.characters(exclude_categories=["Cs"])))


@given(_PARTS)
def test_an_id_is_the_uuid_of_version_5_of_the_lines(parts: list[str]) -> None:
    assert named_id(_NAMESPACE, *parts) == str(uuid5(UUID(_NAMESPACE), "\n".join(parts)))
