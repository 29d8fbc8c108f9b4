import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFileNow, replayErasures } from '#modules/people/index.ts'
import { contract as consents } from '#modules/people/privacy/consents/contract.ts'
import { contract as corrections } from '#modules/people/privacy/corrections/contract.ts'
import { contract as erasures } from '#modules/people/privacy/erasure/contract.ts'
import { contract as evidence } from '#modules/people/privacy/evidence/contract.ts'
import { privacyJobs } from '#modules/people/privacy/index.ts'
import { contract as ownFile } from '#modules/people/privacy/own-file/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { leftoversOf } from '#test/office/leftovers.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, PLACES, type Worker } from '#test/office.ts'
import { allParts } from '../../src/main.ts'
import { noneOf, type Row } from '../row.ts'

/** Of one person, wherever the product keeps something; none of these stands anywhere else. */
const SEEDS = {
  name: '慕容甘菊',
  former: '慕容艾草',
  idNumber: '371424193804050128',
  phone: '13905347722',
  address: '蒲公英路九百九十九号',
  formerAddress: '车前草巷一百一十一号',
  remark: '款冬色的备注',
  medicine: '金银花颗粒',
  giver: '外甥慕容紫苑',
  reason: '因为连翘写错了',
  unit: '半夏研究所',
}
/** Of other people, who must not stand in this person's file and must outlive the erasure. */
const OTHERS = { contact: '尉迟当归', contactPhone: '16012340001', kin: '尉迟黄芪', neighbour: '尉迟白术' }

export const row: Row = {
  id: 'T32',
  about: {
    zh: '本人信息一份给全、不含他人；删除后数据库、文件、索引和恢复的备份里都找不到',
    en: 'a person’s file is whole and tells of nobody else; after an erasure nothing of them is found, restored backups included',
  },
  threshold: '0 leftovers',
  blocksMerge: false,
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'sangyu-t32-'))
    const { rooms, listeners } = allParts()
    const o = await office({ rooms, listeners })
    const clerk = await o.hire({ name: '周敏' })
    const id = await everywhere(o, clerk)
    const faults = await fileFaults(o, clerk, id)
    const before = await snapshot(o)
    const secrets = (await asOwner<{ secret: Buffer }>(o.house, 'select secret from person where id = $1', [id])).map(
      (one) => one.secret,
    )
    const seeded = await leftoversOf(o.house, SEEDS, secrets)
    for (const seed of Object.keys(SEEDS))
      if (!seeded.some((one) => one.endsWith(`: ${seed}`)))
        faults.push(`${seed} was never stored: the row sees nothing`)
    await erase(o, { clerk, id, home })
    faults.push(...(await leftovers(o, { clerk, secrets, when: 'after the erasure' })))
    await putBack(o, before)
    if (!(await leftoversOf(o.house, SEEDS, secrets)).length) faults.push('the restore brought nothing back')
    const { replayed } = await replayErasures(o.house, home)
    if (replayed !== 1) faults.push(`${replayed} erasures were replayed`)
    faults.push(...(await leftovers(o, { clerk, secrets, when: 'after the restore' })))
    const log = readFileSync(join(home, 'erasures', 'erasures.jsonl'), 'utf8')
    for (const [name, seed] of Object.entries(SEEDS)) if (log.includes(seed)) faults.push(`the log tells ${name}`)
    const kept = await leftoversOf(o.house, OTHERS, [])
    if (!kept.some((one) => one.endsWith(': neighbour'))) faults.push('somebody else was erased too')
    await o.close()
    rmSync(home, { recursive: true })
    return noneOf(faults, `${seeded.length} places where ${Object.keys(SEEDS).length} values stood`)
  },
}

async function everywhere(o: Office, clerk: Worker): Promise<string> {
  const at = o.as(clerk)
  const records = at.call(record)
  const values = { name: SEEDS.name, formerName: SEEDS.former, idNumber: SEEDS.idNumber, remark: SEEDS.remark }
  const { id } = await records.registerPerson({ values, placeCode: PLACES.guangchang, tags: [SEEDS.unit] })
  const { id: other } = await records.registerPerson({ values: { name: OTHERS.neighbour } })
  await records.changeSection({ id, section: 'home', version: 0, values: { address: SEEDS.formerAddress } })
  await records.changeSection({ id, section: 'home', version: 1, values: { address: SEEDS.address } })
  await records.changePhones({ id, version: 0, phones: [{ number: SEEDS.phone, label: '本人' }] })
  await records.changeContacts({
    id,
    version: 0,
    contacts: [{ relation: '2', name: OTHERS.contact, mobile: OTHERS.contactPhone }],
  })
  await records.changeFamily({ id, version: 0, family: [{ relation: '1', name: OTHERS.kin }] })
  await records.changeFamily({
    id: other,
    version: 0,
    family: [{ relation: '1', name: SEEDS.name, phone: SEEDS.phone, workUnit: SEEDS.unit, linkedPersonId: id }],
  })
  await records.changeContacts({
    id: other,
    version: 0,
    contacts: [{ relation: '1', name: SEEDS.name, mobile: SEEDS.phone }],
  })
  const paper = new TextEncoder().encode(`%PDF-1.7 ${SEEDS.remark}\n%%EOF`)
  const { fileId } = await at.call(evidence).bringEvidence({ id, name: `${SEEDS.name}.pdf`, bytes: paper })
  const given = { givenBy: 'family', giver: SEEDS.giver, evidenceId: fileId } as const
  await at.call(consents).giveConsent({ id, purpose: 'health_text', agreed: true, ...given })
  await records.changeSection({ id, section: 'health', version: 0, values: { longTermMedicine: SEEDS.medicine } })
  const wanted = { section: 'work', values: { unitText: SEEDS.unit }, reason: SEEDS.reason } as const
  await at.call(corrections).proposeCorrection({ id, ...wanted, evidenceId: fileId })
  const csv = `姓名,身份证号,联系电话,家庭住址\n${SEEDS.name},${SEEDS.idNumber},${SEEDS.phone},${SEEDS.address}\n`
  await importFileNow(o.house, o.county, { name: `${SEEDS.name}.csv`, bytes: new TextEncoder().encode(csv) })
  const definition = { search: `?q=${SEEDS.name}`, columns: [] }
  await at.call(search).saveView({ name: SEEDS.name, isShared: false, isDefault: false, definition })
  return id
}

/** Whole, and of nobody else. */
async function fileFaults(o: Office, clerk: Worker, id: string): Promise<string[]> {
  const { bytes } = await o.as(clerk).call(ownFile).takeOwnFile({ id, format: 'json' })
  const text = new TextDecoder().decode(bytes)
  const { giver: _giver, reason: _reason, ...own } = SEEDS
  return [
    ...Object.entries(own).flatMap(([name, value]) => (text.includes(value) ? [] : [`the file lacks ${name}`])),
    ...Object.entries(OTHERS).flatMap(([name, value]) => (text.includes(value) ? [`the file tells of ${name}`] : [])),
  ]
}

type Erasing = { clerk: Worker; id: string; home: string }

async function erase(o: Office, { clerk, id, home }: Erasing): Promise<void> {
  const asked = { id, ground: 'unlawful', reason: SEEDS.reason } as const
  const { requestId } = await o.as(clerk).call(erasures).requestErasure(asked)
  const chief = await o.hire({ name: '郑局长' })
  await o.as(chief).call(erasures).decideErasure({ id: requestId, approve: true })
  for (const job of privacyJobs) await job.run({ ...o.house, home }, { county: o.county, erasure: requestId })
  await o.deliver()
}

type Looking = { clerk: Worker; secrets: readonly Uint8Array[]; when: string }

async function leftovers(o: Office, { clerk, secrets, when }: Looking): Promise<string[]> {
  const found = await leftoversOf(o.house, SEEDS, secrets)
  const searched: string[] = []
  for (const q of [SEEDS.name, SEEDS.former, SEEDS.idNumber, SEEDS.phone, 'mrgj']) {
    const { items } = await o.as(clerk).call(search).listPeople({ q })
    if (items.length) searched.push(`a search for ${q}`)
  }
  return [...found, ...searched].map((one) => `${when}: ${one}`)
}

type Dump = { table: string; columns: string; rows: string }[]
/** The queue is not restored, and the audit trail only grows. */
const TABLES = `
  select quote_ident(t.tablename) as name, string_agg(quote_ident(c.attname), ', ') as columns
    from pg_tables t join pg_attribute c on c.attrelid = quote_ident(t.tablename)::regclass and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''
   where t.schemaname = 'public' and t.tablename not like 'audit%' and t.tablename not in ('migration', 'sealing_key', 'key_rotation')
   group by 1`

/** Every table as text, as a backup holds it. */
async function snapshot(o: Office): Promise<Dump> {
  const tables = await asOwner<{ name: string; columns: string }>(o.house, TABLES)
  const dump: Dump = []
  for (const { name, columns } of tables) {
    const [one] = await asOwner<{ rows: string }>(
      o.house,
      `select coalesce(json_agg(t), '[]')::text as rows from ${name} t`,
    )
    dump.push({ table: name, columns, rows: one?.rows ?? '[]' })
  }
  return dump
}

/** Puts every table back as it stood before anybody asked for the erasure. */
async function putBack(o: Office, dump: Dump): Promise<void> {
  const client = await o.house.pools.writers.connect()
  try {
    await client.query(`set role none; begin; set local session_replication_role = replica`)
    for (const { table } of dump) await client.query(`delete from ${table}`)
    for (const { table, columns, rows } of dump)
      await client.query(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
        [rows],
      )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.query('reset role')
    client.release()
  }
}
