import type { Instrument } from '@echolot/instrument'
import type { Question, SurveyModel } from 'survey-core'

/** A repeated panel as far as it is needed here. */
type CountedPanel = Question & { panelCount: number; maxPanelCount: number }

/**
 * Lets repeated panels follow the number items they are tied to (`panelCounts`), now and at every change: three
 * children give three entries, never more than the panel's maximum. Entries that fall away take their answers with
 * them, so counting 3 → 2 → 3 brings nothing back. The tie lies in the envelope, not in `panelCountExpression`: that
 * property is unknown to some versions of the library, which then show no entry at all and only `jsonErrors` tells.
 */
export const applyPanelCounts = (
  model: SurveyModel,
  { panelCounts = [] }: Pick<Instrument, 'panelCounts'>,
): void => {
  const apply = (name?: string) => {
    for (const { panel, from } of panelCounts) {
      if (name !== undefined && name !== from && name !== panel) continue
      const question = model.getQuestionByName(panel) as CountedPanel | null
      if (question === null || question.getType() !== 'paneldynamic') continue
      const wanted = Number(model.getValue(from))
      const count = Number.isFinite(wanted)
        ? Math.max(0, Math.min(Math.floor(wanted), question.maxPanelCount))
        : 0
      if (question.panelCount !== count) question.panelCount = count
    }
  }
  apply()
  model.onValueChanged.add((_, { name }) => apply(name))
  model.onVariableChanged.add(() => apply())
}
