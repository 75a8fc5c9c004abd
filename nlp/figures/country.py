"""Which country a text speaks of where a name of money (peso, dinar, $) belongs to several."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from nlp.lexer import Token
from nlp.model.mention import Mention
from nlp.morphology import arabic_variants
from nlp.pack import expand_forms, load_toml
from nlp.phrase import Match, PhraseTable

_MONEY_NAMED_ALIKE = ("TW",)
"""Whose texts write 元 of their own money; of Hong Kong's and Macau's other texts write 港元."""
_OWN_DOLLAR = ("AU", "CA", "NZ")
"""Whose English texts write $ of their own dollar; elsewhere English texts mean the United States'."""
_BY_TEXT_ALONE = "zh"
"""元 is money of three places that one article may name: only what it speaks of most decides."""


@cache
def load_country_words(language: str) -> PhraseTable[str]:
    """Names and adjectives of the countries whose money shares its name with others', each with its code."""
    table: PhraseTable[str] = PhraseTable(arabic_variants if language == "ar" else None)
    for row in load_toml("data/countries.toml")["country"]:
        for pattern in row.get(language, ()):
            for form in expand_forms(pattern):
                table.add(form, row["code"])
    return table


@cache
def _currencies() -> dict[str, str]:
    rows = load_toml("data/money.toml")["currency"]
    return {country: row["id"] for row in rows for country in row.get("countries", ())}


def currency_of(country: str) -> str | None:
    """The currency of a country (ISO 3166-1 alpha-2), None where money.toml names none."""
    return _currencies().get(country)


@cache
def _code_by_label() -> dict[str, str]:
    return {row["label"]: row["code"] for row in load_toml("data/countries.toml")["country"]}


@dataclass(frozen=True)
class Countries:
    """The countries that a text names, looked for only when a name of money asks."""

    tokens: Sequence[Token]
    sentence_of: Sequence[int]
    language: str
    outlet: str | None
    """Country of the outlet, ISO 3166-1 alpha-2."""
    places: Sequence[Mention]
    """Places of the text: their parents name a country that no word of the text does."""

    @cached_property
    def _named(self) -> list[tuple[int, str]]:
        """Sentence and code of each mention, in text order."""
        table = load_country_words(self.language)
        found: list[tuple[int, str]] = []
        for index in table.find_openings(self.tokens):
            match = table.match(self.tokens, index) if self.tokens[index].kind in ("word", "han") else None
            if match is not None:
                found.append((self.sentence_of[index], match.payload))
        starts = {token.start: index for index, token in enumerate(self.tokens)}
        for place in self.places:
            labels = (*place.parents, place.label or "")
            code = next((_code_by_label()[label] for label in reversed(labels) if label in _code_by_label()), None)
            at = starts.get(place.start)
            if code is not None and at is not None:
                found.append((self.sentence_of[at], code))
        return sorted(found)

    def beside(self, first: int, last: int) -> Match[str] | None:
        """A country's adjective beside the words [first, last): dinars tunisiens, Kenyan shillings."""
        table = load_country_words(self.language)
        if self.language in ("fr", "es", "ar"):
            return table.match(self.tokens, last)
        return table.match_before(self.tokens, first)

    def choose(self, codes: Sequence[str], at: int, *, sign: bool) -> str | None:
        """The country among `codes` that the words at this token mean, or None where nothing tells.

        `sign`: written as a sign or as dollars, which mean those of the United States unless the outlet's country or a
        text in the country's own language says otherwise.
        """
        if sign and self.outlet in codes:
            return self.outlet
        if not sign or self.language in ("fr", "es", "zh"):
            told = self._by_text(codes, at)
            if told is not None:
                return told
        elif self.language == "en" and self.outlet is None:
            told = self.most_named(codes)
            if told in _OWN_DOLLAR and all(code != "US" for _, code in self._named):
                return told
        return self.outlet if self.outlet in codes else None

    def most_spoken(self) -> str | None:
        """The country that the text names most, else the outlet's."""
        most = Counter(code for _, code in self._named).most_common(1)
        return most[0][0] if most else self.outlet

    def most_named(self, codes: Sequence[str]) -> str | None:
        """The country that the text speaks of most, where it is one of these; else the outlet's."""
        most = Counter(code for _, code in self._named).most_common(1)
        if most:
            return most[0][0] if most[0][0] in codes else None
        return self.outlet if self.outlet in codes else None

    def _by_text(self, codes: Sequence[str], at: int) -> str | None:
        if self.language == _BY_TEXT_ALONE:
            most = self.most_named(codes)
            return most if most in _MONEY_NAMED_ALIKE else None
        sentence = self.sentence_of[at]
        here = [code for place, code in self._named if place == sentence and code in codes]
        if here:
            return here[-1]
        named = Counter(code for _, code in self._named if code in codes).most_common(2)
        if not named or (len(named) > 1 and named[0][1] == named[1][1]):
            return None
        return named[0][0]
