"""How to tell that a text ends before its article does: prompts to pay, ellipses, "[+1234 chars]"."""

from __future__ import annotations

import re

from variorum.text.patterns import lazy_pattern

_ENDING = lazy_pattern(
    r"(?:\[\s*(?:…|\.{3}|&hellip;|\+\s*\d+\s*chars)\s*\]|[\w\s,](?:…|\.{3,4}))\s*"
    r"(?:\[\+\d+ chars\]|\(?(?:read|continue|weiterlesen|lire la suite|leer más|more)\b[^.]{0,30})?\s*$",
    re.I,
)
_PROMPTS = (
    r"subscribe (?:now )?(?:to|for) (?:continue|read|keep|unlock|full|get|access|unlimited)",
    r"to (?:continue|keep) reading|continue reading (?:with|your|this article|for)",
    r"to read the (?:full|rest|whole|complete)|read the (?:full|rest of the) (?:article|story) (?:with|by|for)",
    r"already (?:a |have a )?(?:subscriber|subscription|subscribed|registered|a member|have an account)",
    r"(?:this|the) (?:article|story|content) is (?:for|only|exclusive|reserved|available (?:only )?(?:to|for))"
    r"[^.]{0,30}(?:subscribers?|members?)",
    r"(?:subscriber|member|premium)[- ](?:only|exclusive)|exclusive to (?:subscribers|members)",
    r"(?:sign in|log in|register|create (?:a free|an) account)[^.]{0,30} to (?:read|continue|keep|unlock|access)",
    r"unlock (?:this|the full) (?:article|story)",
    r"you(?:'|’)ve (?:reached|read|used) (?:your|all|\d)[^.]{0,40}(?:articles?|limit)",
    r"articles? (?:left|remaining) this (?:month|week)",
    r"weiterlesen mit|jetzt weiterlesen|um (?:den artikel|diesen artikel|weiter)[^.]{0,40}(?:lesen|abo)",
    r"(?:nur|exklusiv) für abonnenten",
    r"(?:article|contenu) réservé (?:à nos|aux) abonnés|pour lire la suite|déjà abonné",
    r"il vous reste [\d.,]+ ?% de cet article",
    r"(?:suscríbe(?:te|se)|regístr(?:ate|ese)|inicia sesión) para (?:seguir|continuar|leer)",
    r"contenido exclusivo para suscriptores|ya eres suscriptor",
    r"contenuto riservato agli abbonati|per continuare a leggere",
    r"conteúdo exclusivo para assinantes|para continuar lendo",
)
_PROMPT = lazy_pattern("|".join(_PROMPTS), re.I)


def is_prompt(text: str) -> bool:
    """Whether a paragraph asks for a subscription or a login before the text goes on."""
    return len(text) < 400 and _PROMPT.search(text) is not None


def ends_cut_off(last: str) -> bool:
    """Whether a last paragraph stops in the middle: an ellipsis, or a service's count of what is left out."""
    return _ENDING.search(last[-80:]) is not None


def is_cut_off(text: str) -> bool:
    """Whether a plain text ends before its article does, by its last paragraphs."""
    paragraphs = [p for p in (line.strip() for line in text.rstrip()[-2000:].split("\n")) if p]
    if not paragraphs:
        return False
    return ends_cut_off(paragraphs[-1]) or any(is_prompt(p) for p in paragraphs[-3:])
