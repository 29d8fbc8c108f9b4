import { contract as affairs } from '#modules/accounts/elder-access/affairs/contract.ts'
import { contract as entering } from '#modules/accounts/elder-access/entering/contract.ts'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { contract as calendar } from '#modules/gatherings/calendar-addresses/own/contract.ts'
import { contract as feedback } from '#modules/gatherings/feedback/own/contract.ts'
import { contract as gatherings } from '#modules/gatherings/own/contract.ts'
import { contract as messages } from '#modules/messages/own/contract.ts'
import { contract as bank } from '#modules/volunteering/bank/own/contract.ts'
import { contract as own } from '#modules/volunteering/own/contract.ts'
import { contract as turns } from '#modules/volunteering/own/turns/contract.ts'
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
  return {
    status: response.status,
    json: () => response.json(),
    bytes: () => Promise.resolve(new Uint8Array()),
    fileName: undefined,
  }
}

const unreachable: Got = {
  status: 503,
  json: () =>
    Promise.resolve({
      code: 'http.unreachable',
      message: {
        zh: '网络不通，刚才的没有办成。请过一会儿再按一次，或给社区打电话。',
        en: 'There is no connection and nothing was done. Try again in a while, or ring the community.',
      },
    }),
  bytes: () => Promise.resolve(new Uint8Array()),
  fileName: undefined,
}

const at = <C extends Contract>(contract: C): Client<C> => clientOf(contract, send)

export const api = {
  affairs: at(affairs),
  entering: at(entering),
  sessions: at(sessions),
  gatherings: at(gatherings),
  feedback: at(feedback),
  calendar: at(calendar),
  messages: at(messages),
  bank: at(bank),
  own: at(own),
  turns: at(turns),
}
