"""Whether a given name is a woman's or a man's: common ones of several languages, and what endings suggest."""

from __future__ import annotations

from functools import cache
from typing import Final

from variorum.engine.words.speech import listed

_WOMEN: Final = listed(
    """abigail aisling alice alison amelie amy andrée ann anne annette annie astrid audrey beatrice beatriz bernadette
    beth birgit bridget brigitte bronwyn camille carmen carol caroline catherine cathy charlotte chloe christine
    claire clémence colette dagmar danielle deborah deirdre denise diane doreen dorothy edith eileen elaine eleanor
    elisabeth elizabeth elke ellen elsie emilie emily emma erin esther eve evelyn faith fay fleur florence frances
    françoise freya gail geneviève gertrud gillian ginette gladys grace greta gretchen gwen hannah harriet hazel
    heather heidi heike helen helene hilary hortense ines inge ingeborg ingrid irene iris isabel isabelle isobel
    isolde ivy jacqueline jane janet janice jean jeanne jennifer jenny jessica jill joan joanne josephine joy joyce
    judith judy julie june karen kate kathleen kathryn katie kay kelly kerstin kim kirsten kirsty laure lauren leah
    lesley lily lindsay lisbeth lise liz lorraine louise lucie lucy lynn mabel madeleine maeve margaret margot
    marguerite marianne marie marion marjorie martine mary maud maureen megan mercedes meredith michelle mildred
    moira molly monique morag muriel nancy naomi natalie nathalie nell niamh nicole nora olive orla pam patricia
    paula pauline penelope penny phoebe pilar priscilla rachel raquel rebecca renate rosalind rose rosemary roxane
    ruth sally sandrine sarah saskia sharon shirley silke simone sinead siobhan solène sophie stephanie sue susan
    susanne suzanne svetlana sybil sylvie tamsin tess theresa thérèse tracey tracy trudy ursel ute valerie violet
    vivian véronique wendy wilma winifred yvette yvonne zoe"""
)
_MEN: Final = listed(
    """adrian aidan alain alan albert alec alejandro alex alexander alexandre alfie alfred alistair anders andrea
    andreas andrew andré angus anselm anthony antoine archie arthur baptiste barney barry ben benjamin bernard bert
    bertrand bill bob boris brad brendan brian bruce bruno bryan callum carl carlos casper charles charlie chris
    christian christoph christopher claude clive clément colin colm connor craig cyril damian dan daniel darren
    dave david dean declan denis dennis derek des desmond didier diego dieter dirk dominic donald doug douglas duncan
    dylan earl ed eddie edgar edmund edward edwin elias emil emmanuel enrique eric ernest ernst eugene ewan fabian
    felipe felix fergus finn florian francis franck frank franz françois fred frederick friedrich frédéric gareth
    gary gavin geoffrey george georges gerald gerard gerd gerhard gilbert giles glen gordon graham greg gregor
    gregory guillaume gunther gus guy gérard hamish hans harald harold harry hassan hector heinrich heinz helmut
    henri henry herbert holger horst howard hubert hugh hugues hélder ian ibrahim igor iker ivan ivor jack jacques
    jake james jamie jan jasper javier jean-luc jean-pierre jeff jens jeremy jerome jesse jim joachim joe joel john
    jon jonas jonathan jordan jorge joris josef joseph josh joshua josé juan jules julian julien justin jérôme
    jürgen karl karsten keith ken kenneth kevin kieran klaus konrad kurt kyle lance laurence laurent lawrence lee
    leon leonard leroy les lewis liam lionel lloyd louis luc luca lucas luis luke luther magnus malcolm manfred manuel
    marc marcel marcus mark markus martin mathias mathieu mathurin matt matthew matthias maurice max maxime melvin
    michael michel miguel mike miles mitch mohammed mohan moritz morris murray mustafa nathan ned neil nelson
    nicholas nick nicolas niels nigel nikita nikola noah norman olaf oliver olivier omar oscar oskar otto owen
    pablo pascal pat patrice patrick paul pedro percy pete peter phil philip philippe pierre piers quentin quincy
    rafael rainer ralf ralph ramón randy ravi ray raymond raúl reinhard rené rex reza richard rick rob robert robin
    rod roger roland rolf ron ronald rory ross roy rudolf rupert russell ryan régis rüdiger sam samuel scott sean
    sebastian sebastián serge seth shane shaun sid sidney simon stan stanley stefan stephen steve steven stewart
    stuart sven ted terence terry theodore thierry thomas tim tobias todd tom tommy tony travis trevor ulrich uwe
    vernon victor vikram vincent vladimir volker walter warren wayne werner wesley wilfred wilhelm will william
    wolfgang xavier yann yves zachary étienne"""
)
_EITHER: Final = listed("andrea ezra kim lee pat sasha robin chris alex sam jean jordan nikita noa")
"""Which both bear."""


def is_given_name(word: str) -> bool:
    """Whether a word in lower case is one of the given names known here."""
    return word in _WOMEN or word in _MEN


@cache
def gender_of_name(given: str) -> str:
    """The gender that a given name in lower case suggests: "f", "m", or nothing."""
    if given in _EITHER:
        return ""
    if given in _WOMEN or given in _MEN:
        return "f" if given in _WOMEN else "m"
    return {"a": "f", "o": "m"}.get(given[-1:], "") if len(given) > 2 else ""
