import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { keyJobs, operationRoutes } from '#modules/operations/index.ts'
import { routes as peopleRoutes, registerPeople, spellings } from '#modules/people/index.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { openKeys } from '#platform/home.ts'
import { nationalVectors } from '#test/national-vectors.ts'
import { type Office, office } from '#test/office.ts'
import { type Afterwards, trialHome } from '#test/trial-home.ts'
import { isLong, noneOf, type Row } from '../row.ts'

/** Each person brings two telephones and a remark: three rows and more values than that. */
const PEOPLE = isLong ? 25_000 : 7_000
const AT_ONCE = 500
const PAUSE_MS = 20

const mobile = (at: number, second: boolean) => `13${second ? 8 : 9}${String(at).padStart(8, '0')}`

async function fill(o: Office): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < PEOPLE; at += AT_ONCE)
    ids.push(
      ...(await o.act((ctx) =>
        registerPeople(
          ctx,
          Array.from({ length: AT_ONCE }, (_, n) => draft(at + n)),
        ),
      )),
    )
  return ids
}

function draft(at: number) {
  const phones = [false, true].map((second) => ({ number: mobile(at, second), label: second ? '住宅' : '本人' }))
  const nowhere = { unitId: null, managingUnitId: null, placeCode: null, tags: [], source: '测试' }
  return { values: { name: `赵${at}`, remark: `备注${at}` }, phones, ...nowhere }
}

type Work = { asked: number; isOver: boolean; faults: string[] }

/** Somebody who goes on asking and writing while keys change: each answer must be right. */
async function goOn(o: Office, { ids, stride }: { ids: readonly string[]; stride: number }, work: Work): Promise<void> {
  const staff = await o.hire()
  const [people, persons] = [o.as(staff).call(search), o.as(staff).call(record)]
  for (let n = 0; !work.isOver; n++) {
    const at = (n * stride) % ids.length
    const id = ids[at] ?? ''
    await acts[n % acts.length]?.({ people, persons, at, id }).then(
      (isRight) => isRight || work.faults.push(`answer ${n} about ${at} was wrong`),
      (error: Error) => work.faults.push(`${n}: ${error.message}`),
    )
    work.asked++
    await wait(PAUSE_MS)
  }
}

type Doors = { people: ReturnType<typeof searchOf>; persons: ReturnType<typeof recordOf>; at: number; id: string }
const searchOf = (o: Office) => o.as().call(search)
const recordOf = (o: Office) => o.as().call(record)

const acts: readonly ((doors: Doors) => Promise<boolean>)[] = [
  async ({ people }) => (await people.listPeople({ limit: 50 })).items.length === 50,
  async ({ people, at, id }) => (await people.listPeople({ q: mobile(at, false) })).items.some((one) => one.id === id),
  async ({ persons, at, id }) => remarkOf(await persons.readPerson({ id })).startsWith(`备注${at}`),
  async ({ persons, at, id }) => {
    const seen = await persons.readPerson({ id })
    const version = seen.sections.find(({ key }) => key === 'keeping')?.version ?? 0
    await persons.changeSection({ id, section: 'keeping', version, values: { remark: `备注${at}，再记` } })
    return remarkOf(await persons.readPerson({ id })) === `备注${at}，再记`
  },
]

function remarkOf(person: Awaited<ReturnType<Doors['persons']['readPerson']>>): string {
  return String(person.sections.find(({ key }) => key === 'keeping')?.values.remark)
}

/** Changes both keys under load; then every value opens, and the first keys are in no row. */
async function changeKeys(o: Office, ids: readonly string[]): Promise<{ faults: string[]; told: string }> {
  const work: Work = { asked: 0, isOver: false, faults: [] }
  const asking = [7_919, 4_001].map((stride) => goOn(o, { ids, stride }, work))
  const change = keyJobs(spellings).find(({ task }) => task === 'keys.change')
  const started = Date.now()
  for (const asked of [
    { purpose: 'data', profile: 'aes' },
    { purpose: 'index', profile: 'sm4' },
  ])
    await change?.run(o.house, { ...asked, by: 'T34' })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  work.isOver = true
  await Promise.all(asking)
  const { rows, faults } = await readAll(o)
  return {
    faults: [...work.faults, ...faults],
    told: `${rows} values read, ${work.asked} requests meanwhile, ${seconds} s`,
  }
}

async function readAll(o: Office): Promise<{ rows: number; faults: string[] }> {
  const { vault, owner } = o.house
  const found = await owner?.query<{ secret: Buffer; value: Buffer }>(
    `select secret, remark_sealed as value from person union all
     select secret, number_sealed from person_phone h join person p on p.county = h.county and p.id = h.person_id union all
     select secret, decode(new_value, 'base64') from person_change h join person p on p.county = h.county and p.id = h.person_id where is_sealed`,
  )
  const rows = found?.rows ?? []
  const faults = rows.flatMap(({ secret, value }) => {
    try {
      vault.of(secret).open(value)
      return value[1] === 2 ? [] : [`a value stands under key ${value[1]}`]
    } catch (error) {
      return [String(error)]
    }
  })
  const turned = await owner?.query<{ fault: string | null }>('select fault from key_rotation')
  const unfinished = turned?.rows.flatMap(({ fault }) => fault ?? []) ?? []
  return {
    rows: rows.length,
    faults: [...faults, ...unfinished, ...(turned?.rows.length === 2 ? [] : ['not changed twice'])],
  }
}

function forbidden(): string[] {
  const gate = spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/check.mjs'), 'ciphers'], {
    encoding: 'utf8',
  })
  return gate.status === 0 ? [] : [gate.stdout]
}

export const row: Row = {
  id: 'T34',
  about: {
    zh: '禁用算法扫描；国密标准向量；两万行以上在线更换密钥',
    en: 'forbidden algorithms; vectors of the national standards; keys changed over 20,000 rows while the office works',
  },
  threshold: '0 hits; all rows readable; 0 errors',
  blocksMerge: false,
  minutes: 10,
  run: async () => {
    const vectors = nationalVectors.filter(({ run, expected }) => run() !== expected).map(({ name }) => name)
    const undo: (() => void | Promise<void>)[] = []
    const afterwards: Afterwards = {
      after: (one) => {
        undo.push(one)
      },
    }
    try {
      const home = trialHome(afterwards)
      mkdirSync(join(home, 'keys'))
      const o = await office({ rooms: [...peopleRoutes, ...operationRoutes], keys: await openKeys(home) })
      afterwards.after(() => o.close())
      const { faults, told } = await changeKeys(o, await fill(o))
      return noneOf([...forbidden(), ...vectors, ...faults], `${told}; ${nationalVectors.length} vectors`)
    } finally {
      for (const one of undo.reverse()) await one()
    }
  },
}
