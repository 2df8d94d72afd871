import type { Section, Values } from '@echolot/report'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { PageOf } from '../../plan/report-plan.ts'
import { dotPlot } from '../figures/dot-plot.ts'
import {
  basisOf,
  estimateIn,
  figureBlock,
  groupsOf,
  idOf,
  type Material,
  sectionOf,
  shareValue,
  wordsValue,
} from '../material.ts'
import { byHeight, canSay, isOpen, liesAbove } from '../standing.ts'

/** Shares of several items by group, the most frequent first. */
export const sharesPage = (page: PageOf<'shares'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const groups = groupsOf(material, page.shares)
  const items = rankedItems(page, material).map((item) => ({
    ...item,
    byGroup: groups.map(({ value }) =>
      estimateIn(material, page.shares, `${item.variable}@${value}`),
    ),
    difference:
      groups.length === 2
        ? estimateIn(
            material,
            page.shares,
            `${item.variable}@${groups[0]?.value}-${groups[1]?.value}`,
          )
        : undefined,
  }))
  const [first] = items
  const id = idOf(material, page)
  const series = groups.length > 0 ? groups.map(({ label }) => label) : [t('numbers.all')]
  const description = items
    .map(({ label, all, byGroup }) =>
      groups.length > 0
        ? `${label}: ${groups.map((group, i) => `${group.label} ${say.shareWithSpan(byGroup[i])}`).join(', ')}.`
        : `${label}: ${say.shareWithSpan(all)}.`,
    )
    .join(' ')
  const between = differenceOf(first, groups, material)
  const finding = say.told(page.finding)
  return sectionOf(page, material, {
    blocks: [
      figureBlock({
        id,
        caption: t('shares.caption'),
        description,
        read: t('page.readShare'),
        basis: basisOf(
          material,
          page.shares,
          items.map(({ all }) => all),
        ),
        svg: dotPlot({
          id,
          title: say.told(page.question),
          description,
          say,
          groups: series,
          rows: items.map(({ label, all, byGroup }) => ({
            label,
            estimates: groups.length > 0 ? byGroup : [all],
          })),
        }),
        table: {
          caption: t('page.interval'),
          head: [t('page.statement'), t('numbers.all'), ...groups.map(({ label }) => label)],
          rows: items.map(({ label, all, byGroup }) => [
            label,
            say.valueCell(all),
            ...byGroup.map(say.valueCell),
          ]),
        },
      }),
    ],
    rests: first?.all,
    told: canTellFirst(items)
      ? {
          heading: say.told(page.headline[isAhead(items, page, material) ? 'clear' : 'close']),
          see: `${finding} ${between.sentence}`.trim(),
          brief: finding,
        }
      : undefined,
    values: { ...namesOf(items, material), ...between.values },
  })
}

type Ranked = {
  readonly variable: string
  readonly label: string
  readonly all: DisclosedEstimate | undefined
}
type Line = Pick<PageOf<'shares'>, 'shares' | 'items'>

/** The items of a page of shares, the highest first. */
export const rankedItems = (page: Line, material: Material): readonly Ranked[] =>
  page.items
    .map(({ variable, label }) => ({
      variable,
      label: material.say.told(label),
      all: estimateIn(material, page.shares, variable),
    }))
    .sort((a, b) => byHeight(a.all, b.all))

/** Whether the first can be named: it is known, and none is unknown that could lie above it. */
export const canTellFirst = (items: readonly Ranked[]): boolean =>
  canSay(items[0]?.all) && !items.some(({ all }) => isOpen(all))

/** Whether the first is ahead of the second beyond chance: by the difference of the pair, where there is one. */
export const isAhead = (
  [first, second]: readonly Ranked[],
  { shares }: Line,
  material: Material,
): boolean => {
  const lead = estimateIn(material, shares, `${first?.variable}>${second?.variable}`)
  return lead?.shown === 'number' ? lead.clear === true : liesAbove(first?.all, second?.all)
}

/** What a sentence on the first of several can bind. */
export const namesOf = ([first, second]: readonly Ranked[], material: Material): Values => {
  const { t } = material.say
  return {
    share: shareValue(material, first?.all, t('page.shareOf', { name: first?.label ?? '' })),
    item: wordsValue(first?.label ?? '', t('shares.first')),
    first: wordsValue(first?.label ?? '', t('shares.first')),
    second: wordsValue(second?.label ?? '', t('page.name')),
  }
}

type Compared = {
  readonly byGroup: readonly (DisclosedEstimate | undefined)[]
  readonly difference: DisclosedEstimate | undefined
}

/** Says which group is higher, or that there is no clear difference; nothing if it cannot be said. */
const differenceOf = (
  item: Compared | undefined,
  [a, b]: readonly { readonly label: string }[],
  { say }: Material,
): { readonly sentence: string; readonly values: Values } => {
  const difference = item?.difference
  if (a === undefined || b === undefined || difference?.shown !== 'number')
    return { sentence: '', values: {} }
  const [more, less] = difference.value > 0 ? [a, b] : [b, a]
  const shareOf = (name: string, place: number) =>
    wordsValue(say.share(item?.byGroup[place]), say.t('page.shareOf', { name }))
  return {
    sentence: say.t(difference.clear === true ? 'shares.more' : 'shares.same'),
    values: {
      a: wordsValue(a.label, say.t('page.group')),
      b: wordsValue(b.label, say.t('page.group')),
      more: wordsValue(more.label, say.t('page.group')),
      less: wordsValue(less.label, say.t('page.group')),
      shareA: shareOf(a.label, 0),
      shareB: shareOf(b.label, 1),
    },
  }
}
