import { type Connection, connectionFor } from './cluster/server.ts'
import { createFrom, dropDatabase, openTemplate } from './cluster/template.ts'

/** A throw-away PostgreSQL, or the one SANGYU_TEST_DATABASE_URL names (15 or later; its user may create databases). */
export { testCluster } from './cluster/server.ts'

export type TestDatabase = { config: Connection; drop: () => Promise<void> }

/**
 * A database of the caller's own. `prepare` migrates an empty one, once a run; each caller gets a copy of that in about 20 ms.
 * It must close its connections. Callers that prepare differently get different templates.
 */
export async function freshDatabase(prepare: (config: Connection) => Promise<void>): Promise<TestDatabase> {
  const template = await openTemplate(prepare)
  const name = await createFrom(template)
  return { config: await connectionFor(name), drop: () => dropDatabase(name) }
}
