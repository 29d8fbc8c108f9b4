export const placesRoutes = [] as const
