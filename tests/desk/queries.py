"""Forty queries of every kind: what is typed, the fields of the form, and, by hand, what is asked."""

from __future__ import annotations

from counter import Asked

Query = tuple[str, dict[str, str], Asked]


def word(*patterns: str, **options: bool) -> Asked:
    """All of the words, anywhere in the paragraph."""
    return Asked([[[pattern]] for pattern in patterns], **options)


def phrase(*patterns: str, **options: bool) -> Asked:
    return Asked([[patterns]], **options)


def either(*patterns: str, **options: bool) -> Asked:
    return Asked([[[pattern] for pattern in patterns]], **options)


def near(distance: int, *patterns: str, **options: bool) -> Asked:
    return Asked([[patterns]], near=distance, **options)


QUERIES: list[Query] = [
    # A word.
    ("competition", {}, word("competition")),
    ("China", {}, word("china")),
    ("US", {}, word("us")),
    ("us", {"case": "1"}, word("us", case=True)),
    ("US", {"case": "1"}, word("US", case=True)),
    ("who", {}, word("who")),
    ("détente", {}, word("detente")),
    ("detente", {}, word("détente")),
    ("detente", {"accents": "1"}, word("detente", accents=True)),
    ("8.3", {}, word("8.3")),
    ("2021", {}, word("2021")),
    ("pingshi", {}, word("pingshi")),
    ("dialogue", {}, word("dialogue")),
    # Compounds and possessives.
    ("China–US", {}, phrase("china", "-", "us")),
    ("China-US", {}, phrase("china", "–", "us")),
    ("China-US", {"marks": "1"}, phrase("china", "-", "us", marks=True)),
    ("China–US", {"marks": "1"}, phrase("china", "–", "us", marks=True)),
    ("win-win", {}, phrase("win", "-", "win")),
    ("China's", {}, phrase("china", "’s")),
    ("China's", {"marks": "1"}, phrase("china", "'s", marks=True)),
    ("COVID-19", {}, phrase("covid", "-", "19")),
    ("win/lose", {}, phrase("win", "lose")),
    # Phrases.
    ('"mutual respect"', {}, phrase("mutual", "respect")),
    ("“mutual respect, equality”", {}, phrase("mutual", "respect", "equality")),
    ('"China US"', {}, phrase("china", "us")),
    ('"China US"', {"marks": "1"}, phrase("china", "us", marks=True)),
    ("United States of", {"match": "phrase"}, phrase("united", "states", "of")),
    ('"mutual * and"', {}, phrase("mutual", "*", "and")),
    # Several words.
    ("mutual benefit", {}, word("mutual", "benefit")),
    ("mutual OR common", {}, either("mutual", "common")),
    ("peace | war cold", {}, Asked([[["peace"], ["war"]], [["cold"]]])),
    ("climate pandemic vaccine", {"match": "any"}, either("climate", "pandemic", "vaccine")),
    ('competition "strategic competition"', {}, Asked([[["competition"]], [["strategic", "competition"]]])),
    (
        '"peaceful coexistence" OR "peaceful development"',
        {},
        Asked([[["peaceful", "coexistence"], ["peaceful", "development"]]]),
    ),
    # Wildcards.
    ("strateg*", {}, word("strateg*")),
    ("*ation", {}, word("*ation")),
    ("co*tion", {}, word("co*tion")),
    # Near each other.
    ('"mutual benefit"~10', {}, near(10, "mutual", "benefit")),
    ('"China China"~3', {}, near(3, "china", "china")),
    ('"strateg* compet*"~0', {}, near(0, "strateg*", "compet*")),
    ('"red lines"~5', {"scope": "part.three-basic-lines"}, near(5, "red", "lines")),
    ("Taiwan", {"scope": "part.road-map"}, word("taiwan")),
    ("and", {"scope": "part.bilateral-level", "sort": "right"}, word("and")),
]
