import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { digestIn, digestOf, writeCodes } from '#platform/integrity/index.ts'
import { ensure } from '#platform/refuse.ts'
import { changeFields, noteChange, type PersonRow, requiredFields } from '../../book/index.ts'
import { loadForChange, loadPerson } from '../../policy.ts'
import { dropFiles, ensureOwnFile } from '../files/index.ts'
import { type ConsentKey, purposeOf, purposeOfField } from '../registry/index.ts'
import type { contract } from './contract.ts'
import { consentsStanding } from './gate/index.ts'
import { consentCodes } from './integrity/index.ts'
import { dropFromProposals } from './proposals/index.ts'
import { emptiedBy, isProved } from './rules.ts'
import { alreadyGiven, consentChanged, noLiveConsent, proxyUnproved } from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>
type Item = Awaited<Out<'listConsents'>>['items'][number]

export async function listConsents(ctx: Ctx, input: In<'listConsents'>): Out<'listConsents'> {
  const row = await loadPerson(ctx, input.id)
  const items = await consentsOf(ctx, row.id)
  return { items, can: { record: ctx.actor.permissions.has('people.write') && row.status !== 'merged' } }
}

export async function consentsOf(ctx: Ctx, personId: string): Promise<Item[]> {
  const rows = await ctx.db
    .selectFrom('consent as c')
    .innerJoin('person as p', (join) => join.onRef('p.county', '=', 'c.county').onRef('p.id', '=', 'c.person_id'))
    .leftJoin('account as a', (join) => join.onRef('a.county', '=', 'c.county').onRef('a.id', '=', 'c.recorded_by'))
    .leftJoin('account as w', (join) =>
      join.onRef('w.county', '=', 'c.county').onRef('w.id', '=', 'c.withdrawal_recorded_by'),
    )
    .selectAll('c')
    .select(['a.name as recorder', 'w.name as withdrawer'])
    .where('c.county', '=', ctx.actor.county)
    .where((eb) => eb.or([eb('p.id', '=', personId), eb('p.merged_into', '=', personId)]))
    .orderBy('c.given_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose as Item['purpose'], // giveConsent writes the contract's list
    givenBy: row.given_by as Item['givenBy'], // the column's check is the contract's list
    giver: row.giver_sealed ? ctx.vault.open(row.giver_sealed) : null,
    way: row.way as Item['way'], // as above
    evidenceId: row.evidence_file_id,
    givenAt: row.given_at,
    recordedBy: row.recorder,
    withdrawnBy: row.withdrawn_by as Item['withdrawnBy'], // as above
    withdrawnAt: row.withdrawn_at,
    withdrawalRecordedBy: row.withdrawer,
  }))
}

export async function giveConsent(ctx: Ctx, input: In<'giveConsent'>): Out<'giveConsent'> {
  const row = await loadForChange(ctx, input.id)
  const words = purposeOf(input.purpose)
  ensure(isProved(input), proxyUnproved)
  if (input.evidenceId) await ensureOwnFile(ctx, row.id, input.evidenceId)
  const standing = (await consentsStanding(ctx, row.id)).filter((one) => one.purpose === input.purpose)
  ensure(
    standing.every(({ isSound }) => isSound),
    () => consentChanged({ zh: words.zh, en: words.en }),
  )
  ensure(!standing.length, () => alreadyGiven({ zh: words.zh, en: words.en }))
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('consent')
    .values({
      county: row.county,
      id,
      person_id: row.id,
      purpose: input.purpose,
      given_by: input.givenBy,
      giver_sealed: input.giver ? ctx.vault.seal(input.giver) : null,
      way: input.way,
      evidence_file_id: input.evidenceId,
      given_at: ctx.now.toISOString(),
      recorded_by: ctx.actor.accountId,
    })
    .execute()
  const after = digestIn(await writeCodes(ctx, consentCodes, [id]), id)
  await noteChange(ctx, row, { key: 'consent', from: null, to: words.zh, cause: 'edit' })
  const detail = { consent: id, purpose: input.purpose, by: input.givenBy }
  ctx.note({ action: 'privacy.consent_given', subject: row.id, detail, after })
  return { consentId: id }
}

/** Deletes what stood on it at once, history included (个人信息保护法 第十五条、第四十七条). The consent itself remains, as proof that what was done before was lawful. */
export async function withdrawConsent(ctx: Ctx, input: In<'withdrawConsent'>): Out<'withdrawConsent'> {
  const row = await loadForChange(ctx, input.id)
  const words = purposeOf(input.purpose)
  const live = await consentsOf(ctx, row.id)
  const ids = live.flatMap((one) => (one.purpose === input.purpose && !one.withdrawnAt ? [one.id] : []))
  ensure(ids.length > 0, () => noLiveConsent({ zh: words.zh, en: words.en }))
  await endConsents(ctx, row, { ids, by: input.withdrawnBy, purpose: input.purpose })
  await deleteWhatStoodOn(ctx, row.id, input.purpose)
  await noteChange(ctx, row, { key: 'consent', from: words.zh, to: null, cause: 'edit' })
  return { ok: true }
}

type Ending = { ids: string[]; by: Item['givenBy']; purpose: ConsentKey }

async function endConsents(ctx: Ctx, row: PersonRow, { ids, by, purpose }: Ending): Promise<void> {
  const ended = await ctx.db
    .updateTable('consent')
    .set({ withdrawn_by: by, withdrawn_at: ctx.now.toISOString(), withdrawal_recorded_by: ctx.actor.accountId })
    .where('county', '=', row.county)
    .where('id', 'in', ids)
    .returning(['id', 'mac'])
    .execute()
  const codes = await writeCodes(ctx, consentCodes, ids)
  for (const { id, mac } of ended) {
    const digests = { before: mac ? digestOf(mac) : undefined, after: digestIn(codes, id) }
    ctx.note({ action: 'privacy.consent_withdrawn', subject: row.id, detail: { consent: id, purpose }, ...digests })
  }
}

async function deleteWhatStoodOn(ctx: Ctx, id: string, purpose: ConsentKey): Promise<void> {
  const { fields, photo } = emptiedBy(purpose, purposeOfField)
  if (photo) await dropFiles(ctx, [id], 'photo')
  if (!fields.length) return
  await dropFromProposals(ctx, id, fields)
  const row = await loadForChange(ctx, id)
  const values = Object.fromEntries(fields.map((field) => [field, null]))
  const changed = await changeFields(ctx, row, { values, required: await requiredFields(ctx), cause: 'edit' })
  await ctx.db
    .updateTable('person_change')
    .set({ old_value: null, new_value: null })
    .where('county', '=', row.county)
    .where('person_id', '=', id)
    .where('field', 'in', fields)
    .execute()
  if (changed.length) ctx.emit({ type: 'people.changed', data: { id, fields: changed } })
}
