import { blocksOf, type GoldenPlan, only, type Read } from './golden-plan.testing.ts'

const POWERS: Readonly<Record<string, object>> = {
  't2_d0.5_p0.8_n': { test: 't-two', d: 0.5, power: 0.8 },
  'paired_d0.5_n30_power': { test: 't-paired', d: 0.5, n: 30 },
  paired_d_detectable_n30_p80: { test: 't-paired', n: 30, power: 0.8 },
  't2_unequal_n30_n3000_d0.3_power': { test: 't-unequal', d: 0.3, n: 30, n2: 3000 },
  'anova_k4_f0.25_p0.8_n': { test: 'anova', k: 4, f: 0.25, power: 0.8 },
  'r0.3_p0.8_n': { test: 'correlation', r: 0.3, power: 0.8 },
  'prop_h0.2_p0.8_n': { test: 'proportions', h: 0.2, power: 0.8 },
  'chisq_w0.3_df4_p0.8_N': { test: 'chi-square', w: 0.3, df: 4, power: 0.8 },
}

/** Plans for reference files of one variable, of groups and of tables. */
export const univariatePlans = (read: Read): readonly GoldenPlan[] => {
  const { e, ...dispositions } = read('27-aapor').inputs
  return [
    ...blocksOf(read, '01-nist-univariate', (set) => ({
      data: `nist-${set}`,
      lines: [{ method: 'descriptives', variable: 'y' }],
    })),
    ...blocksOf(read, '02-nist-anova', (set) => ({
      data: `nist-${set}`,
      lines: [{ method: 'anova', variable: 'y', by: 'group' }],
    })),
    ...blocksOf(read, '04-descriptives', (set, { expected }) => ({
      data: set.replace('.', '_'),
      lines: [{ method: 'descriptives', variables: Object.keys(expected[set]) }],
    })),
    ...(
      [
        ['toothgrowth_supp', 'toothgrowth', { variable: 'len', by: 'supp', groups: ['OJ', 'VC'] }],
        ['mtcars_mpg_by_am', 'mtcars', { variable: 'mpg', by: 'am', groups: [1, 0] }],
        ['sleep_as_independent', 'sleep', { variable: 'extra', by: 'group' }],
      ] as const
    ).map(([block, data, line]) =>
      only(
        '11-ttests-effect-sizes',
        block,
        data,
        { method: 't-test', ...line },
        { method: 'welch-t', ...line },
      ),
    ),
    only('11-ttests-effect-sizes', 'sleep_paired', 'sleep', {
      method: 'paired-t',
      variable: 'extra',
      by: 'group',
      groups: [2, 1],
      unit: 'ID',
    }),
    only('11-ttests-effect-sizes', 'one_sample_sleep1', 'sleep', {
      method: 't-test',
      variable: 'extra',
      by: 'group',
      groups: [1],
    }),
    only('11-ttests-effect-sizes', 'tost_mtcars_wt', 'mtcars', {
      method: 'tost',
      variable: 'wt',
      by: 'am',
      groups: [1, 0],
      bound: 1.5,
    }),
    only('12-nonparametric', 'ozone_may_aug', 'ozone_month', {
      method: 'mann-whitney',
      variable: 'Ozone',
      by: 'Month',
      groups: [5, 8],
    }),
    only('12-nonparametric', 'depression', 'depression', {
      method: 'wilcoxon',
      first: 'first',
      second: 'second',
    }),
    only('12-nonparametric', 'sleep_ties', 'sleep', {
      method: 'wilcoxon',
      variable: 'extra',
      by: 'group',
      groups: [2, 1],
      unit: 'ID',
    }),
    only('12-nonparametric', 'likert_prepost', 'likert_prepost', {
      method: 'wilcoxon',
      first: 'post',
      second: 'pre',
    }),
    only('12-nonparametric', 'kruskal_ozone_month', 'ozone_month', {
      method: 'kruskal',
      variable: 'Ozone',
      by: 'Month',
    }),
    only('12-nonparametric', 'friedman_rounding', 'rounding_times', {
      method: 'friedman',
      variables: ['RoundOut', 'NarrowAngle', 'WideAngle'],
    }),
    {
      ...only('12-nonparametric', undefined, 'ozone_month', {
        method: 'posthoc',
        variable: 'Ozone',
        by: 'Month',
      }),
      called: { pairwise_wilcox_holm: 'pairwise_wilcox_holm_ozone' },
    },
    ...(
      [
        ['plantgrowth', { variable: 'weight', by: 'group' }],
        ['insectsprays', { variable: 'count', by: 'spray' }],
      ] as const
    ).map(([set, line]) =>
      only(
        '13-anova',
        set,
        set,
        { method: 'anova', ...line },
        { method: 'welch-anova', ...line },
        { method: 'posthoc', ...line },
      ),
    ),
    only('13-anova', 'twoway', 'toothgrowth_unbalanced', {
      method: 'two-way-anova',
      variable: 'len',
      factors: ['supp', 'dose'],
    }),
    only('13-anova', 'ancova', 'prepost_groups', {
      method: 'ols',
      outcome: 'post',
      predictors: ['pre', 'group'],
    }),
    ...blocksOf(read, '14-categorical', (block, { expected }) => {
      const { table, obs, p0 } = expected[block]
      if (block === 'proportions') return undefined
      const test = block.startsWith('mcnemar') ? { test: 'mcnemar' } : {}
      return {
        lines: [
          block === 'gof'
            ? { method: 'crosstab', test: 'goodness', obs, p0 }
            : { method: 'crosstab', ...test, table: table.values },
        ],
      }
    }),
    ...read('14-categorical').expected.proportions.map(
      ({ x, n }: { x: number; n: number }, i: number) =>
        only('14-categorical', `proportions.${i}`, undefined, { method: 'proportion', x, n }),
    ),
    only('20-multiple-testing', undefined, undefined, {
      method: 'adjust-p',
      p: read('20-multiple-testing').inputs.bh1995,
    }),
    only('20-multiple-testing', undefined, undefined, {
      method: 'adjust-p',
      p: read('20-multiple-testing').inputs.with_na,
    }),
    ...Object.entries(POWERS).map(([name, line]): GoldenPlan => {
      const found = name.endsWith('power') ? 'power' : name.includes('detectable') ? 'd' : 'n'
      return {
        ...only('26-power', undefined, undefined, { method: 'power', ...line }),
        called: { [found]: name },
      }
    }),
    only('27-aapor', undefined, undefined, { method: 'aapor', e, counts: dispositions }),
  ]
}
