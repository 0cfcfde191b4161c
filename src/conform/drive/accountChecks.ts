import type { OperationName } from '../../exceptions/documentedExceptions.js'
import type { Exchange, Members } from '../Exchange.js'
import { markerAfter, missingOnPages } from '../pages.js'
import { entriesIn } from '../replyMembers.js'
import { createRequest } from './Inventor.js'
import type { Subject } from './Subject.js'
import { ask, brought, giveUp, need, planned, type Planned } from './trial.js'

const mostPages = 1000

const idIn = (output: Members): string => String(output['CustomKeyStoreId'])

/** Checks between the stores of an account, and of requests by themselves. `properties`: members to create stores with. */
export const accountChecks = (subject: Subject, properties: Members): ReadonlyArray<Planned> => {
  const { session, invent, type, keeper, xksKeyId } = subject
  const isCloudHsm = type === 'AWS_CLOUDHSM'

  const plan = (id: string, says: string, trial: () => Promise<unknown>): Planned =>
    planned(subject, id, says, trial)

  const disconnected = (): Promise<string> => brought(keeper, 'DISCONNECTED')

  const another = (): Members => createRequest(invent, type, properties)

  const unknown = (operation: OperationName, members: Members = {}): Planned =>
    plan(`unknown-store/${operation}`, `${operation} of a store that does not exist`, () =>
      ask(session, operation, { CustomKeyStoreId: invent.unknownStore(), ...members })
    )

  const malformed = (name: string, operation: OperationName, request: Members): Planned =>
    plan(`form/${operation}/${name}`, `${operation} with ${name.replaceAll('-', ' ')}`, () =>
      ask(session, operation, request)
    )

  return [
    plan('new-store', 'CreateCustomKeyStore makes a store that is DISCONNECTED', disconnected),
    plan('name-in-use/create', 'CreateCustomKeyStore with the name of another store', async () => {
      await disconnected()
      await ask(session, 'CreateCustomKeyStore', {
        ...another(),
        CustomKeyStoreName: keeper.createdWith()['CustomKeyStoreName']
      })
    }),
    plan(
      'backing-in-use',
      `CreateCustomKeyStore with the ${isCloudHsm ? 'cluster' : 'proxy endpoint and path'} of another store`,
      async () => {
        await disconnected()
        await ask(session, 'CreateCustomKeyStore', {
          ...keeper.createdWith(),
          CustomKeyStoreName: invent.name()
        })
      }
    ),
    ...(isCloudHsm
      ? [
          plan('same-request', 'CreateCustomKeyStore once more with the same properties', async () => {
            await disconnected()
            await ask(session, 'CreateCustomKeyStore', keeper.createdWith())
          })
        ]
      : []),
    plan('name-in-use/update', 'UpdateCustomKeyStore to the name of another store', async () => {
      if (isCloudHsm && properties['CloudHsmClusterId'] !== undefined) {
        giveUp('it needs two stores, and the cluster that was named can back only one')
      }
      const id = await disconnected()
      const request = another()
      const other = idIn(await need(session, 'CreateCustomKeyStore', request))
      await session.look(other)
      await ask(session, 'UpdateCustomKeyStore', {
        CustomKeyStoreId: id,
        NewCustomKeyStoreName: request['CustomKeyStoreName']
      })
      await session.look(id)
      await need(session, 'DeleteCustomKeyStore', { CustomKeyStoreId: other })
    }),
    plan(
      'update-shows',
      'DescribeCustomKeyStores after UpdateCustomKeyStore, by id and by both names',
      async () => {
        const id = await disconnected()
        const name = invent.name()
        await need(session, 'UpdateCustomKeyStore', { CustomKeyStoreId: id, NewCustomKeyStoreName: name })
        await session.look(id)
        await ask(session, 'DescribeCustomKeyStores', { CustomKeyStoreName: name })
      }
    ),
    ...(isCloudHsm || properties['XksProxyUriPath'] !== undefined
      ? []
      : [
          plan(
            'update-shows-proxy',
            'DescribeCustomKeyStores after UpdateCustomKeyStore with another proxy URI path',
            async () => {
              const id = await disconnected()
              const { XksProxyUriPath } = another()
              await need(session, 'UpdateCustomKeyStore', { CustomKeyStoreId: id, XksProxyUriPath })
              await session.look(id)
            }
          )
        ]),
    plan('list', 'DescribeCustomKeyStores of all stores, and page by page', async () => {
      const id = await disconnected()
      await ask(session, 'DescribeCustomKeyStores', {})
      const pages: Array<Exchange> = []
      let Marker: unknown
      do {
        const request = { Limit: 1, ...(Marker === undefined ? {} : { Marker }) }
        const { reply } = await ask(session, 'DescribeCustomKeyStores', request)
        pages.push({ operation: 'DescribeCustomKeyStores', request, reply })
        Marker = markerAfter(reply)
      } while (Marker !== undefined && pages.length < mostPages)
      const difference = missingOnPages(pages, id)
      if (difference !== undefined) session.differs('DescribeCustomKeyStores', difference)
    }),
    plan(
      'deleted',
      'A store that was deleted is gone, and its name and backing key store are free again',
      async () => {
        const id = await disconnected()
        const { reply } = await ask(session, 'DescribeCustomKeyStores', { CustomKeyStoreId: id })
        const [entry = {}] = entriesIn(reply)
        await need(session, 'DeleteCustomKeyStore', { CustomKeyStoreId: id })
        await session.look(id)
        const again = { ...keeper.createdWith(), CustomKeyStoreName: entry['CustomKeyStoreName'] }
        keeper.keep(idIn(await need(session, 'CreateCustomKeyStore', again)), again)
      }
    ),

    unknown('ConnectCustomKeyStore'),
    unknown('DisconnectCustomKeyStore'),
    unknown('UpdateCustomKeyStore', { NewCustomKeyStoreName: 'other' }),
    unknown('DeleteCustomKeyStore'),
    unknown('DescribeCustomKeyStores'),
    unknown('GenerateRandom', { NumberOfBytes: 1 }),
    unknown('CreateKey', { Origin: type, ...(isCloudHsm ? {} : { XksKeyId: xksKeyId() }) }),

    malformed('no-id', 'ConnectCustomKeyStore', {}),
    malformed('an-empty-id', 'DisconnectCustomKeyStore', { CustomKeyStoreId: '' }),
    malformed('an-id-of-65-characters', 'DeleteCustomKeyStore', { CustomKeyStoreId: 'a'.repeat(65) }),
    malformed('no-name', 'CreateCustomKeyStore', { ...another(), CustomKeyStoreName: undefined }),
    malformed('a-name-of-257-characters', 'CreateCustomKeyStore', {
      ...another(),
      CustomKeyStoreName: 'a'.repeat(257)
    }),
    malformed('a-limit-of-0', 'DescribeCustomKeyStores', { Limit: 0 }),
    malformed('a-marker-that-no-page-gave', 'DescribeCustomKeyStores', { Marker: 'no marker' }),
    malformed('1025-bytes', 'GenerateRandom', { NumberOfBytes: 1025 })
  ]
}
