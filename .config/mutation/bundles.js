/** The files that the tests of a part become, as deep as the tests are, which name files beside them. */
export const bundles = ['near', 'far', 'farther'].map((distance) => `test/mutants/${distance}.test.js`)
