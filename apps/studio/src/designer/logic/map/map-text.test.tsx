// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { isRightToLeft, MapText } from './map-text.tsx'

afterEach(cleanup)

const drawn = (text: string) =>
  render(
    <svg role="img" aria-label="map">
      <MapText text={text} x={10} y={20} width={100} />
    </svg>,
  ).container.querySelector('text')

describe('MapText', () => {
  it('begins at the right where a title is read from there', () => {
    const text = drawn('‚كيف حالك اليوم في هذا الصباح الجميل؟‘')
    expect([text?.getAttribute('direction'), text?.getAttribute('x')]).toEqual(['rtl', '110'])
    expect(text?.textContent).toHaveLength(24)
  })

  it('begins at the left otherwise, also with a foreign word inside', () => {
    const text = drawn('Seite ‚صفحة‘')
    expect([text?.getAttribute('direction'), text?.getAttribute('x')]).toEqual(['ltr', '10'])
  })
})

describe('isRightToLeft', () => {
  it('asks the first letter', () => {
    expect(['١. سؤال', 'שאלה', '1. Frage', ''].map(isRightToLeft)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
