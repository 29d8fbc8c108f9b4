/** Whom a number of each book opens. */
export type Books = {
  /** Of the needs closed in the month: who was helped, and by whom. */
  needs: { helped: string; helper: string }
  /** Of the services confirmed. */
  service: readonly string[]
  /** Of the cadres who stand in the book. */
  people: readonly string[]
}

/** What the people of the story do, each by the way they are given: a door of the server, or a page in a browser. */
export type Acts = {
  daughter: { askForHelp: () => Promise<void> }
  wang: {
    answer: (satisfaction: 5 | 3 | 1) => Promise<void>
    /** What was done for her, as she reads it. */
    readRecord: () => Promise<string>
  }
  li: {
    claimTurn: () => Promise<void>
    showCode: () => Promise<string>
    readPoints: () => Promise<{ points: number; free: number; minutes: number }>
    /** Answers the code for the counter. */
    redeem: () => Promise<string>
    undo: () => Promise<void>
  }
  clerk: {
    match: () => Promise<void>
    publishShift: () => Promise<void>
    scan: (code: string) => Promise<void>
    confirm: () => Promise<void>
  }
  keeper: {
    publishStar: () => Promise<void>
    awardStar: () => Promise<void>
    drawUpStatement: () => Promise<void>
    pay: (voucher: string) => Promise<void>
    /** Opens the three books at the month and, by their numbers, the people behind them. */
    readBooks: () => Promise<Books>
  }
  checker: { approve: () => Promise<void> }
  seller: {
    /** The code of the counter, typed; confirmed by two taps. */
    handOver: (code: string) => Promise<void>
    confirmStatement: () => Promise<void>
  }
}

export const TUESDAY = { startsAt: '2026-03-03T09:00:00+08:00', endsAt: '2026-03-03T11:00:00+08:00' }
export const SHIFT = '看病陪诊 · 王秀英'
export const WORDS = '周二上午要去县医院复查，想请人陪着去'
export const MONTH = '2026-03'
