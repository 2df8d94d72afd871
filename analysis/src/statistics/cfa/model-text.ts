import type { CfaModel } from './model.ts'

/**
 * Reads a model as lavaan writes it: `f =~ x1 + x2 + x3`, `x1 ~~ x2`, `f ~~ 0*g`, a line each; `#` starts a remark.
 * Regressions, labels and other fixed values are not part of it.
 * @returns the model, or what is wrong with which line.
 */
export const readCfaModel = (
  text: string,
): CfaModel | { readonly line: string; readonly message: string } => {
  const factors: { name: string; items: string[] }[] = []
  const pairs: { line: string; a: string; b: string; zero: boolean }[] = []
  for (const whole of text.split(/[\n;]/)) {
    const line = whole.replace(/#.*/, '').trim()
    if (line === '') continue
    const measured = /^([\w.]+)\s*=~\s*(.+)$/.exec(line)
    const covary = /^([\w.]+)\s*~~\s*(0\s*\*\s*)?([\w.]+)$/.exec(line)
    if (measured) {
      const items = (measured[2] as string).split('+').map((item) => item.trim())
      if (items.some((item) => !/^[\w.]+$/.test(item)))
        return { line, message: 'only names of items, joined by +, can follow =~' }
      const known = factors.find(({ name }) => name === measured[1])
      if (known) known.items.push(...items)
      else factors.push({ name: measured[1] as string, items })
    } else if (covary)
      pairs.push({
        line,
        a: covary[1] as string,
        zero: covary[2] !== undefined,
        b: covary[3] as string,
      })
    else return { line, message: 'only factors (=~) and covariances (~~, ~~ 0*) are understood' }
  }
  if (factors.length === 0) return { line: text.trim(), message: 'there is no factor (=~)' }
  const isFactor = (name: string) => factors.some((factor) => factor.name === name)
  const isItem = (name: string) => factors.some(({ items }) => items.includes(name))
  const wrong = pairs.find(
    ({ a, b, zero }) =>
      a === b ||
      !(zero
        ? isFactor(a) && isFactor(b)
        : (isItem(a) && isItem(b)) || (isFactor(a) && isFactor(b))),
  )
  if (wrong)
    return {
      line: wrong.line,
      message: '~~ joins two items or two factors of the model, ~~ 0* two factors',
    }
  return {
    factors,
    residualCovariances: pairs.flatMap(({ a, b, zero }) => (!zero && isItem(a) ? [[a, b]] : [])),
    uncorrelated: pairs.flatMap(({ a, b, zero }) => (zero ? [[a, b]] : [])),
  }
}
