import { deriveCodeSecrets, newAttempt } from '@echolot/crypto/browser'
import { type AccessCode, readAccessCode } from '@echolot/study'

/** A household's device on the wire: types its code, saves pages, and repeats what was not acknowledged. */
export const openLetter = async (collection: string, typed: string, study = 'anna') => {
  const reading = readAccessCode(typed)
  if (!('code' in reading)) throw new Error(`not a code: ${typed}`)
  const secrets = await secretsOf(collection, reading.code, study)
  let cookie = ''
  const send = async (method: string, path: string, body: unknown) => {
    const response = await fetch(collection + path, {
      method,
      headers: { 'content-type': 'application/json', origin: collection, cookie },
      body: JSON.stringify(body),
    })
    const set = response.headers.getSetCookie()[0]
    if (set) cookie = set.split(';')[0] as string
    return response
  }
  const attempt = newAttempt()
  let counter = 0
  return {
    secrets,
    attempt,
    send,
    begin: () => send('POST', '/v1/session', { study, ...secrets }),
    save: (
      page: string,
      answers: Record<string, unknown>,
      {
        completed = false,
        shown = Object.keys(answers),
      }: { completed?: boolean; shown?: string[] } = {},
    ) => {
      counter += 1
      return send('PUT', '/v1/response', {
        attempt,
        counter,
        page,
        answers,
        shown,
        completed,
        language: 'de',
      })
    },
    refuse: () => send('POST', '/v1/refusal', { study, ...secrets }),
    withdraw: () => send('POST', '/v1/withdrawal', { study, ...secrets }),
  }
}
export type Household = Awaited<ReturnType<typeof openLetter>>

const secretsOf = async (collection: string, code: AccessCode, study: string) => {
  const { studies } = (await (await fetch(`${collection}/v1/studies`)).json()) as {
    studies: { study: string; salt: string }[]
  }
  const salt = studies.find((one) => one.study === study)?.salt
  if (!salt) throw new Error(`the collection does not know ${study}`)
  return deriveCodeSecrets(code, salt)
}
