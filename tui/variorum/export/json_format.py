"""The JSON report of a story, schema 1."""

from __future__ import annotations

import json
from typing import Any

from variorum.engine.nouns import Article, Comparison, Story


def story_to_json(story: Story) -> str:
    """The whole story as one JSON document with a newline at its end."""
    return json.dumps(story_document(story), ensure_ascii=False, indent=1) + "\n"


def story_document(story: Story) -> dict[str, Any]:
    """The story as the plain values of schema 1."""
    return {
        "schema": 1,
        "articles": [_article(a) for a in story.articles],
        "pairs": [_pair(c) for c in story.comparisons],
        "quotes": [],
        "headlines": [],
        "facts": [],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "sentences": [
            {
                "text": article.text[s.start : s.end],
                "start": s.start,
                "end": s.end,
                "paragraph": s.paragraph,
                "role": s.role.value,
            }
            for s in article.sentences
        ],
    }


def _pair(comparison: Comparison) -> dict[str, Any]:
    return {
        "a": comparison.a.id,
        "b": comparison.b.id,
        "links": [
            {
                "a": list(link.a),
                "b": list(link.b),
                "relation": link.relation.value,
                "score": round(link.score, 4),
                "by": link.by.value,
                "why": list(link.why),
                "spans": [],
                "discrepancies": [{"type": d.type.value, "a": d.a, "b": d.b} for d in link.discrepancies],
            }
            for link in comparison.links
        ],
        "unique_a": list(comparison.unique_a),
        "unique_b": list(comparison.unique_b),
        "share_a": round(comparison.share_a, 4),
        "share_b": round(comparison.share_b, 4),
    }
