/**
 * What AWS has changed: the client for JavaScript, which AWS makes from the model of the service, beside what is written here.
 * Raising that one development dependency shows it. The lengths and patterns of members are not in the client; those are
 * held by hand in `statedMembers.test.ts`.
 */
import { describe, expect, it } from 'vitest'
import type { Described } from '../../../src/codec/Member.js'
import { documentedExceptions, type OperationName } from '../../../src/exceptions/documentedExceptions.js'
import { exceptions, type ExceptionName } from '../../../src/exceptions/Exception.js'
import { editionNames, editions } from '../../../src/editions/editions.js'
import {
  CloudHsmConnectionErrorCode,
  ExternalConnectionErrorCode
} from '../../../src/model/ConnectionErrorCode.js'
import { connectionStates } from '../../../src/model/ConnectionState.js'
import { customKeyStoreTypes } from '../../../src/model/CustomKeyStoreType.js'
import { operationNames, operationsByName } from '../../../src/operations/index.js'
import { fingerprintOf, membersOf, valuesOf, version } from './client.js'
import { exceptionTexts } from './exceptionTexts.js'
import { answeredNames } from '../../refusedInStores.js'
import { knownAnswers, knownMembers, notRequiredByClient } from './known.js'

const stated = operationsByName['exception-text-2022']

interface Named {
  readonly name: string
}

const oursOf = (operation: OperationName) =>
  stated[operation].request.members.filter(({ within }) => within.length === 0)

/** Of an answer; none of one that is empty. */
const answeredBy = (operation: OperationName) =>
  ((stated[operation].response as Described).members ?? []).filter(({ within }) => within.length === 0)

/** In which members two lists differ. `known`: those that AWS has and the model leaves out. */
const differences = (
  ours: ReadonlyArray<Named>,
  theirs: ReadonlyArray<Named>,
  known: ReadonlyArray<string>,
  codecs: string
) => {
  const areThere = (members: ReadonlyArray<Named>) => new Set(members.map(({ name }) => name))
  const [here, there] = [areThere(ours), areThere(theirs)]
  return [
    ...[...there]
      .filter((name) => !here.has(name) && !known.includes(name))
      .map((name) => `AWS has ${name}, and the codec in ${codecs} has not`),
    ...[...here].filter((name) => !there.has(name)).map((name) => `AWS has no ${name} any longer`),
    ...known
      .filter((name) => !there.has(name))
      .map((name) => `test/documentation/drift/known.ts: AWS has no ${name}`)
  ]
}

/** The members of a request whose values both list. */
const enumerationsOf = (operation: OperationName) => {
  const types = new Map(membersOf(`${operation}Request`).map(({ name, type }) => [name, type]))
  return oursOf(operation).flatMap(({ name, limit }) => {
    const theirs = valuesOf((types.get(name) ?? '').replace('[]', ''))
    const ours = /one of (?<values>[A-Z0-9a-z_, ]+)$/.exec(limit?.must ?? '')?.groups?.['values']?.split(', ')
    return ours === undefined || theirs === undefined ? [] : [{ name, ours, theirs }]
  })
}

describe(`the client of version ${version}`, () => {
  it.each(operationNames)('has the members of %s that are here', (operation) => {
    const complaints = differences(
      oursOf(operation),
      membersOf(`${operation}Request`),
      knownMembers[operation] ?? [],
      'src/model/requests'
    )
    expect(complaints).toEqual([])
  })

  it.each(answeredNames)('has the members of the answer to %s that are here', (operation) => {
    const complaints = differences(
      answeredBy(operation),
      membersOf(operation === 'ListRetirableGrants' ? 'ListGrantsResponse' : `${operation}Response`),
      knownAnswers[operation] ?? [],
      'src/model/responses or src/operations'
    )
    expect(complaints).toEqual([])
  })

  it.each(operationNames)('requires the members of %s that are required here', (operation) => {
    const requiredHere = oursOf(operation).filter(({ required }) => required)
    const requiredThere = membersOf(`${operation}Request`).filter(({ required }) => required)
    const namesOf = (members: ReadonlyArray<{ readonly name: string }>) =>
      members.map(({ name }) => name).sort()
    const except = notRequiredByClient[operation] ?? []
    expect(namesOf([...requiredThere, ...except.map((name) => ({ name }))])).toEqual(namesOf(requiredHere))
  })

  it.each(operationNames)('has the values of the enumerations in %s', (operation) => {
    const complaints = enumerationsOf(operation).flatMap(({ name, ours, theirs }) => {
      const missing = theirs.filter((value) => !ours.includes(value))
      const gone = ours.filter((value) => !theirs.includes(value))
      return [
        ...missing.map((value) => `${name}: AWS has ${value}, and the codec has not`),
        ...gone.map((value) => `${name}: AWS has no ${value} any longer`)
      ]
    })
    expect(complaints).toEqual([])
  })

  it('has 28 enumerations in requests', () => {
    expect(operationNames.flatMap(enumerationsOf)).toHaveLength(28)
  })
})

describe(`what a store shows in version ${version}`, () => {
  it.each<readonly [string, ReadonlyArray<string>]>([
    ['ConnectionStateType', connectionStates],
    [
      'ConnectionErrorCodeType',
      Object.keys({ ...CloudHsmConnectionErrorCode.keys, ...ExternalConnectionErrorCode.keys })
    ],
    ['CustomKeyStoreType', customKeyStoreTypes]
  ])('%s has the values that are here', (type, values) => {
    expect([...values].sort()).toEqual([...(valuesOf(type) ?? [])].sort())
  })
})

/** The rules that answer with an exception. */
const rulesOf = (exception: string): ReadonlyArray<string> => [
  ...new Set(
    operationNames.flatMap((operation) =>
      stated[operation].parts.flatMap(({ rules }) =>
        rules.filter(({ otherwise }) => otherwise === exception).map(({ name }) => `${operation}: ${name}`)
      )
    )
  )
]

const published = editionNames.filter((edition) => editions[edition].isPublished)

describe(`the text of an exception in version ${version}`, () => {
  const names = Object.keys(exceptions) as ReadonlyArray<ExceptionName>

  it.each(names)('%s is the one that was read', (name) => {
    const fingerprint = fingerprintOf(name)
    const hint = [
      `The text of ${name} is another one than was read: ${fingerprint ?? 'there is none'}.`,
      `Read it at AWS. These rules answer with it: ${rulesOf(name).join(', ')}.`,
      `If it states another rule, that is a new edition in src/editions/editions.ts, beside ${published.join(', ')}.`,
      'Then put its fingerprint into test/documentation/drift/exceptionTexts.ts.'
    ]
    expect(fingerprint === exceptionTexts[name] ? [] : hint).toEqual([])
  })

  it('is that of an exception which some operation lists', () => {
    const listed = new Set<string>(Object.values(documentedExceptions).flat())
    expect(Object.keys(exceptionTexts).filter((name) => !listed.has(name))).toEqual([])
  })
})
