"""Quotations in sentences of every build, with whom they belong to and where they were said."""

from __future__ import annotations

ANY = "*"
"""Whatever is found here will do."""

Wanted = list[tuple[str, str | None, str | None]]
"""Beginning of a quotation, last name of its speaker, part of its source."""

CASES: list[tuple[str, Wanted]] = [
    ("Pia Lund, 41, was held for what prosecutors called “spreading false news”.", [("spreading", None, None)]),
    ("Dario Venn told pals he was “sick of being a kid” there.", [("sick of", "Venn", "pals")]),
    (
        "Venn may join Toledo, whose chief Miguel Arce described him as “a poet of the ball”.",
        [("a poet", "Arce", None)],
    ),
    ("Coach Len Hoskins stayed calm. “I treat them all alike,” the Scot barked.", [("I treat", "Hoskins", None)]),
    (
        "Le feu a pris dans la nuit. « On a tout perdu », a confié à l’AFP Jeanne Morel.",
        [("On a tout", "Morel", "AFP")],
    ),
    ("“We pay his wages!” grunted Babs Tully, a fan. Officials said he was wrong.", [("We pay", "Tully", None)]),
    ("“It will pass,” the ministry said. Doctors warned that he was ill.", [("It will", None, None)]),
    ("Amparo Gil, de 38 años, lo supo ayer. «No dormí nada», cuenta a El Faro.", [("No dormí", "Gil", "El Faro")]),
    (
        "Mayor Petra Voss opened the bridge on Monday. “It is late, but it is here,” she said in a speech at the quay.",
        [("It is late", "Voss", "a speech at the quay")],
    ),
    (
        "“We lost everything in one night,” said Tom Hale, 61, a baker from Dunfield. “Nobody warned us.”",
        [("We lost", "Hale", None), ("Nobody", "Hale", None)],
    ),
    (
        "“I don’t know,” Orr said. “But I’ll find out,” she added, “before the week is over.”",
        [("I don’t", "Orr", None), ("But I’ll", "Orr", None), ("before", "Orr", None)],
    ),
    (
        "In a letter to shareholders, chairman Luis Ferrer wrote: “Our best years lie ahead of us.”",
        [("Our best", "Ferrer", "a letter to shareholders")],
    ),
    (
        '"The road is closed until further notice," according to a statement from the county sheriff.',
        [("The road", None, "a statement from the county sheriff")],
    ),
    ('"The road is closed until further notice," according to Sheriff Ann Pell.', [("The road", "Pell", None)]),
    (
        "Asked by reporters whether he would resign, Senator Cole Barrett replied: “Not today, and not tomorrow.”",
        [("Not today", "Barrett", "reporters")],
    ),
    (
        "Prime Minister Ilse Brandt called the vote “a disgrace to this house”. Karl Voigt disagreed.",
        [("a disgrace", "Brandt", None)],
    ),
    (
        "“All is safe,” said Eva Moor. Energy Minister Karin Dahl promised an inquiry. “They deserve it,” she said.",
        [("All is", "Moor", None), ("They deserve", "Dahl", None)],
    ),
    (
        "Lea Benn, 24, wrote: “We are alive up here.” Her mother answered: “Thank God, come home.”",
        [("We are", "Benn", None), ("Thank God", None, None)],
    ),
    (
        "Tom Benn was saved by his wife Ann. “I saw him fall,” his wife said.",
        [("I saw", "Ann", None)],
    ),
    (
        "“They begged us,” chairman Jose\u0301 A\u030angstro\u0308m told her.",
        [("They begged", "A\u030angstro\u0308m", None)],
    ),
    (
        "“We are safe here,” said Ms. Aagaard\u200b‑Holm. “We were,” said Mette Aagaard‑Holm.",
        [("We are", "Mette Aagaard‑Holm", None), ("We were", "Mette Aagaard‑Holm", None)],
    ),
    ("“They are lying to you,” the prime minister told a rally in Norburg.", [("They are", ANY, "a rally in Norburg")]),
    (
        "Prime Minister Ilse Brandt spoke for an hour. Karl Voigt listened. “They lie to you,” the prime minister told "
        "a rally in Norburg.",
        [("They lie", "Brandt", "a rally in Norburg")],
    ),
    (
        "Police said the driver, Ned Poole, was arrested. “He was calm,” a police spokesman said.",
        [("He was", None, None)],
    ),
    ("A neighbour, who asked not to be named, said: “We heard a bang and then shouting.”", [("We heard", None, None)]),
    (
        "“What were they thinking?” asked Rhea Monk, whose house was damaged. “It makes no sense to me at all.”",
        [("What were", "Monk", None), ("It makes", "Monk", None)],
    ),
    (
        "Coach Bill Hart praised his side. “The lads were magnificent,” Hart told BBC Radio 5 Live.",
        [("The lads", "Hart", "BBC Radio 5 Live")],
    ),
    ("Writing on Twitter, the actor Sam Ross said: “This is not a drill, people.”", [("This is", "Ross", "Twitter")]),
    ("The president tweeted: “We will win this one easily.”", [("We will", ANY, None)]),
    (
        "She starred in “The Long Road Home” and won an Oscar for “Night Ferry”. The film “Three Days” opens soon.",
        [],
    ),
    (
        "'We are not afraid of anyone,' said Captain Joe Lunn. 'It's a matter of pride for the boys' club.'",
        [("We are", "Lunn", None), ("It's a", "Lunn", None)],
    ),
    (
        "“If we wait,” warned Dr Priya Nair, an epidemiologist at Halden, “the hospitals will be full by March.”",
        [("If we", "Nair", None), ("the hospitals", "Nair", None)],
    ),
    (
        "Nair’s colleague Otto Beck was blunter. “It’s already too late,” he said in an interview with Halden Today.",
        [("It’s", "Beck", "an interview with Halden Today")],
    ),
    ("Her husband, Mark Tully, disagrees. “She exaggerates,” he laughs.", [("She exag", "Tully", None)]),
    (
        "Sara Lind lost the vote by a whisker. Her rival Jan Moe was gracious. “It could have gone either way,” "
        "he told the newspaper Dagen. “I feel for her.” Lind refused to concede. “This is not over,” she said.",
        [("It could", "Moe", "the newspaper Dagen"), ("I feel", "Moe", ANY), ("This is", "Lind", None)],
    ),
    ("“We have a deal!” Foreign Secretary Rupert Stone shouted from the balcony.", [("We have", "Stone", None)]),
    ("The court heard that Lee had texted his sister: “I have done something terrible.”", [("I have", ANY, None)]),
    (
        "In testimony before the Senate, General Marcus Webb said the mission was “doomed from the start”.",
        [("doomed", "Webb", "testimony before the Senate")],
    ),
    ("“It was a mess,” recalls Joan Pike, who ran the shop for 40 years.", [("It was", "Pike", None)]),
    ("“The numbers,” he said, “do not lie.”", [("The numbers", ANY, None), ("do not", ANY, None)]),
    (
        "Union leader Greta Moss accused the firm of “playing games with lives” in a statement on Thursday.",
        [("playing", "Moss", "a statement")],
    ),
    (
        "The White House said in a statement that the talks were “frank and productive”.",
        [("frank and", "House", "a statement")],
    ),
    (
        "“A great man has left us,” the Vatican said in a message posted on its website.",
        [("A great", "Vatican", "a message posted on its website")],
    ),
    (
        "President Ana Duarte, speaking at a press conference in Lima, said: “There will be no second round.”",
        [("There will", "Duarte", "a press conference in Lima")],
    ),
    (
        "The report, published on Monday, found “serious and repeated failings” in the prison.",
        [("serious and", ANY, ANY)],
    ),
    ("“Stop it,” she told him.", [("Stop it", ANY, None)]),
    ("Ms Okoro, 34, of Leeds, said her dog had been “like a child to me”.", [("like a", "Okoro", None)]),
    ("Speaking to the Guardian, Finn Ward said: “I would do it all again.”", [("I would", "Ward", "Guardian")]),
    (
        "“I will not be silenced,” insisted the former mayor, Hugo Lamm, at a hearing in the capital.",
        [("I will", "Lamm", "a hearing in the capital")],
    ),
    (
        "„Wir haben keine Wahl“, sagte Finanzminister Jens Kolbe am Montag in Berlin. „Die Kassen sind leer.“",
        [("Wir haben", "Kolbe", None), ("Die Kassen", "Kolbe", None)],
    ),
    (
        "Laut Polizeisprecherin Maren Thoms war es „ein tragischer Unfall ohne Fremdverschulden“.",
        [("ein trag", "Thoms", None)],
    ),
    (
        "In einem Interview mit dem „Kurier“ sagte die Kanzlerin Eva Lorenz: „Das war ein Fehler von mir.“",
        [("Das war", "Lorenz", "Interview mit dem")],
    ),
    ("Der Film „Drei Tage im Mai“ läuft ab Donnerstag.", []),
    ("„Ich bin nicht müde“, erklärte der Trainer. Sein Name ist Uwe Reins.", [("Ich bin", ANY, None)]),
    ("Bürgermeister Paul Ritter kündigte an: »Wir bauen die Schule neu.«", [("Wir bauen", "Ritter", None)]),
    (
        "« Nous ne céderons pas », a déclaré la ministre Claire Dumas lors d’une conférence. « Jamais », a-t-elle dit.",
        [("Nous ne", "Dumas", "conférence"), ("Jamais", "Dumas", ANY)],
    ),
    ("Selon Marc Petit, il s’agit d’« une erreur grave et coûteuse ».", [("une erreur", "Petit", None)]),
    (
        "Le président de la région, Jean Roux, a dénoncé sur RTL « une décision incompréhensible ».",
        [("une déc", "Roux", "RTL")],
    ),
    (
        "«No tengo miedo a nadie», dijo la alcaldesa, Marta Ruiz, en una entrevista con Radio Norte. «Seguiré aquí».",
        [("No tengo", "Ruiz", "una entrevista con Radio Norte"), ("Seguiré", "Ruiz", ANY)],
    ),
    ("Según el portavoz Luis Gil, la medida es “un paso en la dirección correcta”.", [("un paso", "Gil", None)]),
    ("El presidente Raúl Soto anunció: “Mañana empieza otra etapa para el país”.", [("Mañana", "Soto", None)]),
    ("«Мы не уйдём отсюда», — заявил губернатор Иван Лунин журналистам.", [("Мы не", "Лунин", "журналистам")]),
    ("外交部发言人王宁说：“我们不会接受这个决定。”", [("我们不会", ANY, None)]),
    ("“We were told,\n\n“but we did not listen,” said Amy Tan.", [("We were", "Tan", None), ("but we", "Tan", None)]),
    ("CNN reported that the minister had called the plan “dead on arrival”.", [("dead on", ANY, None)]),
    (
        "Governor Ray Holt said Tuesday he was “deeply saddened”. “Our prayers are with them,” he wrote on Facebook.",
        [("deeply", "Holt", None), ("Our prayers", "Holt", "Facebook")],
    ),
    ("“It’s a joke,” one resident, Carol Finch, said.", [("It’s a", "Finch", None)]),
    (
        "Lawyer Nadia Karim told the court her client was “a frightened boy”.",
        [("a fright", "Karim", "the court")],
    ),
    (
        "Judge Alan Reese sentenced him to ten years. “You have shown no remorse,” the judge said.",
        [("You have", "Reese", None)],
    ),
    (
        "Roy Dent, the owner, did not answer. His sister Lena did. “He is ill,” she said by phone.",
        [("He is", "Lena", "phone")],
    ),
    ("The sign read “No Entry”. He ignored it.", []),
    ("Witness Carl Boone said he saw “smoke, then flames”.", [("smoke", "Boone", None)]),
    (
        "“This changes everything,” Microsoft’s Jill Ames said in a blog post.",
        [("This changes", "Ames", "a blog post")],
    ),
    ("“We are proud,” Ames, who joined in 2010, said on stage.", [("We are", "Ames", None)]),
    (
        "Ames said: “We are proud.” Analysts were less kind: “It is a toy,” said Rob Finn of Beck Capital.",
        [("We are", "Ames", None), ("It is", "Finn", None)],
    ),
    (
        "Asked whether he regretted the deal, Mr Corbin paused. “Every day,” he told the Ledger.",
        [("Every day", "Corbin", "the Ledger")],
    ),
    (
        "Defence Minister Lars Holt met his counterpart Ana Prieto in Madrid. “We see eye to eye on this,” the "
        "minister said after the talks. “There is no rift.”",
        [("We see", "Holt", ANY), ("There is", "Holt", ANY)],
    ),
    ("The so-called “gentlemen’s agreement” between the clubs was never written down.", []),
    (
        "Speaking outside Downing Street, Prime Minister Helen Marsh said: “The work of change begins today.”",
        [("The work", "Marsh", "Downing Street")],
    ),
    (
        "Police spokesman Erik Dahl said officers had acted “by the book”, adding: “We regret the outcome.”",
        [("by the", "Dahl", None), ("We regret", "Dahl", None)],
    ),
    (
        "Khan’s lawyer, Tessa Moreau, said her client was “relieved”. “He wants to go home,” she said.",
        [("relieved", "Moreau", None), ("He wants", "Moreau", None)],
    ),
    (
        "“This is a stitch-up,” tweeted Labour MP Jo Finch. Conservative rival Sam Pryor hit back: “Sour grapes.”",
        [("This is", "Finch", None), ("Sour grapes", "Pryor", None)],
    ),
    (
        "The White House declined to comment.\n\n“We are monitoring the situation,” a senior administration "
        "official, speaking on condition of anonymity, told the Associated Press.",
        [("We are", None, "the Associated Press")],
    ),
    (
        "“I never met the man,” Ortega testified. Prosecutor Neil Voss then produced a photograph. “And who is "
        "this?” he asked.",
        [("I never", "Ortega", None), ("And who", "Voss", None)],
    ),
    (
        "Sarah Lind and her brother Tom Lind ran the farm together. “I did the milking,” Sarah said. “He did the "
        "talking.”",
        [("I did", "Sarah", None), ("He did", "Sarah", None)],
    ),
    (
        "„Das ist ein Skandal“, schimpft Rentner Otto Behnke (81). Bürgermeisterin Pia Lang (SPD) weist das "
        "zurück: „Alles lief nach Recht und Gesetz.“",
        [("Das ist", "Behnke", None), ("Alles lief", "Lang", None)],
    ),
    (
        "El ministro Carlos Vega aseguró ayer en el Congreso que la ley “no se toca”.",
        [("no se toca", "Vega", "el Congreso")],
    ),
    (
        "«Мы этого не ожидали», — призналась тренер Ольга Серова в интервью «Спорту».",
        [("Мы этого", "Серова", "интервью")],
    ),
    (
        "Former champion Ada Kent, now 82, remembers it well: “They laughed at us.” Her daughter, Lucy, nods. "
        "“Not for long,” she says.",
        [("They laughed", "Kent", None), ("Not for", "Lucy", None)],
    ),
    (
        "“Gov. Hale doesn’t get it,” Senate candidate Lou Grant told NBC’s “Meet the Nation.” “People are hurting.”",
        [("Gov. Hale", "Grant", "NBC’s “Meet the Nation”"), ("People are", "Grant", ANY)],
    ),
    (
        "Brown (not related to the victim) said he heard “two loud bangs”. His wife, Clare Brown, said there "
        "were three. “I counted them,” she said.",
        [("two loud", "Brown", None), ("I counted", "Clare Brown", None)],
    ),
    (
        "„Es war schlimm hier“, sagte Anna Roth der Deutschen Presse-Agentur am Montag.",
        [("Es war", "Roth", "der Deutschen Presse-Agentur")],
    ),
    ("Joan Ashby, whose husband Derek died, said outside: “Nine years is nothing.”", [("Nine years", "Ashby", None)]),
    (
        "Athletic manager Gus Hale refused to blame the referee. “We beat ourselves,” he said.",
        [("We beat", "Hale", None)],
    ),
    ("The couple announced it on Friday. “We remain a family,” they wrote.", [("We remain", None, None)]),
    (
        "Luca Orr, 17, scored twice for City. His coach Mae Tan smiled. “I closed my eyes,” said the 17-year-old.",
        [("I closed", "Orr", None)],
    ),
    (
        "The widow, Joan Ash, said: 'Nine years? It’s nothing.\n\n'He will be out at 67.'",
        [("Nine", "Ash", None), ("It’s", "Ash", None), ("He will", "Ash", None)],
    ),
    (
        "Minister Ivo Radan told a news conference in Pelin that 200 were hurt.\n\n“Every hour counts,” he said.",
        [("Every", "Radan", "a news conference in Pelin")],
    ),
    (
        "A letter from the board was published that said: “We will not sell the club to anyone.”",
        [("We will", None, "A letter from the board")],
    ),
    ("A neighbour was shaken, saying the blast was “like an earthquake”.", [("like an", None, None)]),
    (
        "Potter Ida Lund won the Hale Prize. She will show at the National Museum. “I make cups,” she said.",
        [("I make", "Ida Lund", None)],
    ),
    ("Ann Orr, whose son Jim, nine, was aboard, said: “I have not slept.”", [("I have", "Orr", None)]),
    ("Geologist Ines Bray was calm. “Ice melts,” she said.", [("Ice", "Ines Bray", None)]),
    ("Her rival Carly Vance sent a note that read: “Get well, you menace.”", [("Get well", "Vance", "a note")]),
]
