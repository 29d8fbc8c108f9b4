// The library ships no types; this is the part of it that the tests use.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  export default class Provider {
    constructor(issuer: string, configuration: object)
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
    Grant: new (what: {
      clientId: string
      accountId: string
    }) => {
      addOIDCScope: (scope: string) => void
      save: () => Promise<string>
    }
  }
}
