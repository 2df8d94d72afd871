import { type Instrument, type Persona, pagesOf, textOf } from '@echolot/instrument'
import { Badge, Button, Notice, useUi } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { sourceOf } from '../../edits/source-of.ts'
import type { OpenInPreview } from '../trial.ts'
import type { PersonaReport } from '../work/task.ts'

/** One persona and its way: pages and items it is shown, minutes, broken expectations, what changed since the last version. */
export const PersonaCard = ({
  instrument,
  persona,
  report,
  mode,
  onOpen,
  onEdit,
  onCopy,
  onRemove,
}: {
  readonly instrument: Instrument
  readonly persona: Persona
  readonly report: PersonaReport | undefined
  readonly mode: 'edit' | 'read'
  readonly onOpen: OpenInPreview
  readonly onEdit: () => void
  readonly onCopy: () => void
  readonly onRemove: () => void
}) => {
  const { t } = useTranslation('trial')
  const { name, description } = persona
  return (
    <article className="ui-card trial-card">
      <h2>{name}</h2>
      {description && <p>{description}</p>}
      {report === undefined ? (
        <p className="trial-soft">{t('working')}</p>
      ) : (
        <Report instrument={instrument} report={report} />
      )}
      <div className="ui-actions">
        <Button
          size="small"
          disabled={report === undefined}
          aria-label={t('personas.openOne', { name })}
          onClick={() =>
            report &&
            onOpen({
              answers: report.walk.answers,
              of: name,
              ...(persona.context && { context: persona.context }),
            })
          }
        >
          {t('open')}
        </Button>
        <Button
          size="small"
          disabled={mode === 'read'}
          aria-label={t('personas.editOne', { name })}
          onClick={onEdit}
        >
          {t('edit')}
        </Button>
        <Button
          size="small"
          disabled={mode === 'read'}
          aria-label={t('personas.copyOne', { name })}
          onClick={onCopy}
        >
          {t('copy')}
        </Button>
        <Button
          size="small"
          variant="danger"
          disabled={mode === 'read'}
          aria-label={t('removeOne', { name })}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </div>
    </article>
  )
}

const Report = ({
  instrument,
  report: { walk, minutes, against },
}: {
  readonly instrument: Instrument
  readonly report: PersonaReport
}) => {
  const { t } = useTranslation('trial')
  const { number } = useUi()
  const source = sourceOf(instrument)
  const titles = new Map(
    pagesOf(instrument).map(({ name, json }) => [
      name,
      typeof json.title === 'string' || typeof json.title === 'object'
        ? textOf((json.title ?? name) as Parameters<typeof textOf>[0], source, source)
        : name,
    ]),
  )
  const items = walk.pages.reduce((sum, { shown }) => sum + shown.length, 0)
  const tenths = (value: number) => number(Math.round(value * 10) / 10)
  return (
    <>
      <p>
        <Badge tone={walk.outcome === 'completed' ? 'success' : 'info'}>
          {t(`outcome.${walk.outcome}`)}
        </Badge>{' '}
        {t('personas.met', {
          pages: t('pages', { count: walk.pages.length }),
          items: t('items', { count: items }),
          minutes: tenths(minutes),
        })}
      </p>
      {walk.unmet.length > 0 && (
        <Notice tone="error" announce="never" title={t('personas.unmet')}>
          <ul>
            {walk.unmet.map((one) => {
              const [kind, name] = one.split(': ')
              return (
                <li key={one}>
                  {t(kind === 'shown' ? 'personas.notShown' : 'personas.notHidden', { name })}
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
      {walk.neverAsked.length > 0 && (
        <p className="ui-hint">{t('personas.neverAsked', { names: walk.neverAsked.join(', ') })}</p>
      )}
      {against !== undefined && (
        <p className="ui-hint">
          {against.added.length + against.removed.length === 0
            ? t('personas.same', { minutes: tenths(against.minutes) })
            : t('personas.against', {
                minutes: tenths(against.minutes),
                added: against.added.join(', ') || '–',
                removed: against.removed.join(', ') || '–',
              })}
        </p>
      )}
      <details>
        <summary>{t('personas.way')}</summary>
        <ol className="trial-way">
          {walk.pages.map(({ page, shown }) => (
            <li key={page}>
              {titles.get(page) || page}{' '}
              <span className="trial-soft">
                <code>{shown.join(' ')}</code>
              </span>
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}
