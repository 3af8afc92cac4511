"""Everyday words that one outlet uses where another uses its neighbour: "blaze" for "fire", "MPs" for "lawmakers".

English here, other languages in `kin_words`. General language only, written for this program; no word is here because
of a story. Groups stand between bars; a group that opens with a word of an earlier one adds to that; a word stands in
one group at most, in its base form; plurals and regular verb forms are found by cutting their endings.
"""

from __future__ import annotations

from functools import lru_cache

from variorum.engine.words.irregular import IRREGULAR
from variorum.engine.words.stems import stem

_ENGLISH = """
abandon scrap cancel axe drop shelve ditch | accident crash collision smash | accuse allege claim blame | admit
acknowledge concede confess own | advise counsel recommend urge | afraid scared frightened fearful terrified fear |
age old | agree consent accept | agreement accord deal pact treaty | aid help assistance relief | aim goal target
objective purpose | airport airfield | allow permit let authorise authorize | angry furious irate enraged livid fury
anger rage outrage | announce declare unveil reveal disclose | answer reply respond response | anthem hymn | apartment
flat | apology apologise apologize sorry regret | appoint name install designate | area region zone district | arm
weapon gun firearm | army military troop soldier force | arrange organise organize plan | arrest detain nab apprehend
custody | arrive land come reach arrival | ask request demand seek | assault attack strike raid hit | attempt try bid
effort | audience spectator crowd viewer | author writer novelist | autumn fall | award prize trophy medal honour
honor | baby infant newborn child kid toddler youngster schoolchild pupil | back support endorse favour favor | ban
prohibit bar forbid outlaw | bank lender | banquet dinner feast supper meal | battle fight combat struggle | beat
defeat win triumph victory | begin start commence launch open beginning | belief believe think reckon | bill invoice
cost price charge fee | billion bn | birth born | blast explosion explode bomb detonate | boat ship vessel craft |
body corpse remains | bonus premium | border frontier boundary | boss chief head leader director executive chair
chairman chairwoman manager president | break fracture snap | bridge crossing | brief short | bring deliver carry |
brother sibling sister | budget spending expenditure | build construct erect | building premises structure property |
business company firm enterprise corporation | buy purchase acquire | call phone telephone ring dial | calm quiet
peaceful | campaign drive | candidate contender nominee | car vehicle automobile motor | career profession | cash
money fund | catch capture seize | cause trigger provoke spark | celebrate celebration party festivity | centre center
hub | chance opportunity possibility | change alter modify amend | charity foundation | cheap inexpensive affordable |
check inspect examine inspection examination | choose pick select choice | church cathedral chapel | citizen national
| city town municipality | claim assert maintain insist | clash confrontation skirmish | clean pure | clear obvious
evident | clever smart intelligent | climb ascend | close shut closure | coast shore seaside | cold chilly freezing |
collapse crumple | colleague coworker workmate | collect gather assemble | college university | commission panel
committee board jury | compensation damages payout | competitor rival opponent | complain complaint grumble moan |
complete finish end conclude | computer laptop machine | concern worry anxiety | confirm verify | congratulate
congratulation | consumer customer client shopper | contest competition | contract agreement | convict guilty |
cooperation collaboration partnership | cop police policeman officer detective constable | copy duplicate replica |
council assembly | country nation state | couple pair two | court tribunal | cover conceal hide | create found
establish set | credit loan mortgage | crew team staff squad | crime offence offense felony | criminal crook villain |
crisis emergency | criticise criticize slam condemn attack blast denounce | criticism condemnation | cry weep tear sob
| cut reduce slash trim lower reduction decrease | damage harm ruin | danger risk peril hazard threat | dark gloomy |
data information detail | dawn sunrise daybreak | day daily | dead die death kill perish fatality killed | debate
discussion discuss | debt liability | decade decennium | decide decision resolve determine | declaration statement |
decline fall drop slip slide sink | decrease diminish shrink dwindle | defend defence defense protect | delay postpone
defer put | demonstration protest rally march | demonstrator protester activist | deny reject refuse refute dismiss |
depart leave exit departure go | deputy vice | desert wilderness | despite although | destroy flatten demolish wreck
devastate raze | develop development | different distinct | difficult hard tough | dinner lunch | director
filmmaker | disappear vanish | disappoint disappointment | disaster catastrophe calamity tragedy | discover find
uncover detect | disease illness sickness | dispute row quarrel conflict argument feud | doctor physician medic
surgeon | document paper file record | dog hound | doubt question | drama play | dress gown | drink beverage | drive
motor | driver motorist | drown drowning | drug medicine medication | dry arid | duty obligation | early first | earn
income wage pay salary | earthquake quake tremor | east eastern | economy economic | education schooling | elect vote
election ballot poll | electricity power current | employ hire recruit | employee worker staff | enemy foe | energy
power | engine motor | engineer technician | enter entry access | environment ecology | error mistake slip | escape
flee | estimate reckon guess | evacuate evacuation | evening night tonight | event occasion | exam test | exhibit
exhibition | expand widen broaden | expect anticipate foresee forecast predict | expensive costly dear pricey | expert
specialist analyst pundit | export ship | extend prolong | face confront | factory plant mill | fail flop | fake bogus
forged | family relative relation kin | famous celebrated renowned | fan supporter | farmer grower | fast quick rapid
swift | fat overweight | father dad daddy | festival fete | fight brawl | film movie picture | finance financial |
fine penalty | fire blaze flame inferno | firefighter fireman | first initial | fish catch | flight plane jet aircraft
airliner aeroplane airplane | flood flooding inundate deluge | food meal | foreign overseas | forest wood | forever
always | fraud scam swindle | free release liberate | freedom liberty | friend pal mate | fuel petrol gasoline gas |
fun amusement | funeral burial | furniture furnishing | game match | garden yard | gather congregate | gift present |
global worldwide international world | glad happy pleased delighted | gold golden | government administration cabinet
ministry minister | grow growth expand | guard sentry | guest visitor | gunman shooter attacker assailant | habit
custom | halt stop cease | hall venue | harbour harbor port dock quay | harvest crop | hate hatred | hear hearing |
heat hot | height tall | helicopter chopper | hike raise increase rise climb jump soar surge | history historic
historical | holiday vacation break | home house residence dwelling household homeowner | honest sincere | hope wish |
hospital clinic infirmary | hostage captive | hotel inn | huge enormous massive giant vast | hungry hunger famine |
hunt search | hurricane cyclone storm typhoon tempest | husband spouse wife | idea notion | illegal unlawful | image
photo photograph picture snap | immediately instantly straightaway | immigrant migrant | impact effect | important
significant | improve better | influenza flu | inform notify | inhabitant resident local | injure wound hurt injury |
inquiry probe investigation investigate enquiry | insurance insurer | intend mean | interior inside | internet web
online | interpreter translator | invite invitation | island isle | jail prison imprison | job post position | joke
quip jest | journalist reporter correspondent | journey trip voyage travel | judge magistrate | judgment ruling
verdict judgement | king monarch sovereign queen | lamp light | language tongue | large big | last final | law
legislation | lawmaker mp parliamentarian legislator deputy | lawyer solicitor attorney barrister counsel | legal
lawful | lift raise | limit cap | link connection tie | loot plunder | lorry truck | luck lucky | magazine journal |
mail post | man gentleman bloke | marriage wedding marry wed | media press | meet meeting | memorial monument | midday
noon | million m | mine pit | mist fog | mother mum mom mummy | motorway highway freeway | mountain peak | mourn
mourning grief grieve | move shift | murder homicide slay | museum gallery | navy naval gunboat | neighbour neighbor |
newspaper paper daily | normal usual | north northern | office bureau | oil crude | opinion view | oppose opposition |
outcome result | owner proprietor | pain ache | painting canvas | parliament legislature | people folk person |
performance show | place site spot location | plan scheme proposal | pledge promise vow | poison toxic | poll survey |
poor impoverished | prayer pray | previous former | priest vicar clergyman | probe spacecraft satellite craft orbiter
| programme program | proof evidence | punish punishment | quit resign resignation | rail railway railroad | rebel
insurgent | recession slump | relationship relation tie | remain stay | remember recall | repair mend fix | rescue
save | research study | rich wealthy | riot unrest | river stream | road street route | rob robbery steal theft stolen
| rocket booster | rubbish garbage trash waste | rumour rumor | safe safety secure | sale sell | scientist researcher
| score goal | sea ocean | serious severe grave | share stock | shop store retailer | shortage lack | sick ill unwell
| sky airspace | small tiny little | south southern | speak speech address | spokesman spokeswoman spokesperson |
stair staircase step | strange odd | strength strong | strike walkout stoppage | survive survivor | talk negotiation |
tax duty levy | teach teacher | teenager teen youth | television tv | test trial | theatre theater | thief burglar |
throw hurl lob toss | translate render | treat treatment | trust confidence | truth true | unemployment jobless |
vaccine jab | victim casualty | video footage | warn warning | west western | wind gust | witness onlooker bystander |
woman lady | abuse mistreat | accompany escort | achievement feat | acquisition takeover merger buyout | actor actress
star | added stoppage | aftershock tremor | agreement settlement compromise | album record | animal creature | annual
yearly | appeal challenge | appear emerge surface | appoint nominate | arena stadium ground | arrest apprehend
handcuff | audience attendance turnout | avalanche landslide mudslide | aware conscious | background history | bail
bond | banknote cash note | bankrupt insolvent bankruptcy insolvency | benefit perk | blackout outage | blame fault |
block obstruct | blood bleed | bold brave courageous heroic | book volume | border boundary | brain mind | bribe
kickback corruption corrupt | broad wide | burial cremation | bury inter | carriage coach wagon | carry transport |
cathedral church | central main chief key | ceremony service | champion titleholder | cheat swindle defraud con |
cheer applaud applause | clash scuffle | clear acquit exonerate | client customer | closing final | clothes clothing
garment | club side team | coach trainer | coffin casket | combine merge | comfort console | comment remark |
commemorate mark | commitment pledge | condolence sympathy | conference gathering |
consequence result effect | constant steady | contact touch | contaminate pollute pollution | count charge | county
shire | coward cowardly | crack crevice | crash plunge | crown title championship | cruel brutal | curb restrict |
current present | cyclist biker | dad father | daughter son child | debris rubble wreckage ruin | debt loan | deceive
mislead trick fool dupe | deficit shortfall loss | defendant accused suspect | degree diploma | demand require |
dentist doctor | deploy send dispatch | describe portray depict | detail specify | devastate ravage | dialogue talk
conversation chat | diet nutrition | disabled handicapped | disc record | disclose reveal | disgrace shame | dismiss
fire sack oust axe | disperse scatter | divorce split separate separation breakup part | dominate control | donate
donation give contribute contribution | drought dry | dump discard | eager keen | edition version issue | elderly old
| eliminate knock oust | embassy consulate | embrace hug | emotion feeling emotional tearful | enclose fence |
encourage urge inspire | equaliser leveller | estate property | ethnic racial race | evidence testimony
| exam test | examine study | excite thrill | exclude omit | excuse pretext | exhausted tired weary | explain account
explanation | fake counterfeit | fan follower | fare ticket | fatal deadly lethal | fatty greasy oily | fear dread |
female woman | fierce violent | final decider | firm company | flag banner | flat level | flavour taste | flu virus |
force compel | forecast outlook guidance projection | forget neglect | former ex | founder creator | fragment shard |
frail weak | frank candid honest | frozen icy ice | funding finance | furious incensed | game fixture | gang mob | gap
hole | gather assemble | gem jewel jewellery | girlfriend partner | glass pane | glory honour | graduate alumnus |
grandparent grandmother grandfather | ground pitch | guarantee assure ensure | guideline rule | halftime interval
break | handle cope manage | harass bully | harbour marina | headquarters base | health wellbeing | hero idol | holy
sacred | homeless rough | horrific horrible terrible awful dreadful appalling | hostile unfriendly | household home |
humble modest | hurt harm | idea concept | ignore disregard | illness condition | inaugurate inauguration swear sworn
| incident episode | income revenue turnover sales earnings profit | increase rise | independent autonomous | industry
sector | infect infection infectious | influence sway | inherit heir | innocent blameless | insist stress emphasise
emphasize | insult slur abuse | invade invasion incursion | investor shareholder | jewel gem | joint shared mutual |
juror jury | keeper goalkeeper | kidnap abduct abduction | kind type sort | label brand | lake reservoir | lawsuit
suit litigation sue | layoff redundancy | lawn grass | leak spill | leave quit | leg foot limb | level flat | lie
untruth falsehood | lift elevator | light illuminate | limb arm | line queue | lively vibrant | lonely isolated |
lorry vehicle | lover mistress | loyal faithful | luxury posh lavish | mad crazy insane | magazine publication |
majority most | margin gap lead | match tie | mayor mayoral | meal dish | memory recollection | mend patch | merchant
dealer trader | mid middle | militant fighter extremist | mild moderate | misconduct wrongdoing | misery suffering |
mobile cellphone cell | model pattern | monitor observe observer watch | mood atmosphere | motive reason cause |
musician rocker singer band | mystery riddle puzzle unknown unclear | naked nude | nasty vicious | nation homeland |
necessary essential vital crucial | negotiator mediator | neighbourhood area | nominee pick | notable remarkable
striking | notice announcement | nuclear atomic | nurse carer | obtain acquire get | obvious apparent | offer bid |
officer official | operate run | operation surgery | opponent critic detractor | order command instruct | original
initial | outbreak epidemic | outrage uproar outcry backlash | overall total | overtake surpass exceed pass | pal
friend | panic alarm | parade procession | parcel package | passenger traveller | pause break | peak summit | pension
retirement retire | perform play | permission permit licence license approval | persecute oppress | persuade convince
| petition signature | phase stage | pioneer trailblazer | pipe tube | plastic polymer | plead beg implore | pleasant
nice | plot conspiracy conspire scheme | pocket purse | politician statesman | ponder consider weigh mull | pool fund
| popular favourite favorite | portion share part | postpone reschedule | praise hail laud applaud | pregnant
expecting pregnancy | premier prime | preserve protect | pressure strain | pretend feign | price rate | principal
headteacher head | prior previous | prisoner inmate convict | privacy private | probably likely | produce manufacture
| profit gain | promote advance | prosecute prosecution prosecutor | proud pride | province state | publicist
spokesman rep representative | pull drag haul | punch hit blow | pupil student | push shove | quarrel spat | quit step
| race contest | rage fury | rain downpour rainfall | rally comeback | rank grade | rape assault | rare unusual
uncommon | rate pace | raw crude | reach attain | react reaction response | ready prepared | real genuine authentic |
rear back | reassure comfort | rebuild reconstruct reconstruction | receive get accept | referee umpire | reform
overhaul change | refuge shelter sanctuary | refugee asylum | region regional | register enrol | regulator watchdog |
reject spurn | release issue | relieve relief | religion faith religious | reluctant unwilling | rent lease | replace
substitute replacement | report account | reputation standing | rescuer responder | respect esteem | responsible
liable | restore revive | restrict limit | retail shop | retreat withdraw withdrawal pull | reunite reunion | rifle
gun | risk gamble | rival adversary | roof ceiling | route path | rule regulation | ruling decision | rush hurry race
| sad sorrow grief | salvage rescue | scene site | school academy | screen display | scrutiny scrutinise | search
scour comb | secret hidden covert | sensor receptor detector | sentence term | separate divide | session sitting |
settle resolve | severe harsh | shake rattle | shelter refuge | shine glow | shock stun stunned stunning surprise |
shout yell scream | show display | shy timid | sibling twin | siege blockade | sight view | sign signal | silent quiet
| skill talent ability | slam smash | slaughter massacre | slow sluggish | smell odour odor scent | smile grin | smoke
fume | snow blizzard | soil earth land | solution remedy | soon shortly | source origin | speed velocity | spirit soul
| split divide | spokesman representative | sport sporting | spread extend | spy espionage | square plaza | stab knife
| stable steady | stalemate deadlock impasse | standard norm | star celebrity | starve starvation | station depot |
statue monument | stock inventory | stop cease | store storage | straight direct | stranded trapped trap stuck |
stranger unknown | strategy plan | striker forward | struggle battle | style fashion | submit file lodge | subsidy
grant aid | succeed success | sudden abrupt | suffer endure | suggest propose | suicide overdose | suit outfit |
supply provide provision | support supporter | suppose assume | surgeon doctor | surrender yield | survey poll |
suspect presume | suspend suspension halt | swap exchange | sweep comb | swim swimmer | switch change |
target aim | task job | tell inform | temporary interim provisional caretaker | tenant renter | tension strain | term
condition | terrible awful | terror terrorist terrorism | testify testimony | text message | thank grateful gratitude
| thief robber | thousand k | threaten threat | throne crown | tide wave | tie draw | toll count | tool instrument
device | top leading | torch flame | torture torment | toss fling | tough hard | tourist visitor holidaymaker | tower
skyscraper | trace track | trade commerce | tragic tragedy | trail path | transfer move | travel commute | treasure
riches | tree timber wood | trend tendency | trial hearing | tribute homage | trip visit tour | triumph win | troubled
embattled | turn spin | twin pair | ugly hideous | umbrella parasol | unanimous unanimously | uncover expose | union
unionist | unite unify | update revise | upset distraught | urgent pressing emergency | usual typical | vacant empty |
vague unclear | valley gorge | valuable precious | vanish missing | vessel ferry ship | veteran former | vicar priest
| violate breach | violence unrest | virus bug | visible seen | vital key | voice speak | voter electorate | voyage
cruise | vulnerable exposed | wake wreak | wall barrier | wander roam | warm hot | warrant order | wave surge | weak
fragile | weakness flaw | wealth fortune | weather climate | website site | weekend saturday sunday | weigh consider |
welcome hail greet | wheel tyre tire | whole entire | wicked evil | wild untamed | win earn | winner victor champion |
winter wintry | wire cable | wish hope | withhold conceal | wonder marvel | worker labourer | world planet | worry
fret | worship pray | worth value | wreck ruin | writer columnist | wrong mistaken | yard garden | year annual | young
youth youngster | zone area | captain skipper |
fisherman trawlerman angler | scientist boffin | investigator sleuth | customer punter | television telly | husband
hubby | grandparent gran granny nan grandma | pound quid | tycoon mogul magnate | thug yob hooligan lout | umbrella
brolly | alcohol booze liquor | pub bar boozer tavern | football soccer footie | boy lad | genetic dna | demonstration
demo | rescuer lifeguard coastguard | confiscate impound | burn scorch char | sculpture statue | bone skeleton |
eruption erupt volcano | refurbish refit renovate refurbishment renovation | legible readable | exile banish | landlord
landlady | pharmacy chemist | parcel packet
"""


def _table(text: str) -> dict[str, str]:
    groups = [group.split() for group in text.split("|")]
    table: dict[str, str] = {}
    for group in groups:
        head = table.get(group[0], group[0]) if group else ""
        for word in group[len(group) < 2 :]:
            table.setdefault(word, head)
    return table


_TABLE = _table(_ENGLISH)
_ENDINGS = {
    "s": (("s", ""), ("es", ""), ("ies", "y")),
    "d": (("d", ""), ("ed", ""), ("ied", "y")),
    "g": (("ing", ""), ("ing", "e")),
    "n": (("n", ""), ("en", "")),
    "r": (("er", ""),),
}
"""By a word's last letter: endings to cut and what to put instead, in the order tried."""


@lru_cache(maxsize=8)
def _by_stem(language: str) -> dict[str, str]:
    """The groups of a language other than English, by stem."""
    from variorum.engine.words.kin_words import KIN  # noqa: PLC0415 - most articles are English

    found: dict[str, str] = {}
    for word, kin in _table(KIN.get(language, "")).items():
        found.setdefault(stem(word, language), kin)
    return found


def sense(word: str, language: str) -> str | None:
    """The word that stands for a lower-case word and its neighbours; None for a word without any."""
    if language != "en":
        return _by_stem(language).get(stem(word, language))
    word = IRREGULAR.get(word, word)
    found = _TABLE.get(word) if len(word) > 1 else None
    for ending, instead in _ENDINGS.get(word[-1:], ()):
        if found is None and word.endswith(ending) and len(word) > len(ending) + 1:
            found = _TABLE.get(word[: -len(ending)] + instead)
    return found
