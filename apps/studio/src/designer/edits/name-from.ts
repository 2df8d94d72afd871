const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const LONGEST = 32

/** A short name that addresses and files can bear, made from a title; none of `taken`. Empty while the title has no letter. */
export const nameFrom = (title: string, taken: ReadonlySet<string>): string => {
  const stem = title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, LONGEST - 3)
    .replace(/-+$/, '')
  if (stem === '' || !taken.has(stem)) return stem
  const free = Array.from({ length: taken.size + 1 }, (_, at) => `${stem}-${at + 2}`)
  return free.find((name) => !taken.has(name)) ?? stem
}
