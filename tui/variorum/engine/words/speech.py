"""The words of attribution: verbs of saying, relaying and thinking aloud, occasions, titles, pronouns.

Closed lists of general vocabulary in the languages the engine knows, all lower case. Nothing here is about any story.
"""

from __future__ import annotations

from typing import Final


def listed(text: str) -> frozenset[str]:
    """The set of the blank-separated words of a text: word lists read better so than as lists of literals."""
    return frozenset(text.split())


_STEMS = """wished wishes wishing offered fired wünschte wünscht deseó désiré souhaité souhaite пожелал пожелала
поделился поделилась уточнил уточнила утверждает заключил заключила emporté insurgé exclamé indigné
réjoui interrogé étonné barked raved hissed snarled drawled cheered crowed scoffed sniffed shrugged
chuckled gasped groaned wailed intoned ventured summed ranted blurted stammered texted emailed messaged
captioned hinted disclosed clarified elaborated chimed piped marvelled gloated deadpanned estimated
wondered fretted pondered shrieked sneered jeered taunted teased whined tweets hoped hoping schimpfte
schimpft wetterte wettert jubelte jubelt spottete polterte hieß heißt unterstrich bemerkte brüllte
schrie entgegnete beteuerte beklagte beklagt befand begründete drohte droht hofft hoffte glaubt
verkündete verkündet würdigte würdigt verwies erinnerte mahnt lobte beschrieb beschreibt espetó ironizó
remachó recalcó recalca destacó destaca valoró aclaró aclara apostilló defendió defiende opinó opina
detalló argumentó justificó rechazó alertó alerta afirmaba describió tuiteó lâché réagi réagit salué
salue fustigé fustige glissé soufflé soupire détaillé défendu défend jugé juge considère argumenté
confirmé confirme évoqué tranché félicité s'insurge déploré déplore plaidé plaide tweeté qualifié
qualifie say said says saying sez tell told tells telling add added adds adding ask asked asks asking
answer answered answers reply replied replies replying respond responded responds responding state
stated states stating declare declared declares declaring announce announced announces announcing
explain explained explains explaining insist insisted insists insisting claim claimed claims claiming
argue argued argues arguing warn warned warns warning admit admitted admits admitting acknowledge
acknowledged acknowledges confess confessed confesses concede conceded concedes deny denied denies
denying note noted notes noting remark remarked remarks observe observed observes comment commented
comments commenting continue continued continues conclude concluded concludes concluding stress stressed
stresses emphasise emphasised emphasises emphasize emphasized emphasizes promise promised promises vow
vowed vows pledge pledged pledges assure assured assures swear swore swears urge urged urges urging beg
begged begs plead pleaded pleads demand demanded demands shout shouted shouts shouting yell yelled yells
cry cried cries scream screamed screams whisper whispered whispers mutter muttered mutters joke joked
jokes joking quip quipped quips laugh laughed laughs giggle giggled giggles sigh sighed sighs sob sobbed
sobs wept weeps spat fume fumed fumes rage raged rages blast blasted blasts slam slammed slams snap snapped snaps storm
stormed storms gush gushed gushes chirp chirped chirps tut tutted tuts grumble grumbled grumbles moan
moaned moans boast boasted boasts brag bragged brags tweet tweeted tweeting post posted posts posting
write wrote writes written writing call called calls calling dub dubbed dubs label labelled labels
labeled describe described describes describing hail hailed hails praise praised praises condemn
condemned condemns condemning criticise criticised criticises criticize criticized criticizes denounce
denounced denounces accuse accused accuses accusing blame blamed blames recall recalled recalls
recalling remember remembered remembers reveal revealed reveals revealing confirm confirmed confirms
confirming maintain maintained maintains maintaining mention mentioned mentions point pointed points
suggest suggested suggests suggesting predict predicted predicts believe believed believes think thought
thinks reckon reckoned reckons hope hopes express expressed expresses expressing voice voiced voices
read reads quote quoted quotes quoting agree agreed agrees counter countered counters retort retorted
retorts interject interjected boom boomed bellow bellowed roar roared thunder thundered croak croaked
beam beamed enthuse enthused exclaim exclaimed exclaims repeat repeated repeats reiterate reiterated
reiterates recount recounted propose proposed ruled rule testify testified testifies allege alleged
alleges mourn mourned muse mused muses opine opined lament lamented laments complain complained
complains protest protested appeal appealed appeals advise advised advises inform informed informs
instruct instructed caution cautioned cautions characterise characterised characterize characterized
compare compared compares thank thanked thanks congratulate congratulated decry decried decries deride
derided mock mocked mocks lambast lambasted lashed rebuke rebuked welcome welcomed welcomes signal
signalled signaled speak spoke speaks spoken speaking signed signalling hit sagen sagte sagt sagten
gesagt erklärte erklärt erklärten erläuterte erläutert betonte betont meinte meint so sprach spricht
schrieb schreibt geschrieben antwortete antwortet fragte fragt rief ruft warnte warnt kündigte
ankündigte versprach verspricht versicherte versichert behauptete behauptet bekräftigte bekräftigt
bestätigte bestätigt kritisierte kritisiert forderte fordert lobt nannte nennt bezeichnete bezeichnet
bekannte berichtete berichtet erzählte erzählt äußerte äussert äußert räumte gestand gesteht klagte
klagt scherzte scherzt flüsterte fügte fügt ergänzte ergänzt mahnte teilte sagend urteilte urteilt
resümierte freute freut bilanzierte erwiderte konterte decir dijo dice dijeron dicen dicho declaró
declara declararon afirmó afirma afirmaron aseguró asegura aseguraron explicó explica explicaron señaló
señala señalaron añadió añade añadieron agregó agrega anunció anuncia advirtió advierte comentó comenta
contó cuenta contaba respondió responde preguntó pregunta escribió escribe indicó indica manifestó
manifiesta sostuvo sostiene subrayó subraya insistió insiste reiteró reitera admitió admite reconoció
reconoce confesó confiesa denunció denuncia lamentó lamenta criticó critica pidió pide exigió exige
gritó grita prometió promete recordó recuerda relató relata precisó precisa apuntó apunta expresó
expresa concluyó concluye zanjó sentenció bromeó matizó calificó celebró negó jura juró llamó remarcó
enfatizó dire dit disait dirent déclare déclaré déclara déclarait affirme affirmé affirma assuré assura
explique expliqué expliqua ajoute ajouté ajouta souligne souligné souligna annonce annoncé annonça
répond répondu répondit demande demandé demanda écrit écrivit écrivait raconte raconté raconta estime
estimé estima précise précisé précisa indique indiqué indiqua insisté insista prévient prévenu prévint
avertit averti regrette regretté regretta dénonce dénoncé dénonça promet promis lance lancé lança
martèle martelé confie confié confia conclut poursuit poursuivi reconnaît reconnu admet admis témoigne
témoigné crié crie plaisante ironise résume tonne rappelle rappelé disse dichiarato afferma affermato
spiega spiegato aggiunge aggiunto declarou afirmou explicou сказал сказала сказали говорит говорил
заявил заявила заявили отметил отметила подчеркнул подчеркнула добавил добавила сообщил сообщила
сообщили объяснил объяснила пояснил пояснила ответил ответила написал написала рассказал рассказала
считает уверен признал признала предупредил предупредила пообещал пообещала спросил спросила заверил
заверила"""

SPEAKING: Final = listed(_STEMS)
"""Forms of verbs that may govern a quotation."""

RELAYING: Final = listed(
    """report reported reports reporting according quoted quoting cited citing berichtet berichtete berichten meldet
    meldete zufolge laut según selon informó informa recogió rapporte rapporté d'après nach"""
)
"""Words by which an outlet is named for words that someone else said."""

BEFORE_SUBJECT: Final = listed("according laut zufolge según selon d'après nach so par para wie")
"""Words other than verbs that stand before the speaker after a quotation."""

PRONOUNS: Final = {
    "he": "m", "she": "f", "they": "", "him": "m", "her": "f", "his": "m", "who": "", "it": "n", "er": "m", "sie": "",
    "il": "m", "elle": "f", "él": "m", "ella": "f", "lui": "m", "он": "m", "она": "f", "i": "", "we": "", "ich": "",
    "yo": "", "je": "", "on": "", "ils": "", "elles": "f", "они": "", "ellos": "", "ellas": "f",
}  # fmt: skip
"""Pronouns in the subject's place, with the gender they tell."""

TITLES: Final = listed(
    """mr mrs ms miss mx majesty highness excellency holiness dr prof professor sir dame lord lady baron baroness count
    countess duke duchess king queen prince princess emperor empress sultan sheikh emir pope cardinal archbishop
    bishop rabbi imam reverend rev father sister brother pastor president vice-president vice deputy acting interim
    former ex-president prime minister premier chancellor secretary foreign finance interior defence defense health
    justice education home state treasury economy energy transport environment labour labor culture trade
    agriculture governor gov mayor senator sen congressman congresswoman representative rep councillor councilman
    councilwoman ambassador judge attorney attorney-general general gen colonel col major maj captain capt
    lieutenant lt sergeant sgt corporal private admiral commander commissioner inspector detective superintendent
    constable officer chief sheriff marshal chairman chairwoman chairperson chair director managing executive ceo
    cfo manager coach trainer striker goalkeeper head leader spokesman spokeswoman spokesperson speaker mp mps msp
    mep opposition party economist analyst strategist lecturer scientist biologist historian author writer actor
    actress singer lawyer solicitor barrister prosecutor coroner surgeon nurse doctor teacher headteacher headmaster
    fisherman farmer shopkeeper resident witness victim flight fire police crown investor banker trader driver pilot
    engineer technician activist campaigner editor correspondent reporter journalist neighbour neighbor supreme
    senior junior first second regional national federal royal herr frau präsident präsidentin ministerpräsident
    kanzler kanzlerin bundeskanzler bundeskanzlerin ministerin oberbürgermeister bürgermeister bürgermeisterin
    professorin richter richterin sprecher sprecherin chef chefin leiter leiterin direktor direktorin regisseur
    regisseurin könig königin prinz prinzessin señor señora sr sra don doña presidente presidenta ministro ministra
    alcalde alcaldesa gobernador rey reina príncipe princesa fiscal juez portavoz directora secretario secretaria
    canciller papa monsieur madame m mme mlle président présidente ministre maire première roi reine porte-parole
    directeur directrice juge procureur chancelier президент министр премьер-министр губернатор мэр глава директор"""
)
"""Words before a name that say what someone is; never part of the name."""

FEMALE: Final = listed(
    """mrs ms miss lady dame baroness countess duchess queen princess empress sister congresswoman councilwoman
    chairwoman spokeswoman actress mum mother mom wife daughter widow girl woman aunt niece grandmother frau königin
    prinzessin kanzlerin ministerin präsidentin sprecherin señora sra doña reina princesa ministra presidenta
    alcaldesa madame mme mlle reine présidente directrice she policewoman businesswoman waitress nun"""
)
MALE: Final = listed(
    """mr sir lord baron count duke king prince emperor brother father congressman councilman chairman spokesman actor
    dad husband son widower boy man uncle nephew grandfather herr könig prinz kanzler minister señor sr don rey
    príncipe ministro presidente alcalde monsieur roi président fisherman policeman businessman waiter pope monk
    bishop archbishop cardinal"""
)
EITHER: Final = listed("minister actor bishop archbishop")
"""Of the words for men, those that English has for women as well."""
SOVEREIGNS: Final = listed("""queen king monarch sovereign majesty emperor empress königin könig rey reina reine roi""")

PARTICLES: Final = listed(
    """de del della di da dos das du des la le van von der den ter ten zu bin ibn al el abu ben y af av"""
)
"""Small words inside names."""

OCCASIONS: Final = listed(
    """interview statement speech address letter memo memorandum e-mail broadcast telegram message call telephone phone
    conference briefing tweet post blog column article op-ed essay report radio television tv channel testimony
    hearing court trial rally meeting summit banquet dinner lunch breakfast reception ceremony podcast video
    livestream stream twitter facebook instagram tiktok youtube press journalists reporters lawmakers parliament
    congress senate debate memoir diary book document filing affidavit note declaration programme program show
    sermon lecture toast remarks testament verdict ruling petition newspaper magazine station website forum panel
    vigil funeral newscast bulletin documentary transcript recording voicemail whatsapp megaphone microphone
    loudspeaker inquest inquiry gespräch erklärung mitteilung rede dankesrede ansprache brief begründung
    pressekonferenz fernsehen rundfunk sendung zeitung beitrag bericht buch schreiben stellungnahme megafon
    mikrofon debatte bundestag landtag parlament anhörung prozess gericht journalisten presse reportern tagebuch
    telefon predigt festrede konferenz comunicado entrevista discurso carta nota rueda conferencia prensa
    periodistas televisión programa mensaje tuit informe declaración parlamento juicio audiencia acto mitin
    emisora diario cadena correo communiqué entretien discours lettre conférence journalistes télévision émission
    tribune rapport déclaration parlement audience procès débat livre antenne allocution courriel интервью речи
    communique mps card placard banner sticker inscription plaque billboard slogan graffiti leaflet poster
    congreso senado cámara pleno diputados assemblée sénat hémicycle bundesrat commons lords думе email заявлении
    chat telegram cable newsletter pamphlet webcast phone-in hustings manifesto preface foreword rédaction redacción
    declaraciones point заявление письме письмо пресс-конференции брифинге эфире телеканалу журналистам обращении"""
)
"""Nouns for an occasion, a medium or a document in which something is said."""

_OCCASION_ENDS: Final = (
    "rede",
    "gespräch",
    "konferenz",
    "erklärung",
    "mitteilung",
    "schreiben",
    "sendung",
    "interview",
    "funk",
    "zeitung",
    "sitzung",
)


def is_occasion(word: str) -> bool:
    """Whether a word names an occasion, a medium or a document; plurals and German compounds too."""
    low = word.lower()
    return low in OCCASIONS or (low.endswith("s") and low[:-1] in OCCASIONS) or low.endswith(_OCCASION_ENDS)
