import { Button } from './button.tsx'
import { useUi } from './ui-provider.tsx'

/** Back and forth through the pages of a list; nothing where there is one page only. */
export const Pager = ({
  label,
  page,
  pages,
  onPage,
}: {
  readonly label: string
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}) => {
  const { words, number } = useUi()
  if (pages <= 1) return null
  return (
    <nav className="ui-pager" aria-label={label}>
      <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {words.previousPage}
      </Button>
      <span aria-live="polite">{words.pageOf(number(page), number(pages))}</span>
      <Button size="small" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {words.nextPage}
      </Button>
    </nav>
  )
}
