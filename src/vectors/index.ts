/**
 * Conformance vectors, as data and as the files that are shipped. The examples begin with:
 *
 * ```ts
 * import * as vectors from 'kms-custom-key-store/vectors'
 * ```
 *
 * @packageDocumentation
 */

export { reasonsOf } from './make.js'
export { formVectors, vectorFiles, vectorsOf, type VectorFile } from './files.js'
export { flags, kindIn, needs, type Expected, type Flag, type Need, type Vector } from './Vector.js'
