/** What stands in the window of the envelope, and the name above the text. */
export type Addressee = {
  readonly salutation: string
  readonly title: string
  readonly givenName: string
  readonly familyName: string
  /** May hold several lines. */
  readonly addition: string
  readonly street: string
  readonly houseNumber: string
  readonly postcode: string
  readonly place: string
}

/** Lines of the address zone, DIN 5008. */
export const MOST_ADDRESS_LINES = 6
/** The address field is 85 mm wide; 5 mm on each side stay free for the play of the letter in its envelope. */
export const ADDRESS_WIDTH = 75
export const ADDRESS_POINTS = 10

/** The address as printed, line by line, no empty line among them. */
export const addressLinesOf = (person: Addressee): readonly string[] =>
  [
    person.salutation === 'Herr' ? 'Herrn' : person.salutation,
    `${person.title} ${person.givenName} ${person.familyName}`,
    person.addition,
    `${person.street} ${person.houseNumber}`,
    `${person.postcode} ${person.place}`,
  ]
    .flatMap((part) => part.split(/\r\n|\r|\n/))
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
