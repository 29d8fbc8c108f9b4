export const ledgersRoutes = [] as const
