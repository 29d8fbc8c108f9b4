import { contract as swaps } from '#modules/volunteering/own/turns/contract.ts'
import { contract as checking } from '#modules/volunteering/shifts/checking/contract.ts'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { contract as turns } from '#modules/volunteering/shifts/turns/contract.ts'
import { contract as teams } from '#modules/volunteering/teams/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { newId } from '#platform/ids.ts'
import { type Office, PLACES, type Worker } from '../../office.ts'
import { elderOf } from '../elders.ts'
import { asOwner } from '../owner.ts'
import { settle } from '../settle.ts'

type At = { o: Office; worker: Worker; person: string }

const MONDAY = '2026-03-02'
const at = (day: string, from: string, to: string) => ({
  placeCode: PLACES.guangchang,
  startsAt: `${day}T${from}:00+08:00`,
  endsAt: `${day}T${to}:00+08:00`,
})

/**
 * What the elder pages show of visits and swaps, all at nine on a Monday: somebody came early and waits for the elder's word; the elder has a
 * turn that begins soon and one next week; a team mate asks her to take theirs; and family to whom points can be given. Answers that turn, and the
 * code of the one today.
 */
export async function settleVisits({ o, worker, person }: At): Promise<{ nextWeek: string; code: string }> {
  const desk = o.as(worker)
  const [mate, other] = await o.act(async (ctx) => [
    await settle(ctx, { name: '李建国', place: PLACES.guangchang }),
    await settle(ctx, { name: '孙志国', place: PLACES.guangchang }),
  ])
  for (const personId of [mate, other]) await desk.call(volunteers).registerVolunteer({ personId: personId ?? '' })
  const { teamId } = await desk
    .call(teams)
    .foundTeam({ kind: 'team', name: '广场银龄帮办队', fields: [], placeCode: PLACES.guangchang })
  for (const personId of [person, mate, other])
    await desk.call(teams).joinTeam({ id: teamId, personId: personId ?? '', role: 'member' })
  const publish = async (title: string, when: ReturnType<typeof at>, servedPersonId: string | null = null) =>
    (await desk.call(shifts).publishShift({ title, task: 'company', servedPersonId, ...when })).ids[0] ?? ''
  const claim = (id: string, personId: string) => desk.call(turns).claimTurn({ id, personId })
  await comeEarly(o, { mate: mate ?? '', publish, claim, worker, person })
  const today = await publish('陪孙志国聊天', at(MONDAY, '09:30', '11:00'), other ?? null)
  await claim(today, person)
  const nextWeek = await publish('楼道环境整治', at('2026-03-12', '09:00', '10:30'))
  await claim(nextWeek, person)
  const theirs = await publish('老年食堂帮厨', at('2026-03-13', '09:00', '11:00'))
  await claim(theirs, mate ?? '')
  const li = await elderOf({ o, worker, personId: mate ?? '' })
  await li.call(swaps).offerMyTurn({ personId: mate ?? '', id: theirs, toPersonId: person })
  await asOwner(
    o.house,
    `insert into family_member (county, id, person_id, relation, name, linked_person_id) values ($1, $2, $3, '2', '王建国', $4)`,
    [o.county, newId(), person, mate],
  )
  return { nextWeek, code: (await desk.call(shifts).readShift({ id: today })).servedCode ?? '' }
}

type Early = {
  mate: string
  person: string
  worker: Worker
  publish: (title: string, when: ReturnType<typeof at>, served: string) => Promise<string>
  claim: (id: string, personId: string) => Promise<{ turnId: string }>
}

async function comeEarly(o: Office, { mate, person, worker, publish, claim }: Early): Promise<void> {
  const now = o.clock.now()
  o.clock.set(`${MONDAY}T06:30:00+08:00`)
  const when = at(MONDAY, '07:00', '08:00')
  const { turnId } = await claim(await publish('上门陪聊', when, person), mate)
  o.clock.set(when.startsAt)
  await o.as(worker).call(checking).checkIn({ id: turnId })
  o.clock.set(when.endsAt)
  await o.as(worker).call(checking).checkOut({ id: turnId })
  o.clock.set(now)
}
