"""`variorum get URL… -o FOLDER`: fetch articles and keep them as files, each with the page it was read from."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from variorum.cli.output import print_text
from variorum.cli.sources import add_reading, print_entries, reading_options, watch
from variorum.cli.talk import say_failures
from variorum.engine.nouns import Article
from variorum.errors import ExitCode, ExportError
from variorum.export.write import safe_name, write_file
from variorum.reading import ReadOptions, read_all
from variorum.reading.network.fetcher import Fetcher, Page
from variorum.text.moments import utc_now
from variorum.text.sanitise import clean_line

_HINT = "this is a feed: --entries N fetches its first N entries, or name the address of one"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("sources", nargs="+", metavar="URL", help="a page, a feed, or wayback:ADDRESS")
    parser.add_argument("-o", "--output", metavar="FOLDER", type=Path, default=Path(), help="where to; else here")
    parser.add_argument("--force", action="store_true", help="overwrite files that exist")
    add_reading(parser)


def run(options: argparse.Namespace) -> ExitCode:
    """Fetch and save each article, or list the entries of a feed.

    Raises:
        ExportError: A file exists, or cannot be written.
    """
    recorder = Recorder(_fetcher(options))
    chosen = replace(reading_options(options), fetcher=recorder)
    status = ExitCode.DONE
    for source in options.sources:
        with watch() as progress:
            result = read_all([source], progress=progress, options=replace(chosen, entries=0))
        say_failures(result.failures)
        status = ExitCode.UNREADABLE if result.failures else status
        pages = recorder.take()
        if not result.entries:
            _save(result.articles, pages, options)
            continue
        if not chosen.entries:
            print_entries(result.entries, _HINT)
            continue
        for entry in result.entries[: chosen.entries]:
            own = read_all([entry.url or entry.title], options=replace(chosen, entries=0))
            say_failures(own.failures)
            status = ExitCode.UNREADABLE if own.failures else status
            _save(own.articles, recorder.take(), options)
    return status


class Recorder:
    """A fetcher that remembers what it gave, so that the raw page can be kept beside the text."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._pages: list[Page] = []

    def fetch(self, address: str, *, for_programs: bool = False) -> Page:
        """The page at an address.

        Raises:
            Unreadable: It cannot be had.
        """
        page = self._fetcher.fetch(address, for_programs=for_programs)
        self._pages.append(page)
        return page

    def take(self) -> list[Page]:
        """The pages given since the last time."""
        pages, self._pages = self._pages, []
        return pages


def _fetcher(options: argparse.Namespace) -> Fetcher:
    from variorum.reading.network.web import WebFetcher  # noqa: PLC0415 - lazy: the network's modules

    chosen: ReadOptions = reading_options(options)
    return WebFetcher(private=chosen.allow_private_network, cache=chosen.cache_folder, offline=chosen.offline)


def _save(articles: Sequence[Article], pages: Sequence[Page], options: argparse.Namespace) -> None:
    folder: Path = options.output
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: {error.strerror}", "name a folder that can be written") from error
    for number, article in enumerate(articles):
        name = safe_name(" ".join(filter(None, (article.outlet, article.title or article.id))))
        path = folder / f"{name}.txt"
        if article.version:
            path = folder / f"{name}.v{article.version.order}.txt"
        write_file(path, saved_text(article), force=options.force)
        page = pages[-len(articles) :][number] if len(pages) >= len(articles) else None
        if page and page.data:
            _save_page(path, page, force=options.force)
        print_text(f"{clean_line(str(path))}\n", exact=False)


def _save_page(path: Path, page: Page, *, force: bool) -> None:
    """The raw page, in the folder that browsers too put beside a saved page; reading the folder passes over it."""
    beside = path.with_name(f"{path.stem}_files")
    kind = ".html" if "html" in page.media else ".pdf" if "pdf" in page.media else ".raw"
    target = beside / f"page{kind}"
    try:
        beside.mkdir(exist_ok=True)
        write_file(target, page.data, force=force)
    except OSError as error:
        raise ExportError(f"{target}: {error.strerror}", "name another folder, or overwrite with --force") from error


def saved_text(article: Article) -> str:
    """The file's text, with the moment of fetching."""
    from variorum.reading.saving import saved_text as saved  # noqa: PLC0415 - only what is saved needs it

    return saved(article, retrieved=utc_now())
