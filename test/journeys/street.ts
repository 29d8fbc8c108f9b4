import { contract as access } from '#modules/accounts/elder-access/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as partners } from '#modules/volunteering/bank/partners/contract.ts'
import { contract as stars } from '#modules/volunteering/stars/contract.ts'
import { contract as teams } from '#modules/volunteering/teams/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { BUREAU } from '#test/office/county.ts'
import { type Office, PLACES, type Worker } from '#test/office.ts'

export type Card = { number: string; code: string }
export type Street = {
  o: Office
  /** 董晓丽 of 广场社区; 周敏 and 吴静 of the bureau; who stands behind the counter; who keeps the audit. */
  workers: Record<'clerk' | 'keeper' | 'checker' | 'seller' | 'auditor', Worker>
  /** 王秀英, who needs help, and 李建国, who helps. */
  people: { wang: string; li: string }
  cards: { wang: Card; li: Card; daughter: Card }
  teamId: string
  itemId: string
}

/** A community with an elder, her daughter, a volunteer of a team, a shop and an office, entered by the doors everybody uses. */
export async function openStreet(o: Office): Promise<Street> {
  const community = { role: 'community_worker', place: PLACES.guangchang } as const
  const workers = {
    clerk: await o.hire({ ...community, name: '董晓丽' }),
    keeper: await o.hire({ name: '周敏' }),
    checker: await o.hire({ name: '吴静' }),
    seller: await o.hire({ role: 'partner', name: '孙掌柜' }),
    auditor: await o.hire({ role: 'audit_administrator', name: '苗立' }),
  }
  const people = {
    wang: await register(o, workers.keeper, { name: '王秀英', gender: '2', birthOn: '1941-05-02' }),
    li: await register(o, workers.keeper, { name: '李建国', gender: '1', birthOn: '1960-09-12' }),
  }
  const itemId = await openShop(o, workers)
  await o
    .as(workers.keeper)
    .call(stars)
    .setStarScheme({ hours: [2, 4, 6, 8, 10], validFrom: '2026-03-02' })
  return {
    o,
    workers,
    people,
    cards: await cardsOf(o, workers, people),
    teamId: await enlist(o, workers, people),
    itemId,
  }
}

type Who = Pick<Street, 'workers' | 'people'>

async function register(o: Office, worker: Worker, values: Record<string, string>): Promise<string> {
  const whole = { values: { ...values, kind: 'tuixiu' }, unitId: BUREAU, placeCode: PLACES.guangchang }
  return (await o.as(worker).call(record).registerPerson(whole)).id
}

/** Cards are printed at the desk; the daughter's says that the community has recorded her authority. */
async function cardsOf(o: Office, { clerk }: Who['workers'], { wang, li }: Who['people']): Promise<Street['cards']> {
  const desk = o.as(clerk).call(access)
  const wanted = { id: wang, name: '赵丽', relation: '女儿', mobile: '13905340003' }
  const { card } = await desk.giveAuthority(wanted)
  if (!card) throw new Error('a new relative is given a card')
  return { wang: await desk.openAccess({ id: wang }), li: await desk.openAccess({ id: li }), daughter: card }
}

async function enlist(o: Office, { keeper, clerk }: Who['workers'], { li }: Who['people']): Promise<string> {
  const facts = { skills: ['errands', 'driving'] as const, times: ['tue_am'], elderKind: 'teacher' as const }
  await o
    .as(clerk)
    .call(volunteers)
    .registerVolunteer({ ...facts, personId: li, skills: [...facts.skills] })
  const team = { kind: 'team', name: '广场银龄帮办队', fields: ['shopping'], placeCode: PLACES.guangchang } as const
  const { teamId } = await o
    .as(keeper)
    .call(teams)
    .foundTeam({ ...team, fields: [...team.fields] })
  await o.as(keeper).call(teams).joinTeam({ id: teamId, personId: li, role: 'leader' })
  return teamId
}

async function openShop(o: Office, { keeper, seller }: Who['workers']): Promise<string> {
  const doors = o.as(keeper).call(partners)
  const facts = { name: '利民超市', kind: 'shop', placeCode: PLACES.guangchang, address: '广场路 1 号' } as const
  const { id } = await doors.addPartner(facts)
  await doors.linkCounter({ id, login: seller.login })
  return (await doors.addItem({ id, name: '鸡蛋一提', description: '30 枚', points: 3, stock: 20 })).id
}
