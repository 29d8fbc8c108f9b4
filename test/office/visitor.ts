import { type Client, clientOf, type Got, type Sent } from '#platform/client.ts'
import type { Contract } from '#platform/contract.ts'
import type { Office } from '#test/office.ts'

export type Visitor = {
  /** The doors of a contract, as this browser reaches them. */
  call: <C extends Contract>(contract: C) => Client<C>
  cookies: Map<string, string>
  /** The session's token, for those who only know tokens. */
  token: () => string
}

/** A browser with an address and a memory for cookies: it signs in, goes on from stage to stage, and comes back another day. */
export function visitor(o: Pick<Office, 'app'>, { address = '10.1.1.1' } = {}): Visitor {
  const cookies = new Map<string, string>()
  const send = async (sent: Sent): Promise<Got> => {
    const answer = await o.app.inject({
      method: sent.method as 'GET', // one of the methods of a contract
      url: sent.url,
      remoteAddress: address,
      ...(sent.body === undefined ? {} : { payload: String(sent.body) }),
      headers: {
        ...(sent.contentType ? { 'content-type': sent.contentType } : {}),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const { name, value } of answer.cookies) {
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return {
      status: answer.statusCode,
      json: async () => answer.json(),
      bytes: async () => answer.rawPayload,
      fileName: undefined,
    }
  }
  return { call: (contract) => clientOf(contract, send), cookies, token: () => cookies.get('sangyu') ?? '' }
}
