import { Badge, Button, ProblemNotice } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '../../screen/language-name.ts'
import { useProblemWords } from '../../screen/problem-words.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import type { Draft } from './edition-edits.ts'
import type { Kept } from './requests.ts'
import { type SaveState, useSaving } from './use-saving.ts'

const TONES: Readonly<Record<SaveState['is'], 'success' | 'neutral' | 'warn' | 'error'>> = {
  saved: 'success',
  waiting: 'neutral',
  saving: 'neutral',
  faulty: 'warn',
  offline: 'warn',
  refused: 'error',
  conflict: 'error',
}

/** Saves one language by itself and says whether it is safe. */
export const SaveLine = ({
  id,
  draft,
  kept,
  change,
}: {
  readonly id: string
  readonly draft: Draft
  readonly kept: Kept
  readonly change: (field: string, edit: (draft: Draft) => Draft) => void
}) => {
  const { t } = useTranslation('reports')
  const problems = useProblemWords()
  const languageName = useLanguageName()
  const { language, state, save, settle } = useSaving({ id, draft }, kept)
  return (
    <div className="edition-save">
      <span>{languageName(language)}:</span>{' '}
      <Badge tone={TONES[state.is]}>{t(`editor.save.${state.is}`)}</Badge>
      {(state.is === 'offline' || state.is === 'refused') && (
        <Button size="small" variant="quiet" onClick={() => void save()}>
          {t('editor.tryAgain')}
        </Button>
      )}
      {state.is === 'refused' && <ProblemNotice problem={state.problem} words={problems} />}
      {state.is === 'conflict' && (
        <ConflictDialog
          mine={draft[language] ?? kept}
          theirs={state.theirs}
          onKeep={() => settle(state.theirs.revision)}
          onTake={() => {
            const { model, edition, basis } = state.theirs
            change('', (was) => ({ ...was, [language]: { model, edition, basis } }))
            settle(state.theirs.revision)
          }}
        />
      )}
    </div>
  )
}
