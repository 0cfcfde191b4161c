import { crc32 } from './crc32.js'
import { inflater, type Inflated } from './inflater.js'

const [magic1, magic2, deflate] = [0x1f, 0x8b, 8]
const magic = Buffer.from([magic1, magic2, deflate])
const fixedHeader = 10
const longestHeader = 128 * 1024
const trailerLength = 8
/** Flags of a header: what follows the fixed part. */
const [hasCheck, hasExtra, hasName, hasComment, reserved] = [2, 4, 8, 16, 0xe0]

export const isGzip = ([first, second]: Buffer): boolean => first === magic1 && second === magic2

const afterText = (bytes: Buffer, from: number): number =>
  from > bytes.length ? Infinity : bytes.indexOf(0, from) + 1 || Infinity

/** The length of the header with which bytes begin; Infinity where more bytes are needed, undefined where there is none. */
const headerLength = (bytes: Buffer): number | undefined => {
  if (magic.subarray(0, bytes.length).some((byte, i) => bytes[i] !== byte)) return undefined
  if (bytes.length < fixedHeader + 2) return Infinity
  const [, , , flags = 0] = bytes
  if ((flags & reserved) !== 0) return undefined
  let length = fixedHeader
  if ((flags & hasExtra) !== 0) length += 2 + bytes.readUInt16LE(length)
  if ((flags & hasName) !== 0) length = afterText(bytes, length)
  if ((flags & hasComment) !== 0) length = afterText(bytes, length)
  if ((flags & hasCheck) !== 0) length += 2
  if (length <= bytes.length) return length
  return bytes.length > longestHeader ? undefined : Infinity
}

/** Where gzip may begin after the first of some bytes: at the end of them it need not be whole yet. */
const nextHeader = (bytes: Buffer): number => {
  const whole = bytes.indexOf(magic, 1)
  if (whole >= 0) return whole
  const inPart = [2, 1].find(
    (length) => length < bytes.length && bytes.subarray(-length).equals(magic.subarray(0, length))
  )
  return bytes.length - (inPart ?? 0)
}

const cutShort = 'the gzip is cut short'

/** What is wrong with packed bytes; it is thrown when all that could be unpacked has been given. */
const packingFault = (wrong: string): Error => Object.assign(new Error(wrong), { code: 'PACKING' })

/** In bytes: what is unpacked at a time, and how much packed data is held to lose nothing of it before a fault. */
const [step, mostHeld] = [65_536, 16 * 1024 * 1024]

const inPieces = (bytes: Buffer, length: number): ReadonlyArray<Buffer> =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) =>
    bytes.subarray(i * length, (i + 1) * length)
  )

/** Data whose last piece is broken, with that one in pieces of a length, up to the first that is broken. */
const narrowed = async (packed: ReadonlyArray<Buffer>, length: number): Promise<ReadonlyArray<Buffer>> => {
  const { write, close } = inflater(step)
  const pieces = [...packed.slice(0, -1), ...packed.slice(-1).flatMap((last) => inPieces(last, length))]
  let count = 0
  for (const piece of pieces) {
    count += 1
    if ((await write(piece)).state === 'broken') break
  }
  close()
  return pieces.slice(0, count)
}

/** The end of what can be unpacked of data whose last piece is broken, after so many bytes. */
async function* rescued(packed: ReadonlyArray<Buffer>, after: number): AsyncGenerator<Buffer> {
  let pieces = packed
  for (const length of [4096, 64, 1]) pieces = await narrowed(pieces, length)
  const { write, close } = inflater(step)
  let left = after
  for (const bytes of pieces.slice(0, -1)) {
    const { output } = await write(bytes)
    for (const some of output) {
      if (left < some.length) yield some.subarray(left)
      left = Math.max(0, left - some.length)
    }
  }
  close()
}

/**
 * Unpacks gzip: one member after the other, whatever is wrong with one of them or between them. What was wrong first is
 * thrown in the end, when all that can be read has been given.
 */
export async function* gunzipped(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const pieces = input[Symbol.asyncIterator]()
  let pending: Buffer = Buffer.alloc(0)
  let fault: string | undefined

  const more = async (): Promise<boolean> => {
    const next = await pieces.next()
    if (next.done !== true) pending = pending.length === 0 ? next.value : Buffer.concat([pending, next.value])
    return next.done !== true
  }

  const tell = (wrong: string): void => void (fault ??= wrong)

  /** Unpacks one member, after its header. */
  async function* member(): AsyncGenerator<Buffer> {
    const { write, close } = inflater(step)
    const packed: Array<Buffer> = []
    let [held, sum, size] = [0, 0, 0]
    let state: Inflated['state'] = 'more'
    while (state === 'more') {
      if (pending.length === 0 && !(await more())) {
        tell(cutShort)
        return
      }
      held += pending.length
      if (held <= mostHeld) packed.push(pending)
      const inflated = await write(pending)
      for (const output of inflated.output) {
        ;[sum, size] = [crc32(output, sum), size + output.length]
        yield output
      }
      state = inflated.state
      if (state !== 'broken') pending = pending.subarray(inflated.used)
      else if (held <= mostHeld) yield* rescued(packed, size)
    }
    close()
    if (state === 'broken') {
      tell('the gzip is broken')
      return
    }
    while (pending.length < trailerLength)
      if (!(await more())) {
        tell(cutShort)
        return
      }
    if (pending.readUInt32LE(0) !== sum || pending.readUInt32LE(4) !== size % 2 ** 32) {
      tell('the gzip is broken: its checksum does not fit, so what was read may be wrong')
    }
    pending = pending.subarray(trailerLength)
  }

  /** Leaves out what is no gzip; zeros fill a block. */
  const skip = (): void => {
    const next = nextHeader(pending)
    if (pending.subarray(0, next).some((byte) => byte !== 0)) tell('something follows the gzip that is none')
    pending = pending.subarray(next)
  }

  while (pending.length > 0 || (await more())) {
    const length = headerLength(pending)
    if (length === undefined) skip()
    else if (length < Infinity) {
      pending = pending.subarray(length)
      yield* member()
    } else if (!(await more())) {
      tell(cutShort)
      break
    }
  }
  if (fault !== undefined) throw packingFault(fault)
}
