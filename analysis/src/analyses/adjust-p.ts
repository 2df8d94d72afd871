import * as z from 'zod'
import { ADJUSTMENTS, adjustP as adjusted } from '../statistics/adjust-p.ts'
import { defineMethod } from './method.ts'

/** Adjustment of p values given in the plan. */
export const adjustP = defineMethod({
  id: 'adjust-p',
  about:
    'Adjusts p values that the plan gives for several tests at once: Bonferroni, Holm, Hochberg, Hommel, Šidák, Holm–Šidák (family-wise error), BH and BY (false discovery rate). `null` is a test that was not made: it is kept and not counted.',
  source:
    'Holm (1979), Scandinavian Journal of Statistics 6, 65–70; Hochberg (1988), Biometrika 75, 800–802; Hommel (1988), Biometrika 75, 383–386; Benjamini & Hochberg (1995), JRSS B 57, 289–300; Benjamini & Yekutieli (2001), Annals of Statistics 29, 1165–1188.',
  estimates:
    'lists `bonferroni`, `holm`, `hochberg`, `hommel`, `BH`, `BY`, `sidak`, `holm_sidak`; the first six also as matrix `adjusted`',
  fields: { p: z.array(z.number().min(0).max(1).nullable()).min(1) },
  example: { p: [0.0001, 0.0004, 0.0019, 0.0095, null] },
  run: ({ p }) => {
    const lists = ADJUSTMENTS.map((name) => [name, adjusted(p, name)] as const)
    const cols = lists.slice(0, 6)
    const tested = p.filter((value) => value !== null).length
    const base = Number.POSITIVE_INFINITY
    return {
      n: tested,
      omitted: p.length - tested,
      estimates: {
        ...Object.fromEntries(
          lists.map(([name, values]) => [name, { kind: 'list', values, base }] as const),
        ),
        adjusted: {
          kind: 'matrix',
          cols: cols.map(([name]) => name),
          values: p.map((_, i) => cols.map(([, values]) => values[i] as number | null)),
          base,
        },
      },
      warnings: [],
    }
  },
})
