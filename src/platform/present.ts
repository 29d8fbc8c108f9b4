import type { z } from 'zod'
import type { Actor } from './ctx.ts'
import { cutterOf } from './present/cutter.ts'

/** Cuts an answer to what its reader may see. The one place where masking happens: pages, exports, papers and search all pass here. */
export function present<S extends z.ZodType>(schema: S, value: z.input<S>, actor: Pick<Actor, 'sees'>): z.input<S> {
  const cut = cutterOf(schema)
  return cut ? (cut(value, actor.sees) as z.input<S>) : value // a cut keeps the shape of what it is given
}

/** Throws for a schema whose personal fields could not be cut, so that the server does not even start with it. */
export function ensurePresentable(schema: z.ZodType): void {
  cutterOf(schema)
}
