import * as zlib from 'node:zlib'

const table = Uint32Array.from({ length: 256 }, (_, byte) =>
  Array.from({ length: 8 }).reduce<number>((sum) => (sum & 1 ? 0xedb88320 : 0) ^ (sum >>> 1), byte)
)

const byTable = (bytes: Uint8Array, before: number): number => {
  let sum = ~before
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return ~sum >>> 0
}

/** Node has it from 20.15 on, ten times as fast. */
const native = (zlib as { readonly crc32?: typeof byTable }).crc32

/** The checksum of gzip, of bytes after others with the checksum `before`. */
export const crc32: typeof byTable = native ?? byTable
