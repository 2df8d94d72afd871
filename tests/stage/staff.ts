/** Signs a member of staff in at an office and speaks JSON with it, as that person's page would. */
export const signIn = async (office: string, login: { email: string; password: string }) => {
  const jar = new Map<string, string>()
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(office + path, {
      method,
      headers: {
        origin: office,
        cookie: [...jar].map((pair) => pair.join('=')).join('; '),
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] as string
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }
  /** The answer's JSON; throws with status and problem unless the office agreed. */
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await send(method, path, body)
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (response.status === 204 ? undefined : await response.json()) as Answer
  }
  await ask('POST', '/api/auth/sign-in/email', login)
  return {
    send,
    ask,
    cookies: () => [...jar].map(([name, value]) => ({ name, value, url: office })),
  }
}
export type Staff = Awaited<ReturnType<typeof signIn>>
