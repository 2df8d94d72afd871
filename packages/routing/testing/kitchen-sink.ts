import type { Instrument } from '@echolot/instrument'

/** One of every kind of item and condition, for comparing our rules with survey-core's. */
export const kitchenSink: Instrument = {
  instrument: 'sink',
  version: '1.0.0',
  languages: [{ tag: 'en', status: 'source', live: true }],
  scales: [],
  variables: [
    { name: 'age', sensitivity: 'plain', purpose: 'test', missing: [-88] },
    { name: 'mood', sensitivity: 'plain', purpose: 'test', missing: [-77] },
  ],
  panelCounts: [{ panel: 'pets', from: 'pet_count' }],
  survey: {
    clearInvisibleValues: 'onHidden',
    calculatedValues: [{ name: 'is_adult', expression: 'iif({age} >= 18, true, false)' }],
    pages: [
      {
        name: 'one',
        elements: [
          {
            type: 'text',
            name: 'age',
            inputType: 'number',
            min: 0,
            max: 120,
            step: 1,
            isRequired: true,
          },
          { type: 'text', name: 'height', inputType: 'number', min: 0.5, max: 2.5 },
          { type: 'text', name: 'nick', maxLength: 12 },
          { type: 'text', name: 'day', inputType: 'date', min: '2020-01-01', max: '2030-12-31' },
          { type: 'text', name: 'mail', inputType: 'email' },
          {
            type: 'text',
            name: 'plate',
            validators: [{ type: 'regex', regex: '^[A-Z]{2}-[0-9]+$' }],
          },
          { type: 'comment', name: 'story', maxLength: 100 },
          { type: 'boolean', name: 'agree' },
          { type: 'boolean', name: 'yes_no', valueTrue: 'y', valueFalse: 'n' },
        ],
      },
      {
        name: 'two',
        visibleIf: '{is_adult} = true',
        elements: [
          { type: 'radiogroup', name: 'job', choices: [1, 2, 3], showOtherItem: true },
          {
            type: 'dropdown',
            name: 'land',
            choices: ['de', 'at', { value: 'ch', visibleIf: '{job} = 2' }],
          },
          {
            type: 'checkbox',
            name: 'likes',
            choices: ['a', 'b', 'c', 'd'],
            maxSelectedChoices: 2,
            showNoneItem: true,
          },
          { type: 'tagbox', name: 'tags', choices: [1, 2, 3] },
          { type: 'rating', name: 'mood', rateMin: 0, rateMax: 10 },
          { type: 'ranking', name: 'order', choices: ['x', 'y', 'z'] },
          {
            type: 'panel',
            name: 'more',
            visibleIf: "{likes} contains 'a'",
            elements: [
              { type: 'text', name: 'why_a', requiredIf: '{mood} > 8' },
              { type: 'text', name: 'why_not_b', visibleIf: "{likes} notcontains 'b'" },
            ],
          },
        ],
      },
      {
        name: 'three',
        elements: [
          {
            type: 'matrix',
            name: 'views',
            columns: [1, 2, 3],
            rows: ['v_one', { value: 'v_two', visibleIf: '{agree} = true' }, 'v_three'],
          },
          {
            type: 'matrixdropdown',
            name: 'grid',
            columns: [
              { name: 'much', cellType: 'dropdown', choices: [1, 2] },
              { name: 'note', cellType: 'text', visibleIf: '{row.much} = 2' },
            ],
            rows: ['g1', 'g2'],
          },
          {
            type: 'multipletext',
            name: 'names',
            items: [
              { name: 'first', isRequired: true },
              { name: 'last', maxLength: 5 },
            ],
          },
          { type: 'text', name: 'pet_count', inputType: 'number', min: 0, max: 9, step: 1 },
          {
            type: 'paneldynamic',
            name: 'pets',
            maxPanelCount: 4,
            visibleIf: '{pet_count} > 0',
            templateElements: [
              { type: 'dropdown', name: 'pet_kind', choices: ['cat', 'dog', 'bird'] },
              { type: 'text', name: 'pet_song', visibleIf: "{panel.pet_kind} = 'bird'" },
              {
                type: 'checkbox',
                name: 'pet_food',
                choices: [1, 2],
                visibleIf: "{panelIndex} > 0 and {panel.pet_kind} <> 'bird'",
              },
            ],
          },
          {
            type: 'matrixdynamic',
            name: 'jobs',
            maxRowCount: 3,
            columns: [
              { name: 'year', cellType: 'text', inputType: 'number', min: 1950, max: 2030 },
            ],
          },
          { type: 'html', name: 'bye', html: 'Bye' },
        ],
      },
    ],
  },
}
