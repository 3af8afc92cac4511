"""Words for reading names: titles, particles, words that only open a sentence, and the world's countries and bodies."""

from __future__ import annotations

from variorum.engine.words.word_lists import word_set

TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor doctor sir dame lord lady baron baroness president vice prime minister
    premier chancellor governor gov senator sen representative rep congressman congresswoman deputy mp king queen
    prince princess duke duchess emperor empress pope cardinal archbishop bishop father reverend rev rabbi imam sheikh
    colonel col general gen major maj captain capt lieutenant lt sergeant sgt corporal admiral commander marshal
    officer constable inspector superintendent detective chief mayor councillor judge justice attorney secretary
    foreign finance defence defense interior health home ambassador envoy spokesman spokeswoman director chairman
    chairwoman chair ceo president-elect majesty highness excellency crown vice-president ex-president former acting
    herr frau präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin minister
    ministerin ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin oberbürgermeister könig königin
    prinz prinzessin papst oberst richter richterin regisseur regisseurin sprecher sprecherin direktor direktorin
    señor señora sr sra don doña presidente presidenta ministro ministra rey reina príncipe princesa papa coronel
    alcalde alcaldesa juez jueza gobernador gobernadora director directora
    monsieur madame président présidente ministre roi reine prince princesse maire pape juge
    """
)

PARTICLES = word_set("of de del della der den da das di do dos du la le van von zu bin ibn al el und y of")
"""Small words that may stand between two capitalised ones inside a name."""

GERMAN_PARTICLES = word_set("von van zu de bin ibn al di")

BODIES = word_set(
    """
    bank university ministry house department institute church bay gulf isle island city port republic kingdom college
    court council board school museum league party office bureau academy society association federation union chamber
    order bishop archbishop duke duchess earl prince princess lord cape mount lake river strait sea state states
    commonwealth emirate province county district isles islands falls hall faculty centre center club cup tower bridge
    airport station street road avenue square hospital stadium theatre theater company group news times post
    agency ministry
    river district region prison
    """
)
"""Words after which `of` goes on with the name: `Bank of England`, but not `John Smith of England`."""

ROMAN = word_set("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi jr sr")

COMMON = word_set(
    """
    the a an in on at as but and or nor if when while after before since for from with without within by to of off
    he she it they we you i me him them us his her hers their its our your my mine this that these those there here
    what which who whom whose how why where not no yes all some many most more much few several any each every both
    either neither none nobody nothing everyone everything anyone someone one two three four five six seven eight nine
    ten then than now still also even only just like over under about around against among between during despite
    although though because once until unlike according another other others such so yet too very well up down out
    back again never ever always often perhaps maybe meanwhile however later earlier soon today yesterday tomorrow
    tonight last next first second third is are was were be been being has have had do does did will would can could
    should may might must let get got say says said asked told new old good bad big asked speaking police officials
    people men women children nearly almost instead inside outside through throughout across along behind above below
    beyond near upon given whether thanks thank please ah oh well hello dear read see look come go
    der die das den dem des ein eine einer eines einem einen und oder aber doch denn wenn als wie wo wer was warum
    weil dass ob auch noch schon nur nicht kein keine er sie es wir ihr ich mein sein seine ihre unser im in am an auf
    aus bei mit nach von vom vor zu zum zur über unter um durch für gegen ohne seit bis während trotz laut dort hier
    da dann nun jetzt heute gestern morgen so sehr mehr viele alle dies diese dieser dieses nach man zwei drei vier fünf
    el la los las un una unos unas y o pero porque cuando como donde quien que qué si no ni ya también más muy con sin
    por para de del al en entre sobre tras desde hasta según su sus este esta estos estas ese esa eso esto ello él ella
    ellos ellas nosotros hoy ayer mañana todo todos toda todas otro otra dos tres cuatro cinco
    le les des du au aux et ou mais car donc si ne pas plus avec sans pour par dans sur sous vers chez depuis selon
    ce cette ces son sa ses leur leurs il elle ils elles nous vous je tu on qui que quoi dont où quand comment
    """
)
"""Words that are capitalised only because they open a sentence."""

_COUNTRIES = """
united states|us|usa|u s|u s a|america|american|americans|us-amerikaner|vereinigte staaten|estados unidos|états-unis
united kingdom|uk|u k|britain|great britain|british|britons|großbritannien|britisch|reino unido|royaume-uni
united nations children fund|unicef
united nations refugee agency|unhcr
united nations educational scientific cultural organization|unesco
united nations relief works agency|unrwa
united nations development programme|undp
united nations population fund|unfpa
united nations office drugs crime|unodc
united nations environment programme|unep
united nations international atomic energy agency|iaea|international atomic energy agency|iaeo|oiea|aiea
nato|otan|north atlantic treaty organization|north atlantic treaty organisation
european union|eu|e u|europäische union|unión europea|ue|union européenne
united nations|un|u n|uno|vereinte nationen|naciones unidas|onu|nations unies
russia|russian|russians|russland|russisch|rusia|russie|russian federation
germany|german|germans|deutschland|deutsch|alemania|allemagne
france|french|frankreich|französisch|francia
spain|spanish|spaniards|spanien|spanisch|españa|espagne
italy|italian|italians|italien|italienisch|italia|italie
china|chinese|chinesisch|chine|people's republic of china|prc
japan|japanese|japanisch|japón|japon
india|indian|indians|indien|indisch|inde
ukraine|ukrainian|ukrainians|ukrainisch|ucrania
poland|polish|poles|polen|polnisch|polonia|pologne
turkey|turkish|turks|türkiye|türkei|türkisch|turquía|turquie
iran|iranian|iranians|iranisch|irán
iraq|iraqi|iraqis|irak|irakisch
israel|israeli|israelis|israelisch|israël
palestine|palestinian|palestinians|palästina|palestina
syria|syrian|syrians|syrien|syrisch|siria|syrie
egypt|egyptian|egyptians|ägypten|ägyptisch|egipto|égypte
saudi arabia|saudi|saudis|saudi-arabien|arabia saudí|arabia saudita|arabie saoudite
united arab emirates|uae|emirati|emiratis
south korea|south korean|south koreans|südkorea|corea del sur|corée du sud
north korea|north korean|north koreans|dprk|nordkorea|corea del norte|corée du nord
mexico|mexican|mexicans|mexiko|méxico|mexique
canada|canadian|canadians|kanada|kanadisch|canadá
brazil|brazilian|brazilians|brasilien|brasil|brésil
argentina|argentine|argentinian|argentinien|argentinisch|argentine
australia|australian|australians|australien|australisch|australie
new zealand|new zealander|new zealanders|neuseeland|nueva zelanda
south africa|south african|south africans|südafrika|sudáfrica
netherlands|the netherlands|dutch|holland|niederlande|niederländisch|países bajos|pays-bas
belgium|belgian|belgians|belgien|belgisch|bélgica|belgique
switzerland|swiss|schweiz|schweizerisch|schweizer|suiza|suisse
austria|austrian|austrians|österreich|österreichisch|autriche
sweden|swedish|swedes|schweden|schwedisch|suecia|suède
norway|norwegian|norwegians|norwegen|norwegisch|noruega|norvège
denmark|danish|danes|dänemark|dänisch|däne|dinamarca|danemark
finland|finnish|finns|finnland|finnisch|finlandia|finlande
ireland|irish|irland|irisch|irlanda|irlande
greece|greek|greeks|griechenland|griechisch|grecia|grèce
portugal|portuguese|portugiesisch
hungary|hungarian|hungarians|ungarn|ungarisch|hungría|hongrie
czech republic|czechia|czech|czechs|tschechien|tschechisch
romania|romanian|romanians|rumänien|rumänisch|rumanía|roumanie
pakistan|pakistani|pakistanis
afghanistan|afghan|afghans|afganistán
vietnam|vietnamese
thailand|thai|thais
indonesia|indonesian|indonesians|indonesien
philippines|the philippines|filipino|filipinos|philippine
nigeria|nigerian|nigerians
kenya|kenyan|kenyans
ethiopia|ethiopian|ethiopians|äthiopien
colombia|colombian|colombians|kolumbien
venezuela|venezuelan|venezuelans
chile|chilean|chileans
peru|peruvian|peruvians|perú
cuba|cuban|cubans|kuba
nato|north atlantic treaty organization|north atlantic treaty organisation|otan
world health organization|world health organisation|who
international monetary fund|imf|iwf|fmi
"""

ALIASES = {form: row.split("|", 1)[0] for row in _COUNTRIES.strip().splitlines() for form in row.split("|")}
"""Country, people or body, in any of its forms (dots dropped, lower case), to one key."""

_STATES = """
alabama al ala|alaska ak|arizona az ariz|arkansas ar ark|california ca calif|colorado co colo|connecticut ct conn
delaware de del|florida fl fla|georgia ga|hawaii hi|idaho id|illinois il ill|indiana in ind|iowa ia|kansas ks kan
kentucky ky|louisiana la|maine me|maryland md|massachusetts ma mass|michigan mi mich|minnesota mn minn
mississippi ms miss|missouri mo|montana mt mont|nebraska ne neb|nevada nv nev|ohio oh|oklahoma ok okla|oregon or ore
pennsylvania pa|tennessee tn tenn|texas tx tex|utah ut|vermont vt|virginia va|washington wa wash|wisconsin wi wis
wyoming wy wyo
"""
STATES = {short: row.split()[0] for row in _STATES.strip().replace("\n", "|").split("|") for short in row.split()[1:]}
"""How American states are shortened behind a place, to their names; those of two words are their initials."""
