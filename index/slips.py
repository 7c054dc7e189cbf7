"""Slips of the finger and of the ear: how many lie between two words, and what a word may be a slip of."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from corpus.passage import Language

_SHORTEST_SWAPPED, _LETTER_MORE_OR_LESS = 5, 6
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm"), ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
# Letters that sound alike or are taken for one another.
_CONFUSED = (
    "ао ае ая еи еэ ей иы ий оу ую тд пб кг кх гх зс шж шщ фв мн ei ea ey ao iy ou sc ck kq sz dt bp vf mn uw jy"
).split()
# Russian letters written for one another by ear.
_HEARD_ALIKE = dict(zip("аоеияэыдтбпгквфзсжшщ", "оаиеэяитдпбкгфвсзшщш", strict=True))
_RUSSIAN_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_NO_SLIP = 9
_MUTE = "yjhьъ"


def _neighbours() -> frozenset[tuple[str, str]]:
    """Return the pairs of letters that one may be typed for the other, both ways round."""
    pairs = {(pair[0], pair[1]) for pair in _CONFUSED}
    for rows in _ROWS:
        for upper, lower in zip(rows, [*rows[1:], ""], strict=True):
            pairs |= set(zip(upper, upper[1:], strict=False)) | set(zip(upper, lower, strict=False))
            pairs |= set(zip(upper[1:], lower, strict=False))
    return frozenset(pairs | {(other, one) for one, other in pairs})


_NEIGHBOURS = _neighbours()


def first_letter_slips(word: str) -> Iterator[str]:
    """Yield what `word` was if the slip was in its first letter: swapped with the second, or its neighbour."""
    if len(word) > _SHORTEST_SWAPPED:
        yield word[1] + word[0] + word[2:]
        yield from (other + word[1:] for one, other in sorted(_NEIGHBOURS) if one == word[0])


def other_spellings(word: str, language: Language) -> Iterator[str]:
    """Yield what a Russian `word` may be a slip of, the likelier first; elsewhere no dictionary knows the forms."""
    if language is not Language.RU:
        return
    heard = [at for at, letter in enumerate(word) if letter in _HEARD_ALIKE]
    yield from (_with(word, {at: _HEARD_ALIKE[word[at]]}) for at in heard)
    yield from (_with(word, {at: _HEARD_ALIKE[word[at]] for at in pair}) for pair in combinations(heard, 2))
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
    yield from (word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in _RUSSIAN_LETTERS)


def _with(word: str, letters: Mapping[int, str]) -> str:
    return "".join(letters.get(at, letter) for at, letter in enumerate(word))


def letter_cost(typed: str, known: str, language: Language, is_name: bool) -> int:
    """Return what a letter more or less costs; at the end of a Kazakh word it is an ending and no slip."""
    if language is Language.KK and (typed.startswith(known) or known.startswith(typed)):
        return _NO_SLIP
    return 2 if is_name or len(typed) < _LETTER_MORE_OR_LESS else 1


def slips_between(typed: str, known: str, letter: int, other: int) -> int:
    """Count the slips between two words by optimal string alignment with costs.

    Two letters swapped cost 1, and so does a letter doubled or not, or one in which spellings of names differ; any
    other letter more or less costs `letter`; a letter for its neighbour on the keyboard, or for one that sounds alike,
    costs `other`, and for any other letter 2.
    """
    rows = [[0] * (len(known) + 1) for _ in range(len(typed) + 1)]
    for i in range(len(typed) + 1):
        for j in range(len(known) + 1):
            if not i or not j:
                rows[i][j] = (i + j) * letter
                continue
            a, b = typed[i - 1], known[j - 1]
            more = 1 if a in (typed[i - 2 : i - 1], typed[i : i + 1], *_MUTE) else letter
            less = 1 if b in (known[j - 2 : j - 1], known[j : j + 1], *_MUTE) else letter
            change = 0 if a == b else other if (a, b) in _NEIGHBOURS else 2
            rows[i][j] = min(rows[i - 1][j] + more, rows[i][j - 1] + less, rows[i - 1][j - 1] + change)
            if i > 1 and j > 1 and (a, typed[i - 2]) == (known[j - 2], b):
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]
