"""Anchors from words. Published anchors are a contract, so this needs nothing but the standard library."""

from __future__ import annotations

import re
import unicodedata


def slug(words: str) -> str:
    """Words as an anchor: ASCII lower-case letters, digits and single hyphens (`Après–midi d’été` gives
    `apres-midi-dete`; apostrophes vanish, all else that is neither letter nor digit becomes a hyphen)."""
    dashed = re.sub(r"[‐-―]", "-", words)
    plain = unicodedata.normalize("NFKD", dashed).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")
