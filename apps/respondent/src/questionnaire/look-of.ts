import type { InstrumentEnvelope } from '@echolot/contract/instruments'

/** Types the own small style sheet dresses. */
const OWN_LOOK = new Set([
  'boolean',
  'checkbox',
  'comment',
  'dropdown',
  'expression',
  'html',
  'matrix',
  'multipletext',
  'panel',
  'paneldynamic',
  'radiogroup',
  'ranking',
  'rating',
  'text',
])

const typesIn = (node: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (Array.isArray(node)) for (const part of node) typesIn(part, found)
  else if (typeof node === 'object' && node !== null) {
    const { type, name } = node as { type?: unknown; name?: unknown }
    if (typeof type === 'string' && typeof name === 'string') found.add(type)
    for (const [key, part] of Object.entries(node))
      if (['pages', 'elements', 'questions', 'templateElements', 'detailElements'].includes(key))
        typesIn(part, found)
  }
  return found
}

/**
 * Nearly every questionnaire gets by with the own style sheet, a tenth of survey-core's. One that uses a rarer type
 * (signature, file, slider, tables of fields …) fetches survey-core's whole sheet, and is dressed by it.
 */
export const fetchLookOf = async (
  { survey }: InstrumentEnvelope,
  host: HTMLElement,
): Promise<void> => {
  const rare = [...typesIn(survey)].some((type) => !OWN_LOOK.has(type))
  host.dataset.look = rare ? 'full' : 'own'
  if (rare) await import('survey-core/survey-core.min.css')
}
