/** What a book of a month counts. Whoever was carried in or raised was closed, declined, withdrawn, or is left. */
export const figureKeys = ['carried', 'raised', 'closed', 'declined', 'withdrawn', 'left', 'overdue'] as const
export type FigureKey = (typeof figureKeys)[number]
export type Figures = Record<FigureKey, number>

/** A need as the book sees it at the end of a month. */
export type Life = { status: string; raisedOn: string; endedOn: string | null; dueOn: string; helpedOn: string | null }
export type Month = { from: string; until: string }

/** The first day of a month, and the first of the next. */
export function monthOf(month: string): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { from: `${month}-01`, until: `${next}-01` }
}

/** The last months, the latest first. */
export function monthsBefore(month: string, count: number): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + (number - 1) - back
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}

const ENDS: readonly string[] = ['closed', 'declined', 'withdrawn']

/** Whether a need counts to a figure of a month. What happens after the month's end changes nothing in it. */
export function counts(figure: FigureKey, life: Life, { from, until }: Month): boolean {
  const isRaisedBefore = life.raisedOn < from
  const hasEndedBefore = life.endedOn !== null && life.endedOn < from
  const endedWithin = life.endedOn !== null && life.endedOn >= from && life.endedOn < until
  const isLeft = life.raisedOn < until && (life.endedOn === null || life.endedOn >= until)
  if (figure === 'carried') return isRaisedBefore && !hasEndedBefore
  if (figure === 'raised') return life.raisedOn >= from && life.raisedOn < until
  if (figure === 'left') return isLeft
  // Late is whose helper was not found in time, and is still looked for when the month ends.
  if (figure === 'overdue') return isLeft && life.dueOn < until && (life.helpedOn === null || life.helpedOn >= until)
  return endedWithin && life.status === figure && ENDS.includes(life.status)
}

/** Whether a need stands in the book of a month at all. */
export function stands(life: Life, month: Month): boolean {
  return counts('carried', life, month) || counts('raised', life, month)
}

export function figuresOf(lives: readonly Life[], month: Month): Figures {
  const of = (key: FigureKey) => lives.filter((life) => counts(key, life, month)).length
  return {
    carried: of('carried'),
    raised: of('raised'),
    closed: of('closed'),
    declined: of('declined'),
    withdrawn: of('withdrawn'),
    left: of('left'),
    overdue: of('overdue'),
  }
}

/** The names of figures that no longer say what a closing wrote down: nothing should ever change them. */
export function differing(closed: Figures, now: Figures): FigureKey[] {
  return figureKeys.filter((key) => closed[key] !== now[key])
}
