// The queue's library looks for a configuration in the folder one stands in: it fails where that may not be read, and would run what
// somebody left there. It is shown this folder instead, which has none.
const cwd = process.cwd.bind(process)
process.cwd = () => import.meta.dirname
export const { Logger, parseCronItems, run, runMigrations } = await import('graphile-worker')
process.cwd = cwd
