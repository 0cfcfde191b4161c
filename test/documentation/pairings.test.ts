/** What the documents call documented is on the page that they cite, with the exception or ConnectionErrorCode by name. */
import { describe, expect, it } from 'vitest'
import { assumptions } from '../../src/assumptions.js'
import { cloudHsmConnectionNeeds, externalConnectionNeeds } from '../../src/connection/needs.js'
import { cell, stateOperations } from '../../src/documents/index.js'
import { editionNames } from '../../src/editions/editions.js'
import { standingOf, type Statement } from '../../src/Evidence.js'
import { connectionStates } from '../../src/model/ConnectionState.js'
import { operationNames, operationsByName } from '../../src/operations/index.js'
import { listed } from './listedExceptions.js'
import { namedOnPages, statesOnPages } from './namedOnPages.js'

/** A row of the documents: a claim, and the exception or code that answers when it is not true. */
interface Row extends Statement {
  readonly otherwise: string
  readonly openTo?: unknown
}

const isNamed = ({ source, name, otherwise }: Row): boolean =>
  source.startsWith('API_') && Object.hasOwn(listed, source.slice(4))
    ? (listed[source.slice(4)] ?? []).includes(otherwise)
    : (namedOnPages[source]?.[otherwise] ?? []).includes(name)

/** Such a refusal is documented, and it is an assumption, and said in the row, which exception answers. */
const isOpenTo = ({ openTo, assumes = [] }: Row): boolean =>
  openTo !== undefined && assumes.some((number) => assumptions[number].leavesOpen === 'order')

const isDocumented = (row: Statement): boolean => standingOf(row) === 'documented'

const unfounded = (rows: ReadonlyArray<Row>): ReadonlyArray<string> => [
  ...new Set(
    rows
      .filter((row) => isDocumented(row) && !isNamed(row) && !isOpenTo(row))
      .map(({ source, name, otherwise }) => `${source} does not name ${otherwise} for ${name}`)
  )
]

const parts = editionNames.flatMap((edition) =>
  operationNames.flatMap((name) => operationsByName[edition][name].parts)
)
const rules = parts.flatMap((part): ReadonlyArray<Row> => part.rules)
const effects = parts.flatMap(({ follows }) => follows)

describe('a documented row names a page that names', () => {
  it('the exception of the rule', () => {
    expect(rules.filter(isDocumented).length).toBeGreaterThan(500)
    expect(unfounded(rules)).toEqual([])
  })

  it('the code of the need of a connection', () => {
    expect(unfounded([...cloudHsmConnectionNeeds, ...externalConnectionNeeds])).toEqual([])
  })

  it('the state after the operation', () => {
    const named = effects.filter((effect) => effect.to !== undefined && isDocumented(effect))
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(({ source, to = '' }) => !statesOnPages[source]?.includes(to))).toEqual([])
  })
})

describe.each(editionNames)('a documented cell of %s names a page that names', (edition) => {
  const cells = stateOperations.flatMap((operation) =>
    (['AWS_CLOUDHSM', 'PUBLIC_ENDPOINT', 'VPC_ENDPOINT_SERVICE'] as const).flatMap((kind) =>
      connectionStates.map((state) => ({ operation, kind, state, ...cell(edition, operation, kind)(state) }))
    )
  )
  const documented = cells.filter(({ standing }) => standing === 'documented')

  it('there are many', () => {
    expect(documented.length).toBeGreaterThan(50)
  })

  it('the exception', () => {
    const wrong = documented.flatMap(({ outcome, source, operation, kind, state }) =>
      'exception' in outcome && !namesSome(source, outcome.exception)
        ? [[operation, kind, state, source]]
        : []
    )
    expect(wrong).toEqual([])
  })

  it('the state', () => {
    const wrong = documented.flatMap(({ outcome, source, operation, kind, state }) =>
      'state' in outcome && !statesOnPages[source]?.includes(outcome.state)
        ? [[operation, kind, state, source]]
        : []
    )
    expect(wrong).toEqual([])
  })
})

const namesSome = (source: string, exception: string): boolean =>
  (listed[source.replace(/^API_/, '')] ?? Object.keys(namedOnPages[source] ?? {})).includes(exception)

describe('what no page says', () => {
  const row = { name: 'vpcEndpointServiceIsAnInterface', says: '' }
  const otherwise = 'XksProxyVpcEndpointServiceInvalidConfigurationException'

  it('is found where another page is cited', () => {
    expect(unfounded([{ ...row, source: 'xks-troubleshooting', otherwise }])).toEqual([])
    expect(unfounded([{ ...row, source: 'vpc-connectivity', otherwise }])).toEqual([
      `vpc-connectivity does not name ${otherwise} for ${row.name}`
    ])
    expect(unfounded([{ ...row, source: 'API_DeleteCustomKeyStore', otherwise }])).toHaveLength(1)
    expect(
      unfounded([{ ...row, name: 'proxyDoesNotThrottle', source: 'xks-troubleshooting', otherwise }])
    ).toHaveLength(1)
  })

  it('may be said to be implied or assumed', () => {
    const elsewhere = { ...row, source: 'vpc-connectivity', otherwise } as const
    expect(unfounded([{ ...elsewhere, implied: true }])).toEqual([])
    expect(unfounded([{ ...elsewhere, assumes: ['A80'] }])).toEqual([])
    expect(unfounded([{ ...elsewhere, assumes: ['A80'], observed: 'namesDifferInCase' }])).toEqual([])
    expect(unfounded([{ ...elsewhere, observed: 'namesDifferInCase' }])).toHaveLength(1)
  })

  it.each([
    ['proxyDoesNotThrottle', 'XKS_PROXY_NOT_REACHABLE', 'assumed'],
    ['vpcEndpointServiceHasTheEndpointsName', 'XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION', 'implied']
  ])('%s, %s, is %s at a connection', (name, code, standing) => {
    const need = externalConnectionNeeds.find((need) => need.name === name)
    expect(need?.otherwise).toBe(code)
    expect(need && standingOf(need)).toBe(standing)
  })
})
