"""Small collections in six languages, and indexes of them."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from nlp.model.period import Period
from search_api.app import make_app
from search_api.index.embedded import EmbeddedIndex, open_embedded_index
from search_api.index.record import IndexedArticle
from tests.search_api.building import CONCEPTS, KeptCaptures, make_article, said, year

LATER = datetime(2026, 11, 2, 8, tzinfo=UTC)


def make_collection() -> list[IndexedArticle]:
    """Six articles whose eleven claims differ in every field that can be asked for."""
    return [
        make_article(
            "apples",
            "Livestreams sell apples\nIn 2019 farmers in Yunnan sold 4.8 billion yuan of apples on Pinduoduo. "
            "A stall in Shilin took over 300 orders.",
            said(
                "4.8 billion yuan", 4_800_000_000, "CNY", low=4_750_000_000, high=4_850_000_000, measure="sales_value",
                status="reported", aspect="flow", level="platform", places=("Yunnan=place:yunnan",),
                products=("apples=product:apple",), organisations=("Pinduoduo=org:pinduoduo",), period=year(2019),
                confidence=0.95,
            ),
            said(
                "300 orders", 300, "order", modifier="more_than", low=300, measure="orders", status="reported",
                places=("Shilin=place:shilin",), confidence=0.5,
            ),
        ),
        make_article(
            "yunnan",
            "云南电商快速发展\n2020年云南网络零售额达37.26亿元。石林种植茶叶1200亩。",
            said(
                "37.26亿元", 3_726_000_000, "CNY", low=3_725_500_000, high=3_726_500_000, measure="sales_value",
                status="estimate", aspect="cumulative", level="area", places=("云南=place:yunnan",), period=year(2020),
            ),
            said(
                "1200亩", 1200, "mu", measure="planted_area", aspect="stock", level="area",
                places=("石林=place:shilin",), products=("茶叶=product:tea",),
            ),
            language="zh", source="agri-zh", published_at="2021-01-10T09:00:00+08:00",
        ),
        make_article(
            "tuffah",
            "مبيعات التفاح\nزرع المزارعون في قويتشو 80 هكتارا من التفاح منذ عام 2018. وبلغ عمر أحمد 43 عاما.",
            said(
                "80 هكتارا", 80, "hectare", measure="planted_area", aspect="stock", level="area",
                places=("قويتشو=place:guizhou",), products=("التفاح=product:apple",),
                period=Period(start=date(2018, 1, 1), precision="year", open="end", surface="عام 2018"),
            ),
            said("43 عاما", 43, "year_of_age", level="individual", subject="أحمد"),
            language="ar", source="rif-ar", published_at="2022-03-01T12:00:00+02:00",
        ),
        make_article(
            "the",
            "Le thé du village\nLa coopérative veut vendre entre 50 et 60 tonnes de thé d’ici 2030.",
            said(
                "50 et 60 tonnes", 50, "tonne", value_max=60, low=50, high=60, measure="sales_volume", status="target",
                products=("thé=product:tea",), period=year(2030), level="firm",
            ),
            language="fr", source="terre-fr", published_at="2022-03-01T12:00:00+01:00", indexed_at=LATER,
        ),
        make_article(
            "yabloki",
            "Яблоки из деревни\nВ деревнях собрали до 70 000 кг яблок, рост на 16 % за 2010-е годы.",
            said(
                "70 000 кг", 70_000, "kg", modifier="up_to", high=70_000, measure="output",
                products=("яблок=product:apple",),
                period=Period(start=date(2010, 1, 1), end=date(2019, 12, 31), precision="decade", surface="2010-е"),
            ),
            said("16 %", 16, "percent", change="increase_by", measure="output"),
            language="ru", source="selo-ru", published_at=None,
        ),
        make_article(
            "precio",
            "Precios del café\nEl precio bajó 2,5 pesos por kilo y quedan unas 12 tiendas.",
            said("2,5 pesos por kilo", "2.5", "MXN/kg", change="decrease_by", measure="price", status="denied"),
            said("12 tiendas", 12, "store", modifier="about", low="10.8", high="13.2", measure="stores"),
            language="es", source=None, published_at="1969-07-20T00:00:00+00:00",
        ),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def collection() -> list[IndexedArticle]:
    return make_collection()


@pytest.fixture(scope="session")
def index(collection: list[IndexedArticle], tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedIndex]:
    """The collection in an index that no test writes to."""
    folder = tmp_path_factory.mktemp("index") / "collection"
    with open_embedded_index(folder, writable=True, concepts=CONCEPTS) as writer:
        writer.write_articles(collection)
        writer.commit()
    with open_embedded_index(folder, concepts=CONCEPTS) as reader:
        yield reader


@pytest.fixture
def make_index(tmp_path: Path) -> Iterator[Callable[..., EmbeddedIndex]]:
    """Makes an index of the articles given; it stays open for writing until the test ends."""
    opened: list[EmbeddedIndex] = []

    def make(*articles: IndexedArticle, name: str = "index") -> EmbeddedIndex:
        opened.append(open_embedded_index(tmp_path / name, writable=True, concepts=CONCEPTS))
        opened[-1].write_articles(articles)
        opened[-1].commit()
        return opened[-1]

    yield make
    for one in opened:
        one.close()


PAGE = b"<html><head><script>alert(1)</script></head><body onload=alert(2)>caf\xe9 <img src=//x.example/t.gif></body>"


@pytest.fixture(scope="session")
def client(index: EmbeddedIndex) -> Iterator[TestClient]:
    """The service over the collection."""
    archive = KeptCaptures(
        capture_apples=(PAGE, "text/html; charset=windows-1252"),
        capture_yunnan=(b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "image/svg+xml"),
        capture_the=(b"plain", "text/plain\r\nX-Evil: 1"),
    )
    with TestClient(make_app(index, archive=archive, concepts=CONCEPTS)) as service:
        yield service


@pytest.fixture
def serve(make_index: Callable[..., EmbeddedIndex]) -> Iterator[Callable[..., TestClient]]:
    """Makes the service over articles of the test's own."""
    opened: list[TestClient] = []

    def make(*articles: IndexedArticle, **parts: Any) -> TestClient:
        opened.append(TestClient(make_app(make_index(*articles), **{"concepts": CONCEPTS, **parts})))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
