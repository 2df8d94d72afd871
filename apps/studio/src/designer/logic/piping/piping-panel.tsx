import { localizedOf, setText, stepsOf, textsOf, valueAt } from '@echolot/instrument'
import { placesOf } from '@echolot/routing/logic'
import { Badge, Button, Notice, Select } from '@echolot/ui'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomProps } from '../../editor/room.ts'
import { sourceOf } from '../../edits/source-of.ts'
import { plainText, useSay } from '../say.ts'
import { type Piping, pipingsOf, placeAround } from './pipings-of.ts'
import { TextWithAnswers } from './text-with-answers.tsx'

/** Texts that name answers: what they name, what is missing, and new ones. */
export const PipingPanel = ({
  editor,
  shown,
  onJump,
}: Pick<RoomProps, 'editor' | 'shown'> & { readonly onJump: (pointer: string) => void }) => {
  const { t } = useTranslation('logic')
  const { instrument } = editor
  const settled = useDeferredValue(instrument)
  const pipings = useMemo(() => pipingsOf(settled), [settled])
  const [open, setOpen] = useState('')
  const faulty = pipings.filter(({ missing, later }) => missing.length + later.length > 0)
  const listed = pipings.some(({ path }) => path === open)
  return (
    <div className="logic-proofs">
      <h2 className="logic-heading">{t('piping.title')}</h2>
      {faulty.length > 0 && (
        <Notice tone="warn" title={t('piping.faulty', { count: faulty.length })} />
      )}
      {pipings.length === 0 && <p className="ui-hint">{t('piping.none')}</p>}
      <ul className="logic-findings">
        {pipings.map((piping) => (
          <PipingItem
            key={piping.path}
            piping={piping}
            open={open === piping.path ? 'open' : 'closed'}
            editor={editor}
            shown={shown}
            onOpen={() => setOpen(open === piping.path ? '' : piping.path)}
            onJump={onJump}
          />
        ))}
      </ul>
      <TextChoice editor={editor} value={listed ? '' : open} onSelect={setOpen} />
      {open !== '' && !listed && <Words editor={editor} shown={shown} path={open} />}
    </div>
  )
}

const PipingItem = ({
  piping: { path, place, text, names, missing, later },
  open,
  editor,
  shown,
  onOpen,
  onJump,
}: {
  readonly piping: Piping
  readonly open: 'open' | 'closed'
  readonly onOpen: () => void
} & Pick<RoomProps, 'editor' | 'shown'> & { readonly onJump: (pointer: string) => void }) => {
  const { t } = useTranslation('logic')
  const { titleOf } = useSay(editor.instrument)
  return (
    <li className="logic-finding">
      <p>
        <bdi>{titleOf(place)}</bdi>
      </p>
      {open === 'closed' && (
        <p className="logic-told">
          <bdi>{plainText(text, '', '')}</bdi>
        </p>
      )}
      <p>
        {t('piping.names')}{' '}
        {names.map((name) => (
          <code key={name} className="logic-name">
            {name}
          </code>
        ))}
      </p>
      {missing.map((name) => (
        <p key={name} className="ui-error">
          <Badge tone="error">{t('expert.severity.error')}</Badge> {t('piping.missing', { name })}
        </p>
      ))}
      {later.map((name) => (
        <p key={name} className="logic-warning">
          <Badge tone="warn">{t('expert.severity.warning')}</Badge> {t('piping.later', { name })}
        </p>
      ))}
      {open === 'open' && <Words editor={editor} shown={shown} path={path} />}
      <div className="logic-bar">
        <Button size="small" aria-expanded={open === 'open'} onClick={onOpen}>
          {t(open === 'open' ? 'piping.close' : 'editor.change')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onJump(path)}>
          {t('proof.go')}
        </Button>
      </div>
    </li>
  )
}

/** Any text of the questionnaire, to put an answer into. */
const TextChoice = ({
  editor: { instrument },
  value,
  onSelect,
}: Pick<RoomProps, 'editor'> & {
  readonly value: string
  readonly onSelect: (path: string) => void
}) => {
  const { t } = useTranslation('logic')
  const source = sourceOf(instrument)
  const texts = useMemo(
    () =>
      textsOf(instrument, source).filter(
        ({ text, property }) => text !== undefined && text !== '' && property !== 'text',
      ),
    [instrument, source],
  )
  return (
    <Select
      label={t('piping.add')}
      value={texts.some(({ path }) => path === value) ? value : ''}
      choices={[
        { value: '', text: t('piping.textWhich') },
        ...texts.map(({ path, element, text }) => ({
          value: path,
          text: `${element}: ${plainText(text ?? '', source, source).slice(0, 70)}`,
        })),
      ]}
      onSelect={onSelect}
    />
  )
}

const Words = ({
  editor,
  shown,
  path,
}: Pick<RoomProps, 'editor' | 'shown'> & { readonly path: string }) => {
  const { instrument, mode } = editor
  const places = useMemo(
    () => new Map(placesOf(instrument).map((place) => [place.path, place])),
    [instrument],
  )
  const place = placeAround(places, path)
  const label = `${place?.name ?? ''} ${stepsOf(path).at(-1) ?? ''}`
  return (
    <fieldset className="logic-able" disabled={mode === 'read'}>
      <TextWithAnswers
        instrument={instrument}
        pointer={place?.path ?? ''}
        label={label}
        text={localizedOf(valueAt(instrument.survey, path), '')}
        languages={shown}
        source={sourceOf(instrument)}
        place={path}
        onText={(language, text) =>
          editor.edit((now) => setText(now, { path, language, text }), `${path}#${language}`)
        }
      />
    </fieldset>
  )
}
