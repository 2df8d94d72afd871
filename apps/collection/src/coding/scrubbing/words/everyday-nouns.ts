/** Nouns of everyday life that are no names, wherever they stand. */
export const EVERYDAY_NOUNS: ReadonlySet<string> = new Set(
  `abend abende abitur ablehnung absage absagen abschluss absprache abstand adresse ahnung akte akten alkohol alleinerziehend alleinerziehende alleinerziehenden alltag alter ampel amt anfang anfänge anfahrt angebot angebote
   angst ängste ansprechpartner ansprechpartnerin anspruch anteil antrag anträge anträgen antwort antworten anwalt apotheke app arbeit arbeiten arbeitgeber arbeitslos arbeitszeiten ärger arm arme armut art arzt ärzte ärztin
   ärzten atmosphäre aufgabe aufgaben aufklärung aufwand auge augen ausbildung ausdauer ausflug ausflüge ausgabe ausgaben ausgrenzung ausländer ausnahme ausreden ausstattung austausch auswahl ausweis auto autos baby babys bäcker
   bad bahn bahnhof bäume bauch bedarf begleitung begriff behandlung behinderung behörde behörden behördenangelegenheiten beispiel beitrag beiträge bekannte bekannten belastung berater beraterin beratung bereich beruf berufe
   bescheid bescheide beschäftigung besuch besuche betrag betrieb betreuer betreuerin betreuung betreuungszeiten bett bewegung bewerbung bewerbungen bezahlung bild bilder bildung bildungspaket bitte blick boden brief briefe
   briefen brille brot brücke bruder brüder buch bücher bücherei bürger bürgergeld bürgermeister bürgermeisterin büro bürokratie bus busfahrt busse bussen busverbindung cafe café center chance chancen chaos chef chefin christen
   coach coaching coaches computer corona dank daten dauer deutsch deutsche deutscher deutschen deutschkurs deutschkurse deutschland dienst ding dinge dingen dokumente dolmetscher doktor dorf dörfer druck drucker durchblick
   durcheinander ehe ehrenamt ehrlichkeit eigenanteil einfluss eingang eingewöhnung einkauf einkäufe einkaufen einkommen einladung einrichtung einrichtungen einsamkeit eis eltern elternabend elterngeld elterncafé elternzeit ende
   energie englisch enkel entlastung entscheidung entscheidungen entschuldigung erfahrung erfahrungen erfolg erfolge ergebnis erholung erklärung erlebnis ermäßigung ernährung ersatz erwachsene erwachsenen erzieher erzieherin
   erzieherinnen essen ernst euro fachkräfte fahrer fahrkarte fahrrad fahrräder fahrt fahrten fahrtkosten familie familien familiencafé familienzentrum farbe fehler feier feierabend ferien ferienangebote ferienbetreuung
   fernseher fest feste finanzen firma flüchtlinge folge folgen förderung form formular formulare formularen fortschritte fortbildung frage fragen frau frauen freiheit freitag freizeit freizeitangebote freude freuden freund
   freunde freunden freundin freundinnen freundlichkeit freundschaft  frist fristen frühstück führerschein fuß fußball gang ganztag garten geburt geburtstag geburtstage gebühr gebühren gedanke gedanken geduld
   gefühl gefühle gegend gehalt geld gelder gelegenheit gemeinde gemeinschaft gemüse geräte gerechtigkeit gerüchte geschäft geschäfte geschenk geschenke geschichte geschwister gesetz gesicht gespräch gespräche gesprächen
   gesundheit getränke gewalt glaube gleichaltrige gleichaltrigen glück grenze grenzen grund grundschule gründe gruppe gruppen gruß grüße gutschein gutscheine haare halt hand hände handy handys handwerk haus häuser hausaufgaben
   hausaufgabenhilfe hause haushalt hausmeister hebamme heft hefte heim heimat heizung helfer helferin herr herren herrn herz hilfe hilfen hilfeplan hin hinweis hinweise hobby hobbys hof hoffnung hoffnungen hort hortplatz
   hortplätze hose humor hund hunger hürden idee ideen information informationen infos integration interesse interessen internet jahr jahre jahren job jobcenter jobs jugend jugendamt jugendhilfe jugendliche jugendlicher
   jugendlichen jugendzentrum junge jungen jungs kaffee kälte kampf karte karten kasse keller kenntnisse kind kinder kinderarzt kinderbetreuung kindergarten kindergeld kindern kindes kinderwagen kinderzimmer kinderzuschlag kino
   kirche kita kitas kitaplatz klasse klassen klassenfahrt klassenfahrten klassenlehrerin kleider kleiderkammer kleidung kleine kleinen kleinkind kleinkinder klima kletterpark kollege kollegen kollegin konflikte kommunikation
   konto kontakt kontakte kontrolle konzentration konzert kopf kopien körper kosten kraft kräfte kranken krankenhaus krankenkasse krankheit krankheitsfall kreis krieg krise küche kultur kündigung kunst kurs kurse kursen laden
   läden lage land länder landkreis langeweile lärm laptop last lauf laune leben lebensmittel lehre lehrer lehrerin lehrern lehrkraft lehrkräfte lehrerinnen leistung leistungen leitung leiter leiterin lernen lesen leute leuten
   licht liebe lösung lösungen lohn luft lust mal mama mamas mädchen mängel mangel mann männer markt mathe medien medikamente meinung mensch menschen miete mieten mieter minijob minijobs minute minuten missverständnisse
   mitarbeiter mitarbeiterin mitarbeitern mitbestimmung mitgefühl mithilfe mitschüler mitte mittag mittagessen mittel mobbing möbel möglichkeit möglichkeiten moment monat monate monaten monatsende montag morgen motivation
   müdigkeit müll musik musikschule mut mutter mütter muttersprache nachbar nachbarin nachbarn nachbarschaft nachhilfe nachmittag nachmittage nachmittagen nachmittags nacht nächte nachricht nachrichten nachteil nachteile
   nachweise name namen natur nebenjob nebenkosten nerven netz not notfall noten nummer obst öffnungszeiten ohren oma omas onkel opa ordner ordnung ort orte papa papas papier papiere papierkram pädagogen paket paten park partner
   partnerin party pausen pause pech perspektive perspektiven person personal personen pflanzen pflege pflicht pläne plan platz plätze politik polizei post praktikum praktika praxis preis preise privatsphäre probleme problem
   programm projekt projekte prüfung prüfungen psychologen pubertät publikum pünktlichkeit pullover putzhilfe quatsch rad räder rassismus rat ratten rahmen raum räume rechnung rechnungen recht rechte rechtschreibung rede regel
   regeln regelungen regen region reihe reise religion reparatur respekt rest restaurant rhythmus rücksicht ruf ruhe rückmeldung rucksack rückhalt sache sachbearbeiter sachbearbeiterin sachbearbeitern sachen schalter scham
   schande scheidung schichtarbeit schlaf schlange schluss schmerzen schnee schritt schritte schuhe schuld schulden schule schulen schüler schülern schulranzen schulabschluss schulbus schulbücher schulkinder schulleitung
   schulsachen schulsozialarbeit schulweg schutz schwester schwestern schwierigkeiten schwimmbad schwimmen schwimmkurs schwimmkurse schwimmunterricht seelsorge sehnsucht seite seiten selbstvertrauen selbstbewusstsein senioren
   sicherheit sinn situation situationen sitz sitzung sohn söhne sommer sommerferien sonne sonntag sorge sorgen spaß spende spenden spiel spiele spielen spielplatz spielplätze spielzeug spielsachen sport sportangebote
   sportverein sportvereine sprache sprachen sprachkenntnisse sprachkurs sprachkurse staat stabilität stadt städte stadtteil stärke statt steine stelle stellen steuer stichwort stil stille stimme stimmung stolz straße straßen
   streit streitigkeiten stress strom struktur stück studium stufe stühle stunde stunden suche süßigkeiten system tafel tag tage tagen tagesmutter tante taschengeld team teams technik teenager teil teile teilhabe teilnahme
   teilnehmer teilzeit teilzeitausbildung telefon termin termine terminen text texte theater thema themen therapie therapieplatz ticket tickets tiere tipp tipps tisch tochter töchter tod toilette toiletten toleranz ton training
   trainer transport traum träume traurigkeit treff treffen treffpunkt trennung treppe treue tricks turnen turnhalle turnschuhe tür türen türkisch übergang übersetzer übersetzung übung uhr uhrzeit umfeld umgang umgebung umstände
   umwelt umzug unfall ungerechtigkeit universität unruhe unsicherheit unterhalt unterkunft unterlagen unterricht unterschied unterschiede unterstützung urlaub vater väter verabredung veränderung veränderungen veranstaltung
   veranstaltungen verantwortung verbesserung verbindung verbindungen verdienst verein vereine vereinen verfügung vergangenheit vergleich vergünstigungen verhalten verkehr verlässlichkeit verlust vermieter vermieterin
   vermittlung vernunft versicherung versprechen verständnis verstand vertrag vertrauen vertretung verwaltung verwandte verwandten verzweiflung video vielfalt volkshochschule vollzeit vorbild vorbilder vormittag vorrang
   vorschlag vorschläge vorstellung vorteil vorteile vorurteile vorwürfe wahl wahnsinn wahrheit wald wand warteliste wartelisten wartezeit wartezeiten wärme wäsche waschmaschine wasser wechsel weg wege weihnachten weile
   weiterbildung welt wert werte wertschätzung wetter whatsapp widerspruch winter wissen woche wochen wochenende wochenenden wohngeld wohngebiet wohnheim wohnort wohnraum wohnung wohnungen wohnungssuche wort worte wörter wunder
   wunsch wünsche wut zahl zahlen zahnarzt zahnspange zeichen zeit zeiten zettel zeug zeugnis zeugnisse ziel ziele zimmer zoo zoff zug zuckerfest zufall zugang züge zuhause zuhören zukunft zukunftsängste zusage zusammenarbeit
   zusammenhalt zuschuss zuschüsse zustand zuverlässigkeit zuwendung zwang zweck zweifel januar februar märz april mai juni juli august september oktober november dezember dienstag mittwoch donnerstag samstag sonnabend frühling herbst spätschicht frühschicht nachtschicht aktenzeichen vortrag vorträge aktion bushaltestelle flur ich wir sie er es die der das und oder aber weil wenn dass ein eine mein meine unser unsere`
    .trim()
    .split(/\s+/),
)

/** Ends of nouns and of what becomes a noun, no names among them. */
const NOUN_ENDING =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|tät|täten|enz|anz|ment|ments|tum|nis|nisse|nissen|ling|linge|platz|kurs|zeit|zeiten|hilfe|schule|stelle|stellen|innen|ierung|erei|logie|grafie|thek|age|ages|ität|ium|ien|ion|ionen|eur|ung)$/u

/** Everyday nouns as the last part of longer ones. */
const COMPOUND = new RegExp(
  `..(?:${`abend abschluss amt angebot angebote angeboten angst anruf anrufe antrag anträge arbeit arbeiten artikel aufgabe aufgaben ausflug ausflüge bad bahn bahnhof bedarf beitrag beiträge bogen brett brief briefe buch bus busse bäder
   bücher büro café center chance chancen dienst dienste druck eltern essen fahrt fahrten fall familie familien feier fest feste form frage fragen frau frauen freiheit führer gang garten gebiet gebühr gebühren gefühl geld
   gelder gerät geräte gespräch gespräche gruppe gruppen gänge gärten halle haus heft hefte heim helfer helferin  hort häuser jahr jahre kammer karte karten kasse kenntnisse kind kinder kindern klasse kleidung
   klub kontakt kontakte kosten kraft kram kreis krieg kräfte kurse küche laden lage lager land last  leben lehrer lehrerin leistung leistungen leute liebe liste listen loch lohn läden lösung markt material mensch
   menschen miete mittel mutter männer möglichkeiten mütter nachmittag not ort orte paket pakete papier park partner personal pflicht plan pläne plätze post preis preise probe problem probleme programm projekt projekte prüfung
   punkt punkte rabatt rad ranzen rat raum rechnung recht reise reisen ruhe räder räte räume sache sachen satz schein scheine schluss schuhe schulen schutz schwimmen schüler sorge sorgen spaß spiel spiele sport sprache stand
   station stelle steuer straße stress strom stunde stunden stück suche system sätze tag tage teil teile termin termine ticket tickets trainer training trauer treff treffen unterricht urlaub vater verbot verein vereine verkehr
   vertrag vertretung wagen wahl wechsel weg wege welt werk wert werte wetter wille woche wochen wohnung wohnungen wunsch zahl zahlen schicht schichten trag träge zeichen zentren zentrum zeug ziel ziele zimmer zug zuschlag zuschuss zuschüsse zwang züge ämter ängste
   ärzt ärzte`
    .split(/\s+/)
    .join('|')})$`,
  'u',
)

/** A German noun of everyday life, as far as its root or its end tells. */
export const isEverydayNoun = (lower: string): boolean =>
  EVERYDAY_NOUNS.has(lower) || NOUN_ENDING.test(lower) || COMPOUND.test(lower)
