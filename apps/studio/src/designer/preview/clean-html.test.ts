// @vitest-environment jsdom
import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { cleanAllHtml, cleanHtml } from './clean-html.ts'

describe('cleanHtml', () => {
  it('keeps words and takes code away', () => {
    expect(cleanHtml('<b>Hallo</b><img src=x onerror=alert(1)><script>1</script>')).toBe(
      '<b>Hallo</b><img src="x">',
    )
  })
})

describe('cleanAllHtml', () => {
  it('cleans what an answer brings into a text', () => {
    cleanAllHtml()
    const model = new Model({ elements: [{ type: 'html', name: 'h', html: 'Guten Tag, {name}' }] })
    model.setValue('name', '<img src=x onerror=alert(1)>')
    expect(model.processHtml('Guten Tag, {name}')).toBe('Guten Tag, <img src="x">')
  })
})
