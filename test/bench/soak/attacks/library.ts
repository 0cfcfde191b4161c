/** Attacks on the library, the endpoint within a process, and `replay`, by values that nobody expects. */
import { spawnSync } from 'node:child_process'
import * as E from 'fp-ts/lib/Either.js'
import { endpoint, requestHandler, type Endpoint } from '../../../../src/endpoint/index.js'
import { CustomKeyStore, decode, stateAfter, type AccountId } from '../../../../src/index.js'
import { kmsEvent } from '../../../../src/judge/index.js'
import { expects, type Attack } from './Attack.js'

const store = {
  CustomKeyStoreType: 'AWS_CLOUDHSM',
  CustomKeyStoreId: 'cks-1234567890abcdef0',
  CustomKeyStoreName: 'ExampleKeyStore',
  CloudHsmClusterId: 'cluster-abcdefghijk',
  TrustAnchorCertificate: 'x',
  clusterCertificate: 'x',
  ConnectionState: 'CONNECTING',
  CreationDate: 1_700_000_000,
  attempt: 1
}

const stored = (): string => {
  for (const attempt of [Number.NaN, -5, 1.5, Infinity, 2 ** 53])
    expects(E.isLeft(decode(CustomKeyStore)({ ...store, attempt })), `attempt ${String(attempt)} is read`)
  expects(E.isLeft(decode(CustomKeyStore)({ ...store, CreationDate: Number.NaN })), 'a date NaN is read')
  return 'refused'
}

const inherited = (): string => {
  const names = Object.getOwnPropertyNames(Object.prototype) as ReadonlyArray<unknown> as ReadonlyArray<never>
  for (const name of names) {
    expects(E.isLeft(stateAfter('ConnectCustomKeyStore')(name)), `${String(name)} is taken for a state`)
    expects(E.isLeft(stateAfter(name)('CONNECTED')), `${String(name)} is taken for an operation`)
  }
  return `${String(names.length)} names refused`
}

const throwing = (): string => {
  const event = Object.defineProperty({}, 'eventSource', {
    enumerable: true,
    get: () => {
      throw new Error('read')
    }
  })
  expects(E.isLeft(kmsEvent(event)), 'it is read')
  return 'refused'
}

const made = (): Endpoint => {
  const kms = endpoint({ infrastructure: { clusters: undefined } })
  if (E.isLeft(kms)) throw new Error('it is refused')
  return kms.right
}

const mistold = async (): Promise<string> => {
  const kms = made()
  kms.changeInfrastructure({ clusters: undefined })
  expects(E.isLeft(kms.fail({ error: 'KMSInternalException', times: 0.5 })), 'half a failure is taken')
  const caller = { account: '111122223333' as AccountId, principal: '', region: 'us-east-1' }
  expects(kms.answer(caller, {} as never).status === 400, 'it is answered')
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'TrentService.DescribeCustomKeyStores'
  }
  const text = '{"CustomKeyStoreName":"none"}'
  for (const body of [new Blob([text]), new TextEncoder().encode(text).buffer, new Response(text).body]) {
    const { response } = await requestHandler(kms).handle({ method: 'POST', path: '/', headers, body })
    expects(response.statusCode === 400, 'a body is read as if it were empty')
  }
  return 'refused or read'
}

const secret = 'hunter2hunter2'
const replayed = (program: string, input: string) =>
  spawnSync(process.execPath, [program, 'replay', '-'], {
    input,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 2 ** 30
  })

const secretInText = (program: string) => (): string => {
  const request = JSON.stringify({ KeyStorePassword: secret })
  const line = JSON.stringify({ operation: 'CreateCustomKeyStore', request })
  const { stdout, stderr, status } = replayed(program, `${line}\n`)
  expects(status === 1 && !(stdout + stderr).includes(secret), stderr)
  return 'refused, not repeated'
}

const centuries = (program: string) => (): string => {
  const { stderr, status } = replayed(program, '{"advance":{"days":36525}}\n'.repeat(2_738))
  expects(status === 1 && stderr.includes('before the year 10000'), stderr)
  return 'refused at the year 10000'
}

const cluster = { clusterId: 'cluster-abcdefghijk' }
const id = 'cks-00000000000000001'
const begun = [
  { facts: { clusters: [cluster] } },
  {
    operation: 'CreateCustomKeyStore',
    request: {
      CustomKeyStoreName: 'a',
      CloudHsmClusterId: cluster.clusterId,
      TrustAnchorCertificate: 'x',
      KeyStorePassword: 'kmsPswd1'
    }
  },
  { operation: 'ConnectCustomKeyStore', request: { CustomKeyStoreId: id } },
  { settle: id }
]

const manyKeys = (program: string) => (): string => {
  const key = { operation: 'CreateKey', request: { CustomKeyStoreId: id, Origin: 'AWS_CLOUDHSM' } }
  const steps = [...begun, ...Array.from({ length: 10_000 }, () => key)]
  const start = performance.now()
  const { status, stderr } = replayed(program, steps.map((step) => `${JSON.stringify(step)}\n`).join(''))
  const seconds = (performance.now() - start) / 1_000
  expects(status === 0 && seconds < 45, `${seconds.toFixed(0)} s, exit code ${String(status)} ${stderr}`)
  return `${seconds.toFixed(0)} s`
}

const promised = (run: () => string) => () => new Promise<string>((resolve) => resolve(run()))

export const library = (program: string): ReadonlyArray<Attack> => [
  {
    row: 9,
    tool: 'replay',
    what: 'a request written as text, with a password',
    run: promised(secretInText(program))
  },
  { row: 9, tool: 'replay', what: 'a hundred years, 2,738 times', run: promised(centuries(program)) },
  { row: 9, tool: 'replay', what: '10,000 keys', run: promised(manyKeys(program)) },
  { row: 10, tool: 'library', what: 'an endpoint told what makes no sense', run: mistold },
  { row: 12, tool: 'library', what: 'NaN and fractions in stored data', run: promised(stored) },
  { row: 12, tool: 'library', what: 'toString as a state', run: promised(inherited) },
  { row: 13, tool: 'library', what: 'a record that throws when it is read', run: promised(throwing) }
]
