export const PROFILES = ['gb22239-l3', 'asvs5'] as const
export type Profile = (typeof PROFILES)[number]

export type SecurityPolicy = {
  passwordProfile: Profile
  leastLength: number
  changeDays: number
  remembered: number
  wrongTries: number
  addressTries: number
  lockMinutes: number
  idleMinutes: number
  sessionHours: number
  sessionsEach: number
  secondFactor: 'required' | 'optional'
  staffNetworks: string[]
  administratorNetworks: string[]
}

export type Figure = Exclude<
  keyof SecurityPolicy,
  'passwordProfile' | 'secondFactor' | 'staffNetworks' | 'administratorNetworks'
>

export const LIMITS: Record<Figure, { least: number; most: number }> = {
  leastLength: { least: 8, most: 64 },
  changeDays: { least: 1, most: 180 },
  remembered: { least: 5, most: 24 },
  wrongTries: { least: 3, most: 10 },
  addressTries: { least: 5, most: 100 },
  lockMinutes: { least: 15, most: 1440 },
  idleMinutes: { least: 5, most: 30 },
  sessionHours: { least: 1, most: 12 },
  sessionsEach: { least: 1, most: 3 },
}
export const FIGURES = Object.keys(LIMITS) as Figure[] // the keys of the table above
