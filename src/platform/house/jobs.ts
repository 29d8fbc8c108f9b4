import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { CronItem, Runner, TaskList } from 'graphile-worker'
import type { Pool, PoolClient } from 'pg'
import type { JobRequest } from '../ctx.ts'
import { asText } from '../db/transaction.ts'
import { troubleOf } from '../db/trouble.ts'
import type { House } from './house.ts'
import { Logger, parseCronItems, run, runMigrations } from './queue.ts'

/**
 * Work done after the commit, outside any transaction of its own making: it calls `house.act` for each step it takes. With `daily` it also
 * runs by itself at that hour of the office, without a county: it asks for the counties (`countiesOf`). A night that the server slept
 * through is made up for at the next start within a day. With `hourly` it runs at that minute of every hour; a missed hour is not made up for.
 */
export type Job = {
  task: string
  run: (house: House, payload: Record<string, unknown>) => Promise<void>
  daily?: { hour: number; minute: number; dayOfMonth?: number }
  hourly?: { minute: number }
}

/** The statement that asks for jobs, in the transaction that causes them: a rollback asks for nothing. The same key replaces a waiting job. */
export function requesting(county: number, jobs: readonly JobRequest[]): string {
  const rows = jobs.map(({ task, payload, key, at }) => ({ task, payload: { ...payload, county }, key, at }))
  return `select request_job(j.task, j.payload, j.key, j.at)
    from jsonb_to_recordset(${asText(rows)}) as j(task text, payload json, key text, at timestamptz)`
}

/** Creates the queue's tables, which belong to the owner alone; the application role may only ask for work, through one function. */
export async function migrateJobs(owner: Pool): Promise<void> {
  await runMigrations({ pgPool: owner })
  await owner.query(`
    drop function if exists request_job(text, json, text);
    create or replace function request_job(task text, payload json, job_key text, run_at timestamptz) returns void
      language sql security definer set search_path = pg_catalog, pg_temp
      as $$ select graphile_worker.add_job(task, payload := payload, job_key := job_key, run_at := run_at, max_attempts := 8) $$;
    revoke execute on function request_job from public;
    grant execute on function request_job to sangyu_app`)
}

const CLOSING = 'the office is closing; this job goes on at the next start'

/**
 * Jobs that a killed or closed server held are free again at once, not after the queue's four hours, and are not charged for it: however
 * often the power fails during a long import, it comes to its end. Each job can be begun twice without harm.
 */
async function releaseJobs(owner: Pool): Promise<void> {
  await owner.query(
    `update graphile_worker._private_jobs
        set locked_by = null, locked_at = null, attempts = greatest(attempts - 1, 0), last_error = null, run_at = least(run_at, now())
      where locked_by is not null or last_error = $1`,
    [CLOSING],
  )
}

/**
 * A job that was handed out in the moment the database fell is in nobody's hands, and the queue would keep it for four hours. Called
 * when the queue listens again: an answer from before the restart, or of a minute ago, no longer comes.
 */
async function releaseLost(owner: Pool, inHand: ReadonlySet<string>): Promise<void> {
  await owner.query(
    `update graphile_worker._private_jobs set locked_by = null, locked_at = null, attempts = greatest(attempts - 1, 0)
      where locked_at < greatest(pg_postmaster_start_time(), now() - interval '1 minute') and not (id::text = any($1))`,
    [[...inHand]],
  )
}

/**
 * Starts the workers. Two at once: the machine has two cores and the office comes first. When the office closes, a job has five
 * seconds to finish; then its next step is refused, and the job goes on at the next start.
 */
export async function startJobs(
  owner: Pool,
  house: House,
  jobs: readonly Job[],
): Promise<{ stop: () => Promise<void> }> {
  const inHand = new Set<string>()
  const taskList: TaskList = Object.fromEntries(
    jobs.map(({ task, run: work }) => [
      task,
      async (payload, { job, abortSignal }) => {
        inHand.add(job.id)
        await lasting(() => work(until(abortSignal, house), payload as Payload), abortSignal) // `requesting` writes objects
          .finally(() => inHand.delete(job.id))
      },
    ]),
  )
  const parsedCronItems = parseCronItems(jobs.flatMap(calendarOf))
  const parts = { pgPool: patient(owner), taskList, parsedCronItems, logger }
  return keepRunning(async () => {
    await releaseJobs(owner)
    const events = new EventEmitter()
    const listening = () => {
      releaseLost(owner, inHand).catch(() => undefined)
    }
    events.on('pool:listen:error', () => events.once('pool:listen:success', listening))
    return run({ ...parts, events, concurrency: 2, noHandleSignals: true, noPreparedStatements: false })
  })
}

const PAUSE_MS = 1_000
const STOP_MS = 8_000

/** The workers give up, with or without an error, when the database dies while they write down what became of a job; others begin then. */
async function keepRunning(begin: () => Promise<Runner>): Promise<{ stop: () => Promise<void> }> {
  const state = { runner: await begin(), isStopping: false }
  const beginAgain = async (): Promise<void> => {
    while (!state.isStopping) {
      await wait(PAUSE_MS)
      const next = await begin().catch(() => undefined)
      if (!next) continue
      state.runner = next
      return watch(next)
    }
  }
  const watch = (runner: Runner): void => {
    runner.promise.then(beginAgain, beginAgain)
  }
  watch(state.runner)
  return {
    stop: async () => {
      state.isStopping = true
      // One that has given up already cannot be stopped again, and one that asks a database that is away is not waited for.
      const stopped = state.runner.stop().catch(() => undefined)
      await Promise.race([stopped, wait(STOP_MS, undefined, { ref: false })])
    },
  }
}

const CANNOT_CONNECT_NOW = '57P03'

/** The queue asks again only where it knows the code; a write of its own that fails otherwise is nobody's promise and would end the process. */
function askAgain(error: unknown): never {
  if (error instanceof Error && isAway(error)) throw Object.assign(error, { code: CANNOT_CONNECT_NOW })
  throw error
}

/** The pool as the queue sees it: whatever the database's absence is called, it is an absence. */
function patient(pool: Pool): Pool {
  return standIn(pool, {
    connect: (heard?: Parameters<Pool['connect']>[0]) =>
      heard ? pool.connect(heard) : pool.connect().then(patientClient, askAgain),
  })
}

function patientClient(client: PoolClient): PoolClient {
  return standIn(client, { query: (text: string, values?: unknown[]) => client.query(text, values).catch(askAgain) })
}

/** The same object but for what is given. */
function standIn<T extends object>(of: T, given: Partial<Record<keyof T, unknown>>): T {
  return new Proxy(of, {
    get: (target, key) => {
      if (key in given) return given[key as keyof T] // asked on the line before
      const own: unknown = Reflect.get(target, key)
      return typeof own === 'function' ? (own.bind(target) as unknown) : own // bind answers any
    },
  })
}

const isAway = (error: Error) => troubleOf(error)?.code === 'database.away'

const AWAY_MS = 10 * 60_000

/** That the database is away is no fault of the job and does not count against it: it begins again when the database answers. */
async function lasting(work: () => Promise<void>, closing: AbortSignal | undefined): Promise<void> {
  const deadline = Date.now() + AWAY_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Error) || !isAway(error) || closing?.aborted || Date.now() > deadline) throw error
      await wait(PAUSE_MS)
    }
  }
}

const MAKE_UP_MS = 24 * 3_600_000

function calendarOf({ task, daily, hourly }: Job): CronItem[] {
  if (hourly)
    return [{ task, match: `${hourly.minute} * * * *`, identifier: task, options: { maxAttempts: 8, jobKey: task } }]
  if (!daily) return []
  return [
    {
      task,
      match: cronOf(daily),
      identifier: task,
      options: { backfillPeriod: MAKE_UP_MS, maxAttempts: 8, jobKey: task },
    },
  ]
}

const AHEAD = 8 // hours of Asia/Shanghai before UTC, by which the queue's calendar goes

/** An hour of the office as the queue's calendar writes it. Refuses the small hours of the first day, which UTC has in another month. */
export function cronOf({ hour, minute, dayOfMonth }: NonNullable<Job['daily']>): string {
  const isDayBefore = hour < AHEAD
  const day = dayOfMonth === undefined ? '*' : dayOfMonth - (isDayBefore ? 1 : 0)
  if (day === 0) throw new RangeError('choose another day of the month, or an hour from 8 on')
  return `${minute} ${(hour + 24 - AHEAD) % 24} ${day} * *`
}

/** Every county of this installation. */
export async function countiesOf(house: Pick<House, 'pools'>): Promise<number[]> {
  const { rows } = await house.pools.writers.query<{ county: number }>('select county from county order by county')
  return rows.map((row) => row.county)
}

type Payload = Record<string, unknown>

function until(closing: AbortSignal | undefined, house: House): House {
  return {
    ...house,
    act: async (who, options, work) => {
      if (closing?.aborted) throw new Error(CLOSING)
      return house.act(who, options, work)
    },
  }
}

/** The queue's ordinary talk is for nobody; what goes wrong is. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') process.stderr.write(`${message}\n`)
})
