/** Loaded before what is profiled: gives JSON's own work functions that the profiler sees, for it sees none of V8's. */
const { parse, stringify } = JSON

JSON.parse = (...given: Parameters<typeof parse>): unknown => parse(...given)
JSON.stringify = ((...given: Parameters<typeof stringify>) => stringify(...given)) as typeof stringify
