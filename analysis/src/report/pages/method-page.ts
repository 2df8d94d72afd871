import type { Block, Section } from '@echolot/report'
import { POLICY } from '../../disclosure/policy.ts'
import { estimateIn, type Material } from '../material.ts'
import { cellWords, fixedInGerman, inGerman, numberOf } from '../words.ts'

export type Origins = {
  readonly dataDigest: string
  readonly planDigest: string
  readonly codeVersion: string
  readonly instruments: readonly string[]
  readonly dataOn?: string
}

/** The method page of the appendix: weights, scales, rules and where everything comes from. */
export const methodPage = (material: Material, origins: Origins): Section => ({
  id: 'methode',
  part: 'appendix',
  question: 'Anhang',
  heading: 'Wie wir gerechnet haben',
  blocks: [
    { kind: 'text', text: `Die Ergebnisse sprechen für: ${material.population}.` },
    ...weights(material),
    {
      kind: 'list',
      items: [
        'Spannen sind 95-Prozent-Bereiche: für Anteile nach Wilson mit der effektiven Fallzahl, für Unterschiede von Anteilen nach Newcombe, für Mittelwerte nach Taylor über die Schichten, für Mediane nach Woodruff.',
        'Ein Unterschied heißt klar, wenn seine Spanne die Null nicht enthält und sein p-Wert auch nach der Korrektur von Holm unter 0,05 liegt.',
        'Skalen: Mittel der gültigen Antworten, umgekehrte Aussagen gedreht, umgerechnet auf 0 bis 100.',
        '„weiß nicht“, „möchte ich nicht sagen“ und leere Antworten zählen nicht mit; ihre Zahl steht in den Tabellen.',
      ],
    },
    ...scales(material),
    { kind: 'subheading', text: 'Wie belastbar ein Befund heißt' },
    {
      kind: 'list',
      items: [
        `belastbar: mindestens ${POLICY.wholeFrom} Antworten und eine Spanne von höchstens ${POLICY.sureUpTo * 100} Punkten; bei Unterschieden: klar, und in beiden Gruppen mindestens ${POLICY.wholeFrom} Antworten.`,
        `Hinweis: eine Spanne von höchstens ${POLICY.unsureFrom * 100} Punkten; bei Unterschieden: klar, aber mit weniger Antworten.`,
        'offen: alles andere. Das kann auch Zufall sein.',
      ],
    },
    { kind: 'subheading', text: 'Was wir zum Schutz der Menschen verdecken' },
    {
      kind: 'list',
      items: [
        `Keine Zahl unter ${POLICY.leastBase} Antworten. Anzahlen von 1 bis ${POLICY.leastCount - 1} erscheinen nie; wo eine verdeckt ist, ist eine zweite verdeckt, damit niemand zurückrechnen kann.`,
        `Anteile sind ab ${POLICY.wholeFrom} Antworten auf ganze Punkte gerundet, darunter auf ${POLICY.coarse}er-Schritte.`,
        `Spannen über ${POLICY.unsureFrom * 100} Punkte tragen das Wort „unsicher“; über ${POLICY.silentFrom * 100} Punkte wird die Zahl nicht gedruckt.`,
        `Regelwerk ${POLICY.version}; jede verdeckte Zahl steht mit Grund in disclosure.json.`,
      ],
    },
    { kind: 'subheading', text: 'Herkunft' },
    {
      kind: 'table',
      table: {
        caption: 'Woher diese Zahlen kommen',
        head: ['Angabe', 'Wert'],
        rows: [
          ...(origins.dataOn === undefined ? [] : [['Datenschnitt vom', dayWords(origins.dataOn)]]),
          ['Prüfsumme der Daten', origins.dataDigest],
          ['Prüfsumme des Plans', origins.planDigest],
          ['Auswertungsplan', material.plan.plan],
          ['Programm', `Echolot ${origins.codeVersion}`],
          ...(origins.instruments.length === 0
            ? []
            : [['Fragebogen', origins.instruments.join(', ')]]),
        ],
      },
    },
  ],
})

/** `1. Juni 2027`. */
export const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}. ${MONTHS[(month ?? 1) - 1]} ${year}`
}
const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
]

const weights = (material: Material): Block[] => {
  const id = material.plan.report?.weights
  const deff = id === undefined ? undefined : numberOf(estimateIn(material, id, 'deff'))
  if (!material.weighted || id === undefined || deff === undefined)
    return [{ kind: 'text', text: 'Die Ergebnisse sind nicht gewichtet.' }]
  const of = (key: string) => numberOf(estimateIn(material, id, key)) ?? 0
  return [
    {
      kind: 'text',
      text: `Gewichte gleichen aus, dass manche Gruppen seltener angeschrieben wurden oder seltener geantwortet haben. Das kleinste Gewicht ist das ${fixedInGerman(of('smallest'), 2)}-fache des mittleren, das größte das ${fixedInGerman(of('largest'), 2)}-fache. Design-Effekt ${fixedInGerman(deff, 2)}, effektive Fallzahl ${inGerman(Math.round(of('nEff')))}.`,
    },
  ]
}

const scales = (material: Material): Block[] => {
  const listed = material.plan.report?.scales ?? []
  if (listed.length === 0) return []
  return [
    {
      kind: 'table',
      table: {
        caption: 'Zuverlässigkeit der Skalen',
        head: ['Skala', 'Alpha (95-%-Bereich)', 'Omega', 'Antworten'],
        rows: listed.map(({ label, alpha, omega }) => {
          const found = estimateIn(material, alpha, 'alpha')
          const shown = found?.shown === 'number' ? found : undefined
          const omegaFound =
            omega === undefined ? undefined : numberOf(estimateIn(material, omega, 'omega'))
          return [
            label,
            shown === undefined
              ? 'nicht gezeigt'
              : `${fixedInGerman(shown.value, 2)} (${fixedInGerman(shown.low ?? 0, 2)} bis ${fixedInGerman(shown.high ?? 0, 2)})`,
            omegaFound === undefined ? '–' : fixedInGerman(omegaFound, 2),
            shown === undefined ? '–' : cellWords(material.results.get(alpha)?.n),
          ]
        }),
      },
    },
  ]
}
