import './comments.css'
import type { Thread } from '@echolot/contract/comments'
import { Badge, Button, EmptyState, Select } from '@echolot/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../screen/asked.tsx'
import type { RoomProps } from '../editor/room.ts'
import { flatten } from '../edits/outline.ts'
import { NewThread } from './new-thread.tsx'
import { threadsQuery, useThreadCalls } from './requests.ts'
import { ThreadCard } from './thread-card.tsx'

const SHOWN = {
  open: ({ state }: Thread) => state === 'open',
  tasks: ({ state, task }: Thread) => state === 'open' && task !== null,
  resolved: ({ state }: Thread) => state === 'resolved',
  all: () => true,
}
type Shown = keyof typeof SHOWN
const KINDS = Object.keys(SHOWN) as Shown[]

/** Everything that was said about the draft, in the order of the questionnaire. */
export const CommentsRoom = ({ editor, outline, onGo }: RoomProps) => {
  const { t } = useTranslation('comments')
  const name = editor.instrument.instrument
  const threads = useQuery(threadsQuery(name))
  const calls = useThreadCalls(name)
  const [shown, setShown] = useState<Shown>('open')
  const places = new Map(flatten(outline).map((node, place) => [node.name, { ...node, place }]))
  const placeOf = (element: string) =>
    element === '' ? -1 : (places.get(element)?.place ?? Number.POSITIVE_INFINITY)
  const goTo = (element: string, pointer: string) =>
    onGo(
      { room: 'structure', pointer, name: element },
      { path: `/survey${pointer}`, severity: 'hint', rule: 'comment', message: '', remedy: '' },
    )
  return (
    <section className="comments" aria-label={t('title')}>
      <Asked query={threads}>
        {(list) => {
          const seen = list.threads.filter(SHOWN[shown])
          const elements = [...new Set(seen.map(({ element }) => element))].sort(
            (one, other) => placeOf(one) - placeOf(other),
          )
          return (
            <>
              <Select
                label={t('show')}
                value={shown}
                choices={KINDS.map((kind) => ({
                  value: kind,
                  text: `${t(`shown.${kind}`)} (${list.threads.filter(SHOWN[kind]).length})`,
                }))}
                onSelect={(kind) => setShown(kind as Shown)}
              />
              {seen.length === 0 && (
                <EmptyState title={t('none')}>
                  <p>{t('noneHelp')}</p>
                </EmptyState>
              )}
              {elements.map((element) => {
                const pointer = places.get(element)?.pointer
                return (
                  <section key={element} className="comments-element">
                    <header>
                      <h2>{element === '' ? t('whole') : <code>{element}</code>}</h2>
                      {element !== '' &&
                        (pointer === undefined ? (
                          <Badge tone="warn">{t('gone')}</Badge>
                        ) : (
                          <Button
                            size="small"
                            variant="quiet"
                            onClick={() => goTo(element, pointer)}
                          >
                            {t('goTo', { element })}
                          </Button>
                        ))}
                    </header>
                    {seen
                      .filter((thread) => thread.element === element)
                      .map((thread) => (
                        <ThreadCard
                          key={thread.id}
                          thread={thread}
                          people={list.people}
                          calls={calls}
                        />
                      ))}
                  </section>
                )
              })}
              <NewThread element="" people={list.people} calls={calls} />
            </>
          )
        }}
      </Asked>
    </section>
  )
}
