import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { importFileNow, registerPeople } from '#modules/people/index.ts'
import { storeFile } from '#platform/files.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import { type Afterwards, trialHome } from '#test/trial-home.ts'
import { buildDemonstration } from '../../src/commands/demo/index.ts'
import { type Installation, withInstallation } from '../../src/commands/serve/installation.ts'
import { allParts } from '../../src/main.ts'
import { noneOf, type Row, type Verdict } from '../row.ts'

const COUNTY = 371424

/** Texts that stand nowhere else; the numbers are no number of the demonstration county. */
const texts = {
  remark: '金丝雀备注特困家庭',
  medicalHistory: '金丝雀病史脑梗两次',
  longTermMedicine: '金丝雀常年服药',
  disabilityGrade: '金丝雀伤残二等乙级',
  careCardNo: 'JSQ-BJZ-77123',
  deathCause: '金丝雀死因心衰',
  livingEvidence: '金丝雀入户走访特困',
  collectorPhone: '16190000001',
  medicalInsuranceNo: 'JSQYB8837261',
  idNumber: '371424193105020026',
}
const around = ['16190000002', '0534-6190003', '16190000004', '16190000005', '金丝雀家属偏瘫', '金丝雀家属备注']
const roster = {
  id: '371424194508170015',
  phone: '16190000006',
  bank: '6217002190000061234',
  remark: '金丝雀名册低保户透析',
  broken: '3.71424E+17金丝雀',
}
const later = { remark: '金丝雀二次备注癌症', phone: '16190000007' }

/** Every kind of value through every way in: registering, a roster, a correction, a file, contacts, family. */
async function bringIn({ house }: Installation): Promise<void> {
  const act = house.act
  await act({ system: COUNTY }, { readOnly: false }, async (ctx) => {
    const [mobile = '', landline = '', contact = '', relative = '', health = '', note = ''] = around
    await registerPeople(ctx, [
      {
        values: { name: '金丝雀', ...texts },
        consents: [{ purpose: 'health_text', givenBy: 'self' }],
        phones: [{ number: mobile, label: '本人' }],
        contacts: [{ relation: '2', name: '金小鸟', landline, mobile: contact }],
        family: [
          {
            relation: '1',
            name: '金大鸟',
            birthOn: null,
            isLiving: true,
            workUnit: null,
            health,
            phone: relative,
            subsidyCents: null,
            linkedPersonId: null,
            note,
          },
        ],
        idStatus: 'valid',
        unitId: null,
        managingUnitId: null,
        placeCode: null,
        tags: [],
        source: '测试',
      },
    ])
    await storeFile(ctx, {
      name: '金.txt',
      mediaType: 'text/plain',
      bytes: Buffer.from(Object.values(texts).join('\n')),
    })
  })
  const sheet = (rows: string[][]) =>
    writeWorkbook([{ name: '名册', header: ['姓名', '性别', '身份证号', '联系电话', '工资卡号', '备注'], rows }])
  const { id, phone, bank, remark, broken } = roster
  const first = await sheet([
    ['金名册', '男', id, phone, bank, remark],
    ['金坏号', '女', broken, '', bank, '金丝雀坏号'],
  ])
  await importFileNow(house, COUNTY, { name: '金.xlsx', bytes: first })
  await importFileNow(house, COUNTY, {
    name: '金二.xlsx',
    bytes: await sheet([['金名册', '男', id, later.phone, bank, later.remark]]),
  })
}

function canaries(): string[] {
  return [...Object.values(texts), ...around, ...Object.values(roster), ...Object.values(later), '金丝雀坏号']
}

/** Every whole identity number and telephone that the demonstration county holds. */
async function seededNumbers({ house, owner }: Installation): Promise<Set<string>> {
  const { rows } = await owner.query<{ secret: Buffer; value: Buffer }>(`
    select secret, id_sealed as value from person where id_sealed is not null
    union all select p.secret, number_sealed from person_phone h join person p on p.county = h.county and p.id = h.person_id
    union all select p.secret, mobile_sealed from person_contact h join person p on p.county = h.county and p.id = h.person_id where mobile_sealed is not null`)
  const numbers = rows.map(({ secret, value }) => house.vault.of(secret).open(value).replace('-', ''))
  return new Set(numbers.filter((number) => number.length >= 11))
}

type Bearer = { person: string; number: string }

/** Whose each number is. */
async function bearers({ house, owner }: Installation): Promise<Bearer[]> {
  const { rows } = await owner.query<{ person: string; secret: Buffer; value: Buffer }>(`
    select id as person, secret, id_sealed as value from person where id_sealed is not null
    union all select p.id, p.secret, number_sealed from person_phone h join person p on p.county = h.county and p.id = h.person_id`)
  return rows.map(({ person, secret, value }) => ({ person, number: house.vault.of(secret).open(value) }))
}

const FEWEST = 20
const SHORT = /^\d{1,8}[\dX]$/

/** A column whose short values are, for most people, how one of their own numbers ends; a code that happens to agree does so for a few in a hundred. */
async function tailsInColumns(place: Installation): Promise<string[]> {
  const numbers = Map.groupBy(await bearers(place), ({ person }) => person)
  const { rows: tables } = await place.owner.query<{ name: string; key: string }>(`
    select table_name as name, column_name as key from information_schema.columns
     where table_schema = 'public' and (column_name in ('person_id', 'subject') or (table_name = 'person' and column_name = 'id'))`)
  const faults: string[] = []
  for (const { name, key } of tables) {
    const { rows } = await place.owner.query<Line>(
      `select ${key}::text as person, to_jsonb(t) as row from ${name} t where ${key} is not null`,
    )
    for (const [column, { ends, all }] of endsIn(rows, numbers))
      if (all >= FEWEST && ends > all / 2) faults.push(`${name}.${column}: the end of a number, of ${ends} people`)
  }
  return faults
}

type Line = { person: string; row: Record<string, unknown> }

/** Of each column: how many of its short values there are, and how many end one of their person's numbers. */
function endsIn(lines: readonly Line[], numbers: ReadonlyMap<string, Bearer[]>) {
  const seen = new Map<string, { ends: number; all: number }>()
  for (const { person, row } of lines)
    for (const [column, value] of Object.entries(row)) {
      const known = numbers.get(person)
      if (!known || !SHORT.test(String(value))) continue
      const { ends, all } = seen.get(column) ?? { ends: 0, all: 0 }
      const isEnd = known.some(({ number }) => number.endsWith(String(value)))
      seen.set(column, { ends: ends + Number(isEnd), all: all + 1 })
    }
  return seen
}

const DIGITS = /(?<![0-9A-Fa-f])\d{11,18}X?(?![0-9A-Fa-f])/g

/** What of it stands in these bytes: as it is, or written as the other encodings a database or a file may use. */
function found(bytes: Buffer, wanted: readonly string[], numbers: ReadonlySet<string>): string[] {
  const plain = wanted.filter((one) =>
    [Buffer.from(one), Buffer.from(one, 'utf16le'), Buffer.from(Buffer.from(one).toString('hex'))].some((form) =>
      bytes.includes(form),
    ),
  )
  const runs = bytes.toString('latin1').match(DIGITS) ?? []
  return [...plain, ...runs.filter((run) => numbers.has(run))]
}

type Search = { wanted: string[]; numbers: Set<string> }

/** Each table as a dump would write it. */
async function inTables(owner: Pool, { wanted, numbers }: Search): Promise<{ faults: string[]; count: number }> {
  const { rows: tables } = await owner.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)
  const faults: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${name} t`)
    const seen = found(Buffer.from(rows.map(({ line }) => line).join('\n')), wanted, numbers)
    if (seen.length) faults.push(`${name}: ${[...new Set(seen)].slice(0, 3).join(', ')}`)
  }
  return { faults, count: tables.length }
}

/** Each file below the home but the keys: tables, logs, whatever the server writes beside them. */
function inFiles(home: string, { wanted, numbers }: Search): { faults: string[]; count: number } {
  const files = readdirSync(home, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  const faults = files.flatMap((entry) => {
    const seen = found(readFileSync(join(entry.parentPath, entry.name)), wanted, numbers)
    return seen.length ? [`${entry.name}: ${[...new Set(seen)].slice(0, 3).join(', ')}`] : []
  })
  return { faults, count: files.length }
}

async function scan(place: Installation): Promise<Verdict> {
  const search = { wanted: canaries(), numbers: await seededNumbers(place) }
  const tables = await inTables(place.owner, search)
  await place.owner.query('checkpoint')
  const files = inFiles(place.home, search)
  const counted = `${search.wanted.length} canaries and ${search.numbers.size} numbers in ${tables.count} tables and ${files.count} files`
  return noneOf([...tables.faults, ...(await tailsInColumns(place)), ...files.faults], counted)
}

export const row: Row = {
  id: 'T30',
  about: {
    zh: '导出全部表、扫描数据目录：身份证号、电话、银行卡、健康与困难情况',
    en: 'every table dumped and the data directory read: identity, telephone and bank numbers, health and hardship',
  },
  threshold: '0 values in clear',
  blocksMerge: false,
  run: async () => {
    const undo: (() => void | Promise<void>)[] = []
    const afterwards: Afterwards = {
      after: (one) => {
        undo.push(one)
      },
    }
    try {
      const env = { ...process.env, SANGYU_HOME: trialHome(afterwards), DATABASE_URL: undefined }
      return await withInstallation(allParts(), { env, log: () => {} }, async (place) => {
        await buildDemonstration(place.house, () => {})
        await bringIn(place)
        return scan(place)
      })
    } finally {
      for (const one of undo.reverse()) await one()
    }
  },
}
