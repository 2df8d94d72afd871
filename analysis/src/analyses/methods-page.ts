import { fieldWords } from './field-words.ts'
import { METHODS } from './methods.ts'

/** The page of methods, `methods.md`: made from the list of methods, so that it cannot say anything else. */
export const methodsPage = (): string =>
  [
    '# Methods',
    '',
    'Made by `echolot analyse --methods`; do not edit. Schema of the whole plan: `echolot analyse --schema`.',
    '',
    'Names of estimates are those of the reference files, parts joined by dots. `v` is a variable, `a` a code of a group. A field with a question mark may be left out; `= x` is what then holds. `[column …]` is a list, `{ }` an object.',
    ...METHODS.flatMap(({ id, about, source, estimates, fields, example }) => [
      '',
      `## \`${id}\``,
      '',
      about,
      '',
      `- Source: ${source}`,
      `- Fields: ${fieldWords(fields) || 'none'}`,
      `- Estimates: ${estimates}`,
      `- Example: \`${JSON.stringify({ id: 'x', method: id, ...example })}\``,
    ]),
    '',
  ].join('\n')
