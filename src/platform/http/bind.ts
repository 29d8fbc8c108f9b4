import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { knowActions } from '../audit/action-words.ts'
import { changedFields, kindOf, lookNote, textAt } from '../audit/look.ts'
import type { Contract, Endpoint, Input, Output, Pace } from '../contract.ts'
import { fileAnswer } from '../contract.ts'
import type { Actor, AuditNote, Call, Ctx, FieldClass } from '../ctx.ts'
import type { House } from '../house/house.ts'
import { Witness } from '../present/witness.ts'
import { ensurePresentable, present } from '../present.ts'
import { ensure, forbidden, Refusal, signedOut } from '../refuse.ts'
import { sendFile } from './download.ts'
import { type Paces, paceOf, pacesOf } from './guard/pace.ts'
import { readInput } from './input.ts'
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.ts'

export type Service<C extends Contract> = { [K in keyof C]: (ctx: Ctx, input: Input<C[K]>) => Promise<Output<C[K]>> }

export type Routes = { contract: Contract; mount: (app: FastifyInstance, house: House) => void }

/** Turns a contract and its service into routes: parse → admit → one transaction (read-only for GET) → cut and mask → commit → answer. */
export function bind<C extends Contract>(contract: C, service: Service<C>): Routes {
  knowActions(contract)
  return {
    contract,
    mount: (app, house) => {
      for (const [name, e] of Object.entries(contract)) {
        const serve = service[name] as unknown as Serve // each endpoint has its own input; the loop sees their common shape
        ensurePresentable(e.output)
        const [pace, paces] = [paceOf(e), pacesOf(app)]
        app.route({
          method: e.method.toUpperCase(),
          url: `/api${e.path}`,
          bodyLimit: e.maxBytes ?? 1024 * 1024,
          // Before the body is taken in: an upload of nobody is not waited for.
          onRequest: async (request) => {
            await paces.address(request, pace)
            ensure(e.permission === 'public' || sessionToken(request), signedOut)
          },
          handler: (request, reply) => handle({ name, e, serve, house, pace, paces }, request, reply),
        })
      }
    },
  }
}

type Serve = (ctx: Ctx, input: unknown) => Promise<unknown>
type Door = { name: string; e: Endpoint; serve: Serve; house: House; pace: Pace; paces: Paces }

async function handle(door: Door, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { name, e, serve, house } = door
  const input = readInput(e, request)
  const token = sessionToken(request)
  const readOnly = e.method === 'get'
  const who = token ? { session: token } : ('nobody' as const)
  const call = callOf(request)
  const asked: AuditNote = { action: name, kind: kindOf(e), subject: subjectOf(e, input, undefined) }
  const options = { readOnly, requestId: request.id, call, door: asked, admit: (actor: Actor) => admit(e, actor) }
  const answer = await house.act(who, options, async (ctx) => {
    if (ctx.actor.accountId) await door.paces.account(request, door.pace, ctx.actor.accountId)
    const result = await serve(ctx, input).catch(orKept)
    if (result instanceof Refusal) return result
    const sees = e.look ? new Witness(ctx.actor.sees) : ctx.actor.sees
    const parsed = e.output.safeParse(present(e.output, result, { sees }))
    if (!parsed.success) throw new Error(`${name} answered outside its contract: ${z.prettifyError(parsed.error)}`)
    const noted = readOnly ? looked(e, { sees, input, answer: parsed.data }) : acted(e, input, result)
    if (noted) ctx.note({ ...asked, ...noted, ...onBehalf(ctx.actor, noted) })
    return parsed.data
  })
  if (answer instanceof Refusal) throw answer
  keepSession(call, reply)
  return e.answer === 'file' ? sendFile(reply, fileAnswer.parse(answer)) : answer
}

/** A refusal that keeps what was written is thrown after the commit. */
function orKept(error: unknown): Refusal {
  if (error instanceof Refusal && error.isKept) return error
  throw error
}

export function callOf(request: FastifyRequest): Call {
  const site = `${request.protocol}://${request.host}`
  return { address: request.ip, site, agent: request.headers['user-agent']?.slice(0, 200) ?? null, session: 'keep' }
}

export function keepSession(call: Call, reply: FastifyReply): void {
  if (call.session === 'end') clearSessionCookie(reply)
  else if (call.session !== 'keep') setSessionCookie(reply, call.session)
}

/** May this person do this at all? Asked once, here. On which rows is the policy's question; whether the rule allows it is the rules'. */
function admit(e: Endpoint, actor: Actor): void {
  if (e.permission === 'public') return
  if (actor.barred) throw actor.barred
  ensure(actor.kind !== 'nobody', signedOut)
  ensure(e.permission === 'signed-in' || actor.permissions.has(e.permission), forbidden)
}

/** What the audit trail says was acted on: the id of the request or the code in its address, else what the answer calls the new thing. A `code` in a body may be a secret. */
function subjectOf(e: Endpoint, input: unknown, answer: unknown): string | undefined {
  const isCode = e.path.split('/').includes(':code')
  return textAt(input, isCode ? ['id', 'code'] : ['id']) ?? textAt(answer, ['id', 'code'])
}

function acted(e: Endpoint, input: unknown, answer: unknown): Partial<AuditNote> {
  return { subject: subjectOf(e, input, answer), changed: changedFields(e, input) }
}

function onBehalf({ actingFor }: Actor, { detail }: Partial<AuditNote>): Partial<AuditNote> {
  return actingFor ? { detail: { ...detail, for: actingFor.personId, as: actingFor.as } } : {}
}

type Looked = { sees: ReadonlySet<FieldClass>; input: unknown; answer: unknown }

function looked(e: Endpoint, { sees, input, answer }: Looked): Partial<AuditNote> | undefined {
  return lookNote(e, { input, answer, fields: sees instanceof Witness ? sees.shown() : [] })
}
