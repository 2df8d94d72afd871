/** Plural forms end in the names of their category; they are asked for by the name before it. */
type Singular<Name extends string> = Name extends `${infer Stem}_${'one' | 'other'}` ? Stem : Name

/** `share.of-hundred`: the ways to the words in a tree of them. */
export type WordKey<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? Singular<Name>
    : `${Name}.${WordKey<Tree[Name]>}`
}[keyof Tree & string]

/** The same tree in another language: no word more, none less. */
export type SameWords<Tree> = {
  readonly [Name in keyof Tree]: Tree[Name] extends string ? string : SameWords<Tree[Name]>
}

/** Words of one page or figure in the languages of reports. */
export type Words<Tree> = { readonly de: Tree; readonly en: SameWords<Tree> }

export const wordsOf = <const Tree>(words: Words<Tree>): Words<Tree> => words
