import { createInflateRaw } from 'node:zlib'

/** What came of packed bytes: how many of them were used, and whether the packed data ended, or are broken. */
export interface Inflated {
  readonly output: ReadonlyArray<Buffer>
  readonly used: number
  readonly state: 'more' | 'ended' | 'broken'
}

export interface Inflater {
  readonly write: (bytes: Buffer) => Promise<Inflated>
  readonly close: () => void
}

/** Unpacks bytes. Of what is broken, all is unpacked but the last `step` bytes at most. */
export const inflater = (step: number): Inflater => {
  const engine = createInflateRaw({ chunkSize: step })
  let output: Array<Buffer> = []
  let state: Inflated['state'] = 'more'
  engine.on('data', (bytes: Buffer) => output.push(bytes))
  engine.on('end', () => (state = 'ended'))
  let stopped: (() => void) | undefined
  engine.on('error', () => {
    state = 'broken'
    stopped?.()
  })

  const write = async (bytes: Buffer): Promise<Inflated> => {
    const before = engine.bytesWritten
    output = []
    // The end is told just after the bytes are written, and an error in place of that they are.
    await new Promise<void>((done) => {
      stopped = done
      engine.write(bytes, () => setImmediate(done))
    })
    return { output, used: engine.bytesWritten - before, state }
  }

  return { write, close: () => engine.destroy() }
}
