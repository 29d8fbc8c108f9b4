import type { units as zh } from '../zh/units.ts'

export const units: typeof zh = { title: '' }
