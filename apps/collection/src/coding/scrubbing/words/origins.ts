/** Languages in which respondents may name countries and languages. */
const LOCALES = ['de', 'en', 'tr', 'ar', 'uk', 'ru', 'pl', 'ro', 'fr', 'fa'] as const
/** Not telling here, or no country at all. */
const NO_ORIGIN = new Set(['DE', 'EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO', 'AC', 'CP', 'DG', 'IC'])
/** Languages that half of all families have to do with, and what is none. */
const EVERYDAY = ['de', 'en', 'gsw', 'nds', 'und', 'mul', 'zxx']
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const PAIRS = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
/** Languages of three letters that families here speak. */
const LONG_CODES = ['ckb', 'kmr', 'zza', 'rom', 'syr', 'aii', 'prs', 'arc', 'tig']

/** Names from Unicode's own lists (CLDR) in all these languages, in small letters. */
const namesOf = (type: 'region' | 'language', codes: readonly string[]): readonly string[] =>
  LOCALES.flatMap((locale) => {
    const names = new Intl.DisplayNames([locale], { type, fallback: 'none' })
    return codes.flatMap((code) => names.of(code)?.toLocaleLowerCase('de') ?? [])
  })

export const COUNTRIES: ReadonlySet<string> = new Set([
  ...namesOf(
    'region',
    PAIRS.filter((code) => !NO_ORIGIN.has(code)),
  ),
  ...['kurdistan', 'palästina', 'usa', 'türkiye', 'tschetschenien'],
])

const everydayNames = new Set(namesOf('language', EVERYDAY))

/** Languages; words of three letters and fewer are more often something else. */
export const LANGUAGES: ReadonlySet<string> = new Set(
  [
    ...namesOf('language', [...PAIRS.map((code) => code.toLowerCase()), ...LONG_CODES]),
    ...['kurdisch', 'kurmandschi', 'kurmanci', 'sorani', 'zazaki', 'romanes', 'aramäisch', 'dari'],
  ].filter((name) => name.length > 3 && !everydayNames.has(name)),
)

/** Beginnings of German words for people of a country, and of what is theirs. */
export const PEOPLES: readonly string[] =
  `syrer syrisch iraker irakisch iraner iranisch afghan türke türkin türkisch kurde kurdin kurdisch ukrainer ukrainisch russe russin russisch pole polin polnisch rumäne rumänin rumänisch bulgare bulgarin
   bulgarisch albaner albanisch kosovare kosovarisch serbe serbin serbisch kroate kroatin kroatisch bosnier bosnisch griechisch italiener italienisch spanier spanisch portugiese portugiesisch marokkaner marokkanisch tunesier
   tunesisch algerier algerisch ägypter ägyptisch libanese libanesin libanesisch palästinenser palästinensisch jordanier eritreer eritreisch äthiopier äthiopisch somalier somalisch nigerianer nigerianisch ghanaer ghanaisch
   kameruner tschetschene armenier armenisch georgier georgisch aserbaidschan vietnamese vietnamesisch thailänder tamile tamilisch pakistaner pakistanisch inder inderin indisch jeside jesidin jesidisch ezide ezidin aramäer
   sinti romni araber araberin arabisch tschetschenisch chinese chinesin chinesisch philippin mazedon`
    .trim()
    .split(/\s+/)
