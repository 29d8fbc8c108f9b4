export { setBudget } from './budgets/index.ts'
export { routes as ruleRoutes } from './routes.ts'
export { setRule } from './service.ts'
