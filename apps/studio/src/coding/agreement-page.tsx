import type { JointView } from '@echolot/contract/coding'
import { Button, Card, Notice, ProblemNotice, Table, useUi } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../screen/asked.tsx'
import { useProblemWords } from '../screen/problem-words.ts'
import { useDay } from '../screen/use-day.ts'
import { WrittenForm } from '../screen/written-form.tsx'
import { useMay } from '../server/rights.ts'
import { QuestionPage, useQuestion } from './question-page.tsx'
import {
  agreementQuery,
  assignmentsAddress,
  type Question,
  useSettle,
  useUnsettle,
} from './requests.ts'
import { ThemeTicks } from './theme-ticks.tsx'

/** Whoever coded on one seat, one after the other. */
const inTurn = (names: readonly string[]): string => names.join(', ')

/** What both coders look at together once both are done: how far they agree, and what they differ in. */
export const AgreementPage = () => {
  const { t } = useTranslation('coding')
  const question = useQuestion()
  const view = useQuery(agreementQuery(question))
  const [first = '', second = ''] = view.data?.coders.map(inTurn) ?? []
  return (
    <QuestionPage
      question={question}
      title={t('joint.title')}
      lead={view.data && t('joint.lead', { n: view.data.doubled, first, second })}
    >
      <Asked query={view}>
        {(joint) => (
          <>
            <Figures joint={joint} />
            <p>
              <a href={assignmentsAddress(question)} download>
                {t('joint.file')}
              </a>
            </p>
            <h2>{t('joint.disputed')}</h2>
            {joint.disputed.length === 0 && <p>{t('joint.noDisputed')}</p>}
            {joint.disputed.map((disputed) => (
              <Disputed key={disputed.id} question={question} joint={joint} disputed={disputed} />
            ))}
          </>
        )}
      </Asked>
    </QuestionPage>
  )
}

const Figures = ({ joint: { themes, agreement, coders } }: { readonly joint: JointView }) => {
  const { t } = useTranslation('coding')
  const { language } = useUi()
  const coefficient = (value: number | null) =>
    value === null
      ? t('joint.undefined')
      : value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const labels = new Map(themes.map(({ id, label }) => [id, label]))
  const count = (key: 'both' | 'first' | 'second' | 'neither', header: string) => ({
    key,
    header,
    align: 'end' as const,
    cell: (row: JointView['agreement'][number]) => row[key],
  })
  return (
    <Table
      caption={t('joint.table')}
      rows={agreement}
      rowKey={({ theme }) => theme}
      columns={[
        {
          key: 'theme',
          header: t('joint.theme'),
          heads: 'row',
          cell: ({ theme }) => labels.get(theme),
        },
        count('both', t('joint.both')),
        count('first', t('joint.one', { name: inTurn(coders[0]) })),
        count('second', t('joint.one', { name: inTurn(coders[1]) })),
        count('neither', t('joint.neither')),
        {
          key: 'kappa',
          header: t('joint.kappa'),
          align: 'end',
          cell: ({ kappa }) => coefficient(kappa),
        },
        {
          key: 'alpha',
          header: t('joint.alpha'),
          align: 'end',
          cell: ({ alpha }) => coefficient(alpha),
        },
      ]}
    />
  )
}

const Disputed = ({
  question,
  joint: { coders, themes },
  disputed: { id, words, first, second, settled },
}: {
  readonly question: Question
  readonly joint: JointView
  readonly disputed: JointView['disputed'][number]
}) => {
  const { t } = useTranslation('coding')
  const day = useDay()
  const may = useMay()
  const problems = useProblemWords()
  const settling = useSettle(question)
  const unsettling = useUnsettle(question)
  const [chosen, setChosen] = useState<readonly string[]>(
    () => settled?.themes ?? first.filter((theme) => second.includes(theme)),
  )
  const named = (ids: readonly string[]) =>
    ids.length === 0
      ? t('joint.nothing')
      : ids.map((one) => themes.find((theme) => theme.id === one)?.label).join(', ')
  return (
    <Card>
      <blockquote className="coding-quote" dir="auto">
        {words}
      </blockquote>
      <ul className="coding-plain">
        <li>{t('joint.says', { name: inTurn(coders[0]), themes: named(first) })}</li>
        <li>{t('joint.says', { name: inTurn(coders[1]), themes: named(second) })}</li>
      </ul>
      {settled && (
        <Notice
          tone="success"
          announce="never"
          actions={
            may('code answers') && (
              <Button
                size="small"
                pending={unsettling.isPending}
                onClick={() => unsettling.mutate(id)}
              >
                {t('joint.unsettle')}
              </Button>
            )
          }
        >
          <p>{named(settled.themes)}</p>
          <p>
            {t('joint.settled', { on: day(settled.on), by: settled.by, reason: settled.reason })}
          </p>
        </Notice>
      )}
      <ProblemNotice problem={unsettling.error} words={problems} />
      {may('code answers') && (
        <WrittenForm
          words={{
            label: t('joint.reason'),
            needed: t('joint.reasonNeeded'),
            send: t('joint.settle'),
          }}
          most={1_000}
          begin={settled?.reason ?? ''}
          sending={settling}
          onSend={(reason) => settling.mutate({ id, themes: [...chosen], reason })}
        >
          <ThemeTicks
            legend={t('joint.together')}
            themes={themes}
            chosen={chosen}
            onChoose={setChosen}
          />
        </WrittenForm>
      )}
    </Card>
  )
}
