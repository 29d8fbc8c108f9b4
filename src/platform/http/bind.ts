import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Contract, Endpoint, FileAnswer, Input, Output } from '../contract.ts'
import type { Actor, Call, Ctx } from '../ctx.ts'
import type { House } from '../house/house.ts'
import { present } from '../present.ts'
import { badInput, ensure, forbidden, signedOut } from '../refuse.ts'
import { readInput } from './input.ts'
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.ts'

export type Service<C extends Contract> = { [K in keyof C]: (ctx: Ctx, input: Input<C[K]>) => Promise<Output<C[K]>> }

/** A contract bound to the service that honours it. */
export type Routes = { contract: Contract; mount: (app: FastifyInstance, house: House) => void }

/** Turns a contract and its service into routes: parse → admit → one transaction (read-only for GET) → cut and mask → commit → answer. */
export function bind<C extends Contract>(contract: C, service: Service<C>): Routes {
  return {
    contract,
    mount: (app, house) => {
      for (const [name, e] of Object.entries(contract)) {
        // Every endpoint of the contract has its own handler with its own input; the loop sees only their common shape.
        const serve = service[name] as unknown as (ctx: Ctx, input: unknown) => Promise<unknown>
        app.route({
          method: e.method.toUpperCase(),
          url: `/api${e.path}`,
          bodyLimit: e.maxBytes ?? 1024 * 1024,
          handler: (request, reply) => handle({ name, e, serve, house }, request, reply),
        })
      }
    },
  }
}

type Door = { name: string; e: Endpoint; serve: (ctx: Ctx, input: unknown) => Promise<unknown>; house: House }

async function handle({ name, e, serve, house }: Door, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const input = parse(e, readInput(e, request))
  const token = sessionToken(request)
  const readOnly = e.method === 'get'
  const who = token ? { session: token } : ('nobody' as const)
  const call: Call = {
    address: request.ip,
    agent: request.headers['user-agent']?.slice(0, 200) ?? null,
    session: 'keep',
  }
  const options = { readOnly, requestId: request.id, call, admit: (actor: Actor) => admit(e, actor) }
  const answer = await house.act(who, options, async (ctx) => {
    const result = await serve(ctx, input)
    if (!readOnly && ctx.actor.county) ctx.note({ action: name, subject: subjectOf(input, result) })
    if (e.answer === 'file') return result
    const parsed = e.output.safeParse(present(e.output, result, ctx.actor))
    if (!parsed.success) throw new Error(`${name} answered outside its contract: ${z.prettifyError(parsed.error)}`)
    return parsed.data
  })
  if (call.session === 'end') clearSessionCookie(reply)
  else if (call.session !== 'keep') setSessionCookie(reply, call.session.token, request.protocol === 'https')
  // `answer: 'file'` contracts declare fileAnswer as their output.
  return e.answer === 'file' ? sendFile(reply, answer as FileAnswer) : answer
}

function parse(e: Endpoint, raw: Record<string, unknown>): unknown {
  const { bytes, ...rest } = raw
  const parsed = e.input.safeParse(rest)
  if (!parsed.success)
    throw badInput({
      issues: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    })
  return bytes === undefined ? parsed.data : { ...parsed.data, bytes }
}

/** May this person do this at all? Asked once, here. On which rows is the policy's question; whether the rule allows it is the rules'. */
function admit(e: Endpoint, actor: Actor): void {
  if (e.permission === 'public') return
  ensure(actor.kind !== 'nobody', signedOut)
  ensure(e.permission === 'signed-in' || actor.permissions.has(e.permission), forbidden)
}

function subjectOf(...from: unknown[]): string | undefined {
  for (const value of from)
    if (value && typeof value === 'object' && 'id' in value && typeof value.id === 'string') return value.id
  return undefined
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(file.bytes))
}
