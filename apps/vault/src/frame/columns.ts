/** What a column of the address file may be about. Nothing else is read, let alone kept. */
export type Column =
  | 'salutation'
  | 'title'
  | 'givenName'
  | 'familyName'
  | 'addition'
  | 'street'
  | 'houseNumber'
  | 'postcode'
  | 'place'
  | 'stratum'
  | 'protected'
  | 'birthYear'
  | 'household'
  | 'language'
  | 'reference'

/** The heading we name when a column is missing. */
export const HEADINGS: Readonly<Record<Column, string>> = {
  salutation: 'Anrede',
  title: 'Titel',
  givenName: 'Vorname',
  familyName: 'Nachname',
  addition: 'Adresszusatz',
  street: 'Straße',
  houseNumber: 'Hausnummer',
  postcode: 'PLZ',
  place: 'Ort',
  stratum: 'Schicht',
  protected: 'Auskunftssperre',
  birthYear: 'Geburtsjahr',
  household: 'BG-Kennung',
  language: 'Sprache',
  reference: 'Kennung',
}

/** Without these no letter can be written. */
export const REQUIRED: readonly Column[] = [
  'givenName',
  'familyName',
  'street',
  'postcode',
  'place',
  'stratum',
]

/** Headings as offices write them, folded by `foldedHeading`. */
const SPELLINGS: Readonly<Record<Column, readonly string[]>> = {
  salutation: ['anrede', 'salutation'],
  title: ['titel', 'title', 'akademischertitel'],
  givenName: ['vorname', 'vornamen', 'rufname', 'givenname', 'firstname'],
  familyName: ['nachname', 'name', 'familienname', 'zuname', 'familyname', 'lastname', 'surname'],
  addition: ['adresszusatz', 'zusatz', 'anschriftenzusatz', 'co', 'addition', 'addressline2'],
  street: [
    ...['strasse', 'str', 'strassehausnummer', 'strasseundhausnummer', 'strassenr'],
    ...['strassehausnr', 'anschrift', 'street', 'streetaddress', 'address'],
  ],
  houseNumber: ['hausnummer', 'hausnr', 'hnr', 'housenumber', 'houseno'],
  postcode: ['plz', 'postleitzahl', 'postcode', 'postalcode', 'zip', 'zipcode'],
  place: ['ort', 'wohnort', 'stadt', 'gemeinde', 'place', 'city', 'town'],
  stratum: ['schicht', 'stratum'],
  protected: [
    ...['auskunftssperre', 'sperrvermerk', 'sperre', 'protected', 'protectedaddress'],
    'addressprotection',
  ],
  birthYear: [
    ...['geburtsjahr', 'jahrgang', 'geburtsdatum', 'geboren', 'birthyear', 'yearofbirth'],
    ...['birthdate', 'dateofbirth'],
  ],
  household: [
    ...['bgkennung', 'bgnummer', 'bgnr', 'bg', 'bedarfsgemeinschaft', 'haushalt'],
    ...['household', 'householdid'],
  ],
  language: ['sprache', 'language', 'lang'],
  reference: ['kennung', 'aktenzeichen', 'referenz', 'reference', 'sourceref', 'id'],
}

const COLUMN_OF = new Map(
  Object.entries(SPELLINGS).flatMap(([column, spellings]) =>
    spellings.map((spelling) => [spelling, column as Column] as const),
  ),
)

const foldedHeading = (heading: string) =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replace(/[^a-z0-9]/g, '')

export type Header = {
  /** Where in a row each column stands. */
  readonly places: ReadonlyMap<Column, number>
  readonly missing: readonly Column[]
  /** Headings that are not read, in their own words. */
  readonly ignored: readonly string[]
  /** Headings that name a column a second time. */
  readonly repeated: readonly string[]
}

/** Which column of the file holds what, by its headings, German or English. */
export const readHeader = (headings: readonly string[]): Header => {
  const places = new Map<Column, number>()
  const ignored: string[] = []
  const repeated: string[] = []
  for (const [place, heading] of headings.entries()) {
    const column = COLUMN_OF.get(foldedHeading(heading))
    if (column === undefined) ignored.push(heading.trim())
    else if (places.has(column)) repeated.push(heading.trim())
    else places.set(column, place)
  }
  return {
    places,
    missing: REQUIRED.filter((column) => !places.has(column)),
    ignored: ignored.filter((heading) => heading !== ''),
    repeated,
  }
}
