import type { Theme } from '@echolot/contract/coding'
import { Checkbox } from '@echolot/ui'

/** Themes to tick, each with its definition. */
export const ThemeTicks = ({
  legend,
  themes,
  chosen,
  onChoose,
}: {
  readonly legend: string
  readonly themes: readonly Theme[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}) => (
  <fieldset className="ui-group coding-themes">
    <legend className="ui-label">{legend}</legend>
    {themes.map(({ id, label, definition }) => (
      <Checkbox
        key={id}
        label={label}
        hint={definition}
        checked={chosen.includes(id)}
        onChange={(event) =>
          onChoose(event.target.checked ? [...chosen, id] : chosen.filter((theme) => theme !== id))
        }
      />
    ))}
  </fieldset>
)
