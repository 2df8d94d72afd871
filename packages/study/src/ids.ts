declare const brand: unique symbol

/** A string of one kind which the compiler will not confuse with another kind. */
export type Branded<Name extends string> = string & { readonly [brand]: Name }

/** One investigation, e.g. `anna`. */
export type StudyId = Branded<'StudyId'>
/** One round of data collection of a study, e.g. `w2`. */
export type WaveId = Branded<'WaveId'>
/** One stratum of the sampling frame, an opaque cell label such as `1`. */
export type StratumId = Branded<'StratumId'>
/** The secret a respondent types from the letter: 12 symbols of Crockford base 32, ungrouped. */
export type AccessCode = Branded<'AccessCode'>
/** Names one printed letter at both offices: random, 32 hexadecimal digits; means nothing else. */
export type CredentialId = Branded<'CredentialId'>
/** Derived from the code in the browser; what the collection is shown instead of it. 64 hexadecimal digits. */
export type Lookup = Branded<'Lookup'>
/** Derived from the code in the browser; opens the sealed payload of the credential. 64 hexadecimal digits. */
export type WrapKey = Branded<'WrapKey'>
/** Who answered one wave, without who it is: 32 hexadecimal digits. */
export type Pseudonym = Branded<'Pseudonym'>
/** An instrument in one version, e.g. `main@1.0.0`. */
export type InstrumentId = Branded<'InstrumentId'>
