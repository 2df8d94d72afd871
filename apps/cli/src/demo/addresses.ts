import papaparse from 'papaparse'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Letters of the demo by commune; sums to the sample of the four strata. All numbers are invented. */
const COMMUNES = [
  { commune: 'Ennigerloh', postcode: '59320', stratum: '1', letters: 190 },
  { commune: 'Everswinkel', postcode: '48351', stratum: '2', letters: 60 },
  { commune: 'Warendorf', postcode: '48231', stratum: '3', letters: 125 },
  { commune: 'Telgte', postcode: '48291', stratum: '3', letters: 44 },
  { commune: 'Sendenhorst', postcode: '48324', stratum: '3', letters: 32 },
  { commune: 'Drensteinfurt', postcode: '48317', stratum: '3', letters: 30 },
  { commune: 'Sassenberg', postcode: '48336', stratum: '3', letters: 25 },
  { commune: 'Ostbevern', postcode: '48346', stratum: '3', letters: 14 },
  { commune: 'Beelen', postcode: '48361', stratum: '3', letters: 10 },
  { commune: 'Ahlen', postcode: '59227', stratum: '4', letters: 246 },
  { commune: 'Beckum', postcode: '59269', stratum: '4', letters: 135 },
  { commune: 'Oelde', postcode: '59302', stratum: '4', letters: 74 },
  { commune: 'Wadersloh', postcode: '59329', stratum: '4', letters: 15 },
] as const

const FEMALE = [
  'Aylin',
  'Beate',
  'Daria',
  'Elif',
  'Fatma',
  'Greta',
  'Hanna',
  'Ines',
  'Jana',
  'Katrin',
  'Lena',
  'Maria',
  'Nadja',
  'Olena',
  'Petra',
  'Sabine',
]
const MALE = [
  'Ahmed',
  'Björn',
  'Daniel',
  'Emre',
  'Frank',
  'Gökhan',
  'Ivan',
  'Jürgen',
  'Karim',
  'Lukas',
  'Mehmet',
  'Nils',
  'Oleh',
  'Paul',
  'Stefan',
  'Yusuf',
]
/** Nobody is called like this, and everybody sees it. */
const SURNAME_STEMS = [
  'Muster',
  'Beispiel',
  'Probe',
  'Demo',
  'Erfunden',
  'Fiktiv',
  'Platzhalter',
  'Übungs',
]
const SURNAME_ENDS = [
  'mann',
  'frau',
  'feld',
  'bach',
  'berg',
  'hof',
  'stein',
  'brück',
  'wald',
  'meier',
  'groß',
  'see',
]
const STREETS = [
  'Musterstraße',
  'Beispielweg',
  'Probegasse',
  'Testallee',
  'Am Muster',
  'Demoplatz',
  'Übungsring',
  'Fiktivpfad',
]

/**
 * The address file as the job centre's procedure would export it: German Excel's `;`, one line a
 * named adult. Nobody in it exists. Three lines are under protection and must be left out on import.
 */
export const syntheticAddresses = (seed: number): string => {
  const random = xoroshiro128plus(seed)
  const pick = <T>(list: readonly T[]) => list[uniformInt(random, 0, list.length - 1)] as T
  const seen = new Set<string>()
  const person = (
    number: number,
    { commune, postcode, stratum }: (typeof COMMUNES)[number],
    locked: boolean,
  ) => {
    const female = uniformInt(random, 1, 100) <= 78
    const address = () => ({
      first: pick(female ? FEMALE : MALE),
      last: pick(SURNAME_STEMS) + pick(SURNAME_ENDS),
      street: `${pick(STREETS)} ${uniformInt(random, 1, 120)}`,
    })
    let { first, last, street } = address()
    while (seen.has(`${first} ${last}`)) ({ first, last, street } = address())
    seen.add(`${first} ${last}`)
    return {
      'BG-Kennung': `SYN-${String(number).padStart(5, '0')}`,
      Anrede: female ? 'Frau' : 'Herr',
      Vorname: first,
      Nachname: last,
      Straße: street,
      PLZ: postcode,
      Ort: commune,
      Schicht: stratum,
      Auskunftssperre: locked ? 'ja' : '',
    }
  }
  const rows = COMMUNES.flatMap((commune) =>
    Array.from({ length: commune.letters }, () => [commune, false] as const),
  )
  const locked = [COMMUNES[9], COMMUNES[2], COMMUNES[10]].map((commune) => [commune, true] as const)
  return papaparse.unparse(
    [...rows, ...locked].map(([commune, lock], i) => person(i + 1, commune, lock)),
    { delimiter: ';', newline: '\r\n' },
  )
}
