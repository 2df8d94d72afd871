import { blocksOf, type Golden, type GoldenPlan, only, type Read } from './golden-plan.testing.ts'

const BFI_KEYS = (keys: readonly string[]) => ({
  items: keys.map((key) => key.replace('-', '')),
  reversed: keys.filter((key) => key.startsWith('-')).map((key) => key.slice(1)),
  min: 1,
  max: 6,
})

/** Plans for reference files of scales, factors, raters, change and missing values. */
export const psychometricsPlans = (read: Read): readonly GoldenPlan[] => {
  const agreement = read('21-kappa')
  const krippendorff = read('22-krippendorff')
  const rci = read('24-rci')
  const missing = read('25-missing-data')
  return [
    ...blocksOf(read, '05-alpha-bfi', (scale, { inputs }) => ({
      data: 'bfi',
      lines: [{ method: 'alpha', ...BFI_KEYS(inputs.keys[scale]) }],
    })),
    only(
      '06-efa-harman74',
      undefined,
      'harman74_cor',
      ...factorLines(read('06-efa-harman74'), 145),
    ),
    only('07-efa-bfi', undefined, 'bfi', ...factorLines(read('07-efa-bfi'))),
    ...blocksOf(read, '08-omega-total-bfi', (scale, { inputs }) => ({
      data: 'bfi',
      lines: [{ method: 'omega', ...BFI_KEYS(inputs.keys[scale]) }],
    })),
    ...blocksOf(read, '09-omega-hierarchical', (set, { expected }) => ({
      data: set === 'thurstone' ? 'thurstone_cor' : set,
      lines: [
        {
          method: 'omega',
          items: Object.keys(expected[set].g_loadings),
          groupFactors: 3,
          ...(set === 'thurstone' ? { correlations: { n: 213 } } : {}),
        },
      ],
    })),
    only('10-cfa-hs1939', undefined, 'hs1939', {
      method: 'cfa',
      model: read('10-cfa-hs1939').inputs.model,
      invarianceBy: 'school',
    }),
    ...['cohen1968', 'sexual_fun'].map((block) =>
      only('21-kappa', block, undefined, {
        method: 'kappa',
        table: agreement.expected[block].table.values,
        ...(block === 'cohen1968'
          ? { disagreement: agreement.inputs.custom_disagreement_weights.values }
          : {}),
      }),
    ),
    only('21-kappa', undefined, undefined, {
      method: 'fleiss',
      counts: agreement.inputs.fleiss_counts.values,
    }),
    only('22-krippendorff', 'canonical', undefined, {
      method: 'krippendorff',
      ratings: krippendorff.inputs.canonical.values,
    }),
    only('22-krippendorff', undefined, undefined, {
      method: 'krippendorff',
      ratings: krippendorff.inputs.canonical.values,
    }),
    {
      ...only('22-krippendorff', undefined, undefined, {
        method: 'krippendorff',
        ratings: krippendorff.inputs.binary.values,
        levels: ['nominal'],
      }),
      called: { 'nominal.alpha': 'binary_nominal' },
    },
    {
      ...only('22-krippendorff', undefined, undefined, {
        method: 'krippendorff',
        ratings: krippendorff.inputs.nominal.values,
        levels: ['nominal'],
      }),
      called: { 'nominal.alpha': 'nominal_jon_han' },
    },
    only('23-icc', undefined, undefined, {
      method: 'icc',
      ratings: read('23-icc').inputs.ratings.values,
    }),
    only('24-rci', 'published_case', undefined, caseLine(rci.inputs.published_case)),
    ...['households', undefined].map((block) =>
      only('24-rci', block, 'rci_households', {
        method: 'rci',
        pre: 'pre',
        post: 'post',
        sd: rci.inputs.params.sd,
        reliability: rci.inputs.params.rxx,
        cutoff: rci.inputs.params.cutoff,
      }),
    ),
    only('25-missing-data', 'pool', undefined, {
      method: 'pool',
      q: missing.inputs.Q,
      u: missing.inputs.U,
      n: 25,
      k: 1,
    }),
    only('25-missing-data', 'em', 'airquality', {
      method: 'em',
      variables: ['Ozone', 'Solar.R', 'Wind', 'Temp'],
    }),
    only('25-missing-data', 'little_mcar', 'airquality', {
      method: 'little-mcar',
      variables: ['Ozone', 'Solar.R', 'Wind', 'Temp'],
    }),
    {
      ...only('25-missing-data', undefined, 'nhanes', {
        method: 'missing-pattern',
        variables: ['age', 'bmi', 'hyp', 'chl'],
      }),
      called: { pattern: 'pattern_nhanes' },
    },
  ]
}

const factorLines = ({ inputs, expected }: Golden, n?: number): readonly object[] => {
  const items = Object.keys(expected.smc)
  const common = { items, ...(n === undefined ? {} : { correlations: { n } }) }
  return [
    { method: 'efa', ...common, factors: inputs.factors },
    ...(expected.parallel
      ? [{ method: 'parallel-analysis', ...common, replicates: expected.parallel.reps }]
      : []),
  ]
}

const caseLine = (inputs: Readonly<Record<string, number>>): object => ({
  method: 'rci',
  pre: inputs.pre,
  post: inputs.post,
  sd: inputs.sd_pre,
  reliability: inputs.rxx,
  troubled: { mean: inputs.M_dys, sd: inputs.sd_dys },
  many: { mean: inputs.M_norm, sd: inputs.sd_norm },
})
