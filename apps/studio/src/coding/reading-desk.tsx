import {
  type Reading,
  type ReadingVerdict,
  SPAN_KINDS,
  type SpanKind,
} from '@echolot/contract/coding'
import { Button, Card, Checkbox, Notice, ProblemNotice, Select, Textarea } from '@echolot/ui'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '../screen/problem-words.ts'
import { inOrder, masksOf, overlap, type Passage, passagesOf, piecesOf } from './passages.ts'
import { type Question, useReadingVerdict } from './requests.ts'

type State = 'passed' | 'second' | 'withheld'

/** One answer: its words, what is masked in them, how it will be read, and the decision. */
export const ReadingDesk = ({
  question,
  answer,
  onDone,
}: {
  readonly question: Question
  readonly answer: NonNullable<Reading['answer']>
  readonly onDone: (state: State) => void
}) => {
  const { t } = useTranslation('coding')
  const problems = useProblemWords()
  const deciding = useReadingVerdict(question)
  const [passages, setPassages] = useState(() => passagesOf(answer))
  const [smoothed, setSmoothed] = useState(answer.first?.smoothed ?? '')
  const [note, setNote] = useState(answer.first?.note ?? '')
  const decide = (verdict: ReadingVerdict['verdict']) => {
    if (deciding.isPending) return
    deciding.mutate(
      {
        id: answer.id,
        verdict: {
          verdict,
          masks: masksOf(passages),
          smoothed: smoothed.trim() === '' ? null : smoothed.trim(),
          note,
        },
      },
      { onSuccess: ({ state }) => onDone(state) },
    )
  }
  return (
    <Card>
      {answer.first !== null && (
        <Notice announce="never">
          <p>{t('reading.first')}</p>
          {answer.first.note !== '' && <p>{answer.first.note}</p>}
        </Notice>
      )}
      <Selecting words={answer.words} passages={passages} onPassages={setPassages} />
      <Passages words={answer.words} passages={passages} onPassages={setPassages} />
      <div className="ui-stack-small">
        <h2>{t('reading.preview')}</h2>
        <blockquote className="coding-quote">
          {piecesOf(answer.words, passages).map(({ at, text, masked }) =>
            masked ? (
              <mark key={at} className="coding-mask">
                {text}
              </mark>
            ) : (
              <span key={at}>{text}</span>
            ),
          )}
        </blockquote>
      </div>
      <Textarea
        label={t('reading.smoothed')}
        hint={t('reading.smoothedHint')}
        rows={2}
        value={smoothed}
        onChange={(event) => setSmoothed(event.target.value)}
      />
      {answer.first === null && (
        <Textarea
          label={t('reading.note')}
          rows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <ProblemNotice problem={deciding.error} words={problems} />
      <div className="ui-actions">
        <Button variant="primary" pending={deciding.isPending} onClick={() => decide('pass')}>
          {t('reading.pass')}
        </Button>
        {answer.first === null && (
          <Button onClick={() => decide('second-reader')}>{t('reading.secondReader')}</Button>
        )}
        <Button variant="danger" onClick={() => decide('withhold')}>
          {t('reading.withhold')}
        </Button>
      </div>
    </Card>
  )
}

type Editing = {
  readonly words: string
  readonly passages: readonly Passage[]
  readonly onPassages: (passages: readonly Passage[]) => void
}

const useKinds = () => {
  const { t } = useTranslation('coding')
  return SPAN_KINDS.map((kind) => ({ value: kind, text: t(`kinds.${kind}`) }))
}

/** The words in a field that can be read and selected in, by mouse, finger or keys, and not changed. */
const Selecting = ({ words, passages, onPassages }: Editing) => {
  const { t } = useTranslation('coding')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [kind, setKind] = useState<SpanKind>('name')
  const [fault, setFault] = useState<'nothingSelected' | 'overlaps'>()
  const add = () => {
    const [start, end] = trimmed(
      words,
      field.current?.selectionStart ?? 0,
      field.current?.selectionEnd ?? 0,
    )
    const own = { start, end, kind, covered: true }
    const clash = passages.some((passage) => passage.covered && overlap(passage, own))
    setFault(start >= end ? 'nothingSelected' : clash ? 'overlaps' : undefined)
    if (start >= end || clash) return
    onPassages(inOrder([...passages.filter((passage) => !overlap(passage, own)), own]))
  }
  return (
    <div className="ui-stack-small">
      <label className="ui-label" htmlFor={id}>
        {t('reading.words')}
      </label>
      <p className="ui-hint" id={`${id}-hint`}>
        {t('reading.wordsHint')}
      </p>
      <textarea
        ref={field}
        id={id}
        className="ui-input"
        // Not `readOnly`: browsers then give the keyboard no cursor to select with.
        aria-readonly
        inputMode="none"
        onBeforeInput={(event) => event.preventDefault()}
        onPaste={(event) => event.preventDefault()}
        onCut={(event) => event.preventDefault()}
        onDrop={(event) => event.preventDefault()}
        onChange={() => {}}
        dir="auto"
        rows={Math.min(12, Math.max(3, Math.ceil(words.length / 60)))}
        value={words}
        aria-describedby={`${id}-hint`}
      />
      <div className="coding-line">
        <Select
          label={t('reading.kind')}
          value={kind}
          choices={useKinds()}
          onSelect={(chosen) => setKind(chosen as SpanKind)}
        />
        <Button onClick={add}>{t('reading.add')}</Button>
      </div>
      {fault && (
        <p className="ui-error" role="alert">
          {t(`reading.${fault}`)}
        </p>
      )}
    </div>
  )
}

/** A selection without the blanks at its ends. */
const trimmed = (words: string, start: number, end: number): readonly [number, number] => {
  const chosen = words.slice(start, end)
  return [
    start + (chosen.length - chosen.trimStart().length),
    end - (chosen.length - chosen.trimEnd().length),
  ]
}

const Passages = ({ words, passages, onPassages }: Editing) => {
  const { t } = useTranslation('coding')
  const kinds = useKinds()
  const change = (passage: Passage, to: Partial<Passage>) =>
    onPassages(passages.map((one) => (one === passage ? { ...one, ...to } : one)))
  return (
    <div className="ui-stack-small">
      <h2>{t('reading.passages')}</h2>
      {passages.length === 0 && <p>{t('reading.noPassages')}</p>}
      <ul className="coding-passages">
        {passages.map((passage) => {
          const text = words.slice(passage.start, passage.end)
          return (
            <li key={passage.start}>
              <Checkbox
                label={t('reading.cover', { words: text })}
                hint={passage.reason ? t(`reasons.${passage.reason}`) : t('reading.own')}
                checked={passage.covered}
                onChange={(event) => change(passage, { covered: event.target.checked })}
              />
              <Select
                label={<span className="ui-hidden">{t('reading.kindOf', { words: text })}</span>}
                value={passage.kind}
                choices={kinds}
                onSelect={(kind) => change(passage, { kind: kind as SpanKind })}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
