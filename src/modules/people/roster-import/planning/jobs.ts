import { type PlaceDirectory, placeDirectory } from '#modules/places/index.ts'
import { unitDirectory } from '#modules/units/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { emptyFile, readFile } from '#platform/files.ts'
import type { House } from '#platform/house/house.ts'
import type { Job } from '#platform/house/jobs.ts'
import { areaCode, insertRows, sealedKeys, valuesFrom } from '../../book/index.ts'
import { guessesIn } from '../guesses/index.ts'
import {
  changesBeyondFields,
  changesTo,
  type Finder,
  type Known,
  knownOf,
  matchRows,
  plannedFrom,
  planOf,
} from '../plan/index.ts'
import { loadBatch } from '../policy.ts'
import type { DirectorySource, RosterRow } from '../reading/index.ts'
import { overridesFrom, readInWorker, type StoredMapping, tablesFrom } from './reader/index.ts'

const CHUNK = 2000

/** Reads an uploaded roster and writes its preview, which is the plan. Run again after a crash it starts over: nothing has been applied. */
export const readJob: Job = {
  task: 'import.read',
  run: async (house, payload) => {
    const [county, batch] = [Number(payload.county), String(payload.batch)]
    const work = { house, county, batch }
    const opened = await house
      .act({ system: county }, { readOnly: true }, (ctx) => openBatch(ctx, batch))
      .catch(() => null)
    if (!opened || opened.status !== 'reading') return
    const file = await readInWorker(opened.call)
    if (file.refusal?.code === 'FILE_SECRET') await destroyFile(work)
    if (file.refusal) return finish(work, { status: 'refused', refusal: JSON.stringify(file.refusal) })
    const guesses = await house.act({ system: county }, { readOnly: false }, async (ctx) => {
      await ctx.db.deleteFrom('import_row').where('county', '=', county).where('batch_id', '=', batch).execute()
      return guessesIn(ctx, { batch, by: opened.by, rows: file.rows })
    })
    if (guesses) return finish(work, { status: 'refused', refusal: JSON.stringify(guesses) })
    await planAll(work, file.rows, opened.finder)
    await finish(work, {
      status: 'planned',
      refusal: null,
      tables_sealed: house.vault.seal(JSON.stringify(tablesFrom(file.sheets, file.rows))),
      row_count: file.rows.length,
      done_count: 0,
    })
  },
}

type Work = { house: House; county: number; batch: string }

async function openBatch(ctx: Ctx, id: string) {
  const batch = await loadBatch(ctx, id)
  const stored = await readFile(ctx, batch.file_id)
  const [units, places] = [await unitDirectory(ctx), await placeDirectory(ctx)]
  const synonyms = await ctx.db
    .selectFrom('import_synonym')
    .select(['header', 'field'])
    .where('county', '=', ctx.actor.county)
    .execute()
  const mapping = overridesFrom(batch.mapping as StoredMapping, synonyms) // written by remapImport
  const directory = await sourceOf(ctx, units, places)
  const call = { file: batch.file_name, bytes: new Uint8Array(stored.bytes), asOf: batch.as_of, directory, mapping }
  return { status: batch.status, by: batch.created_by, call, finder: finderOf(units, places) }
}

async function sourceOf(
  ctx: Ctx,
  units: Awaited<ReturnType<typeof unitDirectory>>,
  places: PlaceDirectory,
): Promise<DirectorySource> {
  const county = await ctx.db
    .selectFrom('county')
    .select('name')
    .where('county', '=', ctx.actor.county)
    .executeTakeFirstOrThrow()
  const formerly = places.streets.flatMap((street) => street.old_names.map((old) => [old, street.name] as const))
  return {
    units: units.map((unit) => ({ ...unit, code: unit.code ?? unit.id })),
    places: { county, streets: places.streets, old_names: Object.fromEntries(formerly) },
    areaCode: await areaCode(ctx),
  }
}

function finderOf(
  units: Awaited<ReturnType<typeof unitDirectory>>,
  places: Awaited<ReturnType<typeof placeDirectory>>,
): Finder {
  const byName = new Map(units.map((unit) => [unit.name, unit.id]))
  const byStreet = new Map(
    places.streets.flatMap((street) => [[street.name, street.code] as const, [street.short, street.code] as const]),
  )
  const full = (code: string) => code.padEnd(19, '0')
  return {
    unit: (name) => byName.get(name),
    place: (street, community) => {
      const code = community ?? byStreet.get(street ?? '')
      return code === undefined ? undefined : full(code)
    },
  }
}

async function planAll(work: Work, rows: readonly RosterRow[], finder: Finder): Promise<void> {
  const seqs = new Map(rows.map((row, seq) => [`${row.sheet}|${row.row}`, seq]))
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = rows.slice(at, at + CHUNK)
    await work.house.act({ system: work.county }, { readOnly: false }, async (ctx) => {
      await insertRows(ctx, 'import_row', await planChunk(ctx, { batch: work.batch, chunk, first: at, finder, seqs }))
      await ctx.db
        .updateTable('import_batch')
        .set({ row_count: rows.length, done_count: at + chunk.length })
        .where('county', '=', work.county)
        .where('id', '=', work.batch)
        .execute()
    })
  }
}

type Chunk = {
  batch: string
  chunk: readonly RosterRow[]
  first: number
  finder: Finder
  seqs: ReadonlyMap<string, number>
}

async function planChunk(ctx: Ctx, { batch, chunk, first, finder, seqs }: Chunk): Promise<Record<string, unknown>[]> {
  const planned = chunk.map((row) =>
    row.record && row.class !== 'not-a-person' ? plannedFrom(row.record, finder) : null,
  )
  const people = planned.filter((row) => row !== null)
  const matches = await matchRows(ctx, people)
  const matchOf = new Map(people.map((row, at) => [row, matches[at] ?? null]))
  const known: Known = await knownOf(
    ctx,
    matches.flatMap((match) => match?.person ?? []),
  )
  return chunk.map((row, at) => {
    const record = planned[at] ?? null
    const match = record ? (matchOf.get(record) ?? null) : null
    const isSure = match?.how === 'id'
    const values = match ? valuesFrom(match.person, ctx.vault, sealedKeys) : {}
    const changes =
      record && match
        ? [
            ...Object.keys(changesTo(values, record.values)),
            ...changesBeyondFields(ctx, match.person, { record, known }),
          ]
        : []
    const doubt =
      match && !isSure && row.class === 'ok' ? [match.how === 'elsewhere' ? 'ID_ELSEWHERE' : 'MATCH_UNSURE'] : []
    const rowClass = doubt.length ? 'doubtful' : row.class
    const related = row.related_to ?? row.duplicate_of
    return {
      county: ctx.actor.county,
      batch_id: batch,
      seq: first + at,
      sheet: row.sheet,
      row_no: row.row,
      person_no: row.person ?? 0,
      class: rowClass,
      reasons: [...row.reasons, ...doubt],
      plan: planOf({ class: rowClass, isMatched: isSure, changes }),
      name: row.record?.name ?? null,
      related_seq: related ? (seqs.get(`${related.sheet}|${related.row}`) ?? null) : null,
      raw_sealed: ctx.vault.seal(JSON.stringify(row.cells)),
      record_sealed: record ? ctx.vault.seal(JSON.stringify(record)) : null,
      edited: false,
      match_id: match?.person.id ?? null,
      changes,
    }
  })
}

/** What must not be here is not kept either; the audit trail says that it came, not what it said. */
async function destroyFile({ house, county, batch }: Work): Promise<void> {
  await house.act({ system: county }, { readOnly: false }, async (ctx) => {
    const { file_id: file, created_by: by } = await loadBatch(ctx, batch)
    await emptyFile(ctx, file)
    await ctx.db
      .updateTable('import_batch')
      .set({ file_name: '已拒绝的文件' })
      .where('county', '=', county)
      .where('id', '=', batch)
      .execute()
    ctx.note({ action: 'privacy.secret_refused', subject: batch, detail: { by } })
  })
}

async function finish({ house, county, batch }: Work, set: Record<string, unknown>): Promise<void> {
  await house.act({ system: county }, { readOnly: false }, (ctx) =>
    ctx.db.updateTable('import_batch').set(set).where('county', '=', county).where('id', '=', batch).execute(),
  )
}
