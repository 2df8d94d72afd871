/** A house number as Germany writes them: `12`, `12a`, `12 1/2`, `3-5`, `7 b–d`, `12/14`. */
export const HOUSE_NUMBER = /^\d{1,4}(?:\s?[a-z])?(?:\s?(?:[-–/+]|\s)\s?\d{0,4}(?:\s?[a-z])?)*$/i

const AT_THE_END =
  /^(.*?\p{L}.*?)[\s,]+(\d{1,4}(?:\s?[a-z])?(?:\s?[-–/+]\s?\d{0,4}(?:\s?[a-z])?)*)$/iu

/** Street and house number, the number being either in its own cell or at the end of the street. */
export const splitStreet = (
  street: string,
  houseNumber: string,
): { readonly street: string; readonly houseNumber: string } => {
  if (houseNumber !== '') return { street, houseNumber }
  const [, name, number] = AT_THE_END.exec(street) ?? []
  return name !== undefined && number !== undefined
    ? { street: name, houseNumber: number }
    : { street, houseNumber: '' }
}
