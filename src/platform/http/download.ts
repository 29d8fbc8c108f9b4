import type { FastifyReply } from 'fastify'
import type { FileAnswer } from '../contract.ts'

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w-]+)*$/

/** Always a download, never a page of this site: an uploaded file may say of itself what it likes. */
export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  return reply
    .header('content-type', MEDIA_TYPE.test(file.mediaType) ? file.mediaType : 'application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${encoded(file.name)}`)
    .send(Buffer.from(file.bytes))
}

/** RFC 8187: everything but its plain characters as percent signs. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`)
}
