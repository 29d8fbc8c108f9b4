import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { id: string; to: string; text: string; sign: string; authorization: string | undefined }
export type SmsGateway = {
  url: string
  received: Received[]
  /** What it answers from now on: a status, and what stands in its answer. */
  answers: { status: number; body: object }
  close: () => Promise<void>
}

/** A gateway of an operator, on this machine: it writes down what it is given and sends nothing to anybody. */
export async function smsGateway(): Promise<SmsGateway> {
  const received: Received[] = []
  const answers: SmsGateway['answers'] = { status: 200, body: { reference: 'R1', parts: 1 } }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString('utf8')))
    request.on('end', () => {
      const letter = JSON.parse(body) as Omit<Received, 'authorization'> // what the office posts
      received.push({ ...letter, authorization: request.headers.authorization })
      response.writeHead(answers.status, { 'content-type': 'application/json' }).end(JSON.stringify(answers.body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/sms`,
    received,
    answers,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
