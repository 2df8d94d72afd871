import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('readConfig', () => {
  it('keeps database and keys apart', () => {
    const config = readConfig({ ECHOLOT_DATA: '/srv/echolot' })
    expect(config).toMatchObject({
      port: 8090,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:8090',
      collectionUrl: 'http://127.0.0.1:8080',
      dataDirectory: '/srv/echolot/vault',
      keyFile: '/srv/echolot/keys/vault.json',
      databaseUrl: 'sqlite:/srv/echolot/vault/vault.db',
      secondFactor: 'required',
    })
  })

  it('names all faults at once', () => {
    const start = () =>
      readConfig({
        PORT_VAULT: 'eighty',
        ECHOLOT_SECOND_FACTOR: 'never',
        VAULT_DATABASE_URL: 'mysql://x',
      })
    for (const name of ['PORT_VAULT', 'ECHOLOT_SECOND_FACTOR', 'VAULT_DATABASE_URL'])
      expect(start).toThrow(name)
  })

  it('waives the second factor on loopback only', () => {
    const demo = { ECHOLOT_SECOND_FACTOR: 'demo' }
    expect(readConfig(demo).secondFactor).toBe('demo')
    expect(readConfig({ ...demo, VAULT_URL: 'http://127.0.0.1:8090' }).secondFactor).toBe('demo')
    const away = { ...demo, VAULT_URL: 'https://vault.example' }
    expect(() => readConfig({ ...away, VAULT_HOST: '0.0.0.0' })).toThrow('loopback')
    // A proxy brings the whole world to the loopback address.
    expect(() => readConfig(away)).toThrow('behind a proxy')
  })

  it('speaks in clear with this machine only', () => {
    expect(() => readConfig({ COLLECTION_URL: 'http://collection.example' })).toThrow('https')
    expect(readConfig({ COLLECTION_URL: 'https://collection.example/' }).collectionUrl).toBe(
      'https://collection.example',
    )
    expect(() => readConfig({ VAULT_HOST: '192.0.2.1' })).toThrow('VAULT_URL')
  })
})
