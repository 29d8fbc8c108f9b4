import assert from 'node:assert/strict'
import test from 'node:test'
import { type BankRule, earningOf, type Standing, USUAL } from './rules.ts'

const NEW: Standing = { dayMinutes: 0, stockMinutes: 0, monthPoints: 0, budgetLeft: null, isFrozen: false }
const cut = (cap: string, unit: string, amount: number) => ({ cap, unit, amount })

const cases: [
  what: string,
  minutes: number,
  rule: Partial<BankRule>,
  has: Partial<Standing>,
  earned: [minutes: number, points: number, ...cuts: object[]],
][] = [
  ['two hours by the usual rules', 120, {}, {}, [120, 4]],
  ['less than half an hour', 29, {}, {}, [29, 0]],
  ['fifty-nine minutes', 59, {}, {}, [59, 1]],
  ['a kind with a rate of its own', 60, { rates: { '*': 1, care: 3 } }, {}, [60, 6]],
  ['a county that pays nothing for other kinds', 60, { rates: { tidy: 2 } }, {}, [60, 0]],
  ['more than a day may count', 600, {}, {}, [480, 16, cut('day', 'minutes', 120)]],
  ['the second service of a long day', 120, {}, { dayMinutes: 450 }, [30, 1, cut('day', 'minutes', 90)]],
  ['what is above 1,500 hours', 60, {}, { stockMinutes: 89_990 }, [10, 0, cut('stock', 'minutes', 50)]],
  ['a wallet that was full before', 60, {}, { stockMinutes: 95_000 }, [0, 0, cut('stock', 'minutes', 60)]],
  ['a cap on one event', 180, { eventPoints: 4 }, {}, [180, 4, cut('event', 'points', 2)]],
  ['a cap on the month', 120, { monthPoints: 10 }, { monthPoints: 8 }, [120, 2, cut('month', 'points', 2)]],
  ['two caps at once', 240, { eventPoints: 6, monthPoints: 10 }, { monthPoints: 7 }, [240, 3, cut('event', 'points', 2), cut('month', 'points', 3)]], // biome-ignore format: one row
  ['a programme that has issued what it may', 120, {}, { budgetLeft: 0 }, [120, 0, cut('budget', 'points', 4)]],
  ['a frozen wallet', 120, {}, { isFrozen: true }, [0, 0, cut('frozen', 'minutes', 120)]],
]
for (const [what, minutes, rule, has, [counted, points, ...cuts]] of cases)
  test(`${what}: ${counted} minutes and ${points} points of ${minutes} minutes`, () => {
    const earned = earningOf({ kind: 'care', minutes }, { ...USUAL, ...rule }, { ...NEW, ...has })
    assert.deepEqual(earned, { minutes: counted, points, cuts })
  })
