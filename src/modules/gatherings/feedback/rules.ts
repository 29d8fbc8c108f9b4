const DAYS = 30

/** Until when who came can say how it was on their own page, and say it otherwise: a month, while it is remembered. */
export function sayUntil(endsAt: string): Date {
  return new Date(Date.parse(endsAt) + DAYS * 86_400_000)
}
