import type { FastifyInstance } from 'fastify'
import type { Actor } from '#platform/ctx.ts'
import type { Asked, Answered, Contract, Endpoint } from '#platform/contract.ts'
