const list = (words: string) => words.trim().split(/\s*,\s*/)

/** Diagnoses and what leads to one; mere illness is not among them. */
export const HEALTH: readonly string[] = list(
  `depression, depressionen, depressiv, burnout, burn-out, krebs, brustkrebs, tumor, leukämie, chemotherapie, diabetes, zucker-krankheit, adhs, ads, autismus, autist, autistin, autistisch, asperger, epilepsie, epileptisch, hiv, aids,
   multiple-sklerose, rheuma, fibromyalgie, psychose, schizophrenie, bipolar, borderline, ptbs, posttraumatische, trauma, traumatisiert, angststörung, panikattacken, essstörung, magersucht, bulimie, suizid, selbstmord,
   drogen, spielsucht, suchtkrank, drogensucht, alkoholiker, alkoholikerin, alkoholsucht, substitution, methadon, behindert, behinderte, behinderung, schwerbehindert, schwerbehinderung, schwerbehindertenausweis, pflegegrad, pflegestufe,
   rollstuhl, dialyse, schlaganfall, herzinfarkt, herzfehler, asthma, neurodermitis, hepatitis, tuberkulose, demenz, parkinson, bandscheibenvorfall, down-syndrom, trisomie, gehörlos, blind, schwanger, schwangerschaft, fehlgeburt,
   abtreibung, psychiatrie, psychotherapie, therapeutin, therapeut, klinik, medikamente, operation, operiert, hörgerät, entwicklungsverzögert, entwicklungsverzögerung, frühchen`,
)

/** Diagnoses only where written as nouns: "er sucht" is none. */
export const HEALTH_NOUNS: readonly string[] = list('Sucht, Entzug, Reha')

/** Third persons who would recognise themselves, and acts that somebody could be charged with. */
export const THIRD_PERSONS: readonly string[] = list(
  `ex, ex-mann, exmann, ex-frau, exfrau, ex-freund, exfreund, ex-freundin, ex-partner, expartner, ex-partnerin, kindsvater, kindesvater, kindsmutter, kindesmutter, stiefvater, stiefmutter, schwiegermutter, schwiegervater,
   schwiegereltern, schläge, schlägt, geschlagen, verprügelt, misshandelt, missbraucht, missbrauch, vergewaltigt, gewalt, bedroht, bedroht, gestalkt, stalking, verhaftet, gefängnis, haft, bewährung, vorbestraft, strafanzeige,
   polizei, gestohlen, geklaut, betrogen, frauenhaus`,
)

/** Work that few do in one place; titles like teacher or clerk count only behind "als" or "bin". */
export const JOBS: readonly string[] = list(
  `krankenschwester, krankenpfleger, krankenpflegerin, altenpfleger, altenpflegerin, pflegefachkraft, pflegehelferin, pflegehelfer, verkäufer, verkäuferin, friseur, friseurin, frisör, frisörin, lkw-fahrer, lkw-fahrerin, busfahrer, busfahrerin,
   taxifahrer, taxifahrerin, schweißer, bäcker, bäckerin, bäckereifachverkäuferin, metzger, fleischer, koch, köchin, putzfrau, reinigungskraft, raumpflegerin, kassierer, kassiererin, lagerist, lageristin, lagerhelfer, lagerarbeiter, gärtner, gärtnerin,
   dachdecker, maurer, elektriker, elektrikerin, mechatroniker, kfz-mechatroniker, mechaniker, schlosser, tischler, tischlerin, maler, malerin, lackierer, installateur, zahnarzthelferin, arzthelferin, mfa, zfa, hebamme, kellner, kellnerin, zimmermädchen,
   küchenhilfe, haushälterin, tagesmutter, schulbegleiterin, staplerfahrer, maschinenführer, produktionshelfer, produktionshelferin, näherin, schneiderin, sekretärin, bürokauffrau, bürokaufmann, einzelhandelskauffrau, steuerfachangestellte,
   rechtsanwaltsfachangestellte, ingenieur, ingenieurin, apothekerin, physiotherapeutin, kosmetikerin, floristin, landwirt, melker, erntehelfer, paketbote, briefträger, postbote, hausmeister, sicherheitsmitarbeiter, leiharbeiter, zusteller`,
)
/** Behind these a title is one's own. */
export const BEFORE_A_JOB: ReadonlySet<string> = new Set(
  list(
    'als, bin, war, wurde, werde, gelernte, gelernter, gelernten, ausgebildete, ausgebildeter, zur, zum, selbständige, selbstständige, selbstständiger, ungelernte',
  ),
)
/** Ends of titles. */
export const JOB_ENDING =
  /(?:erin|er|frau|mann|kraft|helferin|assistentin|assistent|pflegerin|hilfe|ist|istin|eurin|eur|ärztin|arzt|lehrerin|lehrer|angestellte|angestellter)$/u
/** What stands behind "als" or "zum" and is no work. */
export const NO_JOBS: ReadonlySet<string> = new Set(
  list(
    `mutter, vater, eltern, alleinerziehende, alleinerziehender, frau, mann, kind, kinder, familie, mensch, ausländer, ausländerin, geringverdiener, geringverdienerin, großfamilie, hilfe, arzt, kinderarzt, ärztin, amt, winter, sommer, lehrer, partner,
     partnerin, nachbar, helfer, jugendlicher, jugendliche, teilnehmer, teilnehmerin, mieter, mieterin, bürger, bürgerin, schüler, schülerin, ansprechpartner, ansprechpartnerin, berater, beraterin, früher, immer, kinderzimmer, zahnarzt, hausarzt, jobcenter, sachbearbeiter, spielplatz, fußball, verein, elternabend, einkaufen, kindergarten, nachhilfe, erwerbslose, empfänger, verbraucher`,
  ),
)

/** Firms and chains that families there work for; telling only where somebody works there. */
export const EMPLOYERS: ReadonlySet<string> = new Set(
  list(
    `amazon, aldi, lidl, rewe, edeka, netto, kaufland, penny, dm, rossmann, mcdonalds, mcdonald's, burger-king, dhl, hermes, dpd, gls, deutsche-post, post, kaldewei, winkelmann, beumer, haver, gea, westfalia, miele, claas, technotrans, rottendorf,
     westag, tönnies, hella, bertelsmann, lr, zurbrüggen, ikea, h&m, kik, action, tedi, woolworth, bäckerei, uniklinik, caritas, awo, diakonie, drk, lebenshilfe, sozialwerk`,
  ),
)
