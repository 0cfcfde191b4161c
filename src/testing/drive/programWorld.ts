import { clientConfig } from '../../endpoint/clientConfig.js'
import type { Answering } from '../../endpoint/requestHandler.js'
import type { Situation } from '../Situation.js'
import type { Kms } from './Kms.js'
import type { ProgramWorld } from './Program.js'
import type { VirtualTime } from './VirtualTime.js'

/** What is different for programs in this process and for those that ask over HTTP. */
interface Way extends Pick<ProgramWorld, 'url' | 'signal'> {
  readonly answer: Answering['answer']
  readonly sleep: VirtualTime['sleep']
}

/** What a program is given in one world. */
export const programWorld = (
  { account }: Situation,
  asked: Kms,
  time: VirtualTime,
  { answer, sleep, url, signal }: Way
): ProgramWorld => ({
  config: clientConfig({ answer }),
  url,
  signal,
  CustomKeyStoreId: account.stores[0]?.CustomKeyStoreId ?? ('' as never),
  KeyIds: account.keys.map(({ KeyId }) => KeyId),
  sleep,
  now: time.now,
  account: () => asked.situation().account
})
