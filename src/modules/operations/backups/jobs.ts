import { drill, type Keeper, keepBackup, keepBase } from '#platform/backup/index.ts'
import type { House } from '#platform/house/house.ts'
import { countiesOf, type Job } from '#platform/house/jobs.ts'

/** The daily backup and the monthly drill. They need the owner, whom the rooms do not know: whoever serves brings him. */
export function backupJobs(keeper: Keeper): Job[] {
  return [
    {
      task: 'backups.make',
      daily: { hour: 2, minute: 30 },
      run: async (house, payload) => {
        const { file, rows, bytes } = await keepBackup(keeper, askedBy(payload))
        await noteAll(house, { action: 'backups.made', subject: file, detail: { rows, bytes } })
        await keepBase(keeper, askedBy(payload))
      },
    },
    {
      task: 'backups.prove',
      daily: { hour: 12, minute: 30, dayOfMonth: 1 },
      run: async (house, payload) => {
        const { file, rows } = await drill(keeper, askedBy(payload))
        await noteAll(house, { action: 'backups.proven', subject: file, detail: { rows } })
      },
    },
  ]
}

const askedBy = ({ by }: Record<string, unknown>): string | null => (typeof by === 'string' ? by : null)

/** The whole installation is concerned, so every county reads of it in its own trail. */
async function noteAll(
  house: House,
  note: { action: string; subject: string; detail: Record<string, unknown> },
): Promise<void> {
  for (const county of await countiesOf(house))
    await house.act({ system: county }, { readOnly: false }, async (ctx) => ctx.note(note))
}
