export { movePeopleFrom } from './following/index.ts'
export { leaveHome, moveHome } from './service.ts'
