// The library looks for a configuration in the current folder: it would fail, or run what somebody left there. It is shown one that has none.
const cwd = process.cwd.bind(process)
process.cwd = () => import.meta.dirname
export const { Logger, parseCronItems, run, runMigrations } = await import('graphile-worker')
process.cwd = cwd
