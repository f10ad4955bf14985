import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from './features.ts'

/** The whole contract as OpenAPI 3.1. */
export function openapi(): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
    info: {
      title: 'ICONet',
      version: '0.1.0',
      description:
        'Every operation of the network. What an official may call depends on their mandate: see docs/permissions.md.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api' }],
  })
}
