import type { House } from './house.ts'
import { countiesOf } from './jobs.ts'
import { deliver } from './outbox.ts'

export type TellingOptions = {
  /** Milliseconds between two looks for what a crash or a setback left behind. */
  every: number
  onFault: (fault: Error) => void
}

/** Tells events soon after the commit that left them, one county after the other and never the same twice at once. Returns how to stop. */
export function keepTelling(house: House, { every, onFault }: TellingOptions): () => Promise<void> {
  const due = new Set<number>()
  const fault = (error: unknown) => onFault(error instanceof Error ? error : new Error(String(error)))
  let turn: Promise<void> | undefined
  const work = async () => {
    for (const county of due) {
      // Taken off first: what happens while it is being told makes it due again.
      due.delete(county)
      await deliver(house, county).catch(fault)
    }
    turn = undefined
  }
  const wake = (county: number) => {
    due.add(county)
    turn ??= work()
  }
  let looking: Promise<void> = Promise.resolve()
  const look = () => {
    looking = countiesOf(house).then((counties) => counties.forEach(wake), fault)
  }
  house.onEvents = wake
  const timer = setInterval(look, every)
  look()
  return async () => {
    clearInterval(timer)
    await looking
    house.onEvents = () => {}
    await turn
  }
}
