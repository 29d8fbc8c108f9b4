import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { contract as signUps } from '#modules/gatherings/sign-up/contract.ts'
import { type Draft, registerPeople } from '#modules/people/index.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as imports } from '#modules/people/roster-import/contract.ts'
import { foundUnit } from '#modules/units/index.ts'
import type { Shop } from '#test/office/bank.ts'
import { type Office, PLACES, type Post, type Worker } from '#test/office.ts'
import { parts } from './doors.ts'
import { serve, spend } from './services.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** A good identity number (GB 11643) from its first seventeen digits. */
export function checked(body: string): string {
  return (
    body + '10X98765432'.charAt([...body].reduce((sum, digit, at) => sum + Number(digit) * (WEIGHTS[at] ?? 0), 0) % 11)
  )
}

/** Everything about one person that can be found again in an answer, by who may see it. */
export type Canary = {
  id: string
  name: string
  birthOn: string
  gender: string
  idNumber: string
  plain: string[]
  pi: string[]
  restricted: string[]
  sensitive: string[]
}

// Long enough that no hash holds it by chance: answers of the audit trail are full of them.
const SUBSIDY = 1_765_430_000

type Seed = { mark: string; order: string; born: string; place: string; unit: string }

function valuesOf({ mark, order, born }: Seed) {
  const idNumber = checked(`371424${born.replaceAll('-', '')}${order}`)
  return {
    name: `甄${mark}名`,
    birthOn: born,
    gender: Number(order) % 2 ? '1' : '2',
    kind: 'tuixiu',
    idNumber,
    medicalInsuranceNo: `A00${mark}77001234`,
    post: `${mark}职务`,
    formerName: `${mark}曾用`,
    address: `邢侗街道某小区${mark}号楼`,
    remark: `${mark}备注`,
    suggestion: `${mark}建议`,
    hospitalPrimary: `${mark}医院`,
    health: '31',
    medicalHistory: `${mark}病史`,
    longTermMedicine: `${mark}用药`,
    careCardNo: `${mark}保健证`,
    incomeCents: 1_234_500 + Number(order),
    livingFlags: ['lives_alone', 'lost_only_child'],
    livingEvidence: `${mark}依据`,
    deathCause: `${mark}死因`,
    collectorPhone: `1587777${order}0`,
    political: '01',
    partyJoinedOn: `${Number(born.slice(0, 4)) + 22}-03-19`,
    branchText: `${mark}支部`,
    duesMethod: `${mark}缴纳`,
  }
}

/** Somebody with a mark in every field, in the lists beside them and in their history. */
export async function plant(o: Office, clerk: Worker, seed: Seed): Promise<Canary> {
  const { mark, order } = seed
  const values = valuesOf(seed)
  const phone = `1391234${order}9`
  const draft = {
    values,
    unitId: seed.unit,
    managingUnitId: null,
    placeCode: seed.place,
    tags: [`${mark}标签`],
    source: `${mark}来源`,
  }
  const consents: NonNullable<Draft['consents']> = [{ purpose: 'health_text', givenBy: 'self' }]
  const [id = ''] = await o.act((ctx) =>
    registerPeople(ctx, [{ ...draft, phones: [{ number: phone, label: '本人' }], consents }]),
  )
  const desk = o.as(clerk).call(record)
  const mobile = `1371234${order}8`
  await desk.changeContacts({ id, version: 0, contacts: [{ relation: '2', name: `欧${mark}联系`, mobile }] })
  const member = {
    relation: '1',
    name: `赵${mark}家属`,
    birthOn: '1933-07-09',
    workUnit: `${mark}家属单位`,
    health: `${mark}家属病`,
  }
  await desk.changeFamily({
    id,
    version: 0,
    family: [{ ...member, note: `${mark}家属注`, subsidyCents: SUBSIDY + Number(order) }],
  })
  const version = (key: string, person: Awaited<ReturnType<typeof desk.readPerson>>) =>
    person.sections.find((section) => section.key === key)?.version ?? 0
  const person = await desk.readPerson({ id })
  await desk.changeSection({
    id,
    section: 'health',
    version: version('health', person),
    values: { medicalHistory: `${mark}新病史` },
  })
  await desk.changeSection({
    id,
    section: 'home',
    version: version('home', person),
    values: { address: `邢侗街道某小区${mark}新号楼` },
  })
  return {
    id,
    name: values.name,
    birthOn: values.birthOn,
    gender: values.gender,
    idNumber: values.idNumber,
    plain: [values.name, values.post, values.formerName, `${mark}标签`, `${mark}来源`],
    pi: [
      values.birthOn,
      mobile,
      `${mark}号楼`,
      `${mark}新号楼`,
      values.remark,
      values.suggestion,
      values.hospitalPrimary,
      `${mark}联系`,
      `${mark}家属`,
      values.collectorPhone,
      phone,
    ],
    restricted: [
      values.medicalHistory,
      `${mark}新病史`,
      values.longTermMedicine,
      values.careCardNo,
      values.livingEvidence,
      values.deathCause,
      values.partyJoinedOn,
      values.branchText,
      values.duesMethod,
      'lost_only_child',
      '失独',
      String(values.incomeCents),
      `${mark}家属病`,
      String(SUBSIDY + Number(order)),
    ],
    sensitive: [values.idNumber, values.idNumber.slice(0, 14), values.idNumber.slice(-6), values.medicalInsuranceNo],
  }
}

export type Town = {
  near: Canary
  far: Canary
  beside: Canary
  nearUnit: string
  farUnit: string
  /** A roster that a colleague of the whole county brought: it names the near person and the far one. */
  batch: string
  /** Where the near person and the far one have a place. */
  gathering: string
  /** A need, a team, a shift and a group of the near community, with the near person and the far one in them. */
  need: string
  team: string
  shift: string
  group: string
  training: string
  /** Where both have points to spend, and what the near person has set aside there. */
  shop: Shop
  redemption: string
  clerk: Worker
}

/** Two units in two streets, with somebody in each: whoever works for the first knows nothing of the second. */
export async function plantTown(o: Office): Promise<Town> {
  const clerk = await o.hire({ name: '总管' })
  const [nearUnit, farUnit] = await o.act(async (ctx) => [
    (await foundUnit(ctx, { name: '县近水利局', kind: 'employer' })).id,
    (await foundUnit(ctx, { name: '县远教育局', kind: 'employer' })).id,
  ])
  const [here, there] = [
    { place: PLACES.guangchang, unit: nearUnit ?? '' },
    { place: PLACES.xinyuan, unit: farUnit ?? '' },
  ]
  const near = await plant(o, clerk, { mark: '近金雀', order: '021', born: '1931-05-02', ...here })
  const far = await plant(o, clerk, { mark: '远银燕', order: '045', born: '1938-11-27', ...there })
  const beside = await plant(o, clerk, { mark: '近铜鹤', order: '067', born: '1931-05-02', ...here })
  const batch = await bringRoster(o, clerk, [near, far])
  const gathering = await gather(o, clerk, [near, far])
  const services = { ...(await serve(o, clerk, [near, far])), ...(await spend(o, clerk, [near, far])) }
  return { near, far, beside, nearUnit: nearUnit ?? '', farUnit: farUnit ?? '', batch, gathering, clerk, ...services }
}

/** A class of the near community with everybody of the list in it. */
async function gather(o: Office, clerk: Worker, people: readonly Canary[]): Promise<string> {
  const [startsAt, endsAt] = ['2027-01-05T09:00:00+08:00', '2027-01-05T10:00:00+08:00']
  const facts = { kind: 'class', title: '书画班', placeCode: PLACES.guangchang, startsAt, endsAt } as const
  const { ids } = await o.as(clerk).call(gatherings).planGathering(facts)
  const id = ids[0] ?? ''
  for (const person of people) await o.as(clerk).call(signUps).signUp({ id, personId: person.id })
  return id
}

async function bringRoster(o: Office, clerk: Worker, people: readonly Canary[]): Promise<string> {
  const lines = people.map((person) => `${person.name},${person.idNumber},${person.pi[0]},教育局`)
  const bytes = new TextEncoder().encode(['姓名,身份证号,联系电话,单位', ...lines, '白字错,123,,'].join('\n'))
  const { id } = await o.as(clerk).call(imports).uploadRoster({ name: '名单.csv', bytes })
  await readRoster(o, id)
  return id
}

/** What the queue does with a roster that came. */
export async function readRoster(o: Office, batch: string): Promise<void> {
  const reading = parts.jobs.find((job) => job.task === 'import.read')
  await reading?.run(o.house, { county: o.county, batch })
}

/** Everybody who works for the near street or unit, the three who read nobody, and a colleague of the whole county. */
export function posts(nearUnit: string): (Post & { isWhole?: boolean })[] {
  return [
    { role: 'bureau_staff', place: PLACES.xingtong },
    { role: 'street_staff', place: PLACES.xingtong },
    { role: 'community_worker', place: PLACES.guangchang },
    { role: 'unit_liaison', unit: nearUnit },
    { role: 'reader', place: PLACES.xingtong },
    { role: 'system_administrator' },
    { role: 'security_administrator' },
    { role: 'audit_administrator' },
    { role: 'bureau_staff', isWhole: true },
    { role: 'reader', isWhole: true },
  ]
}

/** The ends of somebody's numbers: two digits to eight, as a mask or a column of its own would keep them. */
export function tailsOf({ idNumber, pi }: Canary): string[] {
  const numbers = [idNumber, ...pi.filter((value) => /^1\d{10}$/.test(value))]
  return numbers.flatMap((number) => [2, 3, 4, 6, 8].map((length) => number.slice(-length)))
}

const FEW_DIGITS = /^\d{1,9}$/

/** Whether a text holds a mark. A few digits count only where they stand alone: the hashes of the audit trail hold any six of them sooner or later. */
export function tells(text: string, mark: string): boolean {
  return FEW_DIGITS.test(mark) ? new RegExp(`(?<![0-9a-f])${mark}(?![0-9a-f])`).test(text) : text.includes(mark)
}
