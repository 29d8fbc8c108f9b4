export const units = { title: '' }
