"""Everyday words that one outlet uses where another uses its neighbour: "blaze" for "fire", "MPs" for "lawmakers".

General language only, written for this program; no word is here because of a story. Groups stand between bars; a word
stands in one group at most, in its base form; plurals and regular verb forms are found by cutting their endings.
"""

from __future__ import annotations

from functools import lru_cache

_ENGLISH = """
abandon scrap cancel axe drop shelve ditch | accident crash collision smash | accuse allege claim blame |
admit acknowledge concede confess own | advise counsel recommend urge |
afraid scared frightened fearful terrified fear | age old | agree consent accept | agreement accord deal pact treaty |
aid help assistance relief | aim goal target objective purpose | airport airfield |
allow permit let authorise authorize | angry furious irate enraged livid fury anger rage outrage |
announce declare unveil reveal disclose | answer reply respond response | anthem hymn | apartment flat |
apology apologise apologize sorry regret | appoint name install designate | area region zone district |
arm weapon gun firearm | army military troop soldier force | arrange organise organize plan |
arrest detain nab apprehend custody | arrive land come reach arrival | ask request demand seek |
assault attack strike raid hit | attempt try bid effort | audience spectator crowd viewer | author writer novelist |
autumn fall | award prize trophy medal honour honor |
baby infant newborn child kid toddler youngster schoolchild pupil | back support endorse favour favor |
ban prohibit bar forbid outlaw | bank lender | banquet dinner feast supper meal | battle fight combat struggle |
beat defeat win triumph victory | begin start commence launch open beginning | belief believe think reckon |
bill invoice cost price charge fee | billion bn | birth born | blast explosion explode bomb detonate |
boat ship vessel craft | body corpse remains | bonus premium | border frontier boundary |
boss chief head leader director executive chair chairman chairwoman manager president | break fracture snap |
bridge crossing | brief short | bring deliver carry | brother sibling sister | budget spending expenditure |
build construct erect | building premises structure property | business company firm enterprise corporation |
buy purchase acquire | call phone telephone ring dial | calm quiet peaceful | campaign drive |
candidate contender nominee | car vehicle automobile motor | career profession | cash money fund |
catch capture seize | cause trigger provoke spark | celebrate celebration party festivity | centre center hub |
chance opportunity possibility | change alter modify amend | charity foundation | cheap inexpensive affordable |
check inspect examine inspection examination | choose pick select choice | church cathedral chapel |
citizen national | city town municipality | claim assert maintain insist | clash confrontation skirmish | clean pure |
clear obvious evident | clever smart intelligent | climb ascend | close shut closure | coast shore seaside |
cold chilly freezing | collapse crumple | colleague coworker workmate | collect gather assemble | college university |
commission panel committee board jury | compensation damages payout | competitor rival opponent |
complain complaint grumble moan | complete finish end conclude | computer laptop machine | concern worry anxiety |
confirm verify | congratulate congratulation | consumer customer client shopper | contest competition |
contract agreement | convict guilty | cooperation collaboration partnership |
cop police policeman officer detective constable | copy duplicate replica | council assembly | country nation state |
couple pair two | court tribunal | cover conceal hide | create found establish set | credit loan mortgage |
crew team staff squad | crime offence offense felony | criminal crook villain | crisis emergency |
criticise criticize slam condemn attack blast denounce | criticism condemnation | cry weep tear sob |
cut reduce slash trim lower reduction decrease | damage harm ruin | danger risk peril hazard threat | dark gloomy |
data information detail | dawn sunrise daybreak | day daily | dead die death kill perish fatality killed |
debate discussion discuss | debt liability | decade decennium | decide decision resolve determine |
declaration statement | decline fall drop slip slide sink | decrease diminish shrink dwindle |
defend defence defense protect | delay postpone defer put | demonstration protest rally march |
demonstrator protester activist | deny reject refuse refute dismiss | depart leave exit departure go | deputy vice |
desert wilderness | despite although | destroy flatten demolish wreck devastate raze | develop development |
die lose | different distinct | difficult hard tough | dinner lunch | director filmmaker | disappear vanish |
disappoint disappointment | disaster catastrophe calamity tragedy | discover find uncover detect |
disease illness sickness | dispute row quarrel conflict argument feud | doctor physician medic surgeon |
document paper file record | dog hound | doubt question | drama play | dress gown | drink beverage | drive motor |
driver motorist | drown drowning | drug medicine medication | dry arid | duty obligation | early first |
earn income wage pay salary | earthquake quake tremor | east eastern | economy economic | education schooling |
elect vote election ballot poll | electricity power current | employ hire recruit | employee worker staff |
enemy foe | energy power | engine motor | engineer technician | enter entry access | environment ecology |
error mistake slip | escape flee | estimate reckon guess | evacuate evacuation | evening night tonight |
event occasion | exam test | exhibit exhibition | expand widen broaden | expect anticipate foresee forecast predict |
expensive costly dear pricey | expert specialist analyst pundit | export ship | extend prolong | face confront |
factory plant mill | fail flop | fake bogus forged | family relative relation kin | famous celebrated renowned |
fan supporter | farmer grower | fast quick rapid swift | fat overweight | father dad daddy | festival fete |
fight brawl | film movie picture | finance financial | fine penalty | fire blaze flame inferno | firefighter fireman |
first initial | fish catch | flight plane jet aircraft airliner aeroplane airplane | flood flooding inundate deluge |
food meal | foreign overseas | forest wood | forever always | fraud scam swindle | free release liberate |
freedom liberty | friend pal mate | fuel petrol gasoline gas | fun amusement | funeral burial | furniture furnishing |
game match | garden yard | gather congregate | gift present | global worldwide international world |
glad happy pleased delighted | gold golden | government administration cabinet ministry minister |
grow growth expand | guard sentry | guest visitor | gunman shooter attacker assailant | habit custom |
halt stop cease | hall venue | harbour harbor port dock quay | harvest crop | hate hatred | hear hearing | heat hot |
height tall | helicopter chopper | hike raise increase rise climb jump soar surge | history historic historical |
holiday vacation break | home house residence dwelling household homeowner | honest sincere | hope wish |
hospital clinic infirmary | hostage captive | hotel inn | huge enormous massive giant vast | hungry hunger famine |
hunt search | hurricane cyclone storm typhoon tempest | husband spouse wife | idea notion | illegal unlawful |
image photo photograph picture snap | immediately instantly straightaway | immigrant migrant | impact effect |
important significant | improve better | influenza flu | inform notify | inhabitant resident local |
injure wound hurt injury | inquiry probe investigation investigate enquiry | insurance insurer | intend mean |
interior inside | internet web online | interpreter translator | invite invitation | island isle |
jail prison imprison | job post position | joke quip jest | journalist reporter correspondent |
journey trip voyage travel | judge magistrate | judgment ruling verdict judgement | king monarch sovereign queen |
lamp light | language tongue | large big | last final | law legislation |
lawmaker mp parliamentarian legislator deputy | lawyer solicitor attorney barrister counsel | legal lawful |
lift raise | limit cap | link connection tie | loot plunder | lorry truck | luck lucky | magazine journal |
mail post | man gentleman bloke | marriage wedding marry wed | media press | meet meeting | memorial monument |
midday noon | million m | mine pit | mist fog | mother mum mom mummy | motorway highway freeway | mountain peak |
mourn mourning grief grieve | move shift | murder homicide slay | museum gallery | navy naval gunboat |
neighbour neighbor | newspaper paper daily | normal usual | north northern | office bureau | oil crude |
opinion view | oppose opposition | outcome result | owner proprietor | pain ache | painting canvas |
parliament legislature | people folk person | performance show | place site spot location | plan scheme proposal |
pledge promise vow | poison toxic | poll survey | poor impoverished | prayer pray | previous former |
priest vicar clergyman | probe spacecraft satellite craft orbiter | programme program | proof evidence |
punish punishment | quit resign resignation | rail railway railroad | rebel insurgent | recession slump |
relationship relation tie | remain stay | remember recall | repair mend fix | rescue save | research study |
rich wealthy | riot unrest | river stream | road street route | rob robbery steal theft stolen | rocket booster |
rubbish garbage trash waste | rumour rumor | safe safety secure | sale sell | scientist researcher | score goal |
sea ocean | serious severe grave | share stock | shop store retailer | shortage lack | sick ill unwell |
sky airspace | small tiny little | south southern | speak speech address | spokesman spokeswoman spokesperson |
stair staircase step | strange odd | strength strong | strike walkout stoppage | survive survivor | talk negotiation |
tax duty levy | teach teacher | teenager teen youth | television tv | test trial | theatre theater | thief burglar |
throw hurl lob toss | translate render | treat treatment | trust confidence | truth true | unemployment jobless |
vaccine jab | victim casualty | video footage | warn warning | west western | wind gust | witness onlooker bystander |
woman lady
"""
_GERMAN = """
alt jährig | anfangen beginnen starten | angeben mitteilen erklären | arzt mediziner |
auszeichnen auszeichnung preis trophäe ehrung ehren | auto wagen fahrzeug | bekommen erhalten | brand feuer flamme |
chef leiter vorsitzende vorsitzender | film werk streifen | firma unternehmen konzern betrieb | geld mittel |
haus gebäude | job arbeit stelle | kind junge mädchen | künstler künstlerin | land staat | leute menschen |
mord tötung | polizei polizist beamte | regierung kabinett | regisseur regisseurin filmemacher filmemacherin |
schiff boot | schluss ende | sieg gewinn gewinnen siegen | sieger siegerin gewinner gewinnerin | stadt gemeinde |
sterben tod tot tote | streit konflikt | tochter kind | unfall unglück | wahl abstimmung | zeigen vorführen |
zuschauer publikum
"""
_SPANISH = """
ataque asalto | autoridad gobierno | banda grupo | casa hogar vivienda domicilio | coche vehículo automóvil |
comenzar empezar iniciar | compañía empresa firma | detener arrestar | dinero plata | director jefe responsable |
enfermo paciente | exigir pedir reclamar | fuego incendio | ganar vencer | hospital clínica |
ladrón pirata delincuente | líder dirigente | médico doctor | morir fallecer muerte muerto | niño chico |
pagar abonar | policía agente | premio galardón | robar sustraer llevar | subir aumentar | terminar acabar |
trabajador empleado
"""


def _table(text: str) -> dict[str, str]:
    groups = [group.split() for group in text.split("|")]
    table: dict[str, str] = {}
    for group in groups:
        if len(group) > 1:
            for word in group:
                table.setdefault(word, group[0])
    return table


_TABLES = {"en": _table(_ENGLISH), "de": _table(_GERMAN), "es": _table(_SPANISH)}
_ENDINGS = (
    ("", ""),
    ("s", ""),
    ("d", ""),
    ("ed", ""),
    ("es", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ies", "y"),
    ("ied", "y"),
    ("n", ""),
    ("en", ""),
    ("er", ""),
)
"""Endings to cut and what to put instead, in the order tried."""


@lru_cache(maxsize=50_000)
def sense(word: str, language: str) -> str | None:
    """The word that stands for a lower-case word and its neighbours; None for a word without any."""
    table = _TABLES.get(language)
    if table is None:
        return None
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            found = table.get(word[: len(word) - len(ending)] + instead)
            if found is not None:
                return found
    return None
