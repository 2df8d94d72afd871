import type { VariableNote } from '@echolot/instrument'
import type { Both, Preset } from './presets.ts'

const both = (de: string, en: string): Both => ({ de, en })
const choice = (value: number | string, de: string, en: string) => ({ value, text: both(de, en) })
const note = (
  name: string,
  sensitivity: VariableNote['sensitivity'],
  de: string,
  more: Partial<VariableNote> = {},
): VariableNote => ({ name, sensitivity, purpose: de, ...more })

const AGREEMENT = [
  choice(1, 'stimme gar nicht zu', 'strongly disagree'),
  choice(2, 'stimme eher nicht zu', 'disagree'),
  choice(3, 'teils, teils', 'neither agree nor disagree'),
  choice(4, 'stimme eher zu', 'agree'),
  choice(5, 'stimme voll zu', 'strongly agree'),
]
const NO_ANSWER = choice(-88, 'möchte ich nicht sagen', 'prefer not to say')

/** What studies need again and again. Presets are data: one more is one more entry here. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'likert',
    label: both('Likert-Batterie', 'Likert battery'),
    hint: both('Aussagen mit fünf Stufen der Zustimmung', 'Statements on five steps of agreement'),
    elements: [
      {
        type: 'matrix',
        name: 'agreement',
        title: both(
          'Wie sehr stimmen Sie den folgenden Aussagen zu?',
          'How much do you agree with the following statements?',
        ),
        columns: AGREEMENT,
        rows: [
          choice('agreement_1', 'Aussage 1', 'Statement 1'),
          choice('agreement_2', 'Aussage 2', 'Statement 2'),
          choice('agreement_3', 'Aussage 3', 'Statement 3'),
        ],
      },
    ],
    variables: ['agreement_1', 'agreement_2', 'agreement_3'].map((name) =>
      note(name, 'sensitive', '', { measure: 'ordinal' }),
    ),
  },
  {
    id: 'children',
    label: both('Kinder im Haushalt', 'Children in the household'),
    hint: both(
      'Anzahl, danach ein Block für jedes Kind',
      'How many, then one panel for each child',
    ),
    elements: [
      {
        type: 'text',
        name: 'children_count',
        title: both(
          'Wie viele Kinder leben in Ihrem Haushalt?',
          'How many children live in your household?',
        ),
        inputType: 'number',
        min: 0,
        max: 12,
      },
      {
        type: 'paneldynamic',
        name: 'children',
        title: both('Ihre Kinder', 'Your children'),
        visibleIf: '{children_count} > 0',
        maxPanelCount: 12,
        templateTitle: both('Kind {panelIndex}', 'Child {panelIndex}'),
        templateElements: [
          {
            type: 'text',
            name: 'child_age',
            title: both('Wie alt ist das Kind (in Jahren)?', 'How old is the child (in years)?'),
            inputType: 'number',
            min: 0,
            max: 17,
          },
          {
            type: 'radiogroup',
            name: 'child_care',
            title: both('Wird das Kind betreut?', 'Is the child in day care?'),
            choices: [choice(1, 'ja', 'yes'), choice(0, 'nein', 'no'), NO_ANSWER],
          },
        ],
      },
    ],
    variables: [
      note('children_count', 'quasi-identifier', 'Haushaltsgröße'),
      note('child_age', 'quasi-identifier', 'Alter der Kinder'),
      note('child_care', 'plain', 'Betreuung der Kinder', { missing: [-88] }),
    ],
    panelCounts: [{ panel: 'children', from: 'children_count' }],
  },
  {
    id: 'yes-no',
    label: both('Ja · Nein · keine Angabe', 'Yes · No · prefer not to say'),
    hint: both(
      'Ablehnen ist eine Antwort und zählt als fehlend (−88)',
      'Refusing is an answer and counts as missing (−88)',
    ),
    elements: [
      {
        type: 'radiogroup',
        name: 'yes_no',
        title: both('Ihre Frage?', 'Your question?'),
        choices: [choice(1, 'ja', 'yes'), choice(0, 'nein', 'no'), NO_ANSWER],
      },
    ],
    variables: [note('yes_no', 'sensitive', '', { measure: 'nominal', missing: [-88] })],
  },
  {
    id: 'zero-ten',
    label: both('Skala 0 bis 10', 'Scale 0 to 10'),
    hint: both('Elf Stufen, nur die Enden haben Worte', 'Eleven steps, words at the ends only'),
    elements: [
      {
        type: 'rating',
        name: 'satisfaction',
        title: both('Wie zufrieden sind Sie insgesamt?', 'All in all, how satisfied are you?'),
        rateMin: 0,
        rateMax: 10,
        minRateDescription: both('gar nicht zufrieden', 'not at all satisfied'),
        maxRateDescription: both('völlig zufrieden', 'completely satisfied'),
      },
    ],
    variables: [note('satisfaction', 'sensitive', '', { measure: 'ordinal' })],
  },
  {
    id: 'birth-year',
    label: both('Geburtsjahr', 'Year of birth'),
    hint: both('Nur das Jahr: weniger verrät weniger', 'The year only: less tells less'),
    elements: [
      {
        type: 'text',
        name: 'birth_year',
        title: both('In welchem Jahr sind Sie geboren?', 'In which year were you born?'),
        description: both(
          'Bitte nur das Jahr, zum Beispiel 1984.',
          'The year only, for example 1984.',
        ),
        inputType: 'number',
        min: 1900,
        max: 2100,
      },
    ],
    variables: [note('birth_year', 'quasi-identifier', 'Alter')],
  },
  {
    id: 'open',
    label: both('Offene Frage mit Hinweis', 'Open question with a privacy hint'),
    hint: both('Bittet darum, keine Namen zu nennen', 'Asks not to name anybody'),
    elements: [
      {
        type: 'comment',
        name: 'remarks',
        title: both('Was möchten Sie uns noch sagen?', 'Is there anything you would like to add?'),
        description: both(
          'Bitte nennen Sie keine Namen, Adressen oder anderes, woran man jemanden erkennt.',
          'Please leave out names, addresses and anything else that could identify somebody.',
        ),
        maxLength: 2000,
      },
    ],
    variables: [note('remarks', 'free-text', 'Anmerkungen in eigenen Worten')],
  },
  {
    id: 'household',
    label: both('Personen im Haushalt', 'Members of the household'),
    hint: both(
      'Tabelle, die mitwächst: Alter und Verhältnis',
      'A growing table: age and relationship',
    ),
    elements: [
      {
        type: 'matrixdynamic',
        name: 'household',
        title: both(
          'Wer lebt außer Ihnen in Ihrem Haushalt?',
          'Who lives in your household besides you?',
        ),
        rowCount: 1,
        maxRowCount: 12,
        addRowText: both('Person hinzufügen', 'Add a person'),
        removeRowText: both('Entfernen', 'Remove'),
        columns: [
          {
            name: 'member_age',
            title: both('Alter in Jahren', 'Age in years'),
            cellType: 'text',
            inputType: 'number',
            min: 0,
            max: 120,
          },
          {
            name: 'member_relation',
            title: both('Verhältnis zu Ihnen', 'Relationship to you'),
            cellType: 'dropdown',
            choices: [
              choice(1, 'Partnerin oder Partner', 'partner'),
              choice(2, 'Kind', 'child'),
              choice(3, 'Mutter oder Vater', 'parent'),
              choice(4, 'andere Verwandte', 'other relative'),
              choice(5, 'nicht verwandt', 'not related'),
              NO_ANSWER,
            ],
          },
        ],
      },
    ],
    variables: [
      note('member_age', 'quasi-identifier', 'Zusammensetzung des Haushalts'),
      note('member_relation', 'quasi-identifier', 'Zusammensetzung des Haushalts', {
        missing: [-88],
      }),
    ],
  },
  {
    id: 'consent',
    label: both('Einwilligung', 'Consent'),
    hint: both(
      'Worum es geht, und ein Ja oder Nein dazu',
      'What it is about, and a yes or no to it',
    ),
    elements: [
      {
        type: 'html',
        name: 'consent_text',
        html: both(
          '<p>Die Teilnahme ist freiwillig. Ihre Antworten werden getrennt von Ihrem Namen gespeichert. Sie können jederzeit aufhören.</p>',
          '<p>Taking part is voluntary. Your answers are stored apart from your name. You may stop at any time.</p>',
        ),
      },
      {
        type: 'radiogroup',
        name: 'consent',
        title: both('Möchten Sie teilnehmen?', 'Would you like to take part?'),
        isRequired: true,
        choices: [
          choice(1, 'Ja, ich willige ein.', 'Yes, I consent.'),
          choice(0, 'Nein, ich möchte nicht teilnehmen.', 'No, I do not want to take part.'),
        ],
      },
    ],
    variables: [note('consent', 'plain', 'Einwilligung in die Teilnahme')],
    consent: { item: 'consent', agreed: [1] },
  },
]
