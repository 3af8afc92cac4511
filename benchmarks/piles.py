"""Piles of invented articles: events of a few kinds, each told by one to five outlets in words of their own.

Events of one kind share their vocabulary, their outlets and some of their places, and differ in names, figures and what
happened, so that topic alone does not group them. Two outlets share facts, not sentences: each has several
tellings.
"""

from __future__ import annotations

import random

from variorum.engine.article import make_article
from variorum.engine.nouns import Article

Fact = tuple[str, ...]
"""Tellings of one fact."""

KINDS: tuple[tuple[tuple[str, ...], tuple[Fact, ...]], ...] = (
    (
        (
            "Fire guts {place} {thing}",
            "{thing} destroyed by blaze in {place}",
            "Blaze at {thing} in {place} injures {n}",
        ),
        (
            (
                "A fire destroyed the {thing} in {place} on {day}.",
                "Flames tore through the {thing} in {place} on {day} night.",
            ),
            ("{n} people were hurt, the fire brigade said.", "Firefighters said that {n} people had been injured."),
            (
                "{a}, who lives opposite, saw the smoke at {hour}.",
                "Neighbour {a} said she had called for help at {hour}.",
            ),
            ("“{quote},” said {b}, the fire chief.", "Fire chief {b} told reporters: “{quote}.”"),
            ("The damage is put at {sum} million.", "Insurers estimate that the loss comes to {sum} million."),
            (
                "Police do not rule out arson.",
                "Detectives are looking into the possibility that it was started on purpose.",
            ),
            ("The building dates from {year}.", "It was built in {year} and had been restored twice."),
        ),
    ),
    (
        ("{a} resigns as mayor of {place}", "Mayor of {place} quits over {thing}", "{place} mayor steps down"),
        (
            ("{a} resigned as mayor of {place} on {day}.", "The mayor of {place}, {a}, stepped down on {day}."),
            ("The scandal concerns the sale of the {thing}.", "At issue is a contract for the {thing}."),
            ("“{quote},” {a} said in a brief statement.", "In a statement the mayor said: “{quote}.”"),
            (
                "{b}, who leads the opposition, called for new elections.",
                "Opposition leader {b} wants voters to decide.",
            ),
            (
                "Prosecutors say {sum} million is missing.",
                "Some {sum} million cannot be accounted for, according to auditors.",
            ),
            ("A deputy will take over for {n} weeks.", "For {n} weeks the deputy mayor will run the town hall."),
            ("{a} was first elected in {year}.", "In office since {year}, {a} had won three elections."),
        ),
    ),
    (
        ("{thing} storm kills {n} in {place}", "Storm batters {place}", "{place} counts cost of storm"),
        (
            (
                "A storm killed {n} people in {place} on {day}.",
                "At least {n} people died when a storm hit {place} on {day}.",
            ),
            (
                "Winds reached {sum} kilometres an hour at the airport.",
                "Gusts of {sum} kilometres an hour were measured.",
            ),
            (
                "The roof of the {thing} was torn off.",
                "Among the buildings damaged is the {thing}, which lost its roof.",
            ),
            ("“{quote},” said {a}, a farmer.", "Farmer {a} said: “{quote}.”"),
            ("{b} of the weather service warned of floods.", "Floods may follow, according to {b}, a forecaster."),
            ("Power was cut at {hour}.", "The lights went out at {hour} and stayed out all night."),
            ("It was the worst storm since {year}.", "Nothing like it had been seen since {year}."),
        ),
    ),
    (
        ("{place} to build {thing}", "Plan for {thing} in {place} approved", "Row over {thing} divides {place}"),
        (
            (
                "The council of {place} approved a {thing} on {day}.",
                "Councillors in {place} voted on {day} for a {thing}.",
            ),
            ("It will cost {sum} million.", "The price is {sum} million, a third of it from the state."),
            ("“{quote},” said {a}, the architect.", "Architect {a} called critics timid. “{quote},” she said."),
            (
                "Residents led by {b} plan to sue.",
                "{b}, a teacher who lives nearby, has collected signatures against it.",
            ),
            ("Work begins in {n} months.", "Builders expect to start within {n} months."),
            ("The site has been empty since {year}.", "Nothing has stood there since {year}."),
            ("The vote was taken at {hour}.", "It was {hour} before the debate ended."),
        ),
    ),
    (
        ("{a} beats {b} in {place} final", "{a} wins in {place}", "Final: {b} falls to {a}"),
        (
            ("{a} beat {b} in the final at {place} on {day}.", "On {day} {a} won the {place} title against {b}."),
            ("The match lasted until {hour}.", "It ended at {hour} under floodlights."),
            ("“{quote},” the winner said.", "“{quote},” {a} told the crowd."),
            ("{n} thousand people watched.", "The crowd of {n} thousand stayed to the end."),
            ("The prize is {sum} thousand.", "{sum} thousand goes to the winner."),
            ("{b} had not lost since {year}.", "It was the first defeat for {b} since {year}."),
            ("The {thing} delayed the start.", "Play began late because of the {thing}."),
        ),
    ),
)
THINGS = (
    "paper mill", "concert hall", "chapel", "cattle market", "tram depot", "swimming pool", "observatory", "granary",
    "footbridge", "car park", "brewery", "court house", "ice rink", "post office", "library", "ferry terminal",
)  # fmt: skip
OPENINGS = (
    "nobody should have to choose", "we knew it would come", "this is what happens", "i have waited half my life",
    "there is no plan b", "people here do not shout", "it looked like the end of the world", "you cannot repair it",
    "my grandmother would have laughed", "ask me again", "we will count the money", "the town has had worse days",
)  # fmt: skip
MIDDLES = (
    "between the river and the road", "when you save at the wrong end", "because there never was a plan a",
    "and it smelled of burnt sugar", "with speeches that nobody hears", "when the snow has gone for good",
    "before the bills are paid", "and the friends come afterwards", "while the others were asleep",
    "as long as the bridge holds", "until somebody reads the contract", "and the dogs knew it first",
)  # fmt: skip
FILLERS = (
    "More details were not available at first.",
    "The authorities asked people to stay away from the area.",
    "It is the latest in a series of such events in the region.",
    "A press conference is planned for later in the week.",
    "Local radio carried the news first.",
    "Traffic was disrupted for several hours.",
)
OUTLETS = ("Courier", "Herald", "Wire", "Tribune", "Lantern", "Gazette", "Star", "Post")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def make_pile(count: int, seed: int) -> tuple[list[Article], dict[str, str]]:
    """So many articles in no order, and the event that each is about, by its id; the same for the same seed."""
    chance = random.Random(seed)
    places = [_name(chance) for _ in range(max(20, count // 12))]
    articles: list[Article] = []
    labels: dict[str, str] = {}
    event = 0
    while len(articles) < count:
        event += 1
        kind = chance.randrange(len(KINDS))
        details = _details(chance, places)
        date = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        for outlet in chance.sample(OUTLETS, min(chance.choice((1, 1, 2, 2, 3, 4, 5)), count - len(articles))):
            id = f"{len(articles):04}"
            title, text = _tell(chance, kind, details)
            published = date if chance.random() < 0.6 else None
            articles.append(make_article(text, id=id, source=id, outlet=outlet, title=title, published=published))
            labels[id] = str(event)
    chance.shuffle(articles)
    return articles, labels


def _details(chance: random.Random, places: list[str]) -> dict[str, str]:
    return {
        "place": chance.choice(places),
        "thing": chance.choice(THINGS),
        "a": f"{_name(chance)} {_name(chance)}",
        "b": f"{_name(chance)} {_name(chance)}",
        "n": str(chance.randint(2, 40)),
        "sum": f"{chance.randint(2, 180)}",
        "day": chance.choice(DAYS),
        "hour": f"{chance.randint(1, 12)}.{chance.choice(('10', '20', '40', '45'))}",
        "year": str(chance.randint(1890, 2019)),
        "quote": f"{chance.choice(OPENINGS)} {chance.choice(MIDDLES)}".capitalize(),
    }


def _tell(chance: random.Random, kind: int, details: dict[str, str]) -> tuple[str, str]:
    titles, facts = KINDS[kind]
    told = chance.sample(facts[1:], chance.randint(3, len(facts) - 1))
    sentences = [chance.choice(facts[0]), *(chance.choice(fact) for fact in told)]
    for _ in range(chance.randint(1, 3)):
        sentences.insert(chance.randint(1, len(sentences)), chance.choice(FILLERS))
    title = chance.choice(titles).format(**details)
    return title, "\n\n".join([title, *(s.format(**details) for s in sentences)])


def _name(chance: random.Random) -> str:
    syllables = (
        "bar",
        "cor",
        "del",
        "fen",
        "gal",
        "hol",
        "jor",
        "kel",
        "lin",
        "mar",
        "nor",
        "pol",
        "ras",
        "sel",
        "tor",
        "vel",
    )
    endings = ("a", "an", "by", "en", "eth", "ia", "in", "o", "ow", "us")
    return (chance.choice(syllables) + chance.choice(syllables) + chance.choice(endings)).capitalize()
