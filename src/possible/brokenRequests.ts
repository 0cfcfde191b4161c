import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { memberRulesOf } from '../account/memberRules.js'
import { decode, isOfWrongType } from '../codec/decode.js'
import type { Member } from '../codec/Member.js'
import type { AnyRequestCodec } from '../codec/requestCodec.js'
import { defaultEdition } from '../editions/editions.js'
import type { OperationName } from '../exceptions/documentedExceptions.js'
import { operationNames, operationsByName } from '../operations/index.js'
import { isBroken } from '../rules/findings.js'
import { exampleRequest, type ExampleRequest } from './exampleRequests.js'
import { accountId, everyKind, type Kind } from './examples.js'
import { once, workedOutOnce } from './once.js'

/** A request of which nothing is wrong but that it breaks one rule about its members. */
export interface BrokenRequest {
  readonly rule: string
  readonly request: ExampleRequest
}

/** Good values for members that no example has. */
const more: ExampleRequest = {
  XksProxyVpcEndpointServiceOwner: accountId,
  Constraints: {
    EncryptionContextSubset: { Name: 'value' },
    SourceArn: 'arn:aws:sns:us-east-1:111122223333:Example'
  },
  Recipient: { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256', AttestationDocument: 'AQIDBA==' }
}

/** A good value for each member that some example request has. */
const goodValues = workedOutOnce(
  () => 0,
  (): ExampleRequest =>
    Object.assign(
      { ...more },
      ...operationNames.flatMap((operation) => everyKind.map((kind) => exampleRequest(operation, kind)))
    ) as ExampleRequest
)

const noValue = 'no such value?'
/** One more than some limits, from the shortest. */
const lengths = [33, 65, 129, 257, 385, 513, 2049, 5001, 8193, 9000, 16_388, 131_073]
const texts = ['', noValue, ...lengths.map((length) => 'a'.repeat(length))]
const amounts = [0, -1, 1_000_000]

const badLists = (good: ReadonlyArray<unknown>): ReadonlyArray<unknown> => [
  ...[...texts, ...amounts].map((entry) => [entry]),
  [],
  Array.from({ length: 101 }, () => good[0])
]

/** Values that break some limit. `good`: one that breaks none. */
const badValues = (good: unknown): ReadonlyArray<unknown> => [
  ...(Array.isArray(good) ? badLists(good) : []),
  ...texts,
  ...amounts,
  {}
]

/** Every value that differs at a path from a good one: with something left out, or with a bad value in its place. */
const changesAt = ([name = '', ...inside]: ReadonlyArray<string>, good: unknown): ReadonlyArray<unknown> => {
  if (Array.isArray(good)) return changesAt([name, ...inside], good[0]).map((entry) => [entry])
  const record = t.UnknownRecord.is(good) ? good : {}
  const { [name]: before, ...without } = record
  const values = inside.length === 0 ? badValues(before) : changesAt(inside, before)
  return [without, ...values.map((value) => ({ ...record, [name]: value }))]
}

/** The example with a member changed; where it lacks the member, with a good value of it first. */
const changesOf = (example: ExampleRequest, { name, within }: Member): ReadonlyArray<ExampleRequest> => {
  const [outermost = name] = within
  const good = { [outermost]: goodValues(0)[outermost], ...example }
  return [good, ...changesAt([...within, name], good)] as ReadonlyArray<ExampleRequest>
}

const codecOf = (operation: OperationName) => operationsByName[defaultEdition][operation].request

/** The rules about the members of a request, in their order. */
export const memberRuleNames = (operation: OperationName): ReadonlyArray<string> =>
  memberRulesOf(codecOf(operation))({}).map(({ rule }) => rule)

/** Whether every member is of its own JSON type. One that is not is refused before any rule is looked at (A50). */
const isOfItsTypes = (codec: AnyRequestCodec, request: ExampleRequest): boolean => {
  const read = decode(codec)(request)
  return E.isRight(read) || !read.left.some(isOfWrongType)
}

const isAsInClusters = (operation: OperationName, example: ExampleRequest): boolean =>
  JSON.stringify(example) === JSON.stringify(exampleRequest(operation, 'AWS_CLOUDHSM'))

const firstBroken = (operation: OperationName, example: ExampleRequest): ReadonlyArray<BrokenRequest> => {
  const codec = codecOf(operation)
  const rules = memberRulesOf(codec)
  const candidates = codec.members.flatMap((member) => changesOf(example, member))
  return once<BrokenRequest>(({ rule }) => rule)(
    candidates.flatMap((request) => {
      const broken = rules(request).filter(isBroken)
      return broken.length === 1 && isOfItsTypes(codec, request)
        ? broken.map(({ rule }) => ({ rule, request }))
        : []
    })
  )
}

const ofOperation = workedOutOnce(
  (operation: OperationName) => operation,
  (operation): Readonly<Record<Kind, ReadonlyArray<BrokenRequest>>> => {
    const AWS_CLOUDHSM = firstBroken(operation, exampleRequest(operation, 'AWS_CLOUDHSM'))
    const of = (kind: Kind) => {
      const example = exampleRequest(operation, kind)
      return isAsInClusters(operation, example) ? AWS_CLOUDHSM : firstBroken(operation, example)
    }
    return {
      AWS_CLOUDHSM,
      PUBLIC_ENDPOINT: of('PUBLIC_ENDPOINT'),
      VPC_ENDPOINT_SERVICE: of('VPC_ENDPOINT_SERVICE')
    }
  }
)

/** For each rule about the members of a request, if one is found, a request that breaks it alone. */
export const brokenRequests = (operation: OperationName, kind: Kind): ReadonlyArray<BrokenRequest> =>
  ofOperation(operation)[kind]
