/** Objects of which is counted how often one of their members is looked at, so that no test of effort needs a clock. */
export const lookCounter = () => {
  let looks = 0
  return {
    counted: <A extends object>(of: A): A =>
      new Proxy(of, {
        get: (target, name) => {
          looks += 1
          return Reflect.get(target, name) as unknown
        }
      }),
    /** How many looks something takes. */
    looksOf: (work: () => unknown): number => {
      looks = 0
      work()
      return looks
    }
  }
}
