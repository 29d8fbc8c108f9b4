import { sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, keeping, notFound } from '#platform/refuse.ts'
import {
  checkCodes,
  differences,
  idPurpose,
  nameNeeded,
  noteChange,
  type PersonRow,
  sealedKeys,
  sectionStates,
  valuesFrom,
} from '../../book/index.ts'
import { askByNumber } from '../../by-number/index.ts'
import { checkIdNumber } from '../../codes/index.ts'
import { type FieldValues, fieldsOf } from '../../fields/index.ts'
import { loadForChange, loadPerson } from '../../policy.ts'
import { changeSection } from '../../record/service.ts'
import { consentsNeeded, ensureConsent } from '../consents/gate/index.ts'
import { keepEvidence } from '../evidence/service.ts'
import { ensureOwnFile } from '../files/index.ts'
import type { contract } from './contract.ts'
import { factsOf } from './number/index.ts'
import { loadRequest, lockRequest, type RequestRow, requestsFor } from './policy.ts'
import { correctionStep } from './rules.ts'
import {
  decisionNeedsWords,
  evidenceNeeded,
  noSuchPaper,
  notDecidable,
  nothingProposed,
  paperNotNow,
  sameAlready,
} from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>
type Line = Awaited<Out<'listCorrections'>>['items'][number]
type Proposal = Omit<In<'proposeByPaper'>, 'name' | 'idNumber'> & { evidenceId: string | null }

/** Somebody says that the record is wrong. Nothing changes until another person has decided. */
export async function proposeCorrection(ctx: Ctx, input: In<'proposeCorrection'>): Out<'proposeCorrection'> {
  const row = await loadForChange(ctx, input.id)
  const values = proposed(input)
  const before = valuesFrom(row, ctx.vault, sealedKeys)
  ensure(differences(before, values).length > 0, sameAlready)
  ensure(input.evidenceId, evidenceNeeded)
  await ensureOwnFile(ctx, row.id, input.evidenceId)
  const id = await keep(ctx, { row, values, before, proposal: input })
  await noteChange(ctx, row, { key: 'correction', from: null, to: '提出', cause: 'edit' })
  return { requestId: id }
}

/** For a worker of another area with a paper that bears name and number: it reaches whoever may see the person; they learn only that it was taken in. */
export async function proposeByPaper(ctx: Ctx, input: In<'proposeByPaper'>): Out<'proposeByPaper'> {
  const values = proposed(input)
  const check = checkIdNumber(input.idNumber)
  ensure(check.result !== 'invalid', noSuchPaper)
  const fingerprints = ctx.vault.indexes(idPurpose, check.number)
  const asked = { kind: 'id', number: `${check.number} ${input.name}`, door: 'correction' } as const
  const personId = await askByNumber(ctx, asked, async () => {
    const found = await sql<{
      id: string | null
    }>`select person_of_paper(${fingerprints}::bytea[], ${input.name}) as id`.execute(ctx.db)
    return found.rows[0]?.id
  })
  ensure(personId, () => keeping(noSuchPaper()))
  const row = { id: personId, county: ctx.actor.county, sections: {} }
  return { requestId: await keep(ctx, { row, values, before: {}, proposal: { ...input, evidenceId: null } }) }
}

/** The paper of a request one wrote oneself about somebody one may not see: whoever decides looks at it, who brought it does not again. */
export async function bringPaper(ctx: Ctx, { id, name, bytes }: In<'bringPaper'>): Out<'bringPaper'> {
  const row = await lockRequest(ctx, id)
  ensure(row.requested_by === ctx.actor.accountId, notFound)
  ensure(row.status === 'proposed' && row.evidence_file_id === null, paperNotNow)
  const evidence_file_id = await keepEvidence(ctx, row.person_id, { name, bytes })
  await ctx.db
    .updateTable('correction_request')
    .set({ evidence_file_id })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', row.id)
    .execute()
  return { ok: true }
}

/** The fields of the section that are asked to change, judged as an edit would be: bad input is refused where it is typed. */
function proposed({ section, values }: Pick<Proposal, 'section' | 'values'>): FieldValues {
  const keys = new Set(fieldsOf(section).map((field) => field.key))
  const asked = Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)))
  ensure(Object.keys(asked).length > 0, nothingProposed)
  ensure(!('name' in asked) || (typeof asked['name'] === 'string' && asked['name'].trim()), nameNeeded)
  checkCodes(asked)
  return asked
}

type Kept = {
  row: Pick<PersonRow, 'id' | 'county' | 'sections'>
  values: FieldValues
  before: FieldValues
  proposal: Proposal
}

async function keep(ctx: Ctx, { row, values, before, proposal }: Kept): Promise<string> {
  // A proposal is a store of what it proposes: what needs a consent is not taken down without one.
  await ensureConsent(ctx, row.id, consentsNeeded(values))
  const id = newId(ctx.now.getTime())
  const seal = (value: unknown) => ctx.vault.seal(JSON.stringify(value))
  const fields = Object.keys(values)
  await ctx.db
    .insertInto('correction_request')
    .values({
      county: row.county,
      id,
      person_id: row.id,
      section: proposal.section,
      fields,
      base_version: sectionStates(row)[proposal.section]?.version ?? 0,
      values_sealed: seal(values),
      before_sealed: seal(Object.fromEntries(fields.map((key) => [key, before[key] ?? null]))),
      reason_sealed: seal(proposal.reason),
      asked_by: proposal.askedBy,
      asker_sealed: proposal.asker ? seal(proposal.asker) : null,
      evidence_file_id: proposal.evidenceId,
      requested_by: ctx.actor.accountId ?? '',
      requested_at: ctx.now.toISOString(),
    })
    .execute()
  ctx.note({ action: 'privacy.correction_proposed', subject: row.id, detail: { request: id, fields } })
  ctx.emit({ type: 'privacy.correction_proposed', data: { id, person: row.id } })
  return id
}

export async function listCorrections(ctx: Ctx, input: In<'listCorrections'>): Out<'listCorrections'> {
  const found = await sql<RequestRow & { total: number }>`
    select x.*, count(*) over ()::int as total from (${requestsFor(ctx)}) x
     where (${input.status ?? null}::text is null or x.status = ${input.status ?? null})
       and (${input.personId ?? null}::uuid is null or x.person_id = ${input.personId ?? null}::uuid)
       and (not ${input.mine}::boolean or x.requested_by = ${ctx.actor.accountId}::uuid)
     order by x.requested_at desc, x.id desc limit ${input.limit} offset ${input.offset}`.execute(ctx.db)
  return { items: found.rows.map((row) => lineOf(ctx, row)), total: found.rows[0]?.total ?? 0 }
}

function lineOf(ctx: Ctx, row: RequestRow): Line {
  const request = { status: row.status, requestedBy: row.requested_by }
  const may = (act: 'approve' | 'withdraw') => correctionStep(ctx.actor, request, act) !== null
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    section: row.section as Line['section'], // keep() writes the contract's list
    fields: row.fields,
    status: row.status as Line['status'], // the column's check is the contract's list
    askedBy: row.asked_by as Line['askedBy'], // as above
    requestedBy: row.requester,
    requestedAt: row.requested_at,
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    can: { decide: row.name !== null && may('approve'), withdraw: may('withdraw') },
  }
}

/** What stood there when it was asked, what stands there now, and what is asked for. Outside the own area only the last. */
export async function readCorrection(ctx: Ctx, input: In<'readCorrection'>): Out<'readCorrection'> {
  const row = await loadRequest(ctx, input.id)
  const person = row.name === null ? null : await loadPerson(ctx, row.person_id)
  const now = person ? valuesFrom(person, ctx.vault, sealedKeys) : {}
  const values = (sealed: Uint8Array) => JSON.parse(ctx.vault.open(sealed)) as FieldValues // sealed by keep()
  const words = (sealed: Uint8Array) => String(JSON.parse(ctx.vault.open(sealed)))
  const wanted = values(row.values_sealed)
  return {
    ...lineOf(ctx, row),
    number: person && row.status === 'proposed' ? await factsOf(ctx, { person: person.id, now, wanted }) : null,
    before: person ? values(row.before_sealed) : {},
    now: Object.fromEntries(row.fields.filter(() => person).map((key) => [key, now[key] ?? null])),
    values: wanted,
    baseVersion: row.base_version,
    version: person ? (sectionStates(person)[row.section]?.version ?? 0) : row.base_version,
    reason: words(row.reason_sealed),
    asker: row.asker_sealed ? words(row.asker_sealed) : null,
    evidenceId: row.evidence_file_id,
    decision: row.decision_sealed ? words(row.decision_sealed) : null,
  }
}

/** Saved like any edit of the section: a record that moved on meanwhile is refused with what stands there now. The decider names the version they saw. */
export async function decideCorrection(ctx: Ctx, input: In<'decideCorrection'>): Out<'decideCorrection'> {
  const row = await lockRequest(ctx, input.id)
  const next = correctionStep(
    ctx.actor,
    { status: row.status, requestedBy: row.requested_by },
    input.approve ? 'approve' : 'refuse',
  )
  ensure(next && row.name !== null, notDecidable)
  ensure(input.approve || input.note.length >= 2, decisionNeedsWords)
  if (input.approve)
    await changeSection(ctx, {
      id: row.person_id,
      section: row.section as Line['section'], // keep() writes the contract's list
      version: input.version ?? row.base_version,
      values: JSON.parse(ctx.vault.open(row.values_sealed)) as FieldValues, // sealed by keep()
      source: '更正申请',
    })
  await ctx.db
    .updateTable('correction_request')
    .set({
      status: next,
      decided_by: ctx.actor.accountId,
      decided_at: ctx.now.toISOString(),
      decision_sealed: input.note ? ctx.vault.seal(JSON.stringify(input.note)) : null,
    })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', row.id)
    .execute()
  ctx.note({
    action: `privacy.correction_${next}`,
    subject: row.person_id,
    detail: { request: row.id, fields: row.fields },
  })
  return { ok: true }
}

export async function withdrawCorrection(ctx: Ctx, input: In<'withdrawCorrection'>): Out<'withdrawCorrection'> {
  const row = await lockRequest(ctx, input.id)
  const next = correctionStep(ctx.actor, { status: row.status, requestedBy: row.requested_by }, 'withdraw')
  ensure(next, notDecidable)
  await ctx.db
    .updateTable('correction_request')
    .set({ status: next })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', row.id)
    .execute()
  return { ok: true }
}
