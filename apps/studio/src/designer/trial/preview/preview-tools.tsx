import { type Instrument, itemsOf, pagesOf, textOf } from '@echolot/instrument'
import { Button, RadioGroup, Select } from '@echolot/ui'
import { type Dispatch, type SetStateAction, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../../screen/language-name.ts'
import type { RoomProps } from '../../editor/room.ts'
import { flatten } from '../../edits/outline.ts'
import { sourceOf } from '../../edits/source-of.ts'
import { nameAndTitle } from '../../picking/names.ts'
import { DEVICES, type Device, ORIENTATIONS, type Orientation } from '../../preview/devices.ts'
import { ContextFields } from '../context-fields.tsx'
import type { Trial } from '../trial.ts'
import type { Running } from './use-running.ts'
import { COLOURS, type View, WAYS } from './view.ts'

/** What the preview is seen with: language, device, colours, way, context, page. */
export const PreviewTools = ({
  instrument,
  outline,
  selected,
  view,
  onView,
  trial,
  onTrial,
  running: { seen, turnTo },
  onJump,
}: Pick<RoomProps, 'outline'> & {
  readonly instrument: Instrument
  readonly selected: string
  readonly view: View
  readonly onView: (view: View) => void
  readonly trial: Trial
  readonly onTrial: Dispatch<SetStateAction<Trial>>
  readonly running: Running
  readonly onJump: (name: string) => void
}) => {
  const { t } = useTranslation('trial')
  const languageName = useLanguageName()
  const source = sourceOf(instrument)
  const items = useMemo(
    () => itemsOf(instrument).filter(({ parent, role }) => parent === undefined && role !== 'text'),
    [instrument],
  )
  const questions = useMemo(
    () => items.map((item) => ({ value: item.name, text: nameAndTitle(item, source) })),
    [items, source],
  )
  const titles = useMemo(
    () => new Map(pagesOf(instrument).map(({ name, json }) => [name, json.title])),
    [instrument],
  )
  const chosen = flatten(outline).find(({ pointer }) => pointer === selected)?.name
  const isItem = items.some(({ name }) => name === chosen)
  const choose = <Key extends keyof View>(key: Key, value: View[Key]) =>
    onView({ ...view, [key]: value })
  return (
    <>
      <div className="trial-tools">
        <Select
          label={t('preview.language')}
          value={view.language}
          choices={instrument.languages.map(({ tag }) => ({ value: tag, text: languageName(tag) }))}
          onSelect={(tag) => choose('language', tag)}
        />
        <Select
          label={t('preview.way')}
          value={view.way}
          choices={WAYS.map((value) => ({ value, text: t(`way.${value}`) }))}
          onSelect={(way) => choose('way', way as View['way'])}
        />
        <Select
          label={t('preview.theme')}
          value={view.colours}
          choices={COLOURS.map((value) => ({ value, text: t(`theme.${value}`) }))}
          onSelect={(colours) => choose('colours', colours as View['colours'])}
        />
        <ContextFields
          instrument={instrument}
          context={trial.context}
          onContext={(context) => onTrial((before) => ({ ...before, context }))}
        />
      </div>
      <div className="trial-tools">
        <RadioGroup
          label={t('preview.device')}
          layout="row"
          value={view.device}
          choices={DEVICES.map((value) => ({ value, text: t(`device.${value}`) }))}
          onChoose={(device) => choose('device', device as Device)}
        />
        {view.device !== 'desktop' && (
          <RadioGroup
            label={t('preview.orientation')}
            layout="row"
            value={view.orientation}
            choices={ORIENTATIONS.map((value) => ({ value, text: t(`orientation.${value}`) }))}
            onChoose={(orientation) => choose('orientation', orientation as Orientation)}
          />
        )}
      </div>
      <div className="trial-tools">
        {seen.pages.length > 1 && !seen.completed && (
          <Select
            label={t('preview.page')}
            value={String(seen.page)}
            choices={seen.pages.map((name, place) => ({
              value: String(place),
              text: `${place + 1}. ${textOf(localized(titles.get(name), name), source, source)}`,
            }))}
            onSelect={(value) => turnTo(Number(value))}
          />
        )}
        <Select
          label={t('preview.question')}
          value=""
          choices={[{ value: '', text: t('preview.questionChoose') }, ...questions]}
          onSelect={(name) => name !== '' && onJump(name)}
        />
        {isItem && chosen !== undefined && (
          <Button size="small" onClick={() => onJump(chosen)}>
            {t('preview.toSelected', { name: chosen })}
          </Button>
        )}
      </div>
    </>
  )
}

const localized = (title: unknown, otherwise: string) =>
  typeof title === 'string' || (typeof title === 'object' && title !== null)
    ? (title as Parameters<typeof textOf>[0])
    : otherwise
