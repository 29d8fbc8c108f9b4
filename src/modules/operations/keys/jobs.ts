import type { CipherProfile } from '#platform/crypto/index.ts'
import type { Spellings } from '#platform/crypto/rotation/index.ts'
import type { House } from '#platform/house/house.ts'
import type { Job } from '#platform/house/jobs.ts'
import { type Asked, destroy, type Turning, turnKeys } from './turning/index.ts'

/** How often a long change asks whether the office is closing. */
const ASK_MS = 500

/** Changing keys is the office's own work: it goes through all counties, past every scope. */
export function keyJobs(spellings: Spellings): Job[] {
  return [
    {
      task: 'keys.change',
      run: async (house, payload) => {
        await turnKeys(turningOf(house, spellings), askedOf(payload))
      },
    },
    {
      task: 'keys.destroy',
      run: async (house, payload) => {
        await destroy(turningOf(house, spellings), { id: Number(payload.id), note: String(payload.note) })
      },
    },
  ]
}

/** What `changeKey` asked for; going on with an open change asks for nothing. */
function askedOf(payload: Record<string, unknown>): Asked | undefined {
  const { purpose } = payload
  const profile: CipherProfile = payload.profile === 'aes' ? 'aes' : 'sm4'
  return purpose === 'data' || purpose === 'index' ? { purpose, profile, by: String(payload.by) } : undefined
}

function turningOf(house: House, spellings: Spellings): Turning {
  const { keys, owner, vault, clock } = house
  if (!keys || !owner) throw new Error('this house has no keys to change')
  let asked = 0
  const goOn = async () => {
    if (Date.now() - asked < ASK_MS) return
    asked = Date.now()
    await house.act('nobody', { readOnly: true }, async () => {}) // refused when the office is closing
  }
  return { keys, owner, vault, clock, spellings, goOn }
}

/** A change that a stopped server left unfinished goes on at the next start. */
export async function openRotation({ owner }: House): Promise<void> {
  if (!owner) return
  const { rows } = await owner.query('select from key_rotation where finished_at is null')
  if (rows.length)
    await owner.query(
      `select graphile_worker.add_job('keys.change', '{}'::json, job_key := 'keys.change', max_attempts := 8)`,
    )
}
