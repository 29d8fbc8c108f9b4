export { addItem, listItems } from './catalogue/index.ts'
export { pictureRoutes } from './pictures/index.ts'
export { routes as partnerRoutes } from './routes.ts'
export { addPartner, linkCounter, listPartners, partnerOf } from './service.ts'
