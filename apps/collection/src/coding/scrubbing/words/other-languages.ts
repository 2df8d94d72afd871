const list = (words: string) => new Set(words.trim().split(/\s+/))

const GERMAN = list(
  `ich und die der das ist nicht wir mit mein meine unser unsere ein eine für auf von zu hat habe haben kein keine auch sie er es den dem in im am bei wenn dass wird sind war uns mir mich sich nach aus sehr nur noch oder mehr
   beim vom zum zur ohne seit man kann muss sagt hilft bitte danke`,
)
const OTHERS = list(
  `ve bir için çok bize ile da daha değil var yok my the and is of to in has for our he she with a from who needs i nie nam jest się na do moja mój bardzo z w mea meu la și ne este un o vrea nu cu mult con tôi là của và cho không
   et est pas mon ma les pour avec`,
)

/**
 * Whether an answer is written in a language in which only names begin with a capital within a sentence: other letters than Latin
 * ones, or more small words of such a language than German ones.
 */
export const writesNounsSmall = (words: readonly { readonly lower: string }[]): boolean => {
  if (words.some(({ lower }) => /^\p{Script=Cyrillic}{2}/u.test(lower))) return true
  const german = words.filter(({ lower }) => GERMAN.has(lower)).length
  const other = words.filter(
    ({ lower }) =>
      !GERMAN.has(lower) &&
      (OTHERS.has(lower) || /[şğıİąęłńśźżțșăơưđảạấầềễệọộớờợụứừựỳỷỹ]/u.test(lower)),
  ).length
  return other > german
}
