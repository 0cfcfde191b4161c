/** Conformance vectors, as data and as the files that are shipped. */
export { vectorFiles, type VectorFile } from './files.js'
export { flags, type Expected, type Flag, type Vector } from './Vector.js'
