"""The starter corpus: complete front matter, and the same numbers and dates in the three languages of a digest."""

import re
from datetime import date
from pathlib import Path

import frontmatter
import pytest
from conftest import STARTER

from corpus.load import find_sources, load
from corpus.passage import Language
from corpus.split import split_document

KEYS = ["title", "publisher", "url", "published", "event_date", "language", "kind"]
KINDS = set(
    "speech meeting interview news law decree strategy ranking survey institution programme infrastructure".split()
)
DIGESTS = sorted(path.name for path in STARTER.iterdir())
MONTHS = {
    Language.RU: "январ феврал март апрел ма[йяе]\\b июн июл август сентябр октябр ноябр декабр".split(),
    Language.KK: (
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйе[кг] "
        "қазан(?:ның|ға|ы|нан|да|дағы|ға)?\\b қараша желтоқсан"
    ).split(),
    Language.EN: ("January February March April May\\b June July August September October November December").split(),
}


def facts(text: str, language: Language) -> set[str]:
    """Return the numbers in one form, and the months as month-1 to month-12."""
    text = re.sub(r"https?://\S+", "", text.replace("\u00a0", " ").replace("\u202f", " "))
    if language is Language.EN:
        text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    else:
        text = re.sub(r"(?<=\d),(?=\d)", ".", re.sub(r"(?<=\d) (?=\d{3}\b)", "", text))
    flags = re.NOFLAG if language is Language.EN else re.IGNORECASE
    named = {f"month-{at}" for at, month in enumerate(MONTHS[language], 1) if re.search(rf"\b{month}", text, flags)}
    return set(re.findall(r"\d+(?:\.\d+)?", text)) | named


def test_facts_are_the_same_however_a_language_writes_them() -> None:
    same = {"17", "2025", "month-10", "4.8", "2000", "60"}
    assert facts("17 октября 2025 года: 4,8 трлн, 2 000 компаний, 60-е место", Language.RU) == same
    assert facts("2025 жылғы 17 қазанда: 4,8 трлн, 2 000 компания, 60-орын", Language.KK) == same
    assert facts("On 17 October 2025: 4.8 trillion, 2,000 companies, 60th place", Language.EN) == same


def test_facts_tell_another_number_or_month() -> None:
    assert facts("до 5 декабря", Language.RU) != facts("by 5 November", Language.EN)
    assert facts("92%", Language.RU) != facts("93%", Language.EN)
    assert facts("it may start in march", Language.EN) == set()


def test_there_are_enough_digests() -> None:
    assert len(DIGESTS) >= 24


@pytest.mark.parametrize("digest", DIGESTS)
def test_digest_says_the_same_facts_in_three_languages(digest: str) -> None:
    assert sorted(path.name for path in (STARTER / digest).iterdir()) == ["en.md", "kk.md", "ru.md"]
    found = {language: _read(digest, language)[1] for language in Language}
    spoken = {language: facts(text, language) for language, text in found.items()}
    assert spoken[Language.KK] == spoken[Language.RU] == spoken[Language.EN]


@pytest.mark.parametrize("digest", DIGESTS)
def test_digest_has_complete_front_matter(digest: str) -> None:
    common = set()
    for language in Language:
        metadata, text = _read(digest, language)
        assert list(metadata) == KEYS
        assert metadata["language"] == language
        assert metadata["kind"] in KINDS
        assert re.match(r"https?://[\w.-]+\.\w+/", str(metadata["url"]))
        assert str(metadata["publisher"]).strip()
        assert text.startswith(f"# {metadata['title']}")
        common.add((str(metadata["published"]), str(metadata["event_date"]), metadata["kind"]))
    ((published, event, _),) = common
    for day in (published, event):
        # Where a source gives only the month, only the month is given.
        assert re.fullmatch(r"\d{4}-\d\d(-\d\d)?", day)
        assert date(2020, 1, 1) < date.fromisoformat(f"{day}-01"[:10]) <= date.today()


def test_every_passage_is_in_the_language_of_its_document() -> None:
    sources, problems = find_sources([STARTER])
    assert problems == []
    strays = []
    for source in sources:
        (document,) = load(source)
        assert document.language == Path(source.path).stem
        assert document.title and document.publisher and document.url
        strays += [p.id for p in split_document(document) if p.language is not document.language]
    assert strays == []


def _read(digest: str, language: Language) -> tuple[dict[str, object], str]:
    post = frontmatter.loads((STARTER / digest / f"{language}.md").read_text(encoding="utf-8"))
    return post.metadata, post.content
