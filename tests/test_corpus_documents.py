"""The starter corpus: complete front matter, and the same numbers and dates in the three languages of a digest."""

import re
from datetime import date
from pathlib import Path

import frontmatter
import pytest
from conftest import STARTER

from corpus.dates import month_number
from corpus.load import find_sources, load
from corpus.passage import Language
from corpus.split import split_document

KEYS = ["title", "publisher", "url", "published", "event_date", "language", "kind"]
KINDS = set(
    "speech meeting interview news law decree strategy ranking survey institution programme infrastructure".split()
)
DIGESTS = sorted(path.name for path in STARTER.iterdir())


def facts(text: str, language: Language) -> set[str]:
    """Return the numbers in one form, the months as `month 10` and the days as `17 month 10`."""
    text = re.sub(r"https?://\S+", "", text.replace("\u00a0", " ").replace("\u202f", " "))
    if language is Language.EN:
        text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    else:
        text = re.sub(r"(?<=\d),(?=\d)", ".", re.sub(r"(?<=\d) (?=\d{3}\b)", "", text))
    found = set(re.findall(r"\d+(?:\.\d+)?", text))
    for day, word in re.findall(r"\b(?:(\d{1,2})\s+)?([^\W\d_]+)", text):
        # "may", "march" and "mar" are months in capitals only; Kazakh and Russian months are written small.
        if (month := month_number(word)) and (language is not Language.EN or word.istitle()):
            found |= {f"month {month}", f"{day} month {month}".strip()}
    return found


def test_facts_are_the_same_however_a_language_writes_them() -> None:
    same = {"17", "2025", "month 10", "17 month 10", "4.8", "2000", "60", "month 5"}
    assert facts("17 октября 2025 года: 4,8 трлн, 2 000 компаний, 60-е место к маю", Language.RU) == same
    assert facts("2025 жылғы 17 қазандағы: 4,8 трлн, 2 000 компания, мамырға 60-орын", Language.KK) == same
    assert facts("On 17 October 2025: 4.8 trillion, 2,000 companies, 60th place by May", Language.EN) == same


@pytest.mark.parametrize(
    ("word", "month"), [("қазан", 10), ("қазанда", 10), ("қазандағы", 10), ("қыркүйегінде", 9), ("қарашаға", 11)]
)
def test_kazakh_months_are_known_in_every_case(word: str, month: int) -> None:
    assert facts(f"2025 жылғы 9 {word}", Language.KK) == {"2025", "9", f"month {month}", f"9 month {month}"}


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("до 5 декабря", "by 5 November"),
        ("рост на 92%", "growth of 93%"),
        ("4,8 трлн", "48 trillion"),
        ("2 000 школ", "2 schools, 0 colleges"),
        ("подписан 17 ноября, в силе с 18 января", "signed on 18 November, in force from 17 January"),
        ("в мае", "it may start"),
    ],
)
def test_facts_tell_another_number_or_date(russian: str, english: str) -> None:
    assert facts(russian, Language.RU) != facts(english, Language.EN)


def test_words_like_months_are_no_facts() -> None:
    assert facts("It may march on; a dec, a sep.", Language.EN) == set()
    assert facts("Қазақстан, қазақ, мартовский, майор", Language.RU) == set()


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
