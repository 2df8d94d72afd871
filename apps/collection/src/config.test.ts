import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('readConfig', () => {
  it('stands on loopback with everything at its usual place', () => {
    expect(readConfig({ ECHOLOT_DATA: '/srv/data' })).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:8080',
      transport: 'http',
      dataDirectory: '/srv/data/collection',
      keyFile: '/srv/data/keys/collection.json',
      databaseUrl: 'sqlite:/srv/data/collection/collection.db',
      secondFactor: 'required',
    })
  })

  it('names all faults at once', () => {
    const wrong = {
      PORT_COLLECTION: 'eighty',
      DATABASE_URL: 'mysql://x',
      ECHOLOT_SECOND_FACTOR: 'never',
      COLLECTION_FLUSH_HOUR: '25',
    }
    for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(name)
  })

  it.each(['0.0.0.0', '192.0.2.1', '::'])('waives no second factor on %s', (host) => {
    const open = { COLLECTION_HOST: host, COLLECTION_URL: 'https://survey.example.org' }
    expect(() => readConfig({ ...open, ECHOLOT_SECOND_FACTOR: 'demo' })).toThrow(
      'ECHOLOT_SECOND_FACTOR',
    )
    expect(readConfig(open)).toMatchObject({ secondFactor: 'required', transport: 'https' })
  })

  it('waives no second factor behind a proxy, which stands on loopback, too', () => {
    const demo = { ECHOLOT_SECOND_FACTOR: 'demo' }
    expect(readConfig(demo).secondFactor).toBe('demo')
    for (const url of ['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080'])
      expect(readConfig({ ...demo, COLLECTION_URL: url }).secondFactor).toBe('demo')
    for (const url of ['https://survey.example.org', 'https://127.0.0.1.example.org'])
      expect(() => readConfig({ ...demo, COLLECTION_URL: url })).toThrow('behind a proxy')
  })

  it('wants https off the loopback address', () => {
    expect(() => readConfig({ COLLECTION_HOST: '0.0.0.0' })).toThrow('COLLECTION_URL')
    expect(() =>
      readConfig({ COLLECTION_HOST: '0.0.0.0', COLLECTION_URL: 'http://survey.example.org' }),
    ).toThrow('COLLECTION_URL')
  })
})
