export { conditionSql } from './condition-sql.ts'
export { type Question, questionSql } from './question-sql.ts'
