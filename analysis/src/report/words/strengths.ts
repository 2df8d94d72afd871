import { wordsOf } from './word-key.ts'

/** What a word mark means, in one sentence, with or without how many answered. */
export const STRENGTHS = wordsOf({
  de: {
    sound: 'Belastbar: Die Spanne ist schmal genug für eine Aussage.',
    soundOf_one:
      'Belastbar: {{number}} Mensch hat dazu geantwortet. Die Spanne ist schmal genug für eine Aussage.',
    soundOf_other:
      'Belastbar: {{number}} Menschen haben dazu geantwortet. Die Spanne ist schmal genug für eine Aussage.',
    hint: 'Ein Hinweis: Die Richtung ist plausibel, die Spanne ist breit.',
    hintOf_one:
      'Ein Hinweis: {{number}} Mensch hat dazu geantwortet. Die Richtung ist plausibel, die Spanne ist breit.',
    hintOf_other:
      'Ein Hinweis: {{number}} Menschen haben dazu geantwortet. Die Richtung ist plausibel, die Spanne ist breit.',
    open: 'Offen: Das kann auch Zufall sein.',
    openOf_one: 'Offen: {{number}} Mensch hat dazu geantwortet. Das kann auch Zufall sein.',
    openOf_other: 'Offen: {{number}} Menschen haben dazu geantwortet. Das kann auch Zufall sein.',
  },
  en: {
    sound: 'Sound: the interval is narrow enough for a statement.',
    soundOf_one:
      'Sound: {{number}} person answered this. The interval is narrow enough for a statement.',
    soundOf_other:
      'Sound: {{number}} people answered this. The interval is narrow enough for a statement.',
    hint: 'A hint: the direction is plausible, the interval is wide.',
    hintOf_one:
      'A hint: {{number}} person answered this. The direction is plausible, the interval is wide.',
    hintOf_other:
      'A hint: {{number}} people answered this. The direction is plausible, the interval is wide.',
    open: 'Open: this may be chance.',
    openOf_one: 'Open: {{number}} person answered this. This may be chance.',
    openOf_other: 'Open: {{number}} people answered this. This may be chance.',
  },
})
