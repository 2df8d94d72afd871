/** A stretch of two texts: in both, only in the old one, or only in the new one. */
export type DiffPart = { readonly is: 'same' | 'gone' | 'new'; readonly text: string }

/** Longer texts are shown whole: comparing them word by word would take too long. */
const LONGEST = 600

/** What changed from one text to another, word by word (longest common subsequence). */
export const wordDiff = (before: string, after: string): readonly DiffPart[] => {
  const old = piecesOf(before)
  const now = piecesOf(after)
  if (old.length > LONGEST || now.length > LONGEST)
    return [
      { is: 'gone', text: before },
      { is: 'new', text: after },
    ]
  const width = now.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const parts: DiffPart[] = []
  const add = (is: DiffPart['is'], text: string) => {
    const last = parts.at(-1)
    if (last?.is === is) parts[parts.length - 1] = { is, text: last.text + text }
    else parts.push({ is, text })
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [gone, come] = [old[i], now[j]]
    if (gone !== undefined && gone === come) {
      add('same', gone)
      i++
      j++
    } else if (gone !== undefined && (come === undefined || at(i + 1, j) >= at(i, j + 1))) {
      add('gone', gone)
      i++
    } else if (come !== undefined) {
      add('new', come)
      j++
    }
  }
  return parts
}

const piecesOf = (text: string): readonly string[] => text.match(/\s+|[^\s]+/g) ?? []
