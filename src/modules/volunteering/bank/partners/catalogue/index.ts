export { addItem, catalogue, listItems } from './items.ts'
