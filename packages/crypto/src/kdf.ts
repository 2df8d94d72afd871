/**
 * The stretch of an access code, written beside every credential so that it can be raised later. 11 random symbols are
 * 55 bit; 100 000 rounds of PBKDF2 add 17.
 */
export const KDF_ID = 'pbkdf2-100k-v1'
export type KdfId = typeof KDF_ID

/** Rounds of PBKDF2-HMAC-SHA-256 by the name of the stretch. */
export const ROUNDS: Readonly<Record<KdfId, number>> = { 'pbkdf2-100k-v1': 100_000 }

/** @throws RangeError for a stretch this version does not know. */
export const roundsOf = (kdfId: string): number => {
  const rounds = kdfId === KDF_ID ? ROUNDS[kdfId] : undefined
  if (rounds === undefined) throw new RangeError(`the code stretch "${kdfId}" is not known here`)
  return rounds
}
