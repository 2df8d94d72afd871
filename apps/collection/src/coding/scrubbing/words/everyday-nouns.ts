/** Nouns of everyday life that may stand behind "Familie", "meine Tochter" or "Kita" without being a name. */
export const EVERYDAY_NOUNS: ReadonlySet<string> = new Set(
  `abend abende ärger angebote angst anfang ansprechpartner antrag anträge arbeit arbeiten arbeitgeber arbeitslos arbeitszeiten arzt ausbildung ausflüge auto bahn behörden beratung besuch
   betreuung betreuungszeiten bildung brief briefe bus busse busverbindung chance chancen computer coaching deutsch deutschkurs dolmetscher eltern elternabend essen euro fahrrad familie familien familienzentrum
   fehler feierabend ferien ferienbetreuung förderung formulare fragen freizeit freunde fußball ganztag gebühren geduld geld gemeinde geschwister gesundheit glück grundschule gruppe gruppen gutschein
   hausaufgaben hause hilfe hilfen hobby hobbys internet jahr jahre job jobcenter jugendamt jugendhilfe jugendliche jugendlichen jugendzentrum kind kinder kinderarzt kinderbetreuung kindergarten kindern kinderzuschlag kita kitaplatz
   kleidung kontakt kontakte kosten kraft krankheit krankheitsfall kreis kurse laptop leben lehrer lehrerin lehrkräfte leistung leute medien mensch menschen miete minijob mittagessen möglichkeit möglichkeiten monat mut nachhilfe
   nachmittag nachmittage öffnungszeiten ort pädagogen papiere personal plätze platz probleme problem programm regeln respekt rat raum ruhe rücksicht schule schulen schulbus schulsachen schwierigkeiten schwimmkurs schulabschluss sicherheit
   sommer sorgen spaß spielplatz spielplätze sport sportverein sprache sprachkurs stadt stelle stellen stress streit stunde stunden tag tage team teilzeit telefon termin termine treffen unterlagen unterricht unterstützung urlaub verein
   vereine verkehr verständnis vertrauen vormittag wartezeiten weg wege weihnachten weiterbildung wert winter woche wochen wochenende wohnung wohnungen zeit zeiten zuhause zugang zukunft zusammenarbeit zuschüsse
   bescheid bescheide gespräch gespräche hilfeplan kleinkind baby babys teenager pubertät alleinerziehend alleinerziehende mutter vater partner mann frau tochter sohn oma opa nachbarin nachbar freundin freund kollegin kollege
   sachbearbeiterin sachbearbeiter beraterin berater erzieherin erzieher betreuerin betreuer coach bürgermeister bürgermeisterin doktor ärztin vermieter chef chefin lehrkraft schulleiterin schulleiter leiterin leiter
   ich wir sie er es die der das und oder aber weil wenn dass ein eine mein meine unser unsere`
    .trim()
    .split(/\s+/),
)
