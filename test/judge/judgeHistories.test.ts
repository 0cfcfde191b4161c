/** What the judge says of histories that the library itself has lived through: nothing; and of those that it cannot have. */
import fc, { type Arbitrary } from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import * as cks from '../../src/index.js'
import { judge } from '../../src/judge/index.js'
import { editionName, infrastructure, soundInfrastructure } from '../arbitraries.js'
import { decoded } from '../fixtures.js'
import { carryOut, command, start, type Command } from '../laws/history.js'
import { event, on, record, uses } from './cloudTrail.js'

type Members = Readonly<Record<string, unknown>>
type Log = ReadonlyArray<Members>

const day = 86_400
const seven = 7 * day

const lowerCamel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** A request as CloudTrail shows it: secrets are not, and the cluster under another name. */
const shown = (request: Members): Members =>
  Object.fromEntries(
    Object.entries(request)
      .filter(([name]) => !['KeyStorePassword', 'TrustAnchorCertificate'].includes(name))
      .map(([name, value]) => [name === 'CloudHsmClusterId' ? 'clusterId' : lowerCamel(name), value])
  )

/** What CloudTrail adds about a store, which it does for AWS CloudHSM key stores. */
const about = (account: cks.Account, id: unknown): Members => {
  const store = account.stores.find((one) => one.CustomKeyStoreId === id)
  return store?.CustomKeyStoreType === 'AWS_CLOUDHSM'
    ? { additionalEventData: { customKeyStoreName: 'A', clusterId: store.CloudHsmClusterId } }
    : {}
}

const refusal = (answer: E.Either<{ readonly name: string }, unknown>): Members =>
  E.isLeft(answer) ? { errorCode: answer.left.name } : {}

/** The store of the key that a request to encrypt or decrypt names, where the account has it. */
const storeOfKey = (account: cks.Account, request: Members): string | undefined => {
  const ids = ['KeyId', 'SourceKeyId', 'DestinationKeyId'].map((member) => request[member])
  return account.keys.find(({ KeyId, Arn }) => ids.includes(KeyId) || ids.includes(Arn))?.CustomKeyStoreId
}

/** The record that a command leaves in the log; none of what KMS does by itself. */
const recordOf = (
  { does, ...rest }: Command & { readonly request?: unknown },
  seconds: number,
  account: cks.Account,
  answer: E.Either<{ readonly name: string }, unknown>
): Log => {
  if (rest.request === undefined) return []
  const request = rest.request as Members
  const isUse = (cks.operations as Readonly<Record<string, { uses?: unknown }>>)[does]?.uses !== undefined
  const store = isUse ? storeOfKey(account, request) : undefined
  if (store !== undefined) return [{ ...uses(store)(does, seconds), ...refusal(answer) }]
  const parameters = shown(request)
  const created = E.isRight(answer) ? (answer.right as Members)['CustomKeyStoreId'] : undefined
  return [
    record(does, seconds, {
      requestParameters: parameters,
      ...about(account, parameters['customKeyStoreId']),
      ...(does === 'CreateCustomKeyStore' && created !== undefined
        ? { responseElements: { customKeyStoreId: created } }
        : {}),
      ...refusal(answer)
    })
  ]
}

interface Lived {
  readonly log: Log
  readonly account: cks.Account
  readonly seconds: number
}

/** Lets the commands happen, each so many seconds after the one before, and writes the log. */
const lived = (
  edition: cks.EditionName,
  account: cks.Account,
  commands: ReadonlyArray<readonly [Command, number]>
): Lived =>
  commands.reduce<Lived & { readonly facts: cks.InfrastructureFacts }>(
    ({ log, account, seconds: before, facts: old }, [command, pause], i) => {
      const facts = command.does === 'changeInfrastructure' ? command.facts : old
      const seconds = before + pause
      const given: cks.Circumstances = {
        infrastructure: cks.infrastructureOf(facts),
        failure: command.failure,
        now: 1_704_067_200 + seconds,
        newCustomKeyStoreId: decoded(cks.CustomKeyStoreId, `cks-new-${String(i)}`),
        newKeyId: decoded(cks.KeyId, `key-${String(6 + i)}`)
      }
      const result = carryOut(edition, command, given, account)
      const answer = E.isRight(result) ? E.right(result.right[0]) : result
      const records = recordOf(command, seconds, account, answer)
      return {
        log: [
          ...log,
          ...records.map((one) => ({ ...one, eventID: `${String((i * 7919) % 1000)}-${String(i)}` }))
        ],
        account: E.isRight(result) ? result.right[1] : account,
        seconds,
        facts
      }
    },
    { log: [], account, seconds: 0, facts: soundInfrastructure }
  )

/** Anything that can happen, with the ids of new stores and keys among those that are asked for. */
const happening: Arbitrary<Command> = fc.oneof(
  { weight: 9, arbitrary: command },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('changeInfrastructure' as const), facts: infrastructure })
  }
)

const pause = fc.constantFrom(0, 0, 1, 20, 600, 3600, day, seven, 31 * day)

const commands = fc.array(fc.tuple(happening, pause), { maxLength: 60, size: 'max' })

/** Delivers each record up to `window` seconds late, some twice, among records of other services. */
const delivered = (log: Log, delays: ReadonlyArray<readonly [number, boolean, boolean]>): Log =>
  log
    .map((one, i) => ({ one, how: delays[i % delays.length]! }))
    .flatMap(({ one, how: [delay, twice, noise] }) => {
      const time = Date.parse(String(one['eventTime'])) / 1000
      const silent = [
        record('DescribeKey', 0, { requestParameters: { keyId: 'a' } }),
        { ...one, eventName: 'DisconnectCustomKeyStore', errorCode: 'AccessDenied', eventID: 'denied' }
      ]
      return [
        { one, at: time + delay },
        ...(twice ? [{ one, at: time + delay / 2 }] : []),
        ...(noise ? silent.map((other) => ({ one: other, at: time })) : [])
      ]
    })
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

const delays = (longest: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: longest }), fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 20
  })

const judgedBy = (settings: Parameters<typeof judge.start>[0], log: Log) =>
  log.reduce((judgement, one) => judge.observe(event(one))(judgement), judge.start(settings))

it('never finds fault with what the library allows, however the log arrives', () => {
  fc.assert(
    fc.property(
      editionName,
      start,
      commands,
      fc
        .constantFrom(0, 60, 900, 3 * day)
        .chain((window) => fc.record({ window: fc.constant(window), how: delays(window) })),
      (edition, account, commands, { window, how }) => {
        const { log } = lived(edition, account, commands)
        const judgement = judgedBy({ edition, window, consistentWithin: 0 }, delivered(log, how))
        expect(judge.verdicts(judgement)).toEqual([])
        for (const { late, trail } of judge.storesOf(judge.ended(judgement))) {
          expect(late).toBe(0)
          expect(trail.length).toBeLessThan(8)
        }
      }
    ),
    { numRuns: 150 }
  )
})

/** What shows the state of a store, and what AWS then documents to be refused. */
const wrongdoing = (store: cks.CustomKeyStore, after: number): Log => {
  const does = on(store.CustomKeyStoreId)
  const isCloudHsm = store.CustomKeyStoreType === 'AWS_CLOUDHSM'
  const update = isCloudHsm ? { clusterId: 'cluster-a' } : { xksProxyUriEndpoint: 'https://one.example.com' }
  const createKey = does('CreateKey', after + 400 * day, undefined, { origin: store.CustomKeyStoreType })
  switch (store.ConnectionState) {
    case 'CONNECTED':
      return [createKey, does('DeleteCustomKeyStore', after + 401 * day)]
    case 'DISCONNECTED':
      return [does('UpdateCustomKeyStore', after + 399 * day, undefined, update), createKey]
    default:
      return []
  }
}

/** Events of different stores may have one id here. */
const isAbout = (store: string, { requestParameters, responseElements }: Members): boolean =>
  [requestParameters, responseElements].some(
    (members) => (members as Members | null)?.['customKeyStoreId'] === store
  )

it('finds what AWS refuses at the end of any history', () => {
  fc.assert(
    fc.property(editionName, start, commands, (edition, account, commands) => {
      const life = lived(edition, account, commands)
      const wrong = life.account.stores.map((store) => wrongdoing(store, life.seconds))
      const log = [...life.log, ...wrong.flat()]
      const contradictions = (some: Log) =>
        judge.verdicts(judgedBy({ edition }, some)).filter(({ standing }) => standing === 'contradiction')
      const found = contradictions(log)
      expect(found.map(({ event }) => event.eventID).sort()).toEqual(
        wrong
          .flatMap((log) => log.slice(1))
          .map((last) => last['eventID'])
          .sort()
      )
      for (const { rule, because, event: last, store } of found) {
        expect(rule).toBe('validConnectionState')
        // What is given as the reason is reason enough, and hardly ever more than one event.
        const ids = [...because, last].map(({ eventID }) => eventID)
        const reason = log.filter((one) => ids.includes(String(one['eventID'])) && isAbout(store, one))
        expect(contradictions(reason)).toMatchObject([{ rule, store }])
        expect(because.length).toBeLessThan(4)
      }
    }),
    { numRuns: 100 }
  )
})
