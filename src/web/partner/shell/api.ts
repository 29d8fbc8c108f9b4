import { contract as secondFactor } from '#modules/accounts/second-factor/contract.ts'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { contract as counter } from '#modules/volunteering/bank/counter/contract.ts'
import { contract as statements } from '#modules/volunteering/bank/counter/statements/contract.ts'
import { type Client, clientOf, type Got, type Sent } from '#platform/client.ts'
import type { Contract } from '#platform/contract.ts'

/** A network that does not answer looks like any other refusal, in words. */
async function send({ url, method, contentType, body }: Sent): Promise<Got> {
  const response = await fetch(url, {
    method,
    credentials: 'same-origin',
    headers: contentType ? { 'content-type': contentType } : {},
    body: typeof body === 'string' ? body : null,
  }).catch(() => null)
  if (!response) return unreachable
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') || '')
  return {
    status: response.status,
    json: () => response.json(),
    bytes: async () => new Uint8Array(await response.arrayBuffer()),
    fileName: name ? decodeURIComponent(name[1] || '') : undefined,
  }
}

const unreachable: Got = {
  status: 503,
  json: () =>
    Promise.resolve({
      code: 'http.unreachable',
      message: {
        zh: '网络不通。请再按一次：同一笔只会核销一次。',
        en: 'There is no connection. Press again: one redemption is counted once only.',
      },
    }),
  bytes: () => Promise.resolve(new Uint8Array()),
  fileName: undefined,
}

const at = <C extends Contract>(contract: C): Client<C> => clientOf(contract, send)

export const api = {
  sessions: at(sessions),
  secondFactor: at(secondFactor),
  counter: at(counter),
  statements: at(statements),
}
