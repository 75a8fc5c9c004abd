"""A figure while it is being put together."""

from dataclasses import dataclass, field
from decimal import Decimal

from nlp.figures.country import Countries
from nlp.lexer import Token
from nlp.model.quantity import Change, Modifier
from nlp.numbers.number import Number


@dataclass(slots=True)
class Draft:
    """Mutable on purpose: units, hedges and changes are found in turns, and passed between neighbours."""

    number: Number
    value: Decimal
    first: int
    """Token where the figure begins (a currency sign may stand before the number)."""
    last: int
    """Token after the figure's last one."""
    start: int
    end: int
    value_max: Decimal | None = None
    unit: str | None = None
    unit_kind: str | None = None
    unit_span: tuple[int, int] | None = None
    share: Decimal = Decimal(1)
    """Of its unit, told by its words: a cent is 0.01 dollar, a megabit a million bits."""
    modifier: Modifier = "exact"
    hedge_first: int | None = None
    """Token where the hedging words before the figure begin."""
    hedge_inside: bool = False
    lower_side_only: bool = False
    change: Change | None = None
    currencies: tuple[str, ...] = ()
    """Those that a name of money leaves open (francs), or whose part it may be (cents)."""
    inverted: bool = False
    """The unit stands before the number (Russian тонн 40)."""
    candidates: list[tuple[Decimal, str | None, float]] = field(default_factory=list)
    confidence: float = 0.95

    @property
    def lead(self) -> int:
        """Token where the figure with its hedges begins: what stands before it tells its change."""
        return self.first if self.hedge_first is None else self.hedge_first


@dataclass(frozen=True)
class Scene:
    """What the steps share: the body, its folded tokens, and the country that decides shared currencies."""

    body: str
    folded: str
    tokens: list[Token]
    language: str
    sentence_of: list[int]
    """Index of the sentence of each token."""
    countries: Countries
    periods: tuple[tuple[int, int], ...] = ()
    """Where the words of time of the text begin and end."""

    def norm(self, index: int) -> str:
        """The token's normal form, empty beyond the text."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def glued(self, index: int) -> bool:
        """True where the token stands right after the one before it, without white space."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end
