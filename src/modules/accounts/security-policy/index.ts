export { routes as policyRoutes } from './routes.ts'
export { DEFAULTS, isPasswordOld, mayCome, passwordRuleOf, type SecurityPolicy } from './rules.ts'
export { leaveSecondFactorOptional, policyOf, writePolicy } from './service.ts'
export { addressNotAllowed } from './words.ts'
