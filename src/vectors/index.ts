/** Conformance vectors, as data and as the files that are shipped. */
export { reasonsOf } from './make.js'
export { formVectors, vectorFiles, vectorsOf, type VectorFile } from './files.js'
export { flags, kindIn, needs, type Expected, type Flag, type Need, type Vector } from './Vector.js'
