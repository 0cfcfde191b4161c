/** In milliseconds. */
export const pause = (length: number): Promise<void> => new Promise((done) => setTimeout(done, length))
