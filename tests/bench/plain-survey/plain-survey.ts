// The library's own words register themselves.
import 'survey-core/i18n/german'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'

/** What survey-react-ui needs to show the same JSON, and nothing else. */
const response = await fetch('./survey.json')
const model = new Model(await response.json())
model.generateStylesheet = false
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(createElement(Survey, { model }))
