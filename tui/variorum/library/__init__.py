"""What a reader keeps: stories, highlights, notes, corrections, links made by hand and sessions, in SQLite.

    library = Library(paths.library_path())             creates and opens nothing yet; safe to use from any thread
    record = stories.keep_story(library, articles)      find by its sources (or texts), or create
    stories.recent_stories(library)                     newest first, for `variorum` without a source
    stories.load_story(library, story_id)               with its articles as they were read last

    sets.list_sets(library, story_id)                   every set of a story; load_set has its highlights
    highlights.keep(library, story_id, highlight)       into the default set, or `set_id=…`; the same id again replaces
    highlights.keep_all(library, story_id, several)     one transaction, one step to undo
    highlights.drop(library, set_id, highlight_id)
    highlights.all_tags(library)                        for completion, the commonest first
    highlights.search_notes(library, "words")
    sets.create_set / rename_set / merge_sets / delete_set / default_set / find_set
    sets.compare_sets(first, second)                    what is in one and not in the other

    records.reader_links / save_reader_links            by the difference of two values, so that two sessions add up
    records.corrections / save_corrections              likewise
    records.load_session / save_session                 plain JSON values, one for each story

    undo.undo(library, story_id) / undo.redo(…)         everything this session wrote, step by step, on disk as well
    care.check / care.backup / care.backups
    restoring.copies / restoring.restore                a backup back in the file's place, which is kept aside

Every call that writes returns after the commit is on disk, and raises `LibraryError` when it is not; then nothing of
it was written, the value in memory is the caller's to keep, and trying again is fine. Reading where there is no library
gives nothing and creates nothing. Writing waits for the disk: call it from a worker, never on the screen's thread.
"""

from __future__ import annotations

from variorum.library.connection import Library

__all__ = ["Library"]
