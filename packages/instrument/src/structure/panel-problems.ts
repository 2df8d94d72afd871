import type { Instrument } from '../instrument.ts'
import type { Item } from '../items-of.ts'
import { pointerTo } from '../pointer.ts'
import { inSurvey, type StructureProblem } from './structure-problem.ts'

/** Panels without a limit or a number to follow, and a consent that nobody can give. */
export const panelProblems = (
  instrument: Instrument,
  items: readonly Item[],
): readonly StructureProblem[] => {
  const byName = new Map(items.map((item) => [item.name, item]))
  const counts = (instrument.panelCounts ?? []).flatMap(
    ({ panel, from }, place): readonly StructureProblem[] => {
      const path = pointerTo('', 'panelCounts', place)
      if (byName.get(panel)?.type !== 'paneldynamic')
        return [
          {
            path,
            severity: 'error',
            rule: 'panel-count',
            message: `“${panel}” is no repeated panel.`,
            remedy: 'Name a paneldynamic element.',
          },
        ]
      return byName.get(from)?.inputType === 'number'
        ? []
        : [
            {
              path,
              severity: 'error',
              rule: 'panel-count',
              message: `“${from}” is no number item.`,
              remedy: 'Name a text element of input type number.',
            },
          ]
    },
  )
  const unbounded = items.flatMap((item): readonly StructureProblem[] => {
    const property =
      item.type === 'paneldynamic'
        ? 'maxPanelCount'
        : item.type === 'matrixdynamic'
          ? 'maxRowCount'
          : undefined
    if (property === undefined || typeof item.json[property] === 'number') return []
    return [
      {
        path: inSurvey(item.path),
        severity: 'error',
        rule: 'panel-limit',
        message: `“${item.name}” does not say how many entries it takes.`,
        remedy: `Set ${property}; each entry becomes variables of the data.`,
      },
    ]
  })
  const { consent } = instrument
  const consentFault: readonly StructureProblem[] =
    consent === undefined ||
    byName.get(consent.item)?.choices.some(({ value }) => consent.agreed.includes(value)) === true
      ? []
      : [
          {
            path: '/consent',
            severity: 'error',
            rule: 'consent',
            message: `“${consent.item}” offers none of the answers that mean consent.`,
            remedy: 'Name the item and the value of its agreeing choice.',
          },
        ]
  return [...counts, ...unbounded, ...consentFault]
}
