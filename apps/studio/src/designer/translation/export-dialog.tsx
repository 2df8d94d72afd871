import type { Instrument } from '@echolot/instrument'
import { Button, Dialog, RadioGroup, Select } from '@echolot/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { saveFile } from '../parts/save-file.ts'
import { type FileKind, fileOf } from './files.ts'

/** Gives one language to translators as a file. */
export const ExportDialog = ({
  instrument,
  language: first,
  onClose,
}: {
  readonly instrument: Instrument
  readonly language: string
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('translation')
  const languageName = useLanguageName()
  const [language, setLanguage] = useState(first)
  const [kind, setKind] = useState<FileKind>('csv')
  const [pending, setPending] = useState<'writing'>()
  return (
    <Dialog
      open
      title={t('export.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            pending={pending !== undefined}
            onClick={async () => {
              setPending('writing')
              const file = await fileOf(instrument, language, kind)
              saveFile(file.name, file)
              onClose()
            }}
          >
            {t('export.save')}
          </Button>
        </>
      }
    >
      <Select
        label={t('export.language')}
        value={language}
        choices={instrument.languages
          .slice(1)
          .map(({ tag }) => ({ value: tag, text: languageName(tag) }))}
        onSelect={setLanguage}
      />
      <RadioGroup
        label={t('export.kind')}
        value={kind}
        choices={(['csv', 'xliff'] as const).map((value) => ({
          value,
          text: t(`export.kinds.${value}`),
          hint: t(`export.hints.${value}`),
        }))}
        onChoose={(value) => setKind(value as FileKind)}
      />
    </Dialog>
  )
}
