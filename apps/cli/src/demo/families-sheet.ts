/** Sentences on findings bind their numbers; those whose page is not in the report are left out. */
const SAID = [
  'Mehr arbeiten möchten {wie-viel-arbeiten-eltern-und-wie-viel-moechten-sie.share} Eltern.',
  'Am schwersten macht Ihnen die Arbeit: {was-erschwert-es-zu-arbeiten.item}.',
  'Viele kennen dieses Angebot und nutzen es nicht: {welche-angebote-sind-bekannt-welche-werden-genutzt.item}.',
]
const SAID_EASY = [
  'Viele Eltern möchten mehr arbeiten. Das sagen {wie-viel-arbeiten-eltern-und-wie-viel-moechten-sie.share} Eltern.',
  'Das macht die Arbeit schwer: {was-erschwert-es-zu-arbeiten.item}.',
  'Viele kennen dieses Angebot. Aber sie nutzen es nicht: {welche-angebote-sind-bekannt-welche-werden-genutzt.item}.',
]
const CONTACT = [
  'Universität, Institut für Psychologie (erfunden)',
  'familien@universitaet.example',
]

type Sections = readonly {
  readonly id: string
  readonly values?: Readonly<Record<string, unknown>>
}[]

/** What goes back to those who answered, in plain and in easy German; all of it invented but the numbers. */
export const familiesSheet = (sections: Sections) => {
  const names = new Set(
    sections.flatMap(({ id, values = {} }) => Object.keys(values).map((name) => `{${id}.${name}}`)),
  )
  const bound = (sentences: readonly string[]) =>
    sentences.filter((text) => (text.match(/\{[^}]*\}/g) ?? []).every((name) => names.has(name)))
  return {
    plain: {
      title: 'Das haben Sie gesagt. Das passiert jetzt.',
      intro:
        'Danke, dass Sie geantwortet haben. Niemand weiß, was Sie gesagt haben; wir zählen nur zusammen.',
      said: bound(SAID),
      happens: ['Am Nachmittag wird es Betreuung geben. Zwei Gruppen sind beschlossen.'],
      not: [{ what: 'Einen Fahrdienst gibt es nicht', because: 'das Geld reicht dafür nicht.' }],
      contact: CONTACT,
    },
    easy: {
      title: 'Das haben Sie gesagt.',
      intro: 'Danke für Ihre Antworten. Niemand weiß, was Sie gesagt haben.',
      said: bound(SAID_EASY),
      happens: ['Es gibt bald Betreuung am Nachmittag.'],
      not: [{ what: 'Es gibt keinen Fahr-Dienst', because: 'Das Geld reicht nicht.' }],
      contact: CONTACT,
    },
  }
}
