"""What pages call their parts: words of class names, ids and roles, as the sites of many publishers write them.

A name is split at hyphens, underscores and capitals; its words and neighbours joined are looked up, so that
`image__caption`, `imageCaption` and `img-caption` are one. The lists are general English, with the usual words of
German, French and Spanish sites; no site's own names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto
from itertools import pairwise


class Part(Enum):
    """What a paragraph of a page is, as its markup says."""

    TITLE = auto()
    SUBHEAD = auto()
    BYLINE = auto()
    DATE = auto()
    CAPTION = auto()
    LEDE = auto()  # the standfirst between headline and text
    RELATED = auto()  # links to other articles, prompts to subscribe: shown apart
    NOISE = auto()  # menus, adverts, share buttons, comments: dropped
    WALL = auto()  # what stands where the text would go on for those who pay
    PROSE = auto()


def words(text: str) -> frozenset[str]:
    """The set of the words in a text."""
    return frozenset(text.split())


_LISTS: tuple[tuple[Part, frozenset[str]], ...] = (
    (
        Part.WALL,
        words(
            "paywall regwall subscribewall subscriptionwall subscriptionprompt paygate contentgate "
            "articlegate piano meterwall premiumwall premiumbox barrier registrationwall loginwall "
            "paidbarrier subscriberonly lockedcontent"
        ),
    ),
    (
        Part.CAPTION,
        words(
            "caption captions figcaption captiontext credit credits photocredit imagecredit "
            "imagedescription imagemeta imagesource mediadescription picturecredit bildunterschrift "
            "bildtext legende piefoto copyrightimage"
        ),
    ),
    (
        Part.NOISE,
        words(
            "nav navigation navbar menu submenu breadcrumb breadcrumbs share sharing shares sharebar "
            "sharetools social socialmedia comment comments commentlist disqus ad ads advert adverts "
            "advertisement advertising adslot adunit adcontainer dfp gpt sponsor sponsored "
            "sponsoredcontent nativead cookie cookies consent gdpr banner skiplink skipto sronly "
            "screenreader visuallyhidden printonly toolbar tools player videoplayer widget sidebar "
            "rail masthead siteheader sitefooter pagefooter footer copyright popup modal overlay "
            "login weather ticker pagination pager poll quiz survey rating anzeige werbung publicite "
            "publicidad outbrain taboola disclaimer accessibility"
        ),
    ),
    (
        Part.RELATED,
        words(
            "related relateds relatedlinks relatedarticles recirc recirculation recommend recommended "
            "recommendation recommendations readmore readnext readalso moreon morefrom morestories "
            "morenews morelike seealso alsoread mostread mostpopular mostviewed mostshared trending "
            "popular upnext furtherreading teaser teasers promo promos promobox newsletter "
            "newsletters signup subscribe subscription tag tags taglist topics topiclist keywords "
            "onward richlink inlinelink linkbox storylinks storylink interstitial inarticlelink "
            "mehrzum weitere lireaussi alire relacionadas relacionados relacionada donate donation "
            "callout support appeal emailsub emailsignup epic contributions membership pullquote pullquotes pq catcher"
        ),
    ),
    (
        Part.LEDE,
        words(
            "standfirst subtitle subheadline subheading dek deck lede leadin introtext articleintro articledesc desc "
            "articlesummary summary excerpt abstract vorspann chapo chapeau entradilla sottotitolo teasertext"
        ),
    ),
    (
        Part.BYLINE,
        words(
            "byline bylines author authors authorname authors articleauthor contributor contributors "
            "writer autor auteur"
        ),
    ),
    (
        Part.DATE,
        words(
            "date dates dateline timestamp pubdate publishdate publisheddate publishtime publishedat "
            "publishedon postedon datetime updated lastupdated datum fecha published"
        ),
    ),
)
_BIO = words("bio authorbio authorbox authorcard authorprofile abouttheauthor aboutauthor contributorbio")
_CONTAINER = words(
    "articlebody articlecontent articletext articlecopy storybody storycontent storytext "
    "postbody postcontent entrycontent entrybody contentbody bodycontent bodytext bodycopy "
    "newsbody newscontent newstext maintext textbody articlemain articlebodytext "
    "storybodytext bodymain liveblog liveblogposts liveposts"
)
_MODIFIERS = words("has with no without is js not hide show enable")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SPLIT = re.compile(r"[^a-z]+")


def part_named(names: Iterable[str]) -> Part | None:
    """The part that class names, ids or roles name; None where they name none."""
    keys = {key for name in names for key in _keys(name)}
    if keys & _BIO:
        return Part.RELATED
    return next((part for part, words in _LISTS if keys & words), None)


def names_container(names: Iterable[str]) -> bool:
    """Whether class names or ids say that an element holds an article's text."""
    return any(key in _CONTAINER for name in names for key in _keys(name))


def _keys(name: str) -> set[str]:
    """The words of one name and each two and three neighbours joined; "has-sidebar" says nothing about the element."""
    words = [w for w in _SPLIT.split(_CAMEL.sub("-", name[:80]).lower()) if w]
    if not words or words[0] in _MODIFIERS:
        return set()
    pairs = {a + b for a, b in pairwise(words)}
    triples = {a + b + c for a, b, c in zip(words, words[1:], words[2:], strict=False)}
    return {*words, *pairs, *triples}
