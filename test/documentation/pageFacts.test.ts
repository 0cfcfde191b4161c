/** What a page says besides its rules: the permissions by hand, and all of it held against the doc comments of AWS's own SDK. */
import { describe, expect, it } from 'vitest'
import { declarationsIn } from './drift/client.js'
import type { OperationName } from '../../src/exceptions/documentedExceptions.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'

const stated = operationsByName['exception-text-2022']

const needed = (name: OperationName): ReadonlyArray<string> => {
  const { permission, furtherPermissions = [] } = stated[name]
  return [permission, ...furtherPermissions.map((further) => `${further.permission} ${further.where}`)]
}

const ofAnotherName: Readonly<Partial<Record<OperationName, ReadonlyArray<string>>>> = {
  CreateKey: ['kms:CreateKey', 'kms:TagResource with Tags'],
  ReplicateKey: [
    'kms:ReplicateKey',
    'kms:CreateKey in the replica Region',
    'kms:TagResource in the replica Region with Tags'
  ],
  ReEncrypt: ['kms:ReEncrypt*'],
  RetireGrant: ['decided by the grant']
}

describe('the permissions of an operation', () => {
  it('CreateKey needs kms:CreateKey, and to use the Tags parameter also kms:TagResource', () => {
    expect(needed('CreateKey')).toEqual(ofAnotherName.CreateKey)
  })

  it('ReplicateKey needs kms:ReplicateKey on the primary key, and in the replica Region kms:CreateKey and for Tags kms:TagResource', () => {
    expect(needed('ReplicateKey')).toEqual(ofAnotherName.ReplicateKey)
  })

  it('ReEncrypt needs kms:ReEncryptFrom and kms:ReEncryptTo, which kms:ReEncrypt* includes', () => {
    expect(needed('ReEncrypt')).toEqual(ofAnotherName.ReEncrypt)
  })

  it('permission to retire a grant is determined primarily by the grant', () => {
    expect(needed('RetireGrant')).toEqual(ofAnotherName.RetireGrant)
  })

  it.each(operationNames.filter((name) => !Object.hasOwn(ofAnotherName, name)))(
    '%s needs the permission of its own name and no other',
    (name) => {
      expect(needed(name)).toEqual([`kms:${name}`])
    }
  )
})

it('connecting and disconnecting a store, replicating a key and rotating it go on after the answer, and nothing else does', () => {
  expect(operationNames.filter((name) => stated[name].answersBeforeItIsDone)).toEqual([
    'ConnectCustomKeyStore',
    'DisconnectCustomKeyStore',
    'RotateKeyOnDemand',
    'ReplicateKey',
    'UpdatePrimaryRegion'
  ])
})

const pageOf = (name: OperationName): string => declarationsIn(`commands/${name}Command.d.ts`)

/** What the page of an operation says under a title, up to the next title or the examples. */
const saidUnder = (title: string, name: OperationName): string =>
  pageOf(name)
    .split(new RegExp(`<b>${title}:?</b>`))[1]
    ?.split(/<b>|@example/)[0] ?? ''

describe.each(operationNames)('the page of %s', (name) => {
  it('names these permissions and no other', () => {
    const onPage = saidUnder('Required permissions', name).match(/kms:[A-Z]\w+\*?/g) ?? []
    const ours = needed(name).flatMap((text) => /kms:\w+\*?/.exec(text) ?? [])
    const expected = name === 'ReEncrypt' ? ['kms:ReEncryptFrom', 'kms:ReEncryptTo', ...ours] : ours
    expect([...new Set(onPage)].sort()).toEqual([...expected].sort())
  })

  it('says this of its use across accounts', () => {
    // Of grants on keys of other accounts the page of ListRetirableGrants says that they are listed.
    const said = /(Yes|No|Not applicable)\b/.exec(saidUnder('Cross-account use', name))?.[1] ?? 'Yes'
    expect(stated[name].crossAccountUse).toBe(said.toLowerCase())
  })

  it('names these related operations and no other', () => {
    const related = saidUnder('Related operations', name).matchAll(/<a[^>]*>(\w+)<\/a>/g)
    const others = new Set([...related].map(([, other]) => other))
    expect([...stated[name].relatedOperations].sort()).toEqual([...others].sort())
  })
})
