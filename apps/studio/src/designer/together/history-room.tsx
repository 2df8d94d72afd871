import type { DraftRevision } from '@echolot/contract/instruments'
import { compareInstruments, type Instrument } from '@echolot/instrument'
import { Badge, Button, Dialog, EmptyState, Progress, Select } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../screen/asked.tsx'
import { useDay } from '../../screen/use-day.ts'
import type { RoomProps } from '../editor/room.ts'
import { ChangeList } from '../publish/change-list.tsx'
import { useChangeSentence } from '../publish/change-sentence.ts'
import { changedTexts } from '../publish/changed-texts.ts'
import { ItemList } from '../view/item-list.tsx'
import { historyQuery, revisionQuery } from './requests.ts'
import { useMoment } from './use-moment.ts'

/** States shown at first; each is fetched to say what it changed. */
const SHOWN = 8
const OPEN = 'open'

/** Kept states of the draft: what each changed, any of them to look at, two to compare, one to go back to. */
export const HistoryRoom = ({ editor }: RoomProps) => {
  const { t } = useTranslation('together')
  const { instrument, revision } = editor
  const name = instrument.instrument
  const history = useQuery(historyQuery(name, revision))
  const [shown, setShown] = useState(SHOWN)
  const [looking, setLooking] = useState<number>()
  const restore = (old: Instrument, number: number) => {
    editor.edit(() => old)
    editor.say(t('history.restored', { revision: number }))
  }
  return (
    <section className="history" aria-label={t('history.title')}>
      <p className="ui-hint">{t('history.lead')}</p>
      <Asked query={history}>
        {(revisions) =>
          revisions.length === 0 ? (
            <EmptyState title={t('history.none')} />
          ) : (
            <>
              <Comparison editor={editor} revisions={revisions} />
              <h2>{t('history.list')}</h2>
              <ol className="history-list">
                {revisions.slice(0, shown).map((one, place) => (
                  <li key={one.revision}>
                    <State
                      name={name}
                      state={one}
                      before={revisions[place + 1]?.revision}
                      isNewest={place === 0}
                      mode={editor.mode}
                      onLook={() => setLooking(one.revision)}
                      onRestore={(old) => restore(old, one.revision)}
                    />
                  </li>
                ))}
              </ol>
              {revisions.length > shown && (
                <Button onClick={() => setShown(shown + SHOWN)}>{t('history.older')}</Button>
              )}
            </>
          )
        }
      </Asked>
      {looking !== undefined && (
        <Looking name={name} revision={looking} onClose={() => setLooking(undefined)} />
      )}
    </section>
  )
}

const State = ({
  name,
  state,
  before,
  isNewest,
  mode,
  onLook,
  onRestore,
}: {
  readonly name: string
  readonly state: DraftRevision
  readonly before: number | undefined
  readonly isNewest: boolean
  readonly mode: 'edit' | 'read'
  readonly onLook: () => void
  readonly onRestore: (old: Instrument) => void
}) => {
  const { t } = useTranslation('together')
  const moment = useMoment()
  const day = useDay()
  const { revision, savedAt, savedOn, by, kind } = state
  const now = useQuery(revisionQuery(name, revision))
  return (
    <article className="history-state">
      <header>
        <h3>{t('history.revision', { revision })}</h3>
        <p>
          {savedAt === null ? day(savedOn) : moment(savedAt)}
          {by !== '' && ` ${t('history.by', { by })}`}{' '}
          {isNewest && <Badge tone="success">{t('history.newest')}</Badge>}{' '}
          {kind === 'kept' && <Badge>{t('history.kept')}</Badge>}
        </p>
      </header>
      {before === undefined ? (
        <p className="ui-hint">{t('history.first')}</p>
      ) : (
        <Summary name={name} before={before} after={revision} />
      )}
      <div className="ui-actions">
        <Button size="small" onClick={onLook}>
          {t('history.look')}
          <span className="ui-hidden"> {t('history.revision', { revision })}</span>
        </Button>
        {!isNewest && mode === 'edit' && (
          <Button
            size="small"
            aria-label={t('history.restoreOne', { revision })}
            disabled={now.data === undefined}
            onClick={() => now.data && onRestore(now.data)}
          >
            {t('history.restore')}
          </Button>
        )}
      </div>
    </article>
  )
}

/** What one state changed, in a few sentences. */
const Summary = ({
  name,
  before,
  after,
}: {
  readonly name: string
  readonly before: number
  readonly after: number
}) => {
  const { t } = useTranslation(['together', 'designer'])
  const sentence = useChangeSentence()
  const was = useQuery(revisionQuery(name, before)).data
  const is = useQuery(revisionQuery(name, after)).data
  const found = useMemo(
    () =>
      was && is
        ? { changes: compareInstruments(was, is).changes, texts: changedTexts(was, is).length }
        : undefined,
    [was, is],
  )
  if (found === undefined) return <Progress label={t('history.looking')} />
  const { changes, texts } = found
  const rest = changes.length - 4
  return (
    <ul className="history-changes">
      {changes.length + texts === 0 && <li>{t('history.same')}</li>}
      {changes.slice(0, 4).map((change, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same change may be found twice
        <li key={`${change.rule} ${change.name} ${place}`}>
          {change.name !== '' && <code>{change.name}</code>} {sentence(change)}
        </li>
      ))}
      {rest > 0 && <li>{t('history.more', { count: rest })}</li>}
      {texts > 0 && <li>{t('history.texts', { count: texts })}</li>}
    </ul>
  )
}

const Comparison = ({
  editor,
  revisions,
}: {
  readonly editor: RoomProps['editor']
  readonly revisions: readonly DraftRevision[]
}) => {
  const { t } = useTranslation('together')
  const name = editor.instrument.instrument
  const [from, setFrom] = useState(String((revisions[1] ?? revisions[0])?.revision))
  const [to, setTo] = useState(OPEN)
  const choices = [
    { value: OPEN, text: t('history.open') },
    ...revisions.map(({ revision }) => ({
      value: String(revision),
      text: t('history.revision', { revision }),
    })),
  ]
  const one = useChosen(name, from, editor.instrument)
  const other = useChosen(name, to, editor.instrument)
  return (
    <details className="history-compare">
      <summary>{t('history.compareTitle')}</summary>
      <div className="history-choice">
        <Select label={t('history.from')} value={from} choices={choices} onSelect={setFrom} />
        <Select label={t('history.to')} value={to} choices={choices} onSelect={setTo} />
      </div>
      {one === undefined || other === undefined ? (
        <Progress label={t('history.looking')} />
      ) : (
        <ChangeList before={one} after={other} />
      )}
    </details>
  )
}

const useChosen = (name: string, chosen: string, open: Instrument): Instrument | undefined => {
  const { data } = useQuery({
    ...revisionQuery(name, Number(chosen)),
    enabled: chosen !== OPEN,
  })
  return chosen === OPEN ? open : data
}

const Looking = ({
  name,
  revision,
  onClose,
}: {
  readonly name: string
  readonly revision: number
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('together')
  return (
    <Dialog
      open
      title={t('history.lookTitle', { revision })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('history.close')}</Button>}
    >
      <Asked query={useQuery(revisionQuery(name, revision))}>
        {(instrument) => <ItemList instrument={instrument} />}
      </Asked>
    </Dialog>
  )
}
