import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { troubleOf } from '../db/trouble.ts'
import { Refusal } from '../refuse.ts'

/** Every "no" in words; what is our own fault tells nothing but its number, and what happened goes to the log. */
export function answerError(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal) return refuse(error, reply)
  const status = error.statusCode ?? 500
  if (status === 413)
    return reply.code(413).send({
      code: 'http.too_large',
      message: { zh: '提交的内容超过大小上限，请分成几份提交。', en: 'The request is too large; send it in parts.' },
    })
  if (status < 500)
    return reply.code(status).send({
      code: 'http.bad_request',
      message: {
        zh: '请求的格式不正确，请刷新页面后重试。',
        en: 'The request is malformed; reload the page and try again.',
      },
    })
  request.log.error({ err: { name: error.name, message: error.message, stack: error.stack } }, 'request failed')
  const trouble = troubleOf(error)
  if (trouble) return refuse(trouble, reply)
  return reply.code(500).send({
    code: 'http.internal',
    message: {
      zh: `系统出了差错，您的操作没有生效。请稍后重试；若仍不行，请把编号 ${request.id} 告诉系统管理员。`,
      en: `Something went wrong and nothing was changed. Try again; if it persists, tell your administrator the number ${request.id}.`,
    },
  })
}

function refuse({ code, status, words, detail }: Refusal, reply: FastifyReply): FastifyReply {
  return reply.code(status).send({ code, message: words, detail })
}
