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
zona área barrio | causa motivo origen | víctima muerto fallecido | abandonar dejar | aceptar admitir aprobar
aprobación | accidente siniestro choque colisión chocar | acción título | aclarar explicar explicación | acompañar
escoltar | actor actriz intérprete | actual presente | acudir asistir asistencia | acusado imputado sospechoso |
acusar imputar culpar acusación | advertir avisar alertar alerta aviso | aeropuerto aeródromo | aficionado hincha
seguidor | agricultor campesino | ahorrar ahorro | alcanzar lograr conseguir | alegría felicidad celebrar festejar |
alimento comida | alquiler arrendamiento | altura alto | amenaza amenazar peligro riesgo | amigo compañero | amplio
extenso | animal bestia | antiguo viejo | anular cancelar suspender suspensión | aparecer surgir | apartamento piso |
apoyar respaldar apoyo respaldo | apuntar señalar | arma pistola fusil | artista pintor | asamblea junta reunión |
asegurar garantizar afirmar | asesinar matar asesinato homicidio | asesino homicida | asunto caso | atacar agredir
asaltar | atraco robo hurto | atención cuidado | audiencia público espectador | aula clase | ausencia falta | autobús
bus | autor escritor | autorizar permitir autorización permiso | avanzar adelantar | ayuda auxilio ayudar | balón
pelota | banco entidad | bandera enseña | bar taberna | bebé recién | beneficio ganancia | billete entrada boleto |
bloquear cortar | bolsa mercado | bomba explosivo explosión estallar | bosque monte | breve corto | cadáver cuerpo |
cambiar modificar cambio | camino ruta | camión furgón | campeón ganador vencedor | campeonato torneo | cantante
músico | cantidad suma importe | capitán patrón | capturar apresar | cara rostro | cargo puesto | carta misiva |
castigo sanción multa sancionar multar | catástrofe desastre tragedia | celebración fiesta | cerca próximo | ceremonia
acto | cesar destituir despedir despido | chico muchacho joven | cierto verdadero | cirugía operación intervención |
ciudad urbe capital localidad | clandestino secreto | cliente usuario consumidor | clima tiempo | coalición alianza |
colaborar cooperar colaboración cooperación | colegio centro | comercio negocio tienda local | comité comisión |
completo total | complicado difícil | comprobar verificar | concierto recital | conducir manejar conductor | confiar
confianza | conflicto disputa guerra | congreso parlamento cámara | conocer saber | construir edificar construcción |
contagio infección | contar relatar | contaminación polución | contrario rival adversario | controlar vigilar control
| copa trofeo | corrupción soborno | costa litoral | crear fundar | crecer crecimiento | creer pensar considerar |
criticar censurar crítica | cubrir tapar | cura sacerdote | daño perjuicio desperfecto | dato información | debate
discusión | deber obligación | decidir resolver decisión | declarar manifestar declaración | delegado representante |
demandar querella demanda | demostrar probar prueba | denunciar denuncia | derribar demoler | derrota perder |
derrumbe desplome derrumbar desplomar | desaparecer desaparición | descubrir hallar encontrar hallazgo | destruir
arrasar | día jornada | dificultad problema | dirigir encabezar | disco álbum | disparar disparo tiro tirotear |
dispositivo aparato | divorcio separación separar | documento papel | enfermedad mal | droga estupefaciente | dudar
duda | dueño propietario | edificio inmueble | educación enseñanza | efecto consecuencia | ejército militar soldado
tropa | electricidad luz energía | embarazo embarazada | emergencia urgencia | emisora radio | encuesta sondeo |
engañar estafar estafa fraude | enorme inmenso | enterrar entierro sepelio | entregar dar entrega | enviar mandar
remitir | equipaje maleta | error fallo equivocación | escapar huir fuga huida | esperar aguardar | estación terminal
| estadio campo | evacuar desalojar evacuación | evitar impedir | éxito triunfo | experto especialista | exposición
muestra | extender ampliar prorrogar | fábrica planta | familia familiar pariente | famoso célebre | ferrocarril tren
| firmar rubricar | fiscal fiscalía | foto fotografía imagen | fracaso fracasar | fuerte intenso | fuga escape |
furioso enfadado | gasolina combustible carburante | gobierno ejecutivo gabinete | grave serio | historia relato |
hundir naufragar naufragio hundimiento | idioma lengua | iglesia templo | impuesto tributo | incidente suceso |
indemnización compensación | industria sector | inflación carestía | informe reporte | inmigrante migrante | inocente
absolver absolución | intentar tratar intento | interés tipo | internet red | joya alhaja | jubilación pensión |
jugador futbolista | juicio proceso vista | jurado tribunal | libertad liberar | libro obra novela | llamar telefonear
llamada | llegar llegada | llorar lágrima | llover lluvia | lluvia precipitación | luchar lucha | lugar sitio | luto
duelo | madre mamá | manifestación marcha protesta protestar | mar océano | medicamento fármaco medicina | mentir
mentira | miedo temor temer | miembro integrante | ministerio cartera | móvil celular teléfono | museo galería |
negociación diálogo negociar | nevada nieve | nombrar designar | norma regla | novio pareja | objetivo meta | ocultar
esconder | ocurrir suceder | país nación estado | pasajero viajero | película filme cinta | perdón disculpa disculpar
| periódico diario | periodista reportero | permanecer seguir | perro can | plan proyecto | preocupar inquietar
preocupación | preso recluso | prohibir vetar prohibición | promesa prometer | proponer propuesta | provocar causar |
publicar difundir divulgar | puente viaducto | quejar queja | quemar arder | rabia ira | rápido veloz | recibir acoger
| recurso apelar apelación recurrir | regresar volver retorno vuelta | reparar arreglar | responder contestar
respuesta | retraso demora retrasar aplazar | rey reina monarca | ruina escombro | salud sanidad | secuestrar
secuestro | sindicato gremio | sorpresa sorprender | sospecha sospechar | supervivencia superviviente sobrevivir |
televisión tele | trabajar trabajo empleo | tratamiento terapia | turista visitante | viaje viajar | visita visitar |
vivir residir | voto votar
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
tonnes | trottoir rue | abandonner renoncer | accepter approuver adopter adoption approbation | accident collision
choc | accompagner escorter | accueillir accueil | accusé prévenu suspect mis | acheter acquérir achat acquisition |
acteur actrice comédien comédienne | action titre | adolescent jeune | adversaire rival | affaire dossier | affirmer
soutenir | affrontement heurt | agresser attaquer agression attaque assaut | agriculteur paysan éleveur | aider aide
soutien | alarme alerte | aliment nourriture | amende sanction contravention | ami proche | ancien ex | animal bête |
annuler annulation | appartement studio | appeler téléphoner | arme pistolet fusil | armée militaire soldat troupe |
arriver arrivée | artiste peintre | assassiner assassinat meurtre homicide | assurance assureur | attendre espérer |
auteur écrivain romancier | autoriser permettre autorisation permis | aveu avouer reconnaître admettre | avertir
prévenir avertissement | bataille combat lutte | bâtiment immeuble édifice | bébé nourrisson | bénéfice profit | bijou
joyau | billet ticket place | blesser atteindre | bombe explosion exploser | bourse marché | camion poids | candidat
prétendant | car bus autobus | carburant essence | catastrophe désastre drame tragédie | cause raison motif origine |
célèbre fameux | certain sûr | chaleur canicule | champion vainqueur gagnant | championnat tournoi | changer modifier
changement | chanteur musicien | chauffeur conducteur | cinéma film | circulation trafic | client consommateur |
colère fureur furieux | comité commission | commerce magasin boutique | condamner condamnation | conflit guerre |
construire bâtir construction | contrôler surveiller contrôle surveillance | corps cadavre dépouille | courant
électricité | courrier lettre | créer fonder création fondation | crime délit | danger menace risque menacer | débat
discussion | déclencher provoquer | défaite perdre | délégué représentant | démolir détruire destruction | départ
partir quitter | député parlementaire élu | désigner nommer nomination | dessin peinture | dialogue négociation
négocier | discours allocution | disparaître disparition | dispute querelle | divorce séparation | échec échouer |
école établissement | effondrement effondrer écrouler | enlever kidnapper enlèvement | enquêteur gendarme | enterrer
obsèques enterrement inhumation | entretien interview | épouse femme | époux mari | erreur faute | escroquerie fraude
arnaque | étendre prolonger | expert spécialiste | expliquer explication | exposer exposition | fabriquer usine | fan
supporter | fête célébrer | feuille page | financer financement | fleuve rivière | fonctionner marcher | forêt bois |
gérer gestion | grave sérieux | heureux content | image photo cliché | immense énorme | immigré migrant | impôt taxe |
indemnisation indemnité | industrie secteur | infirmier soignant | inquiéter inquiétude craindre crainte peur |
intérêt taux | interdire interdiction | intervention opération | joueur footballeur | jour journée | journal quotidien
| journaliste reporter | juger jugement verdict | lancer lancement | lieu endroit | livre ouvrage volume | location
loyer | malade patient | manifester protester protestation | manque pénurie | mariage noce | marin pêcheur | médias
presse | médicament remède | membre adhérent | mémoire souvenir | mer océan | mère maman | naufrage couler | nuit soir
| obliger contraindre | passager voyageur | pays nation | pension retraite | perquisition perquisitionner fouille |
plainte plaindre porter | plan projet | pluie précipitation | poignarder couteau | pont viaduc | portable téléphone |
préfet préfecture | prêtre curé | problème difficulté | procureur parquet | proposer proposition | public spectateur
visiteur | rapide vite | recruter embaucher | réduire réduction | refuser refus | région zone | reine roi souverain
monarque | relâcher libérer libération | réparer réparation | répondre réponse | report retarder retard | rester
demeurer | retour revenir | réunion sommet | révéler dévoiler | saisir saisie confisquer | satellite sonde | sécurité
sûreté | signer signature | soigner soin traiter traitement | soupçonner soupçon | star vedette | succéder successeur
| succès triomphe | surprendre surprise | survivre survivant rescapé | suspendre suspension | tableau toile |
télévision télé | tirer tir | valeur valoir | vent rafale | vêtement habit | vieux âgé | vigile gardien | visite
visiter | vol larcin | voleur malfaiteur cambrioleur braqueur
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
