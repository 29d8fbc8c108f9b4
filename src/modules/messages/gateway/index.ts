export { type Gateway, type Letter, type Post, postFor } from './asking/index.ts'
export { gatewayRoutesFor } from './routes.ts'
export { gatewayOf } from './service.ts'
export { setGatewayAside } from './wish/index.ts'
