import { sql } from 'kysely'
import { run, runMigrations, type Runner } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Ctx, JobRequest } from '../ctx.ts'
import type { House } from './house.ts'

/** Work done after the commit, outside any transaction of its own making: it calls `house.act` for each step it takes. */
export type Job = { task: string; run: (house: House, payload: Record<string, unknown>) => Promise<void> }

/** Jobs are asked for in the transaction that causes them: a rollback asks for nothing. The same key replaces a waiting job. */
export async function requestJobs(ctx: Ctx, jobs: JobRequest[]): Promise<void> {
  for (const job of jobs) {
    const payload = JSON.stringify({ ...job.payload, county: ctx.actor.county })
    await sql`select graphile_worker.add_job(${job.task}, payload := ${payload}::json, job_key := ${job.key ?? null}, max_attempts := 8)`.execute(
      ctx.db,
    )
  }
}

/** Creates the queue's tables as the owner and lets the application role use them. */
export async function migrateJobs(owner: Pool): Promise<void> {
  await runMigrations({ pgPool: owner })
  await owner.query(`grant usage on schema graphile_worker to sangyu_app;
    grant all on all tables in schema graphile_worker to sangyu_app;
    grant all on all sequences in schema graphile_worker to sangyu_app;
    grant execute on all functions in schema graphile_worker to sangyu_app`)
}

/** Starts the workers. Two at once: the machine has two cores and the office comes first. */
export async function startJobs(owner: Pool, house: House, jobs: readonly Job[]): Promise<Runner> {
  const taskList = Object.fromEntries(
    jobs.map((job) => [
      job.task,
      // Payloads are objects: requestJobs writes them.
      (payload: unknown) => job.run(house, payload as Record<string, unknown>),
    ]),
  )
  return run({ pgPool: owner, taskList, concurrency: 2, noHandleSignals: true, noPreparedStatements: false })
}
