import { officeDay } from '#platform/clock.ts'

export function dayAfter(now: Date, days: number): string {
  return officeDay(new Date(now.getTime() + days * 86_400_000))
}
