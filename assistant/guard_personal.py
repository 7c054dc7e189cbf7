"""Requests for personal data of somebody: a telephone, an address, a number, an income, a family, told by words alone.

A thing is personal only as somebody's: "Madiyev's salary" and "the salary of the minister" are, "salaries of teachers"
and "telephone of the ministry" are not; what organisations have as well is personal only of a certain person. The
tables are in the notation of `guard_notation.py`, with the marks for names of `guard_names.py`, "qhis" for "his" in
Russian and Kazakh, and a tuple for each language.
"""

import re

from assistant.guard_names import marked, marked_familiar
from assistant.guard_notation import compiled, in_russian_letters
from corpus.language import is_latin_kazakh, latin_to_cyrillic
from index.stop_words import STOP_WORDS

# Names are put as qperson, in a Russian oblique case qpersona, and qname, qnamea where it may be no person's; "his" in
# Russian and Kazakh as qhis.
_NAMED = {
    "office": "(the |our |your |prime |deputy |vice-)*(minister|president|premier|mayor|akim|governor|ambassador|"
    "rector|director|chairman|chairwoman|head|chief|advis[eo]r|judge|deputy|senator|official|ceo|boss)",
    "kin": r"(my|our|the|a|his|her) (neighbou?r|wife|husband|ex(-\w+)?|boss|colleague|friend|brother|sister|teacher|"
    "doctor|landlord|girlfriend|boyfriend|classmate|tenant|mother|father|son|daughter|uncle|aunt)|somebody|someone",
    "surely": "(qpersona?|{office}|{kin})'s?|his|her|qperson",
    "whose": "{surely}|qnamea?('s?)?",
    "someone": "qpersona?|qnamea?|{office}|{kin}|he|she|him|her",
    "which": "((month|year|week)ly |annual |official |current |home |personal |private |mobile |exact |real |net |"
    "total |own |secret |full |family |work |direct |individual )*",
    "private": "(mobile|cell|cellphone|home|personal|private|direct)( phone| telephone)? (number|phone|addr(ess)?|"
    "e-?mail*|contacts?|details|life|data|information)|cellphone|iin|identification number|(national |personal )?id( "
    "card)?( number)?|identity card*|passport*( number| details)?|salar(y|ies)|wages?|paychecks?|earnings|net worth|"
    "wealth|pension|(date|place) of birth|birth(day|date|place)|birth date|bank (account|card|details)*|card number|"
    "account (number|balance)|tax (return|declaration)*|medical (records?|history|condition|data|card)|diagnos(is|"
    "es)|illness*|disease*|health|wife|husband|spouse|children|kids|sons?|daughters?|family|parents|mother|father|"
    "relatives|girlfriend|mistress|marital status|religion|ethnicity|house|apartment|flat|villa|cars?|licen[cs]e "
    "plate|property|properties|real estate|assets|whereabouts|passwords?|criminal record",
    "public": "polic*|care|insurance|sector|system*|reform*|initiative*|program*|strategy|plans?|support|growth|"
    "cent(re|er)",
    "contact": r"(phone|telephone|mobile|cell)( numbers?)?|numbers?(?=\W{0,3}$)|e-?mail( address)?|contact (details|"
    "number)|contacts|whatsapp|telegram|income|(postal|mailing|street|residential) address",
    # Russian: a minister's, a neighbour's; what is private and what organisations have as well.
    "министра": "(вице-|зам|экс-)?(министра|президента|премьера|премьер-министра|депутата|акима|мэра|директора|"
    "главы|руководителя|председателя|ректора|советника|чиновника|судьи|посла|начальника|заместителя|помощника|"
    "сенатора)",
    "министр": "министр|президент|премьер|премьер-министр|депутат|аким|мэр|директор|глава|руководитель|председатель|"
    "ректор|советник|чиновник|судья|посол|начальник",
    "он": "(qpersona?|qnamea?|{министр}|он|она|соседи?|соседка|мо(й|я) \\w+)",
    "министром": "(министр|президент|премьер|депутат|аким|мэр|директор|ректор|глав|председател|советник|судь|сосед)*",
    "соседа": "(мо(его|ей|их) )?(соседа|соседки|соседей)|мо(его|ей) (жены|мужа|брата|сестры|коллеги|начальника|"
    "друга|подруги|учителя|врача|бывш*|девушки|парня|знаком*|однокласс*|отца|матери)|чуж(ой|ого|ие)|qhis",
    "его": "((наш|ваш|нынешн|бывш|перв|господин|сам|товарищ)* |{министра} |{личное} )*(qpersona|{министра}|{соседа})",
    "личное": "(личн|домашн|мобильн|сотов|персональн|прям)* ((номер|телефон|адрес|почт|email|e-mail|имейл|контакт|"
    "данн|жизн)*( телефон*)?|e-mail)|сотов*|мобильник*|мобильный|иин|паспорт*|удостоверени* личности|номер* (паспорт|"
    "удостоверени|карт|счет|машин|автомобил)*|госномер*|зарплат*|зп|заработн* плат*|оклад*|жаловань*|заработ(ок|к)*|"
    "пенси(я|и|ю)|(дат(а|у|ы|е)|мест(о|а|е)|год|день|дня) рождени*|возраст*|банковск* (карт|счет|вклад)*|счет* в "
    "банк*|квартир(а|ы|у|е)|дом(а|у|ом|е)?|особняк*|дач(а|и|у|е)|недвижимост*|имуществ*|машин(а|ы|у|е)|автомобил*|"
    "накоплени*|диагноз*|болезн(ь|и|ью)|здоровь*|медкарт*|медицинск* (карт|данн|истори)*|жен(а|ы|у|ой|е)|супруг*|"
    "муж(а|ем|у)?|дет(и|ей|ях|ям)|ребен*|доч(ь|ер|к)*|сын(а|у|ом|овья|овей)?|семь(я|и|ю|ей|е)|родител*|родственник*|"
    "мам(а|ы|у)|отец|отца|любовниц*|девушк*|национальност*|вероисповедани*|судимост*|парол*|логин*|местонахождени*|"
    "переписк*|(адрес|мест)* (проживани|прописк|жительств|регистраци)*",
    "связь": r"(номер* )?(телефон(а|у|ы|ов|чик)?|в[оа]тсап*|whatsapp|telegram)|номер(а|у|ом)?|(?<!в\s)адрес(а|у|ом|"
    "е)?|контакт(ы|ов|н* данн*)?|почт(а|ы|у)|e-?mail|[еи]мейл*|доход(а|ы|ов|ах)?|деклараци* о доход*",
    # Kazakh: the same.
    "министрдин": "(президент|(вице-|премьер-)?министр|премьер|депутат|аким|директор|ректор|торага|басшы|кенесши|"
    "орынбасар|судья|елши|бастык|корши|сенатор)([ыи]м|с?[ыи])?[нтд][ыи]н|(корши|айел|жубай|куйеу|дос|бастыг|арипте|"
    "мугалим|даригер|ага|апа|ини|карындас|сыныптас|жигит)(с|т)?[ыи]?мн[ыи]н|биреудин|qhis",
    "ол": "qpersona?|qnamea?|ол|(президент|министр|премьер-министр|депутат|аким|директор|ректор)и?|торага(сы)?|"
    "басшы(сы)?|корши(м|миз|си)?",
    "онын": "(казирги |бурынгы |жеке |уялы |айлык |жылдык |накты |толык |{министрдин} |{жекеси} )*",
    "жекеси": "(уялы|жеке|уй|сотка) (телефон|номир|мекен-?жай|пошта|дерек|малимет|омир)*|соткасы*|жсн|иин|паспорты*|"
    "толкужаты*|(жеке )?куалиг(и|ин)|жалакысы*|айлыг(ы|ын)|енбекакысы*|зейнетакысы*|туган (кун|жер|жыл)*|жасы(н)?|"
    "отбасы*|айели(н|нин)?|жубайы*|куйеуи*|балалары*|баласы*|кызы(н|нын)?|улы(н|нын)|ата-?анасы*|туыстары*|"
    "денсаулыгы*|диагнозы*|ауруы*|дерти*|мулк(и|ин)|уй(и|ин|инин)|патери*|колиг*|шоты|шотында|машинасы*|банк* (шоты|"
    "картасы)*|(карта|шот|паспорт|куалик|толкужат)* номири*|парол(и|ин)|кулия сози*|сотталган*",
    "байланысы": "(телефон )?(телефоны|номири)*|мекен-?жайы*|по[чш]тасы*|байланысы*|табысы*|кириси*|ватсабы*|"
    "телеграмы*",
}
_REQUESTS = (
    "{whose} {which}{private}(?! {public})",
    "{surely} {which}{contact}",
    "{office} of [\\w.]+'s {which}({private}|{contact})|{surely} age(?! of| limit)",
    "{private} (of|for) {someone}",
    "{contact} (of|for) ({office} )?(qpersona?|{office}|{kin})(?!')",
    "address of ({kin}|(qpersona?|{office})(?=\\W{0,3}$))",
    "(what is|what's|give|tell|find|send|share|need|know|show) … {surely} (exact |current )*address(?=\\W{0,3}$)",
    r"(where|which|what) … {someone} … (lives?|living|resid*)(?=\W{0,3}($|[,?]|now|in|on|at|exactly|and|with))",
    "how much … {someone} … (earn*|make|makes|paid|worth)(?=\\W{0,3}($|[,?]|a|an|per|each|every|in|now))",
    "how much (money|tax*) … {someone} … (have|has|owe*|pay|paid)|what (medicine|drugs|pills) … {someone}|(what|"
    "which) (religion|ethnicity|nationality|age) is {someone}",
    "how (old|rich|tall) is {someone}|when (was|is) {someone} … (born|birthday)|is {someone} (married|divorced|ill|"
    "sick|pregnant)|who is {someone} (married|dating)",
    "how many (children|kids|cars|houses|wives|apartments|sons|daughters) (does|do|has) {someone}",
    "does {someone} have (a |an |any )?(children|kids|wife|husband|illness|disease|cancer|cars?|debts?|mistress)",
    r"what … (cars?|house|illness|disease|property|apartment) … {someone}( of \w+)? (own|have|has|drive|suffer)*",
    "whose (phone |mobile )?(number|iin|address)|(find|track|look up) … (person|someone|owner|man|woman) (by|from)",
)
_REQUESTS_RU = (
    "({личное}|{связь}) (есть )?(у )?{его}",
    "qhis ({личное}|{связь})",
    "у {его} ((есть|какой|какая|какие|сейчас|ли|на|самом|деле|много|сколько) )*({личное}|{связь})",
    r"{личное} qnamea|^\W{0,3}({личное}|{связь}) (qperson|qname)\W{0,3}$|^\W{0,3}(qpersona?|qnamea?) ({личное}|"
    r"{связь})\W{0,3}$",
    "({связь}|иин|зарплат*|оклад*|паспорт*|(личн|домашн|мобильн)* (номер|телефон|адрес|почт)*) qperson",
    "(где|(в|на) как(ом|ой) \\w+|по какому адресу) … (живет|проживает|прописан*) … {он}",
    "(где|(в|на) как(ом|ой) \\w+|по какому адресу) … {он} … (живет|проживает|прописан*)",
    "сколько … (зарабатыва|получа)* … {он}(?=\\W{0,3}($|[?,]|в|на|за))",
    "сколько … {он} … (зарабатыва*|получает(?=\\W{0,3}($|[?,]|в|на|за|денег)))",
    "сколько (сейчас |полных )?лет (qpersona?|qnamea?|ему|ей|министру|президенту|премьеру|акиму|"
    r"директору)(?=\W{0,3}($|[,?]))",
    "(когда|где|в каком году) … (род(ился|илась)) … {он}",
    "(когда|где|в каком году) {он} (род(ился|илась))",
    "{он} (женат|замужем|разведен*|болен|больна)|насколько богат* {он}|какой (веры|религии|национальности) {он}|"
    "как(ого|ой) года рождения {он}|сколько денег … у {его}|сколько налогов … {он}|какие (лекарства|таблетки) … {он}",
    "(женат|замужем) ли {он}",
    "чем (болеет|болен|больна|владеет) … {он}|на какой машине ездит",
    r"(?<!в\s)чей … (номер|телефон|адрес|иин)|кому принадлежит … (номер|телефон|иин)|пробей*|(найди|вычисли)* … "
    "человек* по",
)
_REQUESTS_KK = (
    "(qpersona?|qnamea?|{министрдин}) {онын}{жекеси}",
    "(qpersona?|{министрдин}) {онын}{байланысы}",
    "{ол} … (кайда|кай \\w+( \\w+)?) (турады|тургады|турып жатыр)|(кайда|кай \\w+) турады {ол}",
    "{ол} … (канша|неше) (тенге |акша |айлык |жалакы )*(алады|табады|айлык|жалакы|салык)",
    "{ол} … ((неше|канша) жаста|(кашан|кай жылы|кайда) (туган|туылган|дуниеге)|уйленген|турмыс|(не)?мен ауыр|ауырып "
    "жур)*|(канша|калай) бай",
    "({ол}|{министрдин}) … (неше|канша) (баласы|уйи|патери|машинасы|колиги)*",
    "{министрдин} улы (канша|ким|кайда|неше)",
    "кимнин … (номири|телефоны|мекенжайы)*",
)
_REQUEST = compiled((*_REQUESTS, *_REQUESTS_RU, *_REQUESTS_KK), _NAMED)
_PERSON = compiled(("qpersona?|qnamea?|кто|кем|ким|{министром}|{ол}|человек*|адам*",), _NAMED)
_NO_NAME = compiled(
    (
        "{private}|{contact}|{личное}|{связь}|{министр}|{министра}|{office}|mr|mrs|ms|dr|г-н|г-жа|господин*|address|адрес*",
        "tell|give|find|show|дай*|найди*|скажи*|назови*|сообщи*|покажи*|подскажи*",
        "|".join(sorted(frozenset.union(*STOP_WORDS.values()))),
    ),
    _NAMED,
)
_HIS = re.compile(r"\b(?:его|ее|него|нее|онын)\b")
_LEAST_BETWEEN = 4


def asks_for_personal_data(text: str) -> bool:
    """Tell whether `text` asks for what concerns only a person: a telephone, an address, an income, a number."""
    shape = marked(in_russian_letters(text), _NO_NAME)
    if is_latin_kazakh(text):
        shape = marked_familiar(in_russian_letters(latin_to_cyrillic(shape)))
    low = shape.lower().replace(":", ",")
    low = _HIS.sub(lambda match: "qhis" if _of_person(low[: match.start()]) else match[0], low)
    return _REQUEST.search(low) is not None


def _of_person(before: str) -> bool:
    """Tell whether "his", which in Russian and Kazakh is "its" too, follows somebody or next to nothing."""
    return len(before.split()) < _LEAST_BETWEEN or _PERSON.search(before) is not None
