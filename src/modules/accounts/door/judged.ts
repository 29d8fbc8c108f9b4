import { randomBytes } from 'node:crypto'
import type { Endpoint, Input, Output } from '#platform/contract.ts'
import type { Call } from '#platform/ctx.ts'
import { callOf, keepSession, type Routes } from '#platform/http/bind.ts'
import { pacesOf } from '#platform/http/guard/pace.ts'
import { readInput } from '#platform/http/input.ts'
import { browserToken, sessionToken, setBrowserCookie } from '#platform/http/session-cookie.ts'
import { ensure, signedOut } from '#platform/refuse.ts'

type App = Parameters<Routes['mount']>[0]

export type Visitor = {
  call: Call
  session: string | undefined
  browser: string
  stays: boolean
}

/** For doors that judge a password or code: a refusal takes back `bind`'s one transaction, so the try is counted in its own first, and none waits for a hash. */
export function mountJudged<E extends Endpoint>(
  app: App,
  e: E,
  judge: (asked: Input<E>, visitor: Visitor) => Promise<Output<E>>,
): void {
  app.route({
    method: e.method.toUpperCase(),
    url: `/api${e.path}`,
    onRequest: async (request) => {
      await pacesOf(app).address(request, e.pace ?? 'sign-in')
      ensure(e.permission === 'public' || sessionToken(request), signedOut)
    },
    handler: async (request, reply) => {
      const browser = browserToken(request) ?? randomBytes(32).toString('hex')
      const visitor: Visitor = { call: callOf(request), session: sessionToken(request), browser, stays: false }
      const asked = readInput(e, request)
      const answer = e.output.parse(await judge(asked, visitor))
      keepSession(visitor.call, reply)
      if (visitor.stays) setBrowserCookie(reply, visitor.browser)
      return answer
    },
  })
}
