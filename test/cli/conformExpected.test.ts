/** `conform --expected-failures`: a list that an implementation adopts, and that has to be true. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { AccountId } from '../../src/index.js'
import { variants } from '../conform/variants.js'
import { listeningDuringTests, ownEndpoint } from '../conform/world.js'
import { quickCloudHsm } from './conformRuns.js'
import { ended } from './ended.js'

const folder = mkdtempSync(join(tmpdir(), 'expected-'))
/** It breaks DeleteCustomKeyStore validConnectionState. */
const endpoint = listeningDuringTests(
  variants[0]!.make(ownEndpoint({ connectionDelay: 0 })),
  '111122223333' as AccountId
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const conform = async (list: unknown, ...args: ReadonlyArray<string>) => {
  const file = join(folder, 'expected.json')
  writeFileSync(file, JSON.stringify(list))
  return ended(['conform', '--endpoint', endpoint(), ...quickCloudHsm, '--expected-failures', file, ...args])
}

const known = 'DeleteCustomKeyStore validConnectionState'

describe('conform --expected-failures', () => {
  it('ends with 0 where exactly the listed rules are broken', async () => {
    expect((await conform([known], '--only', 'DeleteCustomKeyStore')).code).toBe(0)
  })

  it('ends with 1 where another rule is broken', async () => {
    const { code, stderr } = await conform([], '--only', 'DeleteCustomKeyStore')
    expect(code).toBe(1)
    expect(stderr).toContain(`not among the expected failures: ${known}`)
  })

  it('ends with 1 where a listed rule is not broken any longer', async () => {
    const { code, stderr } = await conform([known, 'CreateKey storeExists'])
    expect(code).toBe(1)
    expect(stderr).toContain('expected to fail, and does not: CreateKey storeExists')
  })

  it('says nothing of what was not asked', async () => {
    expect((await conform([known], '--only', 'new-store')).code).toBe(0)
  })

  it.each([[{}], [['storeExists']], [[7]], [['Teleport rule']]])('refuses the list %j', async (list) => {
    const { code, stderr } = await conform(list)
    expect(code).toBe(2)
    expect(stderr).toContain('expected.json: ')
  })
})
