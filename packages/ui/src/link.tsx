import type { AnchorHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import { useUi } from './ui-provider.tsx'

/** A link, drawn by the app's router; `button` looks like a button and is still a link. */
export const Link = ({
  look = 'text',
  className,
  ...native
}: AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly href: string
  readonly look?: 'text' | 'button' | 'primary-button'
}) => {
  const { anchor: Anchor } = useUi()
  const looks = {
    text: 'ui-link',
    button: 'ui-button ui-button-secondary ui-button-normal',
    'primary-button': 'ui-button ui-button-primary ui-button-normal',
  }
  return <Anchor {...native} className={classNames(looks[look], className)} />
}
