/** What stops a start or a test run, in both languages. Whoever catches it prints the message and ends with code 1. */
export class CannotGoOn extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`)
    this.name = 'CannotGoOn'
  }
}

/** Always to the error stream: the output of `sangyu import --json` and the like belongs to the caller. */
export function tell(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`)
}
