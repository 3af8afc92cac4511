"""Everyday words of one meaning in German, Spanish, French and Russian news, as `synonyms` has them for English.

General language only, written for this program. Groups stand between bars; a word stands in one group at most, in its
base form: words are looked up by their stems.
"""

from __future__ import annotations

KIN = {
    "de": """
alt jährig | anfangen beginnen starten eröffnen beginn start | angeben mitteilen erklären bekanntgeben mitteilung |
arzt mediziner doktor | auszeichnen auszeichnung preis trophäe ehrung ehren | auto wagen fahrzeug pkw | bekommen
erhalten kriegen | brand feuer flamme großbrand brennen | chef leiter vorsitzende vorsitzender | film werk streifen |
firma unternehmen konzern betrieb | geld mittel | haus gebäude wohnhaus | job arbeit stelle | kind junge mädchen |
künstler künstlerin | land staat | leute menschen personen | mord tötung | polizei polizist beamte | regierung
kabinett | regisseur regisseurin filmemacher filmemacherin | schiff boot | schluss ende | sieg gewinn gewinnen siegen
| sieger siegerin gewinner gewinnerin | stadt gemeinde kommune | sterben tod tot tote | streit konflikt | tochter kind
| unfall unglück | wahl abstimmung | zeigen vorführen | zuschauer publikum | verletzt verletzte verletzen verwundet |
anwohner bewohner nachbar | festnehmen verhaften festnahme | fordern verlangen | kritisieren bemängeln kritik |
steigen zunehmen anstieg zuwachs | sinken fallen abnehmen rückgang | ankündigen versprechen ankündigung | ursache
grund warum | unklar unbekannt bekannt | gericht richter | urteil entscheidung | gefängnis haft | anwalt verteidiger |
zug bahn | flugzeug maschine | krankenhaus klinik | schaden verlust | retten bergen | helfer retter | suchen suche
fahndung | fliehen flüchten | straße weg | sperren schließen gesperrt | öffnen geöffnet | bauen errichten bau | kaufen
erwerben kauf | verkaufen verkauf | kosten preis | million mio | milliarde mrd | schüler kind | lehrer lehrerin |
spiel partie | trainer coach | tor treffer | mannschaft team elf | trennen trennung | heirat hochzeit heiraten | sturm
unwetter orkan | hochwasser überschwemmung flut | warnen warnung | prüfen untersuchen untersuchung ermitteln
ermittlung | zurücktreten rücktritt abtritt | ernennen berufen | abgeordneter parlamentarier | gesetz regelung |
vorschlag plan | treffen zusammenkommen treffen | gespräch verhandlung | abkommen vereinbarung vertrag einigung |
streik ausstand | lohn gehalt | müll abfall | wald forst | meer see | forscher wissenschaftler | studie untersuchung |
ablehnen zurückweisen | zustimmen billigen | bestätigen bekräftigen
""",
    "es": """
ataque asalto | autoridad gobierno | banda grupo | casa hogar vivienda domicilio | coche vehículo automóvil | comenzar
empezar iniciar | compañía empresa firma | detener arrestar capturar detención arresto | dinero plata efectivo |
director jefe responsable | enfermo paciente | exigir pedir reclamar | fuego incendio llama | ganar vencer victoria |
hospital clínica | ladrón pirata delincuente | líder dirigente | médico doctor | morir fallecer muerte muerto | niño
chico menor | pagar abonar | policía agente | premio galardón | robar sustraer llevar | subir aumentar alza | terminar
acabar finalizar | trabajador empleado | herido lesionado herir | abogado letrado defensa | juez magistrado | alcalde
regidor | ayuntamiento consistorio municipio | bajar caer descender reducir caída | confiscar incautar decomisar |
buscar búsqueda | rescatar salvar rescate | inundación riada | tormenta temporal borrasca | avión aeronave vuelo |
barco buque embarcación | calle vía carretera | cerrar clausurar cierre | abrir inaugurar apertura | acuerdo pacto
convenio | huelga paro | sueldo salario | basura residuo desecho | partido encuentro | gol tanto | entrenador técnico
| equipo conjunto | presidente mandatario | elección comicio votación | diputado parlamentario | ley norma | anunciar
comunicar informar | negar desmentir rechazar | confirmar ratificar | dimitir renunciar dimisión | investigar
investigación pesquisa | comprar adquirir compra | vender venta | millón millones | precio coste | escuela colegio |
alumno estudiante | profesor maestro docente | científico investigador | estudio investigación | vecino residente
habitante | persona gente ciudadano | seísmo terremoto temblor | registrar allanar registro | cárcel prisión |
condenar sentencia condena | delito crimen | mujer esposa | marido esposo | boda matrimonio casar | noche madrugada |
zona área barrio | causa motivo origen | víctima muerto fallecido
""",
    "fr": """
accord compromis entente pacte | agent employé salarié | annoncer déclarer indiquer | arrêter interpeller arrestation
| augmenter hausse augmentation monter | avion appareil vol | avocat défenseur | baisser baisse diminuer chute reculer
| bateau navire | blesser blessé | but objectif | chef dirigeant patron responsable | commencer débuter début | déchet
ordure poubelle | décider décision | dégât dommage | démissionner démission | élection scrutin vote | enfant mineur
garçon fille | enquête investigation | entreprise société groupe firme | équipe formation | exiger demander réclamer |
fermer fermeture clore | feu incendie flamme | fin terme finir terminer achever | gagner remporter victoire |
gouvernement exécutif | grève débrayage | habitant riverain | hôpital clinique | inondation crue | juge magistrat |
loi texte | maire édile | mairie municipalité commune | maison logement domicile | manifestation défilé | match
rencontre | médecin docteur | mort décès mourir décéder tuer | musée galerie | ouvrir ouverture inaugurer | parlement
assemblée | personne gens individu | plage littoral | policier police | prison détention | président chef | prix
récompense | procès audience | ramasser collecter enlever collecte | reprendre reprise redémarrer | route rue chaussée
| salaire rémunération paie | savant chercheur scientifique | secours pompier sauveteur | séisme tremblement secousse
| tempête orage | train rame | travail emploi poste | tribunal cour | trouver découvrir retrouver | vendre vente |
voiture véhicule automobile | voler vol dérober | village bourg | ville cité | accuser reprocher | critiquer dénoncer
| promettre engager | recevoir obtenir toucher | confirmer assurer | démentir nier rejeter | étude recherche | élève
étudiant écolier | professeur enseignant | argent somme | hausse progression | sauver secourir | fuir évacuer | tonne
tonnes | trottoir rue
""",
    "ru": """
аварийный авария дтп | адвокат защитник | арестовать задержать арест задержание | больница госпиталь клиника | больной
пациент | боец военный солдат | брак свадьба | бюджет расход | возбудить завести | врач медик доктор | выборы
голосование | вырасти увеличиться рост повышение | глава руководитель начальник директор | город населенный |
губернатор глава | дом здание | договор соглашение | доставить увезти привезти | журналист репортер | забастовка
стачка | закон законопроект | закрыть закрытие | заявить сообщить рассказать | игра матч | компания фирма | корабль
судно | лидер вождь | машина автомобиль авто | мэр градоначальник | наводнение паводок потоп | найти обнаружить |
начать начаться старт | новый свежий | обещать пообещать | обрушиться рухнуть упасть обвалиться | отставка уволиться |
парламент дума | пожар возгорание огонь | помочь помощь поддержка | победа выиграть победить | погибнуть умереть
скончаться погибший смерть | полиция полицейский | пострадать ранить раненый пострадавший | построить возвести
постройка | поезд состав | правительство кабмин | предложить предложение | причина повод | президент глава | проверка
расследование | прокурор следователь | ребенок дети школьник | ремонт ремонтировать | родственник близкий семья |
самолет лайнер борт | снизиться упасть сокращение | спасатель мчс | стрельба выстрел | суд судья | тюрьма колония |
убить убийство | украсть похитить | улица дорога трасса | ураган шторм буря | ученый исследователь | цена стоимость |
человек люди | школа училище | эвакуировать вывезти | опровергнуть отрицать | подтвердить признать | землетрясение
толчок
""",
}
