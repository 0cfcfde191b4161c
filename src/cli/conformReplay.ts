import { replayFaults, type Replayed, type ReplayedFault } from '../conform/drive/replayFaults.js'
import type { Client } from '../conform/drive/Send.js'
import { amount } from '../codec/amount.js'
import type { ConformOptions } from './conformOptions.js'
import type { Console, ExitCode } from './Console.js'
import type { Stopping } from './stopping.js'
import type { Style } from './style.js'
import { visible } from './terminal.js'

const line = (style: Style, fault: ReplayedFault): string => {
  const { number, operation, rule } = fault
  const name = `${String(number)}. ${visible(`${operation}: ${rule}`)}`
  if ('why' in fault) return `${style.faint('–')} ${name} could not be played: ${visible(fault.why)}`
  return fault.shows
    ? `${style.bad('✗')} ${name} shows up again`
    : `${style.good('✓')} ${name} does not show up`
}

const leftLine = ({ left: { stores, keys } }: Replayed): ReadonlyArray<string> =>
  stores.length + keys.length === 0
    ? []
    : [
        `Left at the endpoint: ${amount(stores.length, 'store')} and ${amount(keys.length, 'key')}: ${[...stores, ...keys].map(visible).join(', ')}.`
      ]

const codeOf = ({ faults }: Replayed): ExitCode => {
  if (faults.some((fault) => 'shows' in fault && fault.shows)) return 1
  return faults.some((fault) => 'why' in fault) ? 2 : 0
}

/** Plays the deviations of a report again, and tells which of them show up; a sentence where it is no endpoint of KMS. */
export const replayed = async (
  replay: NonNullable<ConformOptions['replay']>,
  { storeProperties, patience, json }: ConformOptions,
  client: Client,
  stop: Stopping,
  console: Console
): Promise<ExitCode | string> => {
  const result = await replayFaults({ ...replay, client, storeProperties, patience, stopped: stop.why })
  if (typeof result === 'string') return result
  const text = [...result.faults.map((fault) => line(console.style, fault)), ...leftLine(result)].join('\n')
  await console.print(`${json ? JSON.stringify(result) : text}\n`)
  return codeOf(result)
}
