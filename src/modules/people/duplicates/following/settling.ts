import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { keyOf, moveRow, rowsOf, setRow, unlessRefused, type Way } from './moving.ts'
import type { Carried, PersonTie, Row } from './ties.ts'

/** All rows of one tie: those the kept record can take go over; of two that stand in each other's way one stands, and the other is ended or gives its values. */
export async function carryTie(ctx: Ctx, tie: PersonTie, way: Way): Promise<Carried[]> {
  if (tie.stays) return []
  const carried: Carried[] = []
  for (const row of await rowsOf(ctx, tie, way.from.id)) {
    if (tie.only && !tie.only(row)) continue
    carried.push(...((await moveRow(ctx, tie, { row, way })) ?? (await settle(ctx, tie, { row, way }))))
  }
  return carried
}

type Refused = { row: Row; way: Way }

async function settle(ctx: Ctx, tie: PersonTie, refused: Refused): Promise<Carried[]> {
  const { row, way } = refused
  const rivals = (await rowsOf(ctx, tie, way.to.id)).filter((one) => tie.rivals?.(row, one) ?? false)
  const isStronger = rivals.length > 0 && rivals.every((one) => rankOf(tie, row) < rankOf(tie, one))
  if (tie.swaps) return isStronger && rivals[0] ? swap(ctx, tie, { row, rival: rivals[0] }) : []
  if (isStronger) {
    const gone = await endAll(ctx, tie, rivals)
    const moved = await moveRow(ctx, tie, refused)
    return [...gone, ...(moved ?? [])]
  }
  return endAll(ctx, tie, [row])
}

const rankOf = ({ rank }: PersonTie, row: Row): number => rank?.(row) ?? 0

async function endAll(ctx: Ctx, tie: PersonTie, rows: readonly Row[]): Promise<Carried[]> {
  const when = { at: ctx.now.toISOString(), on: officeDay(ctx.now) }
  const done: (Carried | null)[] = []
  for (const row of rows) {
    const values = tie.ends?.(row, when)
    if (!values) continue
    done.push(await setRow(ctx, { table: tie.table, key: whole(tie, row), values }))
    const { endsAlso } = tie
    const id = endsAlso && row[endsAlso.by]
    if (endsAlso && id) done.push(await setAlso(ctx, endsAlso, { id, when }))
  }
  return done.flatMap((one) => one ?? [])
}

type Also = NonNullable<PersonTie['endsAlso']>

async function setAlso(
  ctx: Ctx,
  { table, ends }: Also,
  { id, when }: { id: unknown; when: { at: string; on: string } },
) {
  const values = ends({}, when)
  return values && setRow(ctx, { table, key: { id }, values })
}

const whole = (tie: PersonTie, row: Row): Row => ({ ...keyOf(tie, row), [tie.column]: row[tie.column] })

/** The absorbed record's row gives way first, so that at no moment both say the same. */
async function swap(ctx: Ctx, tie: PersonTie, { row, rival }: { row: Row; rival: Row }): Promise<Carried[]> {
  const values = (one: Row) => Object.fromEntries((tie.swaps ?? []).map((column) => [column, one[column]]))
  let done: (Carried | null)[] = []
  await unlessRefused(ctx, async () => {
    done = [
      await setRow(ctx, { table: tie.table, key: whole(tie, row), values: values(rival) }),
      await setRow(ctx, { table: tie.table, key: whole(tie, rival), values: values(row) }),
    ]
    return done.every((one) => one !== null)
  })
  return done.flatMap((one) => one ?? [])
}
