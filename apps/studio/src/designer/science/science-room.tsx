import './science.css'
import { codebookOf } from '@echolot/instrument'
import { Button, EmptyState } from '@echolot/ui'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../editor/room.ts'
import { addScale } from '../edits/notes.ts'
import { freeName } from '../edits/structure.ts'
import { CodebookPart } from './codebook-part.tsx'
import { ScaleCard } from './scale-card.tsx'

/** Scales beside their items, and the codebook that a freeze would get, as they change. */
export const ScienceRoom = ({ editor, checked }: Pick<RoomProps, 'editor' | 'checked'>) => {
  const { t } = useTranslation('science')
  const { instrument, edit } = editor
  const codebook = useMemo(() => codebookOf(instrument), [instrument])
  return (
    <div className="ui-stack science">
      <section className="ui-stack" aria-labelledby="scales-heading">
        <h2 id="scales-heading">{t('scales')}</h2>
        <p className="ui-prose">{t('lead')}</p>
        {instrument.scales.length === 0 && <EmptyState title={t('none')} />}
        {instrument.scales.map((scale, place) => (
          <ScaleCard
            // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed
            key={place}
            editor={editor}
            codebook={codebook}
            scale={scale}
            place={place}
          />
        ))}
        {editor.mode === 'edit' && (
          <div>
            <Button
              onClick={() =>
                edit((now) =>
                  addScale(now, freeName('SCALE', new Set(now.scales.map(({ name }) => name)))),
                )
              }
            >
              {t('add')}
            </Button>
          </div>
        )}
      </section>
      <CodebookPart instrument={instrument} problems={checked.problems} />
    </div>
  )
}
