import type { Client } from 'pg'
import type { Vault } from '#platform/crypto/index.ts'
import { benchNames } from './names.ts'

const NAMES = 20_000
const FIRST_COUNTY = 371424
/** The largest single county that is tried, and the size of a real one (临邑 2013). */
const LARGEST = 200_000
const USUAL = 3397
const STREETS = 12
const COMMUNITIES = 40

/** Up to 200,000 people stand in one county, far more than any has; beyond that a deployment grows by counties of the usual size. */
export function countiesFor(people: number): { county: number; people: number }[] {
  if (people <= LARGEST) return [{ county: FIRST_COUNTY, people }]
  const count = Math.ceil(people / USUAL)
  return Array.from({ length: count }, (_, at) => ({
    county: FIRST_COUNTY + at,
    people: Math.min(USUAL, people - at * USUAL),
  }))
}

/** Fills a migrated database with synthetic people by set-based SQL: the bench measures asking, not filling. */
export async function fill(client: Client, vault: Vault, people: number): Promise<void> {
  await client.query('create temp table bench_name (n int primary key, name text, keys text[], sort text)')
  const names = benchNames(NAMES)
  await client.query(
    'insert into bench_name select row_number() over () - 1, name, array(select jsonb_array_elements_text(keys)), sort from jsonb_to_recordset($1::jsonb) as x(name text, keys jsonb, sort text)',
    [JSON.stringify(names)],
  )
  // One secret and one sealed value serve all: opening costs the same for each once their keys are derived, as in a county at work.
  const secret = Buffer.alloc(32, 3)
  const own = vault.of(secret)
  const sealed = { secret, phone: own.seal('13900000000'), number: own.seal('11010519491231002X') }
  const later = await setAside(client)
  for (const { county, people: count } of countiesFor(people)) await fillCounty(client, { county, count, ...sealed })
  for (const definition of later) await client.query(definition)
  await client.query('vacuum analyze')
}

/** Indexes are built once at the end, which is many times faster than keeping them while millions of rows come in. */
async function setAside(client: Client): Promise<string[]> {
  await client.query("set maintenance_work_mem = '512MB'")
  const { rows } = await client.query<{ name: string; definition: string }>(
    "select indexname as name, indexdef as definition from pg_indexes where tablename = 'person' and indexname <> 'person_pkey'",
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map((row) => row.definition)
}

type County = { county: number; count: number; secret: Buffer; phone: Buffer; number: Buffer }

async function fillCounty(client: Client, { county, count, secret, phone, number }: County): Promise<void> {
  const base = `${county}0000000000000`
  await client.query('insert into county (county, name, set_up_at) values ($1, $2, now())', [county, `试验县${county}`])
  await client.query(
    `insert into place (county, code, level, name, short) select $1::int, $2::bigint, 'county', '试验县', '试验县'
     union all select $1::int, $2::bigint + s * 10000000000, 'street', '第' || s || '街道办事处', '第' || s || '街道' from generate_series(1, ${STREETS}) s
     union all select $1::int, $2::bigint + s * 10000000000 + c * 10000000, 'community', '第' || c || '社区居委会', '第' || c || '社区' from generate_series(1, ${STREETS}) s, generate_series(1, ${COMMUNITIES}) c`,
    [county, base],
  )
  await client.query(
    `insert into unit (county, id, name, kind, nature) select $1::int, gen_random_uuid(), '试验单位' || u, 'employer', (array['organ','institution','enterprise'])[1 + u % 3] from generate_series(1, 66) u`,
    [county],
  )
  await client.query(
    `insert into unit_name (county, id, unit_id, kind, name, match_key) select county, gen_random_uuid(), id, 'name', name, name from unit where county = $1::int`,
    [county],
  )
  await client.query(peopleSql, [county, base, count, number, secret])
  await client.query(
    `insert into person_phone (county, person_id, position, number_sealed, number_index, label)
     select county, id, 1, $2, decode(md5(id::text), 'hex'), '本人' from person where county = $1::int`,
    [county, phone],
  )
}

// Birth years 1925–1965, one in fourteen 离休; every column that lists and filters touch is filled.
const peopleSql = `
  with unit_of as (select array_agg(id order by name) as ids from unit where county = $1::int)
  insert into person (county, id, secret, status, name, gender, birth_on, ethnicity, kind, id_index, id_sealed, id_status, unit_id, unit_ids, place_code, political,
                      education, rank, nature, health, living_flags, keys, name_sort, completeness, missing, created_at, updated_at, retired_on, work_started_on)
  select $1::int, gen_random_uuid(), $5::bytea, case when i % 50 = 7 then 'deceased' else 'living' end, b.name, (1 + i % 2)::text,
         to_char(date '1925-01-01' + ((i * 7919) % 14600), 'YYYY-MM-DD'), '01', case when i % 14 = 0 then 'lixiu' else 'tuixiu' end,
         decode(md5($1::int || '-' || i), 'hex'), $4::bytea, 'valid',
         u.ids[1 + i % 66], array[u.ids[1 + i % 66]], $2::bigint + (1 + i % ${STREETS}) * 10000000000 + (1 + (i / ${STREETS}) % ${COMMUNITIES}) * 10000000,
         (array['01','13','01','05'])[1 + i % 4], (array['20','30','60','70'])[1 + i % 4], (array['131','141','142','150'])[1 + i % 4],
         (array['organ','institution','institution','institution','enterprise'])[1 + i % 5], (array['10','20','30'])[1 + i % 3],
         case when i % 9 = 0 then array['lives_alone'] else '{}'::text[] end, b.keys, b.sort, 60, '{phone}', now(), now(), '1990-06', '1955-08'
    from generate_series(1, $3::int) i join bench_name b on b.n = (i::bigint * 7907) % ${NAMES} cross join unit_of u`
