import { contract as groups } from '#modules/activities/groups/contract.ts'
import { contract as members } from '#modules/activities/groups/members/contract.ts'
import { contract as pool } from '#modules/volunteering/bank/pool/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { donate } from '#modules/volunteering/bank/wallets/index.ts'
import { contract as needs } from '#modules/volunteering/needs/contract.ts'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { contract as teams } from '#modules/volunteering/teams/contract.ts'
import { contract as training } from '#modules/volunteering/training/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { newId } from '#platform/ids.ts'
import { earned, openShop } from '#test/office/bank.ts'
import { type Office, PLACES, type Worker } from '#test/office.ts'

type Who = { id: string }

/** A team, a group, a training, a need and a shift of the near community, with these people in them. */
export async function serve(o: Office, clerk: Worker, people: readonly Who[]) {
  const desk = o.as(clerk)
  const placeCode = PLACES.guangchang
  const { teamId: team } = await desk.call(teams).foundTeam({ kind: 'team', name: '近处服务队', placeCode })
  const { id: group } = await desk
    .call(groups)
    .foundGroup({ kind: 'interest', name: '近处合唱队', placeCode, foundedOn: '2026-01-05' })
  for (const { id: personId } of people) {
    await desk.call(volunteers).registerVolunteer({ personId })
    await desk.call(teams).joinTeam({ id: team, personId })
    await desk.call(members).joinGroup({ id: group, personId, on: '2026-02-02' })
  }
  const helped = { kind: 'company', words: '想有人说说话', personId: people[0]?.id ?? '' } as const
  const { needId: need } = await desk.call(needs).raiseNeed(helped)
  const [startsAt, endsAt] = ['2027-01-06T09:00:00+08:00', '2027-01-06T10:00:00+08:00']
  const { ids } = await desk
    .call(shifts)
    .publishShift({ title: '路口值守', task: 'patrol', placeCode, startsAt, endsAt })
  const taught = { title: '急救常识', heldOn: '2026-02-02', minutes: 60, placeCode, people: people.map(({ id }) => id) }
  const { trainingId } = await desk.call(training).recordTraining(taught)
  return { need, team, group, training: trainingId, shift: ids[0] ?? '' }
}

/** A shop in which they may spend what they have earned; the first has set something aside. */
export async function spend(o: Office, clerk: Worker, people: readonly Who[]) {
  const shop = await openShop(o)
  for (const { id } of people) await earned(o, id, 20)
  const redemption = newId()
  const wish = {
    id: redemption,
    personId: people[0]?.id ?? '',
    itemId: shop.item,
    quantity: 1,
    onBehalf: 'self',
  } as const
  await o.as(clerk).call(redemptions).reserveRedemption(wish)
  await askPool(o, clerk, people)
  return { shop, redemption }
}

const HOUR_MS = 3_600_000

/** The far person has given to the pool, and something is asked for the near one. */
async function askPool(o: Office, clerk: Worker, [near, far]: readonly Who[]): Promise<void> {
  const gift = { id: newId(), personId: far?.id ?? '', points: 5, onBehalf: 'self' } as const
  await o.act((ctx) => donate({ ...ctx, now: new Date(ctx.now.getTime() - HOUR_MS) }, gift))
  const ask = { id: newId(), personId: near?.id ?? '', points: 4, ground: 'alone', reason: '独居，腿脚不便' } as const
  await o.as(clerk).call(pool).askGrant(ask)
}
