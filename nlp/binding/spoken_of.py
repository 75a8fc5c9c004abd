"""The places that a text goes on about, from figure to figure."""

from dataclasses import dataclass, replace

from nlp.binding.nation import is_abroad
from nlp.model.mention import Binding

OWN_LEVELS = ("firm", "platform", "individual")
"""Whose figures do not say what the text goes on about."""


@dataclass(frozen=True)
class SpokenOf:
    """The places that the text goes on about: the area, the market of the prices, one abroad for a while."""

    area: tuple[Binding, ...] = ()
    market: tuple[Binding, ...] = ()
    abroad: tuple[Binding, ...] = ()
    abroad_until: int = -1
    """The last sentence for which the place abroad is spoken of."""

    def and_then(
        self, places: tuple[Binding, ...], *, level: str | None, home: str | None, sentence: int
    ) -> "SpokenOf":
        """What is spoken of after a figure with these places: where goods went to is not, nor where a firm is.

        A place in another country than the text's `home` is spoken of up to the next sentence alone.
        """
        known = {one.start for one in (*self.area, *self.market, *self.abroad)}
        if level in OWN_LEVELS or all(one.start in known for one in places):
            return self
        markets = tuple(one for one in places if one.role == "at")
        areas = tuple(one for one in places if one.role in ("of", "from"))
        if areas and all(is_abroad(one, home) for one in areas):
            return replace(self, abroad=areas, abroad_until=sentence + 1)
        if areas:
            return SpokenOf(areas, markets)
        return replace(self, market=markets) if markets else self
