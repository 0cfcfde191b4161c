import * as zlib from 'node:zlib'

const table = Uint32Array.from({ length: 256 }, (_, byte) =>
  Array.from({ length: 8 }).reduce<number>((sum) => (sum & 1 ? 0xedb88320 : 0) ^ (sum >>> 1), byte)
)

/** The same where Node has none: it has one from 20.15 on, ten times as fast. */
export const crc32ByTable = (bytes: Uint8Array, before: number): number => {
  let sum = ~before
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return ~sum >>> 0
}

const native = (zlib as { readonly crc32?: typeof crc32ByTable }).crc32

/** The checksum of gzip, of bytes after others with the checksum `before`. */
export const crc32: typeof crc32ByTable = native ?? crc32ByTable
