/** A DescribeCustomKeyStores with its output; refused without one. */
import type { Exchange, Members } from '../../src/conform/Exchange.js'

export const list = (request: Members, members: Members | undefined): Exchange => ({
  operation: 'DescribeCustomKeyStores',
  request,
  reply: members === undefined ? { exception: 'KMSInternalException', message: '' } : { output: members }
})
