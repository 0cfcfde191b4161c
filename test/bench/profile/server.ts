/** Loaded before a server: begins to profile it when it is told `begin`, and answers `end` with what each part took. */
import './json.js'
import { profiling, type Parts } from './parts.js'

/** As the bundle of the command line has it. */
Object.assign(globalThis, { VERSION: '' })

let end: () => Promise<Parts> = () => Promise.resolve({})

const answered = async (message: unknown): Promise<Parts> => {
  if (message === 'end') return end()
  end = await profiling()
  return {}
}

process.on('message', (message) => void answered(message).then((parts) => process.send!(parts)))
