"""Words get back the letters and the spelling that the documents have; what may be another word stays."""

from collections.abc import Callable

import pytest

from corpus.language import fold, latin_to_cyrillic
from corpus.passage import Language
from index.spelling import Counts, Spelling, count_words
from index.terms import is_common, term

KK, RU, EN = Language.KK, Language.RU, Language.EN

TEXTS = [
    (KK, "Қазақстан ЖИ-ге дайындық индексінде 60-орын алды."),
    (KK, "Қазақстан үкіметі жаңа заң қабылдады. Заң жасанды интеллект туралы."),
    (KK, "Үкімет пен Қазақстан халқы. Он ел, оң шешім, оң баға."),
    (KK, "Министрлік суперкомпьютер туралы қаулы қабылдады; Бектенов тапсырма берді, мемлекеттік жүйе."),
    (RU, "Казахстан принял закон об искусственном интеллекте. Правительство утвердило концепцию, закон подписан."),
    (RU, "Министерство цифрового развития: суперкомпьютер, маркировка, штраф, рейтинг. Токаев, Бектенов, Мадиев."),
    (RU, "Страна получила суперкомпьютер. Узбекистан и Казахстан. Alem.Cloud и Digital Qazaqstan."),
    (EN, "Kazakhstan adopted a law on artificial intelligence. The government approved the concept."),
    (EN, "The ministry launched a supercomputer; the country took a place in the ranking. Tokayev, Bektenov, Madiyev."),
    (EN, "Uzbekistan and Kazakhstan: intelligence, parliament, president, between countries, among centres, content."),
]
COUNTS = count_words(TEXTS)
# Words that no document holds and everybody knows, as the lexicon and the dictionary do.
ELSEWHERE = frozenset("законов страны кыргызстан латвия litvania georgia along county заңның принята какой".split())


def knows(word: str, language: Language) -> bool:
    """Know the words of the documents in any spelling, and those that stand elsewhere."""
    return word in ELSEWHERE or fold(word) in {fold(known) for known in COUNTS[language]}


@pytest.fixture
def spelling() -> Spelling:
    return Spelling(COUNTS, knows)


def test_words_are_counted_by_language_without_numbers_and_case() -> None:
    kazakh = COUNTS[KK]
    assert (kazakh["қазақстан"], kazakh["заң"], kazakh["оң"], kazakh["он"]) == (3, 2, 2, 1)
    assert (COUNTS[RU]["закон"], COUNTS[RU]["alem"], COUNTS[EN]["закон"]) == (2, 1, 0)
    assert "60" not in kazakh


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("казакстан жасанды интеллект", "қазақстан жасанды интеллект"),
        ("Казакстан qansha", "Қазақстан qansha"),
        ("Казакстан укимети канша зан кабылдады?", "Қазақстан үкіметі қанша заң қабылдады?"),
        ("КАЗАКСТАН", "ҚАЗАҚСТАН"),
        ("ЖИ дайындык индексинде", "ЖИ дайындық индексінде"),
        ("Қазақстан қанша", "Қазақстан қанша"),
        ("суперкомпьютер Alem.Cloud 2025", "суперкомпьютер Alem.Cloud 2025"),
        ("", ""),
    ],
)
def test_known_kazakh_words_are_respelled_and_others_left(spelling: Spelling, typed: str, restored: str) -> None:
    assert spelling.restore(typed) == restored


def test_the_more_frequent_spelling_wins(spelling: Spelling) -> None:
    """The documents have "оң" (right) twice and "он" (ten) once."""
    assert spelling.restore("он шешим") == "оң шешім"


def test_equally_frequent_spellings_are_chosen_by_alphabet_not_by_chance_unless_one_was_typed() -> None:
    counts = {"тұра": 1, "түра": 1}
    there = Spelling({KK: counts}, knows)
    back = Spelling({KK: dict(reversed(counts.items()))}, knows)
    assert there.restore("тура") == back.restore("тура") == "тұра"
    assert Spelling({KK: {"жоо": 0, "жөө": 0}}, knows).restore("ЖОО мен ЖӨӨ") == "ЖОО мен ЖӨӨ"


@pytest.mark.parametrize(("typed", "there"), [("сәуір", "сауыр"), ("көлінің", "қолының"), ("өткір", "откыр")])
def test_letters_that_only_kazakh_has_are_not_taken_away(typed: str, there: str) -> None:
    """Words with the same letters but for these are other words: "сәуір" (April) and "сауыр"."""
    assert Spelling({KK: {there: 9}}, knows).restore(typed) == typed


def test_letters_are_mended_around_those_typed_right() -> None:
    assert Spelling({KK: {"қазақстан": 9}}, knows).restore("казақстан") == "қазақстан"


@pytest.mark.parametrize(("typed", "there"), [("northwestern", "northeastern"), ("cooler", "cooled")])
def test_english_words_that_the_documents_lack_stay(typed: str, there: str) -> None:
    assert Spelling({EN: {there: 9}}, is_common).mend(typed, EN) == typed


def test_question_words_are_known_without_any_document() -> None:
    assert Spelling({}, knows).restore("кашан, кайда жане калай?") == "қашан, қайда жане қалай?"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Digital Qazaqstan qansha", "Digital қазақстан қанша"),
        ("digital ukimeti", "digital үкіметі"),
        # Kazakh words, and one that no document has.
        ("zan tour", "заң тоур"),
    ],
)
def test_names_that_the_documents_have_in_latin_letters_stay_in_them(spelling: Spelling, typed: str, read: str) -> None:
    assert spelling.restore(spelling.from_latin(typed)) == read


def test_latin_kazakh_is_spelled_in_two_steps(spelling: Spelling) -> None:
    assert spelling.restore(latin_to_cyrillic("Qazaqstan jasandy intellekt")) == "қазақстан жасанды интеллект"
    assert spelling.restore(latin_to_cyrillic("ukimeti zan qabyldady")) == "үкіметі заң қабылдады"


MENDED = [
    # A letter missing, more, double, single.
    (RU, "суперкомпютер", "суперкомпьютер"),
    (RU, "правителство", "правительство"),
    (RU, "минитерство", "министерство"),
    (RU, "интелекте", "интеллекте"),
    (RU, "исскуственном", "искусственном"),
    (RU, "марккировка", "маркировка"),
    (RU, "зхакон", "закон"),
    (EN, "goverment", "government"),
    (EN, "inteligence", "intelligence"),
    (EN, "artifical", "artificial"),
    (EN, "supercomputter", "supercomputer"),
    (EN, "minstry", "ministry"),
    (EN, "betwen", "between"),
    (KK, "суперкомпютер", "суперкомпьютер"),
    (KK, "интелект", "интеллект"),
    (KK, "қаззақстан", "қазақстан"),
    (KK, "министрлк", "министрлік"),
    # Two letters swapped.
    (RU, "рейтигн", "рейтинг"),
    (RU, "штарф", "штраф"),
    (EN, "presidnet", "president"),
    (EN, "laucnhed", "launched"),
    (EN, "palce", "place"),
    (KK, "үікмет", "үкімет"),
    (KK, "мемелкеттік", "мемлекеттік"),
    # A letter for its neighbour on the keyboard, or one that sounds alike.
    (RU, "закрн", "закон"),
    (RU, "рейтинн", "рейтинг"),
    (RU, "концерцию", "концепцию"),
    (RU, "суперкомпьютпр", "суперкомпьютер"),
    (RU, "канцепцию", "концепцию"),
    (RU, "цыфрового", "цифрового"),
    (RU, "суперкампьютер", "суперкомпьютер"),
    (EN, "supercimputer", "supercomputer"),
    (EN, "parlament", "parliament"),
    (EN, "rankimg", "ranking"),
    (EN, "kazakstan", "kazakhstan"),
    (EN, "qazakhstan", "kazakhstan"),
    (KK, "суперкомпьютор", "суперкомпьютер"),
    (KK, "қазақстпн", "қазақстан"),
    # Two slips in a long word.
    (RU, "суперкампютер", "суперкомпьютер"),
    (RU, "исскуственном", "искусственном"),
    (EN, "inteligense", "intelligence"),
    (EN, "govrenmant", "government"),
    (KK, "суперкампютер", "суперкомпьютер"),
]


@pytest.mark.parametrize(("language", "typed", "mended"), MENDED)
def test_a_word_that_nobody_knows_becomes_the_nearest_of_the_documents(
    spelling: Spelling, language: Language, typed: str, mended: str
) -> None:
    assert spelling.mend(typed, language) == mended


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # Short words, and one unlikely slip in a word of middle length.
        (RU, "закн зкон заон"),
        (EN, "laws lawe lav"),
        (KK, "заңн заны"),
        (RU, "замок закат запон"),
        (EN, "flame blame content"),
        # Too far: the first letters of a short word swapped, three slips, two letters missing.
        (RU, "азкон исскуственом суперкомтер"),
        (EN, "artifcal govment"),
        # Known words that the documents lack.
        (RU, "Какой закон принята страны законов"),
        (EN, "along the county georgia"),
        (KK, "заңның"),
        # Other countries and persons.
        (RU, "Кыргызстан, Узбекистан, Таджикистан, Туркменистан, Афганистан, Пакистан"),
        (KK, "Қырғызстан, Өзбекстан, Тәжікстан, Түрікменстан"),
        (EN, "Kyrgyzstan, Uzbekistan, Tajikistan, Turkmenistan, Afghanistan, Kurdistan"),
        (RU, "кто такой Бекенов"),
        (RU, "кто такой Бекетов и что делает Радиев"),
        (RU, "кто такой Кадиев"),
        (EN, "who is Mr Bekenov"),
        (EN, "who is Badiyev or Hadiyev"),
        (KK, "министр Бекенов кім"),
        # Names of systems, abbreviations, addresses, words with digits.
        (EN, "KazLLM OpenAl QazTeck ChatGPT GovTech"),
        (RU, "Что такое ЮНЕСКО, РЕЙТНГ и ЗАКОНН"),
        (EN, "https://goverment.kz/minstry mail@goverment.kz goverment.kz"),
        (RU, "законн5 5законн 2025 17.11.2025"),
        # Latin Kazakh and nonsense.
        (EN, "Qandai oryn aldy"),
        (RU, "ъъъъъъ щщщщщщ"),
        (EN, ""),
    ],
)
def test_what_may_be_another_word_stays(spelling: Spelling, language: Language, text: str) -> None:
    assert spelling.mend(text, language) == text


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("Goverment", "Government"),
        ("GOVERMENT OF KAZAKSTAN", "GOVERNMENT OF KAZAKHSTAN"),
        ("What did the goverment do?", "What did the government do?"),
        ("Law. Goverment? «Goverment»", "Law. Government? «Goverment»"),
        ("the Goverment", "the Goverment"),
        ("the minstry's supercomputter", "the ministry's supercomputer"),
        ("e-goverment", "e-government"),
    ],
)
def test_case_and_marks_stay_and_names_are_mended_with_care(spelling: Spelling, typed: str, mended: str) -> None:
    """A capital within a sentence may begin a name, which one letter more makes another name."""
    assert spelling.mend(typed, EN) == mended


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("who is Tokaev", "who is Tokayev"),
        ("who is Madiev", "who is Madiyev"),
        ("who is Bekteonv", "who is Bektenov"),
        ("who is Bekttenov", "who is Bektenov"),
        ("place of Kazakstan", "place of Kazakhstan"),
        ("place of Qazaghstan", "place of Qazaghstan"),
    ],
)
def test_names_are_mended_where_spellings_of_them_differ(spelling: Spelling, typed: str, mended: str) -> None:
    assert spelling.mend(typed, EN) == mended


def test_a_latin_word_of_a_russian_question_may_be_english(spelling: Spelling) -> None:
    assert spelling.mend("что такое artifical intelligense", RU) == "что такое artificial intelligence"
    assert spelling.mend("что такое Digtal", RU) == "что такое Digtal"


def test_words_are_mended_by_those_of_their_own_language(spelling: Spelling) -> None:
    assert spelling.mend("маркировкка", RU) == "маркировка"
    assert spelling.mend("маркировкка", KK) == "маркировкка"


def counted(*words: str) -> Counts:
    return {RU: {word: len(words) - at for at, word in enumerate(words)}}


@pytest.mark.parametrize("words", [("палата", "палаты"), ("палаты", "палата")])
def test_of_words_equally_near_the_most_frequent_is_taken(words: tuple[str, str]) -> None:
    """The key of "в" is between those of "ы" and "а"."""
    assert Spelling(counted(*words), lambda word, language: False).mend("палатв", RU) == words[0]


def test_the_nearer_word_is_taken_before_the_more_frequent() -> None:
    """One slip from "документы", two from "документов"."""
    spelling = Spelling(counted("документов", "документы"), lambda word, language: False)
    assert spelling.mend("докуметы", RU) == "документы"
    assert spelling.mend("документоа", RU) == "документов"


def test_the_order_of_the_counts_does_not_matter() -> None:
    words = ["маркировка", "маркировки", "маркировке", "маркировку"]
    never: Callable[[str, Language], bool] = lambda word, language: False  # noqa: E731
    one = Spelling({RU: dict.fromkeys(words, 3)}, never)
    other = Spelling({RU: dict.fromkeys(reversed(words), 3)}, never)
    typed = ["маркировкф", "маркировк", "маркировкаа", "маркиовку", "марикровке"]
    assert [one.mend(word, RU) for word in typed] == [other.mend(word, RU) for word in typed]
    assert one.mend("маркиовка", RU) == one.mend("маркиовка", RU) == "маркировка"


def test_the_documents_own_spelling_is_given_back_not_the_folded_one() -> None:
    """Of "ұлттық" and its rarer misspelling "улттық", which fold together, the frequent one."""
    spelling = Spelling({KK: {"ұлттық": 9, "улттық": 1}}, lambda word, language: False)
    assert spelling.mend("ұлтттық", KK) == "ұлттық"


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("corruptoin", "corruption"),
        ("coruption", "corruption"),
        ("percnt", "percent"),
        ("evolution", "evolution"),
        ("coruptoin", "coruptoin"),
        ("intention", "intention"),
    ],
)
def test_a_word_that_the_documents_lack_is_taken_for_a_single_slip_that_is_plain(typed: str, mended: str) -> None:
    """Words that are counted 0 times, the lexicon's: no letter is taken for another, and there is one slip at most."""
    counts = {EN: {"corruption": 0, "percent": 0, "evaluation": 0, "invention": 0}}
    assert Spelling(counts, lambda word, language: False).mend(typed, EN) == mended


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("мемлекеті", "мемлекеті"),
        ("мемлекетт", "мемлекет"),
        ("мемлкет", "мемлекет"),
        ("мемлеке", "мемлеке"),
    ],
)
def test_an_ending_of_a_kazakh_word_is_no_slip(typed: str, mended: str) -> None:
    spelling = Spelling({KK: {"мемлекет": 1}}, lambda word, language: False)
    assert spelling.mend(typed, KK) == mended


def test_without_documents_nothing_is_mended() -> None:
    spelling = Spelling({}, lambda word, language: False)
    assert spelling.mend("goverment законн", RU) == "goverment законн"


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("галасовой помошник", "голосовой помощник"),
        ("дакумент подан", "документ подан"),
        ("галасование в парламенте", "галасование в парламенте"),  # no form of "голосование" is in the documents
    ],
)
def test_a_slip_in_a_form_that_the_documents_lack_is_mended_by_the_dictionary(typed: str, mended: str) -> None:
    documents = {term(word, RU) for word in ("голосового", "помощника", "документами", "парламента")}
    counts = count_words([(RU, "голосового помощника документами парламента")])
    spelling = Spelling(counts, is_common, lambda word, language: term(word, language) in documents)
    assert spelling.mend(typed, RU) == mended
