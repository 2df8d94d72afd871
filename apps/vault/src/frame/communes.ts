import { folded } from './match-key.ts'

type Commune = {
  readonly name: string
  readonly postcodes: readonly string[]
  readonly parts: readonly string[]
}

/** The 13 communes of the Kreis Warendorf (05 5 70) with their postcodes and the names of their parts. */
export const COMMUNES: readonly Commune[] = [
  { name: 'Ahlen', postcodes: ['59227', '59229'], parts: ['Dolberg', 'Vorhelm'] },
  { name: 'Beckum', postcodes: ['59269'], parts: ['Neubeckum', 'Roland', 'Vellern'] },
  { name: 'Beelen', postcodes: ['48361'], parts: [] },
  {
    name: 'Drensteinfurt',
    postcodes: ['48317'],
    parts: ['Rinkerode', 'Walstedde', 'Ameke', 'Mersch'],
  },
  {
    name: 'Ennigerloh',
    postcodes: ['59320'],
    parts: ['Enniger', 'Ostenfelde', 'Westkirchen'],
  },
  { name: 'Everswinkel', postcodes: ['48351'], parts: ['Alverskirchen'] },
  {
    name: 'Oelde',
    postcodes: ['59302'],
    parts: ['Stromberg', 'Lette', 'Sünninghausen', 'Keitlinghausen'],
  },
  { name: 'Ostbevern', postcodes: ['48346'], parts: ['Brock'] },
  { name: 'Sassenberg', postcodes: ['48336'], parts: ['Füchtorf', 'Gröblingen', 'Dackmar'] },
  { name: 'Sendenhorst', postcodes: ['48324'], parts: ['Albersloh'] },
  { name: 'Telgte', postcodes: ['48291'], parts: ['Westbevern', 'Vadrup'] },
  { name: 'Wadersloh', postcodes: ['59329'], parts: ['Diestedde', 'Liesborn'] },
  {
    name: 'Warendorf',
    postcodes: ['48231'],
    parts: ['Freckenhorst', 'Hoetmar', 'Milte', 'Einen', 'Müssingen', 'Vohren'],
  },
]

const BY_NAME = new Map(
  COMMUNES.flatMap((commune) => [
    [folded(commune.name), commune] as const,
    ...commune.parts.flatMap((part) => [
      [folded(part), commune] as const,
      [folded(commune.name + part), commune] as const,
    ]),
  ]),
)

/** The commune that `place` names, itself or a part of it (`Beckum-Neubeckum`), or undefined. */
export const communeOf = (place: string): Commune | undefined =>
  BY_NAME.get(folded(place.replace(/\([^)]*\)|\b(kreis|in) (warendorf|westfalen)\b/gi, '')))

/** The communes in which `postcode` delivers; none for a postcode outside the Kreis. */
export const communesAt = (postcode: string): readonly string[] =>
  COMMUNES.filter(({ postcodes }) => postcodes.includes(postcode)).map(({ name }) => name)
