"""The words by which questions carry instructions to the assistant: a tuple for each meaning and language.

In the notation of `guard_notation.py`; "{name}" is an entry of `NAMED`.
"""

NAMED = {
    # What asks, what requests, and who is spoken to where neither is done.
    "asks": "who|whom|whose|what|when|where|which|why|how|кто|кого|кому|кем|что|чем|чего|когда|где|куда|откуда|"
    "как(ой|ая|ое|ие|ого|ую|их|им|ими|ом)?|каков*|сколько|почему|зачем|чей|{сурак}",
    "сурак": "ким|кимге|кимнин|кимди|нени|неден|неге|кай|кайда*|кайсы*|кандай*|канша*|кашан*|калай|неше*|деген не|"
    "не (истед|айт|дед|туралы|ушин|жаса|берди|болды)*",
    "tells": "tell|explain|list|describe|summari[sz]e|compare|give|find|show|name|расскажи*|объясни*|перечисли*|"
    r"назови*|опиши*|сравни*|подскажи*|покажи*|дай*|найди*|скажи* \w+ \w+|тусиндир*|айт|айтшы|айтыныз*|айтып бер*|"
    "ата|тап*",
    "you": "you|your|assistant|bot|hi|hello|dear|i|i'm|we|ты|тебя|тебе|вы|ассистент*|бот|помощник|привет|я|мы|сен|"
    "сенин|сиз|комекши|салем",
    # Where an English verb is a command: at the head of a clause or after words that urge.
    "do": r"((^|(?<=[,;:\(\[—–])|(?<=\s-))\W{0,3}|{urge}\W{1,3})({urge}\W{1,3}){0,4}",
    "urge": "please|and|then|now|just|kindly|so|but|also|first|instead|(can|could|would|will) you|you (must|should|"
    "will|shall|have to|need to|are to)|(want|need|ask|order|tell|command) you to|(your|the) task is to",
    "ruled": "instruct*|rules?|prompts?|guidelines?|constraints?|restrictions?|orders|directions|commands?|"
    "guardrails?|programming|training|settings|limitations|filters?",
    "used": "documents?|sources?|citations?|references?|links?|quotes?|passages?|footnotes?",
    "say": "say|write|print|output|type|repeat|respond|reply|answer|echo|return|speak|talk",
    "literal": r"{quoted}(?=\W{0,3}($|[.!?;,]|and |then |in |и |в |больш*|заглавн*|крупн*|жане ))",
    "quoted": r"[\"«“„'][^\"»”“']+[\"»”“'](?!\w)|(?-i:[A-ZА-ЯЁ]{2}[A-ZА-ЯЁ\d_-]{2,})",
    "правил": "инструкци*|правил*|указани*|промпт*|подсказк*|настройк*|ограничени*|установк*|конфигурац*",
    "скажи": "(скажи|ответь|отвечай|напиши|пиши|говори|выведи|выводи|напечатай|повтори|повторяй|произнеси|выдай)(те)?",
    "источник": "источник*|ссылк*|ссылок|цитат*|документ*",
    "нуска": "нускау*|ереже*|тапсырма*|шектеу*|буйрык*|промпт*|баптау*",
    "дерек": "дереккоз*|дерек коз*|силтеме*|дайексоз*|цитата*|кужат*",
    "айт": "(жауап (бер|кайтар)|айт|жаз|кайтала|сойле|шыгар){-ши}?",
    "-ши": "ш[иы]|[ыи]ныз(ш[ыи])?|ныз|сын|син|[ыи]п (бер|кой|жибер)(ш[иы]|[ыи]ныз(ш[ыи])?)?",
}

_IGNORE = (
    "(ignore|disregard|forget|override|bypass|drop) … (your|above|system|my last) … ({ruled}|{used})",
    "{do}(ignore|disregard|forget|override|bypass|overlook|discard|abandon|drop) … ({ruled}|everything|{used})",
    "ignore (all |any )?(previous|prior) (instruct*|prompts?)",
    "{do}(set aside|skip|leave out|omit|disable|turn off|switch off|remove|lift|break|suspend|delete) … ({ruled}|"
    "{used}|training|safety)",
    "{do}(treat|consider|take) … as (your )?(new )?{ruled}",
    "{do}(ignore|disregard|forget) (all|everything|anything|what|about|that|it|this|the above|the previous)",
    "{do}(do not|don't|dont|never|stop|no longer) (follow*|obey*|apply*|listen*|rely*|consult*|us(e|ing)|search*) … "
    "({ruled}|{used})",
)
_IGNORE_RU = (
    "(про)?игнорируй*|(?<!не\\s)забудь*",
    "не (обращай|учитывай|следуй|соблюдай|слушай|выполняй|подчиняй)*",
    "(отбрось|отмени|сбрось|обойди|нарушь|отключи|сними|сотри|выйди|откажись|отступи)(те)? … ({правил}|фильтр*|"
    "рамк*|запрет*|контекст*)",
    "(плюнь|наплюй|забей)(те)? на|(отложи|отключи)(те)? … ({правил}|фильтр*)",
    "(ты|тебе|тебя|приказываю|требую) … (про)?(игнорировать|забыть|нарушить)",
    "не (используй|читай|опирайся|полагайся|смотри)(те)? … ({источник}|баз*)",
)
_IGNORE_KK = (
    "((барлык|барша|алдынгы|бурынгы|жогарыдагы|осыган дейинги|сенин|озиннин|берилген) )*({нуска}|{дерек}|айтылган*) "
    "… (елеме|ескерме|есепке алма|умыт|орындама|устанба|сактама|тындама|карама|багынба|аттап от|алып таста|буз){-ши}?",
    "сузги* … (ошир|токтат|алып таста){-ши}?|маган багын*",
    "(барлык|алдынгы|бурынгы|жогарыдагы|сенин|озиннин) … {нуска} (елемей|ескермей|умытып|бузып)",
    "(елеме|ескерме|назар аударма|тындама|умыт|(кайдан \\w+ )?айтпа){-ши}?",
    "(умытып|елемей) (кет|таста|кой){-ши}?",
)
_ROLE = (
    "(you are|you're) (now|no longer|not)|now you are",
    "from (now|here|this point) on|i('m| am) your (developer|creator|owner|admin|boss)*",
    "(^|(?<=[,:;]))\\W{0,3}(you are|you're) [^?]*$",
    "(?<!if\\s)(?<!when\\s)(?<!whether\\s)(?<!once\\s)(you are|you're) an? \\w+(?! to)",
    "(?<!do\\s)(you|the assistant|the model) (must|shall|will|should|are to|have to) (now |always |never |only )?("
    "{say}|"
    "ignore|forget|obey|act|pretend|follow|comply|end|start|begin|cite|praise|claim)",
    "as an? (unrestricted|unfiltered|uncensored|evil) \\w+",
    "{do}(act|behave|role-?play|pose|{say})( it)? (as|like|as if|in the (style|voice|role) of)",
    "{do}(pretend|role-?play|impersonate|obey|stop being|simulate|execute|decode)",
    "let's (play|pretend|imagine)[^.!?:;]*",
    "{do}(be|become|play|simulate|switch to|enter|enable|activate|adopt) … (mode|role|character|persona|unrestricted)",
    "((who|which|that) )?(can )?do anything now|(?-i:(?<!-)DAN)|as if you (were|had)",
    "your (new )?(only )?(role|task|job|goal|persona|identity|name) (is|will be)",
)
_ROLE_RU = (
    "(ты теперь|теперь ты|отныне|с этого момента|ты больше не|ассистент (должен|обязан))|я тво(й|я) \\w+",
    "(^|(?<=[,:;]))\\W{0,3}ты (?!можешь|знаешь|сможешь|умеешь|скажешь)[^?]*$",
    r"как (модель|ии|ассистент|бот) без \w+|(перестань|прекрати)(те)? быть|стань (мо|сво)*|давай (по)?игра*|"
    "(представь|вообрази)(те)? (что )?(ты|вы|тебя|себя|у тебя|будто)",
    "(притвор(ись|итесь|яйся)|прикинься|изобража(й|йте)|(сделай|делай)(те)? вид|веди(те)? себя)( (что|как|"
    "будто)[^,.!?:;]*)?",
    "будь \\w+(ом|ем|им)|(сыграй|играй|исполни|возьми|прими)(те)? (на себя )?роль",
    "(отвечай|говори|пиши|действуй|общайся)(те)? как",
    "({скажи}|действуй|выступи|расскажи) (как (пират*|поэт*|робот*|ребен*|хакер*|злодей*)|в роли|от лица|от имени|в "
    "стиле|в образе|голосом|стихами|матом|эмодзи)",
    "(включи|активируй|перейди|войди|запусти)(те)? … режим*|режим* (разработчика|бога|отладки)",
    "тво(я|и|е|й) (нов* |главн* |единственн* )?(задача|роль|цель|имя|личность)",
)
_ROLE_KK = (
    "(енди|бугиннен бастап|бундан былай|казирден бастап|осы саттен бастап) сен*",
    r"сенин (жалгыз |жана |басты )?(миндетин|ролин|тапсырман|максатын)|сен (енди|бундан былай|казир|\w+с[ыи]н)|(^|"
    r"(?<=[,:;]))\W{0,3}сен [^?]*$|мен сенин \w+мин",
    "ойын ойнайык*|ойнайык|(\\w+ )?сойле{-ши}?",
    "(\\w+ )?ролин(де)? (ойна|аткар|сомда|бол)*",
    "(\\w+ )?(сиякты|секилди|болып|стилинде|атынан) ({айт}|корин)",
    "озинди … (елестет|сана|сезин)*|(азирлеуши|шектеусиз) режим*",
)
_REVEAL = (
    "{do}(show|reveal|print|tell|give|repeat|display|output|list|leak|share|dump|write|disclose|quote|translate) "
    "(me )?((your|all your) … ({ruled}|password*|api key*|configuration|message|secrets)|the (system|initial|hidden|"
    "secret|developer) (prompt|message|instruct*))",
    "what (is|are|was|were|does) (your (system |initial |hidden |secret |original )?{ruled}|the system "
    r"prompt(?=\W{0,3}$))",
    "{do}(repeat|print|output|copy) (everything|all|the (text|words|content)) … (above|verbatim|before)",
    "what … you (been )?(told|instructed|programmed)|(what|which) {ruled} (were|was|are|did|have) you",
    "(what )?your (system |hidden |initial |secret |original )*(prompts?|instructions?|guidelines|system message)",
)
_REVEAL_RU = (
    "({скажи}|(покажи|раскрой|назови|расскажи|дай|перечисли|процитируй|открой|сообщи|переведи)(те)?) … ((сво|тво|"
    "ваш)* … ({правил}|парол*|ключ*|сообщени*)|(системн|скрыт)* (промпт*|подсказк*|сообщени*|инструкци*))",
    "(можешь|можете|сможешь) … (сво|тво|ваш)* … {правил}|тво(й|и|их|е|его) (системн* |скрыт* )?{правил}",
    "(какой|какая|какие|каков*) ((у тебя|тво*) (системн* )?{правил}|{правил} (у тебя|тебе))",
    "(повтори|выведи|напечатай|скопируй|покажи)(те)? … (выше|дословно)",
)
_REVEAL_KK = (
    "(жуйелик|жасырын|купия) (нускау|промпт|хабарлама)* (корсет|аш|бер|{айт}){-ши}?",
    "саган (кандай|не) {нуска}|(сенин|озиннин) … {нуска} (кандай|не|корсет*|аш*|айт*|жаз*)",
    "{нуска}(ынды|инди|ынызды|инизди) … ((корсет|аш|бер|кошир|аудар|{айт}){-ши}?|(корсете|аша|айта|бере) ал*)",
)
_SAY = (
    "{do}({say}|add|append|insert|shout)( … |\\W{1,3}){literal}",
    "{do}(say|print|output|echo|shout) (the )?(words?|phrase|following)",
    "(^\\W{0,3}|please )(say|repeat|claim|announce|declare|write|insist|swear) that",
    "(tell|inform|convince|assure) (the )?(users?|everyone|everybody|readers?) that|repeat after me",
    r"(end|finish|start|begin|conclude|close|preface) (your|every|each) (answers?|repl(y|ies)|respon\w+|sentences?)",
    "{do}(end|start|begin|finish|conclude) (it |everything )?(with|by)",
    "your (answer|reply|response|output) (must|should|shall|has|needs|ends|starts|begins|will)",
    "{do}(add|append|insert|include|put|write) … (your|the) (answer|reply|response|end)",
    "{do}(only|just|simply|always|never|exclusively) ({say}|cite|mention)",
    "{do}{say} (me )?(only|just|solely|nothing but|with|in (one|a single) word|in (rhyme|verse|emoji*|base64|caps|"
    "json|xml))",
)
_SAY_RU = (
    "({скажи}|(добавь|вставь|допиши|поставь|верни|крикни)(те)?)( … |\\W{1,3}){literal}",
    "({скажи}|(добавь|вставь|допиши)(те)?) … (слово|слова|словом|фразу|фразой|строку) \\w+(?=\\W{0,3}$)",
    "(ответь|отвечай)(те)? (одним словом|на все|на любой)|повторяй(те)? за мной",
    "(закончи|заканчивай|заверши|начни|начинай|предваряй)(те)? … (ответ*|сообщени*|предложени*|слов*|фраз*)",
    "чтобы … ответ* … (заканчива|начина|содерж|состоя)*|ответ* (должен|обязан)",
    "в (твоем )?ответе (должн*|пусть|только|напиши)*|{скажи} (свободно|по памяти|честно)|(а )?не по {источник}",
    "в конце (ответа |сообщения |предложения )?(напиши|добавь|поставь|допиши|вставь|скажи)(те)?",
    "(напиши|добавь|поставь|допиши|вставь)(те)? … (в конце ответа|в конец|к ответу|в ответ)",
    "{скажи} (мне )?(только|лишь|исключительно|строго|всегда)|(только|просто|лишь|всегда) {скажи}",
)
_SAY_KK = (
    "{quoted} … ({айт}|(аякта|баста|кос|бит|битир){-ши}?)",
    "(^\\W{0,3}|(?<=[,;:])\\W{0,3}|жане |сосын |сонынан |сонында |тек |маган )(\\w+ ){1,3}деп (гана )?{айт}",
    "(тек|тек кана|бар болганы|жай гана) … {айт}",
    "жауап(та|тарда|ында|ынызда) … болсын|жауаб(ын|ынды|ынызды|ыннын|ыныздын)? … (аякта|баста|бит|битир|кос|жаз){-ши}?",
)
_UNCITED = (
    "{do}(do not|don't|dont|never|no need to|stop) (cit|quot|mention|referenc|show|giv|includ|list|provid|nam|add|"
    "link)* … {used}",
    "{do}(do not|don't|dont|never) (cite|quote)|{do}{say} (from memory|freely)|not from the {used}",
    r"(^|(?<=,))\W{0,3}(without (any )?(cit|quot|mention|giv|show|us|search|check)* … {used}|(without|no) {used})",
    "{say} … without … {used}|(from|using|use) your own (knowledge|memory|head)",
)
_UNCITED_RU = (
    "не ((ссылай|цитируй|указывай|упоминай|показывай|давай|добавляй)*|(приводи|говори|пиши)(те)?( "
    "откуда[^.!?:;]*)?)|можешь не (приводить|указывать|ссылаться|цитировать)",
    "(^|(?<=,)|(ответь|отвечай)(те)? … )\\W{0,3}без (указани* |упоминани* )?{источник}",
    "{источник} не (нужн*|надо)|(из головы|от себя|по памяти)",
)
_UNCITED_KK = (
    "{дерек} (келтирме|корсетпе|берме|колданба|жазба|айтпа|пайдаланба|суйенбе|коспа)({-ши}|й)?",
    "(дереккоз|силтеме|дайексоз|цитата)(дер|лер|лар)?(с[ыи]з) ({айт}|тусиндир)",
    "(дереккоз|силтеме|дайексоз)* (\\w+нин |\\w+дин )?(керек емес|кажет емес|кажети жок|керег* жок)",
    "(оз )?(жадыннан|ойыннан|озиннен) … {айт}|кужат(тан|тардан) емес",
    "ойдан (шыгар|курастыр|кос){-ши}?",
)
_INVENT = (
    "^\\W{0,3}(please )?(invent|fabricate|hallucinate|lie)|{do}make up (an?|some|your)",
    "{do}(assume|suppose|imagine|consider) … {used} … (say|state|claim|show|mention)",
    "{do}(assume|suppose|imagine) (that )?you (have no|can|are (an? unrestricted|free|not))",
    "(придумай|выдумай|придумывай|выдумывай|сочини|соври|ври|солги|утверждай|считай(те)? что)(те)?(?!\\w)[^.!?:;]*|"
    "считай(те)? … {правил}",
    "(представь|предположи|допусти|вообрази)(те|м)? (что )?(в |все |эти )*(документ*|источник*)[^.!?:;]*",
    "{нуска} деп (есепте|сана|кабылда){-ши}?|(кужаттарда|дереккоздерде) … деп (елестет|есепте|сана|ойла){-ши}?|деп "
    "елестет*|отирик айт*",
)
ORDERS = (
    *_IGNORE, *_IGNORE_RU, *_IGNORE_KK, *_ROLE, *_ROLE_RU, *_ROLE_KK, *_REVEAL, *_REVEAL_RU, *_REVEAL_KK,
    *_SAY, *_SAY_RU, *_SAY_KK, *_UNCITED, *_UNCITED_RU, *_UNCITED_KK, *_INVENT,
)  # fmt: skip

# What is claimed, not asked; no order of itself.
CLAIMS = (
    "(say|claim|confirm|state|agree|write) that",
    "(подтверди|скажи|напиши|заяви|сообщи|ответь)(те)? что (?!так(ое|ая|ой)|за |эт*|он |нужно|дел*|да(ет|ст)|гов*|"
    r"измен*|предусм*|знач*|означ*|регулир*|обяз*|треб*|запрещает)\w+",
    "деп (раста|айт|жаз){-ши}?",
)
HEADINGS = (
    "system( (prompt|message|override|note))?|assistant|developer|admin(istrator)?|override|instructions?",
    "new (rules?|instructions?|task)|система|системн* (сообщени*|инструкци*|промпт)|инструкци[яи]|администратор|приказ",
    "нов* (инструкци*|правил*|задач*)|жуйе|жуйелик (нускау|хабарлама)*|нускау|жана (нускау|ереже|тапсырма)|буйрык",
)
