import { blocksOf, type GoldenPlan, only, type Read } from './golden-plan.testing.ts'

const POLYNOMIALS: Readonly<Record<string, number>> = {
  Pontius: 2,
  Filip: 10,
  Wampler1: 5,
  Wampler2: 5,
  Wampler3: 5,
  Wampler4: 5,
  Wampler5: 5,
}

const DESIGNS = {
  strat: ['apistrat', { weight: 'pw', strata: 'stype', fpc: 'fpc' }],
  strat_nofpc: ['apistrat', { weight: 'pw', strata: 'stype' }],
  clus1: ['apiclus1', { weight: 'pw', cluster: 'dnum', fpc: 'fpc' }],
  srs: ['apisrs', { weight: 'pw', fpc: 'fpc' }],
} as const

const MARGINS = [
  { variable: 'stype', population: { E: 4421, H: 755, M: 1018 } },
  { variable: 'sch.wide', population: { No: 1072, Yes: 5122 } },
]

/** Plans for reference files of correlations, regressions, designs and weights. */
export const modelsPlans = (read: Read): readonly GoldenPlan[] => {
  const { independent_r } = read('15-correlation').expected
  return [
    ...blocksOf(read, '03-nist-linear-regression', (set) => ({
      data: `nist-${set}`,
      lines: [
        {
          method: 'ols',
          outcome: 'y',
          predictors:
            set === 'Longley'
              ? ['x1', 'x2', 'x3', 'x4', 'x5', 'x6']
              : [{ variable: 'x', degree: POLYNOMIALS[set] ?? 1 }],
          layout: 'nist',
          ...(set.startsWith('NoInt') ? { intercept: false } : {}),
        },
      ],
    })),
    ...(
      [
        ['attitude_rating_complaints', 'attitude', ['rating', 'complaints']],
        ['attitude_privileges_advance', 'attitude', ['privileges', 'advance']],
        ['bfi_N1_N2', 'bfi', ['N1', 'N2']],
      ] as const
    ).map(([block, data, variables]) =>
      only('15-correlation', block, data, { method: 'correlation', variables }),
    ),
    only('15-correlation', undefined, 'attitude', {
      method: 'correlation',
      variables: read('15-correlation').expected.matrix_pearson.rows,
    }),
    only('15-correlation', 'airquality_pairwise', 'airquality', {
      method: 'correlation',
      variables: ['Ozone', 'Solar.R', 'Wind', 'Temp'],
    }),
    only('15-correlation', 'dependent_r', 'attitude', {
      method: 'correlation',
      kind: 'dependent',
      variables: ['rating', 'complaints', 'learning'],
    }),
    only('15-correlation', 'independent_r', undefined, {
      method: 'correlation',
      r: [independent_r.r1, independent_r.r2],
      n: [independent_r.n1, independent_r.n2],
    }),
    only('15-correlation', 'polychoric_bfi_N1_N2', 'bfi', {
      method: 'correlation',
      kind: 'polychoric',
      variables: ['N1', 'N2'],
    }),
    only('16-ols-robust', 'mtcars', 'mtcars', {
      method: 'ols',
      outcome: 'mpg',
      predictors: ['wt', 'hp', 'am'],
    }),
    only('16-ols-robust', 'swiss', 'swiss', {
      method: 'ols',
      outcome: 'Fertility',
      predictors: ['Agriculture', 'Examination', 'Education', 'Catholic', 'Infant.Mortality'],
    }),
    only('16-ols-robust', 'chickweight', 'chickweight', {
      method: 'ols',
      outcome: 'weight',
      predictors: ['Time', { factor: 'Diet' }],
      cluster: 'Chick',
    }),
    only('17-logistic', 'mtcars', 'mtcars', {
      method: 'logistic',
      outcome: 'am',
      predictors: ['wt', 'hp'],
    }),
    only('17-logistic', 'infert', 'infert', {
      method: 'logistic',
      outcome: 'case',
      predictors: ['spontaneous', 'induced', 'age'],
    }),
    only('17-logistic', 'poisson', 'insectsprays', {
      method: 'poisson',
      outcome: 'count',
      predictors: ['spray'],
    }),
    ...Object.entries(DESIGNS).map(([block, [data, design]]) =>
      only(
        '18-survey-design',
        block,
        data,
        { method: 'survey-mean', variables: ['api00', 'enroll'], design },
        { method: 'survey-mean', variables: ['api00'], by: 'stype', design },
        { method: 'survey-mean', variables: ['stype'], design },
        { method: 'survey-total', variables: ['enroll'], design },
        { method: 'survey-ratio', numerator: 'api00', denominator: 'api99', design },
        { method: 'survey-proportion', variable: 'awards', values: ['Yes'], design },
        { method: 'survey-quantile', variables: ['api00'], design },
        { method: 'survey-variance', variables: ['api00'], design },
        { method: 'survey-ttest', variable: 'api00', group: 'sch.wide', design },
        { method: 'survey-chisq', row: 'sch.wide', column: 'stype', design },
        { method: 'survey-glm', outcome: 'api00', predictors: ['ell', 'meals'], design },
        {
          method: 'survey-glm',
          family: 'binomial',
          outcome: 'awards',
          event: 'Yes',
          predictors: ['api99', 'stype'],
          design,
        },
      ),
    ),
    ...blocksOf(read, '19-raking-calibration', (block) => ({
      data: 'apiclus1',
      lines: [weightLine(block)],
    })),
  ]
}

const weightLine = (block: string): object => {
  const common = {
    design: { weight: 'pw', cluster: 'dnum', fpc: 'fpc' },
    means: ['api00'],
    totals: ['enroll'],
    shares: ['awards'],
  }
  const calibrated = {
    method: 'calibrate',
    ...common,
    predictors: ['stype', 'api99'],
    population: { intercept: 6194, stypeH: 755, stypeM: 1018, api99: 3_914_069 },
  }
  switch (block) {
    case 'raked':
      return { method: 'rake', ...common, margins: MARGINS }
    case 'poststratified':
      return { method: 'poststratify', ...common, margin: MARGINS[0] }
    case 'greg':
      return calibrated
    case 'calibration_raking':
      return { ...calibrated, distance: 'raking' }
    default:
      return {
        method: 'weights-trim',
        design: { weight: 'pw' },
        margins: MARGINS,
        low: 15,
        high: 45,
      }
  }
}
