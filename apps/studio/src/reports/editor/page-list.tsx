import type { Report, SectionEdition } from '@echolot/report'
import { withEdition } from '@echolot/report'
import { Badge } from '@echolot/ui'
import { useTranslation } from 'react-i18next'
import { sectionsInOrder, type Written } from './edition-edits.ts'
import type { FormProps } from './section-form.tsx'

/** Name of the page with the summary, which is no section. */
export const SUMMARY = 'summary'
/** Name of the page with the sheet for families. */
export const FAMILIES = 'families'

/** All pages as they are headed now, with what became of them. */
export const PageList = ({
  draft,
  languages,
  faults,
  page,
  onPage,
}: FormProps & { readonly page: string; readonly onPage: (page: string) => void }) => {
  const { t } = useTranslation('reports')
  const [leading = 'de'] = languages
  const first = draft[leading] as Written
  const drawn: Report = withEdition(first.model, first.edition)
  const headingOf = (id: string, proposed: string) =>
    drawn.sections.find((section) => section.id === id)?.heading ?? proposed
  const pages = [
    { id: SUMMARY, heading: t('editor.summary'), edit: undefined },
    ...sectionsInOrder(first).map(({ id, heading }) => ({
      id,
      heading: headingOf(id, heading),
      edit: first.edition.sections[id],
    })),
    { id: FAMILIES, heading: t('editor.families'), edit: undefined },
  ]
  const placeOf = (path: string) =>
    path.startsWith('sections.')
      ? path.split('.')[1]
      : path.startsWith('families.')
        ? FAMILIES
        : SUMMARY
  const isFaulty = (id: string) =>
    Object.values(faults).some((list) =>
      list?.some(({ path, severity }) => severity === 'error' && placeOf(path) === id),
    )
  return (
    <nav className="edition-pages" aria-label={t('editor.pages')}>
      <ol>
        {pages.map(({ id, heading, edit }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === page ? 'page' : undefined}
              onClick={() => onPage(id)}
            >
              <span>{heading}</span>
              <Marks edit={edit} />
              {isFaulty(id) && <Badge tone="error">{t('editor.faulty')}</Badge>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const Marks = ({ edit }: { readonly edit: SectionEdition | undefined }) => {
  const { t } = useTranslation('reports')
  if (edit === undefined) return null
  return edit.hidden === undefined ? (
    <Badge>{t('editor.edited')}</Badge>
  ) : (
    <Badge tone="warn">{t('editor.hiddenMark')}</Badge>
  )
}
