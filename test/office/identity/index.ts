import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const CLIENT = { id: 'sangyu', secret: 'a secret of the bureau and nobody else' }
export const OWN_ADDRESS = 'http://127.0.0.1:1'

export type Identity = {
  issuer: string
  /** Who stands before the provider's page, and how they prove themselves there. */
  person: { subject: string; amr: string[] }
  /** Follows the way of a browser through the provider; answers the query it comes back with. */
  visit: (url: string) => Promise<string>
  close: () => Promise<void>
}

/** A certified provider on this machine, at which one person is always signing in. */
export async function identityProvider(): Promise<Identity> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on a port
  const person = { subject: 'u-371424-0001', amr: ['pwd'] }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider: Provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [`${OWN_ADDRESS}/identity-return`] },
    ],
    pkce: { required: () => true },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'test', alg: 'RS256' }] },
    cookies: { keys: ['only for a test'] },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ['sub', 'amr'] },
    conformIdTokenClaims: false,
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, amr: person.amr }),
    }),
    loadExistingGrant: async () => {
      const grant = new provider.Grant({ clientId: CLIENT.id, accountId: person.subject })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const login = { accountId: person.subject, amr: person.amr }
    provider.interactionFinished(request, response, { login }).catch(() => response.writeHead(500).end())
  })
  return {
    issuer,
    person,
    visit: (url) => follow(url),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function follow(first: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = first
  for (let step = 0; step < 10; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`the provider stopped at ${url}: ${answer.status} ${await answer.text()}`)
    url = new URL(next, url).href
    if (url.startsWith(OWN_ADDRESS)) return new URL(url).search
  }
  throw new Error('the provider sends people in circles')
}
