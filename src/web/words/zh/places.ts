export const places = { title: '' }
