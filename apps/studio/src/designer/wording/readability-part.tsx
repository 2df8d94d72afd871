import type { Instrument } from '@echolot/instrument'
import {
  gradeWords,
  type PageReadability,
  pageReadability,
  readabilityTarget,
} from '@echolot/instrument/wording'
import { Badge, Table, useUi } from '@echolot/ui'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DotPlot } from './dot-plot.tsx'

/** How hard each page is to read, by Flesch–Amstad and the Wiener Sachtextformeln. */
export const ReadabilityPart = ({
  instrument,
  language,
}: {
  readonly instrument: Instrument
  readonly language: string
}) => {
  const { t } = useTranslation('wording')
  const { language: page, number } = useUi()
  const settled = useDeferredValue(instrument)
  const pages = useMemo(() => pageReadability(settled, language), [settled, language])
  const target = readabilityTarget(language)
  const read = pages.filter(({ readability }) => readability !== undefined)
  if (read.length === 0) return null
  const rounded = (value: number) => number(Math.round(value))
  const grade = (one: PageReadability, formula: 0 | 1 | 2 | 3) =>
    one.readability === undefined ? '–' : gradeWords(one.readability.wiener[formula])[page]
  return (
    <section aria-labelledby="readability-heading" className="wording-part">
      <h2 id="readability-heading">{t('readability.title')}</h2>
      <p className="ui-prose">{t('readability.lead', { ...target })}</p>
      <DotPlot
        label={t('readability.plot', { flesch: target.flesch })}
        target={target.flesch}
        targetLabel={t('readability.target', { flesch: target.flesch })}
        dots={read.map((one) => ({
          key: one.page,
          name: String(pages.indexOf(one) + 1),
          value: one.readability?.flesch ?? 0,
          filled: one.readability?.isUnstable ? 'open' : 'full',
        }))}
      />
      <Table
        caption={t('readability.table')}
        captioned="hidden"
        columns={[
          {
            key: 'page',
            header: t('readability.page'),
            heads: 'row',
            cell: (one) => (
              <>
                {pages.indexOf(one) + 1}. <code>{one.page}</code>
              </>
            ),
          },
          {
            key: 'words',
            header: t('readability.words'),
            align: 'end',
            cell: ({ readability }) => (
              <>
                {number(readability?.words ?? 0)}{' '}
                {readability?.isUnstable && <Badge>{t('readability.unstable')}</Badge>}
              </>
            ),
            sortBy: ({ readability }) => readability?.words ?? 0,
          },
          {
            key: 'sentence',
            header: t('readability.sentence'),
            align: 'end',
            cell: ({ readability }) =>
              readability === undefined
                ? '–'
                : number(Math.round((10 * readability.words) / readability.sentences) / 10),
          },
          {
            key: 'flesch',
            header: t('readability.flesch'),
            align: 'end',
            cell: ({ readability }) => (readability ? rounded(readability.flesch) : '–'),
            sortBy: ({ readability }) => readability?.flesch ?? 0,
          },
          ...([0, 1, 2, 3] as const).map((formula) => ({
            key: `wiener${formula}`,
            header: t('readability.wiener', { number: formula + 1 }),
            align: 'end' as const,
            cell: (one: PageReadability) => grade(one, formula),
          })),
        ]}
        rows={read}
        rowKey={({ page: name }) => name}
      />
    </section>
  )
}
