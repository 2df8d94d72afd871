/** Sentences by their code, in every language of the staff; `{name}` stands for a parameter. */
export type ReasonWords = {
  readonly [code: string]: { readonly en: string; readonly de: string }
}
