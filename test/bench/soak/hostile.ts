/** What no AWS client sends, or not like this; most of it from access keys that nobody has used before. */
import fc, { type Arbitrary } from 'fast-check'
import { operationNames } from '../../../src/index.js'
import { rawRequest } from '../../arbitraryRequests.js'
import { operation, signedBy, type Request } from './requests.js'
import type { Client } from './wellFormed.js'

const printable = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)) })
const header = fc.oneof(printable, fc.constant('x'.repeat(5000))).map((text) => text.trim())
const path = fc.oneof(
  { weight: 3, arbitrary: fc.constant('/') },
  { weight: 1, arbitrary: fc.webPath().map((rest) => `/x${rest}`) },
  { weight: 1, arbitrary: fc.constantFrom('/%00', '/?Action=Decrypt', '//', '/_control') }
)
const method = fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS')
const accessKey = fc.stringMatching(/^[A-Z0-9]{20}$/)

const target = fc.oneof(
  header,
  fc.constantFrom('Encrypt', '__proto__', 'constructor', 'CreateAlias', '').map((n) => `TrentService.${n}`),
  fc.constantFrom(...operationNames, 'Decrypt', 'ListKeys').map((n) => `TrentService.${n}`)
)

const body = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.json(),
  fc.constantFrom(
    '',
    'null',
    '{"__proto__":{"CustomKeyStoreId":"cks-0"}}',
    `{"CustomKeyStoreId":"${'x'.repeat(10_000)}"}`,
    '['.repeat(20_000)
  )
)

const anything: Arbitrary<Request> = fc
  .record({
    method,
    path,
    target,
    type: fc.oneof(header, fc.constant('application/x-amz-json-1.1')),
    authorization: fc.oneof(
      header,
      accessKey.map((key) => signedBy(key))
    ),
    body
  })
  .map(({ method, path, target, type, authorization, body }) => ({
    method,
    path,
    headers: { 'x-amz-target': target, 'content-type': type, authorization },
    body
  }))

const names = Object.keys(rawRequest) as ReadonlyArray<keyof typeof rawRequest>
const asked = (
  accessKey: Arbitrary<string>,
  names: ReadonlyArray<keyof typeof rawRequest>
): Arbitrary<Request> =>
  fc
    .tuple(accessKey, fc.constantFrom(...names))
    .chain(([key, name]) => rawRequest[name].map((input) => operation(key, name, input)))

/** From strangers, who create nothing: what they create would have to be kept. */
const fromStrangers = asked(
  accessKey,
  names.filter((name) => name !== 'CreateCustomKeyStore')
)

/** From one account, which can keep as much as its quota lets it. */
const fromOneAccount = asked(fc.constant('999999999999'), names)

const tooLong = fc.constant<Request>({ ...operation('any', 'Encrypt', {}), body: 'x'.repeat(1_100_000) })
const neverComing = fc.constant<Request>({ ...operation('any', 'Encrypt', {}), promises: 100_000_000 })

const request = fc.oneof(
  { weight: 200, arbitrary: anything },
  { weight: 200, arbitrary: fromStrangers },
  { weight: 100, arbitrary: fromOneAccount },
  { weight: 1, arbitrary: tooLong },
  { weight: 1, arbitrary: neverComing }
)

/** The same requests whenever the seed is the same. */
export function* hostile(seed: number): Client {
  for (let i = seed; ; i += 1_000_000) yield* fc.sample(request, { numRuns: 1000, seed: i })
}
