/** A staff member's browser, as far as the demo needs one: signs in, keeps its cookies, speaks JSON. */
export const signIn = async (office: string, login: { email: string; password: string }) => {
  const cookies = new Map<string, string>()

  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await fetch(office + path, {
      method,
      headers: {
        origin: new URL(office).origin,
        'sec-fetch-site': 'same-origin',
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name !== undefined && value !== undefined) cookies.set(name, value)
    }
    if (!response.ok)
      throw new Error(
        `${method} ${path}: ${response.status} ${(await response.text()).slice(0, 2000)}`,
      )
    return response
  }
  const json = async <Answer>(method: string, path: string, body?: unknown) =>
    jsonOf<Answer>(await send(method, path, body))

  await send('POST', '/api/auth/sign-in/email', login)
  return {
    get: <Answer>(path: string) => json<Answer>('GET', path),
    post: <Answer>(path: string, body: unknown = {}) => json<Answer>('POST', path, body),
    put: <Answer>(path: string, body: unknown) => json<Answer>('PUT', path, body),
    download: async (path: string) =>
      new Uint8Array(await (await send('POST', path, {})).arrayBuffer()),
  }
}
export type StaffClient = Awaited<ReturnType<typeof signIn>>

/** The answer's JSON, or nothing where the office had nothing to say. */
const jsonOf = async <Answer>(response: Response) =>
  (response.status === 204 ? undefined : await response.json()) as Answer
