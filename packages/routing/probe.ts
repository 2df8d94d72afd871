import { readFileSync } from 'node:fs'
import { checkSurvey, compileValidator, simulate, shownItems, pathCoverage } from './src/index.ts'
import { itemsOf, codebookOf, rowOf, structureProblems, textsOf, textCompleteness, instrumentDigestInput, compareInstruments, renameItem, answeredShare, setText } from '@echolot/instrument'
const lines = readFileSync('/work/shared/corpora/surveyjs.ndjson', 'utf8').trim().split('\n')
console.error = console.warn = () => {}
let n = 0; const fails: any = {}; const bad: any[] = []; let slow: any[] = []
for (const line of lines) {
  const { id, survey } = JSON.parse(line)
  const i: any = { instrument: 'x', version: '1.0.0', languages: [{ tag: 'en', status: 'source', live: true }], scales: [], variables: [], survey }
  const steps: [string, () => unknown][] = [['items', () => itemsOf(i)], ['codebook', () => codebookOf(i)], ['structure', () => structureProblems(i)], ['texts', () => [textsOf(i, 'de'), textCompleteness(i)]], ['digest', () => instrumentDigestInput(i)], ['compare', () => compareInstruments(i, structuredClone(i))], ['rename', () => itemsOf(i).slice(0, 3).map(x => renameItem(i, { from: x.name, to: x.name + '_z' }))], ['settext', () => textsOf(i, 'de').map(t => setText(i, { path: t.path, language: 'de', text: 'x' }))], ['check', () => checkSurvey(i)], ['simulate', () => { const ws = simulate(i, { n: 5, seed: 3 }); const v = compileValidator(i); pathCoverage(i, ws); for (const w of ws) { rowOf(i, { answers: w.answers, shown: w.shown, reached: 'all' }); answeredShare(i, w.answers, w.shown); const p = v({ answers: w.answers, shown: w.shown, completed: true }); if (p.length) bad.push([id, p[0], JSON.stringify(w.answers).slice(0, 300)]) } }]]
  for (const [name, f] of steps) { const t = performance.now(); try { f() } catch (e) { (fails[name] ??= []).push([id, String((e as Error).stack).slice(0, 300)]) } const d = performance.now() - t; if (d > 200) slow.push([id, name, d]) }
  n++
}
console.log(n, Object.entries(fails).map(([k, v]: any) => [k, v.length, v.slice(0, 4)]), slow.sort((a,b)=>b[2]-a[2]).slice(0, 10))
const by: any = {}; for (const b of bad) (by[b[1].rule] ??= []).push(b); for (const k in by) console.log(k, by[k].length, by[k].slice(0, 4).map((x: any) => JSON.stringify(x)).join('\n   '))
