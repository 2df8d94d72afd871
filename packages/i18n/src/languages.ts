/**
 * The offered language that serves a reader best, by lookup in the order of `preferred`: each tag is shortened from
 * its end until something is offered (`de-x-ls` → `de`, `pt-BR` → `pt`); then any offered variety of the same
 * language; then the first offered, which is the source.
 * @see RFC 4647, 3.4
 */
export const chooseLanguage = (
  preferred: readonly string[],
  offered: readonly string[],
): string => {
  const [source] = offered
  if (source === undefined) throw new RangeError('at least one language must be offered')
  for (const tag of preferred) {
    const found = shortenings(tag)
      .map((short) => findTag(offered, short))
      .find(Boolean)
    if (found) return found
    const sister = offered.find((other) => languageOf(other) === languageOf(tag) && !isEasy(other))
    if (sister) return sister
  }
  return source
}

const findTag = (offered: readonly string[], tag: string) =>
  offered.find((other) => other.toLowerCase() === tag.toLowerCase())

/** `zh-Hant-TW` → itself, `zh-Hant`, `zh`; a single letter such as the `x` of private use goes with what follows it. */
const shortenings = (tag: string): readonly string[] => {
  const subtags = tag.split('-')
  return subtags
    .map((_, cut) => subtags.slice(0, subtags.length - cut))
    .filter((rest) => rest.at(-1)?.length !== 1)
    .map((rest) => rest.join('-'))
}

const languageOf = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''
/** Easy language is for those who ask for it; nobody else is sent there. */
const isEasy = (tag: string) => tag.toLowerCase().endsWith('-x-ls')

const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'])

/** Which way a language is written: `rtl` for Arabic, Hebrew, Persian, Urdu, Sorani (`ckb`) and their kind. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => {
  const script = localeOf(tag)?.maximize().script
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
}

const EASY_NAMES: Readonly<Record<string, string>> = { de: 'Leichte Sprache', en: 'Easy Read' }

/** Names which not every browser knows in the language itself. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  kmr: 'Kurmancî',
  ku: 'Kurdî',
  ckb: 'کوردیی ناوەندی',
  ti: 'ትግርኛ',
  rom: 'Romani',
}

/** What a language calls itself, for a list of languages: `Deutsch`, `العربية`, `Leichte Sprache` for `de-x-ls`. */
export const autonym = (tag: string): string => {
  const easy = isEasy(tag) ? EASY_NAMES[languageOf(tag)] : undefined
  const own = easy ?? OWN_NAMES[tag.toLowerCase()]
  if (own) return own
  const name = localeOf(tag) && new Intl.DisplayNames([tag], { type: 'language' }).of(tag)
  return name ? name.charAt(0).toLocaleUpperCase(tag) + name.slice(1) : tag
}

const localeOf = (tag: string): Intl.Locale | undefined => {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
}
