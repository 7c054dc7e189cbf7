"""Function words of the three languages, which are not carried into another language."""

from corpus.language import fold
from corpus.passage import Language

_WORDS = {
    Language.RU: (
        "а без бы был была были было быть в вам вас весь во вот все всё вы где да для до его ее её ей ему если есть "
        "еще ещё же за зачем и из или им их к как какая какие каким каких какого какое какой каком какую какова каков "
        "каковы когда кого кем ком кому которая которого которой которые который куда кто ли лишь меня мне мой моя мы "
        "на над нам нас не него нее неё ней нет ни но о об он она они оно от откуда по под почему при про с сам свой "
        "себя сейчас со сколько так такое такой там теперь то тоже того только том тот ту тут ты у уже хоть чего чей "
        "чем чему что чтобы чья эта эти это этого этой этом этот я"
    ),
    Language.EN: (
        "a about above according across after again against all already also although always am among amount an and "
        "another any are as at away be because been before being below between both but by can could did do does "
        "doing done down during each either else enough even ever every exactly few for from further get gets give "
        "given gives go goes got had has have he her his how i if in into is it its just may me might mine more most "
        "much must my near never nor no not now of off often on once only onto or other others ought our ours out "
        "outside over own per please rather really same shall she should so some still such than that the their them "
        "then there these they thing things this those through thus to too toward towards under until up upon us very "
        "via was we were what when where whether which while who whom whose why will with within without would yet "
        "you your"
    ),
    Language.KK: (
        "ал ана ба бар бе бен бері бәрі бір біз біздің болып болса бойынша бұл да дағы де деген деп дегеніміз егер "
        "екен емес ен ең енді ма мен менің ме маған мынау не неге неден нені ненің неліктен неше нешінші оған одан ол "
        "олар олардың онда онымен оны оның осы па пе пен сен сенің сіз сол сондай соң та те тағы ғана ғой туралы үшін "
        "қазір қазіргі қай қайда қайдан қайсы қалай қандай қанша қашан және жоқ кім кімге кімді кімнің я"
    ),
}
STOP_WORDS = {language: frozenset(fold(word) for word in words.split()) for language, words in _WORDS.items()}
