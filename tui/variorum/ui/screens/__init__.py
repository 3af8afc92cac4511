"""The screens: the reader, and what opens from it by a key (`variorum.ui.commands` says which)."""
