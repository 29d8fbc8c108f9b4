import type { places as zh } from '../zh/places.ts'

export const places: typeof zh = { title: '' }
