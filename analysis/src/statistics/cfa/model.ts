/** A confirmatory factor model: which items measure which factor. */
export type CfaModel = {
  readonly factors: readonly { readonly name: string; readonly items: readonly string[] }[]
  /** Pairs of items whose residuals covary. */
  readonly residualCovariances: readonly (readonly [string, string])[]
  /** Pairs of factors that do not covary. */
  readonly uncorrelated: readonly (readonly [string, string])[]
}
/** Scale of the factors: the first loading is 1, or the variance of the factor is 1. */
export type Scaling = 'marker' | 'unit-variance'
/** What is the same in all groups. */
export type Invariance = 'configural' | 'metric' | 'scalar'

export type Place = {
  readonly matrix: 'loading' | 'factor' | 'residual' | 'intercept' | 'mean'
  readonly group: number
  readonly row: number
  readonly column: number
}
export type Parameter = {
  /** As lavaan writes it: `f =~ x1`, `x1 ~~ x1`, `f ~~ g`, `x1 ~1`, `f ~1`. */
  readonly name: string
  readonly fixed?: number
  readonly places: readonly Place[]
}

type Options = {
  readonly scaling: Scaling
  readonly groups: number
  readonly means: 'left-out' | 'modelled'
  readonly invariance: Invariance
}

export const itemsIn = ({ factors }: CfaModel): readonly string[] => [
  ...new Set(factors.flatMap(({ items }) => items)),
]

/** The parameters of a model in lavaan's order: loadings, residuals, factors, intercepts, means. */
export const parametersOf = (model: CfaModel, options: Options): readonly Parameter[] => {
  const { scaling, groups, means, invariance } = options
  const items = itemsIn(model)
  const itemPlace = (name: string) => items.indexOf(name)
  const everywhere = Array.from({ length: groups }, (_, group) => group)
  const list: Parameter[] = []
  const add = (
    name: string,
    place: Omit<Place, 'group'>,
    { fixed, equal = false }: { fixed?: number | undefined; equal?: boolean } = {},
  ) => {
    const given = fixed === undefined ? {} : { fixed }
    if (equal || groups === 1)
      list.push({ name, ...given, places: everywhere.map((group) => ({ ...place, group })) })
    else
      for (const group of everywhere)
        list.push({ name: `${name}.g${group + 1}`, ...given, places: [{ ...place, group }] })
  }
  model.factors.forEach(({ name, items: own }, column) => {
    own.forEach((item, i) => {
      add(
        `${name} =~ ${item}`,
        { matrix: 'loading', row: itemPlace(item), column },
        {
          fixed: i === 0 && scaling === 'marker' ? 1 : undefined,
          equal: invariance !== 'configural',
        },
      )
    })
  })
  for (const [a, b] of model.residualCovariances)
    add(`${a} ~~ ${b}`, { matrix: 'residual', row: itemPlace(a), column: itemPlace(b) })
  items.forEach((item, row) => {
    const onlyOne = model.factors.some(({ items: own }) => own.length === 1 && own[0] === item)
    add(
      `${item} ~~ ${item}`,
      { matrix: 'residual', row, column: row },
      { fixed: onlyOne ? 0 : undefined },
    )
  })
  const free = scaling === 'unit-variance'
  model.factors.forEach(({ name }, row) => {
    if (free && invariance !== 'configural' && groups > 1)
      for (const group of everywhere)
        list.push({
          name: `${name} ~~ ${name}.g${group + 1}`,
          ...(group === 0 ? { fixed: 1 } : {}),
          places: [{ matrix: 'factor', group, row, column: row }],
        })
    else
      add(
        `${name} ~~ ${name}`,
        { matrix: 'factor', row, column: row },
        { fixed: free ? 1 : undefined },
      )
  })
  model.factors.forEach(({ name: a }, row) => {
    model.factors.slice(row + 1).forEach(({ name: b }, i) => {
      const apart = model.uncorrelated.some((pair) => pair.includes(a) && pair.includes(b))
      add(
        `${a} ~~ ${b}`,
        { matrix: 'factor', row, column: row + 1 + i },
        { fixed: apart ? 0 : undefined },
      )
    })
  })
  if (means === 'left-out') return list
  items.forEach((item, row) => {
    add(`${item} ~1`, { matrix: 'intercept', row, column: 0 }, { equal: invariance === 'scalar' })
  })
  model.factors.forEach(({ name }, row) => {
    for (const group of everywhere)
      list.push({
        name: groups === 1 ? `${name} ~1` : `${name} ~1.g${group + 1}`,
        ...(invariance === 'scalar' && group > 0 ? {} : { fixed: 0 }),
        places: [{ matrix: 'mean', group, row, column: 0 }],
      })
  })
  return list
}
