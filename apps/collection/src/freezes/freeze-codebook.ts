import { type Codebook, codebookOf, type Instrument, type Variable } from '@echolot/instrument'

/**
 * The codebook of a freeze. Where several versions of a questionnaire were answered, the newest describes the variables
 * it has, and older ones add those it has no more. Own words are in no freeze: only coding makes them fit to be read.
 */
export const freezeCodebookOf = (newestFirst: readonly [Instrument, ...Instrument[]]): Codebook => {
  const [newest, ...older] = newestFirst.map(withoutWords) as [Codebook, ...Codebook[]]
  const names = new Set(newest.variables.map(({ name }) => name))
  const added: Variable[] = []
  for (const { variables } of older)
    for (const variable of variables)
      if (!names.has(variable.name)) {
        names.add(variable.name)
        added.push(variable)
      }
  return { ...newest, variables: [...newest.variables, ...added] }
}

const withoutWords = (instrument: Instrument): Codebook => {
  const codebook = codebookOf(instrument)
  return {
    ...codebook,
    variables: codebook.variables.filter((variable) => !isInOwnWords(variable)),
  }
}

/** Answers to open questions, and words beside a choice. */
const isInOwnWords = ({ name, type, sensitivity }: Variable): boolean =>
  type === 'text' &&
  (sensitivity === 'free-text' || sensitivity === 'direct' || /_comment(?:_\d+)?$/.test(name))
