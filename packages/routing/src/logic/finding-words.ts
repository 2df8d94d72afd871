/** What a finding is about, by its code. */
export type FindingCode =
  | 'contradiction'
  | 'excluded'
  | 'unreachable'
  | 'only-after-going-back'
  | 'always-true'
  /** Only says again what holds wherever it stands. */
  | 'repeated'
  | 'never-enabled'
  | 'required-never-enabled'
  | 'never-required'
  | 'cycle'
  | 'missing-item'
  | 'missing-row'
  | 'missing-target'
  | 'unknown-choice'
  | 'out-of-range'
  | 'wrong-type'
  | 'word'
  | 'asked-later'
  | 'dead-end'
  | 'skip-back'
  | 'skip-over-required'
  | 'no-completion'

/** Values that a finding's sentence is made with; names already as readers know them, in one language. */
export type FindingData = { readonly [name: string]: string }

export type FindingText = { readonly message: string; readonly remedy: string }

type Telling = (data: FindingData) => FindingText

const say =
  (message: (data: FindingData) => string, remedy: string): Telling =>
  (data) => ({ message: message(data), remedy })

const DE: { readonly [code in FindingCode]: Telling } = {
  contradiction: say(
    ({ target }) => `${target}: Die Bedingung kann nie erfüllt sein.`,
    'Einen der Teile ändern, die einander ausschließen.',
  ),
  excluded: say(
    ({ target, other }) =>
      `${target} wird nie gezeigt: Die Bedingung schließt die von ${other} aus, worin es steht.`,
    'Eine der beiden Bedingungen ändern oder die Frage an eine andere Stelle setzen.',
  ),
  unreachable: say(
    ({ target, because }) =>
      `${target} wird nie gezeigt, mit keinen Antworten${because === '' || because === undefined ? '' : `; es hängt an ${because}`}.`,
    'Die Bedingung ändern oder entfernen, was niemand sieht.',
  ),
  'only-after-going-back': say(
    ({ target }) => `${target} sieht nur, wer zurückgeht und eine frühere Antwort ändert.`,
    'Antworten verborgener Fragen löschen lassen (clearInvisibleValues: onHidden) oder die Bedingung ändern.',
  ),
  'always-true': say(
    ({ target }) => `${target}: Die Bedingung ist immer erfüllt und bewirkt nichts.`,
    'Die Bedingung entfernen oder berichtigen.',
  ),
  repeated: say(
    ({ target }) =>
      `${target}: the condition only says again what already holds by its page, panel or earlier questions.`,
    'It can be left out.',
  ),
  'never-enabled': say(({ target }) => `${target} ist nie freigegeben.`, 'Die Bedingung ändern.'),
  'required-never-enabled': say(
    ({ target }) => `${target} muss beantwortet werden, ist aber nie freigegeben.`,
    'Pflicht aufheben oder die Bedingung der Freigabe ändern.',
  ),
  'never-required': say(
    ({ target }) => `${target} ist nie Pflicht, obwohl es eine Bedingung dafür gibt.`,
    'Die Bedingung ändern oder entfernen.',
  ),
  cycle: say(
    ({ path }) => `Ein Kreis: ${path}. Jedes wartet auf das andere.`,
    'Eine der Bedingungen so ändern, dass sie nur nach vorn schaut.',
  ),
  'missing-item': say(
    ({ target, name }) => `${target} fragt nach {${name}}, das es nicht gibt.`,
    'Den Namen berichtigen oder den Wert als Kontext erklären.',
  ),
  'missing-row': say(
    ({ target, name, row }) => `${target} fragt nach {${name}}; ${row} gibt es dort nicht.`,
    'Die Zeile oder Spalte richtig benennen.',
  ),
  'missing-target': say(
    ({ target, name }) => `${target} führt zu ${name}, das es nicht gibt.`,
    'Eine vorhandene Frage oder Seite nennen.',
  ),
  'unknown-choice': say(
    ({ target, value, of }) =>
      `${target} vergleicht ${of} mit ${value}; diese Antwort gibt es dort nicht.`,
    'Einen Wert nehmen, der zur Auswahl steht.',
  ),
  'out-of-range': say(
    ({ target, value, of }) =>
      `${target} vergleicht ${of} mit ${value}; das liegt außerhalb der erlaubten Werte.`,
    'Den Wert oder die Grenzen der Frage ändern.',
  ),
  'wrong-type': say(
    ({ target, value, of }) =>
      `${target} vergleicht ${of} mit ${value}; solche Antworten gibt es dort nicht.`,
    'Mit einem Wert derselben Art vergleichen.',
  ),
  word: say(
    ({ target, name }) => `${target}: „${name}“ steht ohne geschweifte Klammern und gilt als Text.`,
    'Geschweifte Klammern setzen, wenn die Frage gemeint ist, sonst Anführungszeichen.',
  ),
  'asked-later': say(
    ({ target, of }) => `${target} fragt nach ${of}, das erst später beantwortet wird.`,
    'Die Frage vorziehen oder die Bedingung ändern.',
  ),
  'dead-end': say(
    ({ target }) =>
      `${target} muss beantwortet werden, doch es kann sein, dass keine Antwort zur Auswahl steht.`,
    'Eine Antwort immer zeigen oder die Pflicht aufheben.',
  ),
  'skip-back': say(
    ({ target, to }) => `${target} springt zurück zu ${to}.`,
    'Nur vorwärts springen; rückwärts entstehen Schleifen.',
  ),
  'skip-over-required': say(
    ({ target, over }) => `${target} überspringt Pflichtfragen: ${over}.`,
    'Die übersprungenen Fragen mit einer Bedingung verbergen oder die Pflicht aufheben.',
  ),
  'no-completion': say(
    () => 'Niemand kann die Befragung abschließen: Eine Pflichtfrage lässt sich nie beantworten.',
    'Die Pflichtfragen und die Bedingungen ihrer Antworten prüfen.',
  ),
}

const EN: { readonly [code in FindingCode]: Telling } = {
  contradiction: say(
    ({ target }) => `${target}: the condition can never hold.`,
    'Change one of the parts that exclude each other.',
  ),
  excluded: say(
    ({ target, other }) =>
      `${target} is never shown: its condition excludes that of ${other}, in which it stands.`,
    'Change one of the two conditions or move the question.',
  ),
  unreachable: say(
    ({ target, because }) =>
      `${target} is never shown, whatever the answers${because === '' || because === undefined ? '' : `; it hangs on ${because}`}.`,
    'Change the condition, or remove what nobody sees.',
  ),
  'only-after-going-back': say(
    ({ target }) => `${target} is only seen by those who go back and change an earlier answer.`,
    'Have answers of hidden questions forgotten (clearInvisibleValues: onHidden) or change the condition.',
  ),
  'always-true': say(
    ({ target }) => `${target}: the condition always holds and does nothing.`,
    'Remove the condition or correct it.',
  ),
  repeated: say(
    ({ target }) =>
      `${target}: the condition only says again what already holds by its page, panel or earlier questions.`,
    'It can be left out.',
  ),
  'never-enabled': say(({ target }) => `${target} is never enabled.`, 'Change the condition.'),
  'required-never-enabled': say(
    ({ target }) => `${target} must be answered but is never enabled.`,
    'Make it optional or change the condition that enables it.',
  ),
  'never-required': say(
    ({ target }) => `${target} is never required, although there is a condition for it.`,
    'Change or remove the condition.',
  ),
  cycle: say(
    ({ path }) => `A cycle: ${path}. Each waits for the other.`,
    'Change one of the conditions so that it only looks at what comes before.',
  ),
  'missing-item': say(
    ({ target, name }) => `${target} asks for {${name}}, which does not exist.`,
    'Correct the name, or declare the value under “context”.',
  ),
  'missing-row': say(
    ({ target, name, row }) => `${target} asks for {${name}}; there is no ${row}.`,
    'Name an existing row or column.',
  ),
  'missing-target': say(
    ({ target, name }) => `${target} leads to ${name}, which does not exist.`,
    'Name an existing question or page.',
  ),
  'unknown-choice': say(
    ({ target, value, of }) =>
      `${target} compares ${of} with ${value}, which is none of its answers.`,
    'Use a value that can be chosen.',
  ),
  'out-of-range': say(
    ({ target, value, of }) =>
      `${target} compares ${of} with ${value}, which is outside its range.`,
    'Change the value or the range of the question.',
  ),
  'wrong-type': say(
    ({ target, value, of }) => `${target} compares ${of} with ${value}; it has no such answers.`,
    'Compare with a value of the same kind.',
  ),
  word: say(
    ({ target, name }) => `${target}: “${name}” stands without braces and is taken for text.`,
    'Put it in braces if the question is meant, in quotes if not.',
  ),
  'asked-later': say(
    ({ target, of }) => `${target} asks for ${of}, which is only answered later.`,
    'Move the question forward or change the condition.',
  ),
  'dead-end': say(
    ({ target }) => `${target} must be answered, but there may be nothing to choose.`,
    'Always show one answer, or make it optional.',
  ),
  'skip-back': say(
    ({ target, to }) => `${target} goes back to ${to}.`,
    'Only go forward; going back makes loops.',
  ),
  'skip-over-required': say(
    ({ target, over }) => `${target} skips required questions: ${over}.`,
    'Hide what is skipped by a condition, or make it optional.',
  ),
  'no-completion': say(
    () => 'Nobody can complete the questionnaire: a required question can never be answered.',
    'Check the required questions and the conditions on their answers.',
  ),
}

/** A finding as a sentence with its remedy. */
export const findingText = (code: FindingCode, language: string, data: FindingData): FindingText =>
  (language.startsWith('de') ? DE : EN)[code](data)
