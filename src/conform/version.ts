/** The version of this package, which a report carries; a test holds it to package.json. */
export const version = '0.1.0'
