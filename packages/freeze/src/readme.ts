import type { FreezeContent } from './freeze.ts'
import type { Manifest } from './manifest.ts'

type Head = Omit<Manifest, 'files' | 'digest'>

/** `README.txt` of a freeze, for whoever finds the folder years later. */
export const readmeOf = (head: Head, { plan }: Pick<FreezeContent, 'plan'>): string =>
  [
    `Datenschnitt der Studie ${head.study}, Welle ${head.wave}, vom ${head.madeOn}`,
    ...(head.synthetic
      ? ['', 'SYNTHETISCH: Diese Daten sind erfunden. Kein Mensch hat diese Antworten gegeben.']
      : []),
    '',
    `${head.rows.out} Antworten, ${head.columns} Spalten, Fragebogen ${head.instruments.join(', ')}.`,
    `Im Bestand waren ${head.rows.in}; nicht enthalten: ${omittedText(head)}.`,
    '',
    'manifest.json        Anzahlen und SHA-256 jeder Datei; "digest" ist die Kennung des Schnitts',
    'responses.csv        eine Zeile je Antwort, nach zufälliger Kennung geordnet (UTF-8, Komma)',
    'responses.parquet    dasselbe, spaltenweise',
    'missing-reasons.csv  warum ein Wert -99 ist: routed, not_reached, blank, quarantined',
    'codebook.json        Beschreibung jeder Spalte',
    'frame.csv            Schichten der Auswahlgrundlage: Umfang, verschickte Briefe',
    'dispositions.csv     Ausgang aller Fälle, Kennzahlen nach AAPOR',
    'instruments/         die Fragebogen, mit denen gefragt wurde',
    ...(plan === undefined
      ? []
      : ['plan.json            der Auswertungsplan, wie er vor dem Schnitt feststand']),
    '',
    'Fehlende Werte: -77 weiß nicht, -88 möchte ich nicht sagen, -99 keine Angabe.',
    'Texte stehen so da, wie sie geschrieben wurden. Tabellenprogramme können Felder, die mit = beginnen,',
    'als Formel lesen: dort als Text einlesen.',
    'Dieser Ordner wird nie verändert. Prüfen: echolot freeze verify ORDNER',
    '',
  ].join('\n')

const omittedText = ({ rows }: Head) =>
  rows.omitted.length === 0
    ? 'keine'
    : rows.omitted.map(({ reason, count }) => `${count} (${reason})`).join(', ')
