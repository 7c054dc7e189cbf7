"""Question sets in the form of SQuAD 1.1 and 2.0 (Rajpurkar et al. 2016, 2018): paragraphs and questions about them.

Paragraphs become passages. Languages are detected, since the form does not name them; only Kazakh, Russian and English
are told apart.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.language import detect_language
from eval.cases import Case, CaseSet, Gold
from eval.jsonl import BadFileError


def read_squad(path: Path) -> CaseSet:
    """Read a SQuAD file; raise BadFileError naming the paragraph that cannot be used."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadFileError(f"{path} cannot be read ({error}); give a JSON file in UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise BadFileError(f"{path}: not valid JSON ({error}); give a SQuAD file, or JSONL as *.jsonl") from None
    if not isinstance(data, dict) or not isinstance(data.get("data"), list):
        raise BadFileError(f'{path}: not in the form of SQuAD; an object with "data", a list of articles, is expected')
    passages: list[dict[str, Any]] = []
    cases: dict[str, Case] = {}
    for title, paragraph, place in _paragraphs(data["data"], path):
        key = f"p{len(passages):05}"
        text = paragraph["context"]
        passages.append({"id": key, "text": text, "title": title, "lang": detect_language(text).value})
        for asked in paragraph["qas"]:
            case = _case(asked, key, text, place)
            if case.id in cases:
                raise BadFileError(f"{place}: the id {case.id!r} stands twice; give each question its own")
            cases[case.id] = case
    return CaseSet(tuple(cases.values()), tuple(passages))


def _paragraphs(articles: list[Any], path: Path) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield (title, paragraph, where it stands)."""
    for at, article in enumerate(articles, start=1):
        if not isinstance(article, dict) or not isinstance(article.get("paragraphs"), list):
            raise BadFileError(f'{path}, article {at}: an object with "paragraphs" is expected')
        for number, paragraph in enumerate(article["paragraphs"], start=1):
            place = f"{path}, article {at}, paragraph {number}"
            match paragraph:
                case {"context": str(context), "qas": list()} if context.strip():
                    yield str(article.get("title") or ""), paragraph, place
                case _:
                    raise BadFileError(f'{place}: an object with a text "context" and a list "qas" is expected')


def _case(asked: Any, passage: str, text: str, place: str) -> Case:  # noqa: ANN401
    match asked:
        case {"id": str() | int() as key, "question": str(question)}:
            answerable = not asked.get("is_impossible", False)
        case _:
            raise BadFileError(f'{place}: every question needs "id" and "question"')
    given = asked.get("answers") or []
    answers = [one["text"] for one in given if isinstance(one, dict) and one.get("text")]
    if answerable and not answers:
        raise BadFileError(f"{place}: the question {key!r} has no answer and is not marked is_impossible")
    gold = Gold(
        answerable,
        (tuple(dict.fromkeys(map(str, answers))),) if answerable else (),
        evidence=(text,) if answerable else (),
        relevant=frozenset({passage}) if answerable else frozenset(),
    )
    return Case(str(key), question, detect_language(question), gold)
